"""Text that tries to break out of a page, and a report with it in every field that people write."""

import dataclasses

from report_argument import argument_rules, some_arguments
from report_factory import ACamp, AVerdict, a_content
from riven.dates import Basis, StatedDate, parse
from riven.model.codebook import Entry
from riven.model.source import Document

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style><style>*{display:none}</style>",
    "</script><script>alert(1)</script>",
    "<!-- ", "]]>", "--><svg onload=alert(1)>", "&lt;script&gt;", "{{ 7 * 7 }}{% raw %}",
    "javascript:alert(1)", "[x](javascript:alert(1))", "![x](https://example.org/x.png)", "`code` *b* _i_ | cell |",
    "\u202egnirts\u202c", "\u2067open", "\x00\x1b[31m", "\ud800", "a\nb\r\n\n# heading\n- list", "1. one", "$x^{",
    "😀" * 50,
)  # fmt: skip


def a_hostile_report(text):
    """Build a report and what it argues, with the given text in every field written by people or by the analysis."""
    content = a_hostile_content(text)
    rules = dataclasses.replace(content.rules, argument=argument_rules(text))
    content = dataclasses.replace(content, rules=rules)
    return content, some_arguments(content, text)


def a_hostile_content(text):
    """Build a report in which every field written by people holds the given text."""
    content = a_content()
    entry = Entry(text, text)
    kinds = {
        id_: dataclasses.replace(
            kind, entry=entry, roles=tuple(dataclasses.replace(role, entry=entry) for role in kind.roles)
        )
        for id_, kind in content.codebook.kinds.items()
    }
    variables = {
        id_: dataclasses.replace(
            item, entry=entry, categories=tuple(dataclasses.replace(part, entry=entry) for part in item.categories)
        )
        for id_, item in content.codebook.variables.items()
    }
    csl = dict.fromkeys(("title", "container-title", "publisher", "URL", "DOI", "page", "volume", "genre"), text)
    csl |= {"author": [{"family": text, "given": text}], "issued": {"raw": text}}
    document = Document("report", content.documents["report"].text.replace("First", text or "First"), "")
    return dataclasses.replace(
        content,
        about=dataclasses.replace(
            content.about, title=text, version=text, description=text, citation=text, licence=text
        ),
        rivals=tuple(AVerdict(item.actor, text, rival=item.rival, why=text) for item in content.rivals),
        camps=tuple(ACamp(item.actor, item.camp, text, text, item.claims_for) for item in content.camps),
        panels={id_: _panel(panel, text) for id_, panel in content.panels.items()},
        findings={id_: dataclasses.replace(item, place=text, reason=text) for id_, item in content.findings.items()},
        claims={id_: _claim(item, text) for id_, item in content.claims.items()},
        coders={id_: dataclasses.replace(item, name=text, note=text) for id_, item in content.coders.items()},
        passages={
            id_: dataclasses.replace(item, excerpt=text, page=text, note=text) for id_, item in content.passages.items()
        },
        sources={
            id_: dataclasses.replace(item, csl=csl, scale=text, country=text, licence=text)
            for id_, item in content.sources.items()
        },
        actors={id_: dataclasses.replace(item, name=text or id_) for id_, item in content.actors.items()},
        codebook=dataclasses.replace(content.codebook, title=text, kinds=kinds, variables=variables),
        rules=_rules(content.rules, text),
        searches=tuple(dataclasses.replace(item, query=text, note=text, coder=text) for item in content.searches),
        documents={"report": document},
    )


def _panel(panel, text):
    cells = {
        key: dataclasses.replace(
            cell, why=text, support=tuple(dataclasses.replace(item, reason=text) for item in cell.support)
        )
        for key, cell in panel.cells.items()
    }
    groups = tuple((text, actors) for _, actors in panel.groups)
    return dataclasses.replace(
        panel, title=text, sentence=text, groups=groups, labels=dict.fromkeys(panel.labels, text), cells=cells
    )


def _claim(claim, text):
    dates = {role: StatedDate(parse("2015"), Basis.DERIVED, text) for role in claim.dates}
    return dataclasses.replace(claim, paraphrase=text, note=text, place=text, dates=dates, codebook_revision=text)


def _rules(rules, text):
    def said(items):
        return {id_: dataclasses.replace(item, sentence=text) for id_, item in items.items()}

    return dataclasses.replace(
        rules,
        sentence=text,
        revision=text,
        selectors=said(rules.selectors),
        links=said(rules.links),
        rollups=said(rules.rollups),
        measures={id_: dataclasses.replace(item, title=text, sentence=text) for id_, item in rules.measures.items()},
        rival=dataclasses.replace(rules.rival, sentence=text),
        camps=tuple(dataclasses.replace(camp, label=text, sentence=text) for camp in rules.camps),
        switches=tuple(
            dataclasses.replace(
                switch,
                sentence=text,
                chosen=text,
                options=tuple(dataclasses.replace(option, sentence=text) for option in switch.options),
            )
            for switch in rules.switches
        ),
    )
