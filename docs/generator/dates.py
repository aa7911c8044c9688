"""The page on dates: the subset of EDTF, the cell rule, and the phrases riven can translate."""

from generator.markdown import Doc, code, table
from riven import dates, phrases
from riven.phrases import FRAMES, STRETCHES, propose

EXAMPLES = (
    "2015", "2015-08", "2015-08-06", "201X", "2015-1X", "2015-21", "2015-34", "2015-37", "2014/2016", "../2016-06",
    "2013/..", "[2015,2016]", "[..2016-06]", "{2014,2016}", "{2014..2016}", "2015?", "2015-08~",
)  # fmt: skip
SAYINGS = (
    "in 2015", "August 6, 2015", "early 2016", "mid-2017", "by June 2016", "since 2013", "between 2014 and 2015",
    "2015 or 2016", "around 2014", "a week later",
)  # fmt: skip


def dates_page() -> str:
    """Write the page on dates."""
    doc = Doc(dates.__doc__)
    fit = Doc(dates.fit)
    spans = [(code(text), _spans(text), _how(text)) for text in EXAMPLES]
    proposals = [(saying, code(propose(saying) or "") or "none: a person decides") for saying in SAYINGS]
    return "\n".join(
        [
            "# Dates\n",
            f"{doc.body}\n",
            "## Read as\n",
            table(("written", "days", "how"), spans),
            "## The cell rule\n",
            f"{fit.text('Returns')}\n",
            "## Phrases of English sources\n",
            f"{Doc(phrases.__doc__).body}\n",
            table(("phrase", "proposed"), proposals),
            "What names one stretch of time (`{y}` a year, `{m}` the name of a month, `{d}` a day):\n",
            table(("phrase (a regular expression)", "EDTF"), ((code(a), code(b)) for a, b in STRETCHES)),
            "What is said about one or two stretches:\n",
            table(("phrase (a regular expression)", "EDTF"), ((code(a), code(b)) for a, b in FRAMES)),
            f"Source: {Doc(phrases.__doc__).text('Source')}",
        ]
    )


def _spans(text: str) -> str:
    value = dates.parse(text)
    days = [
        str(span.first) if span.first == span.last else f"{span.first or 'open'} to {span.last or 'open'}"
        for span in value.spans
    ]
    return (" and " if value.each else " or ").join(days)


def _how(text: str) -> str:
    value = dates.parse(text)
    kind = "in each of them" if value.each else "on some day" if len(value.spans) == 1 else "in one of them"
    return f"{kind}, {value.qualifier}" if value.qualifier else kind
