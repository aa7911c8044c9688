"""Broken sheets: what can be wrong in a cell, a row or a header."""

from breaking import WHOLE_FILE, Broken, append, put, swap, then
from folder_factory import TEXT, digest

STATEMENT, DEFECTION, TIE = "claims/statement.csv", "claims/defection.csv", "claims/tie.csv"
ACTORS, NAMES, PASSAGES, SEARCHES = "actors.csv", "names.csv", "passages.csv", "searches.csv"
D2 = "d-2,ann,,1,river-brigade,covenant,10..15,2016,derived"


def cell(own: str, file: str, old: str, new: str, gist: str, at: str = "") -> Broken:
    """A wrong cell: `old` becomes `new`, and the problem must point where `at`, or else `new`, stands."""
    return Broken(own, swap(file, old, new), file, at or "|" + new, gist)


def new_actor(own: str, actor: str, gist: str) -> Broken:
    """One more actor, whose id is wrong."""
    return Broken(own, append(ACTORS, f"{actor},New,state,,,,\n"), ACTORS, f"|{actor},New", gist)


REFERENCES = [
    cell("unknown-actor", DEFECTION, "covenant,12", "covenent,12", "unknown actor 'covenent'"),
    cell("unknown-actor-hint", DEFECTION, "covenant,12", "covenent,12", "Did you mean 'covenant'?"),
    cell("unknown-category", STATEMENT, "condemn,", "condem,", "unknown category of 'act' 'condem'"),
    cell("unknown-item", TIE, "training; financial", "training; finance", "Did you mean 'financial'?"),
    cell("several-categories", STATEMENT, "endorse,", "endorse; condemn,", "Expected one category"),
    cell("category-twice", TIE, "training; financial", "training; training", "'training' is named twice"),
    cell("empty-item", TIE, "training; financial", "training;; financial", "an item of the list is empty"),
    cell("unknown-source", PASSAGES, "p-2,gazette-1", "p-2,gazet-1", "unknown source 'gazet-1'", "p-2,|gazet-1"),
    cell("unknown-passage", DEFECTION, "p-2,,,", "p-9,,,", "unknown passage 'p-9'"),
    cell("unknown-coder", DEFECTION, "d-1,ann", "d-1,anne", "unknown coder 'anne'", "d-1,|anne"),
    cell("unknown-kind-searched", SEARCHES, "statement; defec", "statement; defek", "unknown kind 'defektion'"),
    cell("unknown-superseded", DEFECTION, ",d-1,,", ",d-7,,", "unknown claim 'd-7'", ",|d-7"),
    cell("unknown-settled", STATEMENT, "c-1; c-2", "c-1; x-2", "unknown claim 'x-2'"),
    cell("unknown-actor-of-name", NAMES, "river-brigade", "river", "unknown actor 'river'"),
    cell("unknown-source-of-name", NAMES, "gazette-1", "gazette-3", "unknown source 'gazette-3'"),
    cell("settles-another-kind", STATEMENT, "c-1; c-2", "c-1; d-1", "claim 'd-1' is of kind 'defection'"),
    cell("supersedes-itself", DEFECTION, ",d-1,,", ",d-2,,", "claim 'd-2' refers to itself", ",,,|d-2"),
    Broken(
        "supersedes-in-a-circle",
        swap(DEFECTION, "p-2,,,,,,", "p-2,,,,d-2,,"),
        DEFECTION,
        "p-2,,,,|d-2",
        "circle: 'd-1' -> 'd-2' -> 'd-1'",
    ),
    Broken(
        "finding-of-two-kinds",
        swap(TIE, "p-3,,,,,,", "p-3,,,letter,,,"),
        TIE,
        "p-3,,,|letter",
        "finding 'letter' is already of kind 'statement'",
    ),
    Broken(
        "finding-with-a-derived-name",
        swap(TIE, "p-3,,,,,,", "p-3,,,f-d-1,,,"),
        TIE,
        "p-3,,,|f-d-1",
        "'f-d-1' is the name riven gives",
    ),
]
CODING = [
    cell("wrong-type-of-actor", DEFECTION, "river-brigade,covenant,12", "old-man,covenant,12", "is of type leader"),
    cell("several-actors", DEFECTION, "river-brigade,covenant,12", "river-brigade; salt-road,covenant,12", "2 actors"),
    cell("missing-role", DEFECTION, "covenant,12", ",12", "'to' is empty"),
    cell("missing-variable", STATEMENT, "endorse,", ",", "'act' is empty", "covenant,|,,2015"),
    cell("missing-passage", DEFECTION, "p-2,,,,d-1", ",,,,d-1", "'passages' is empty", "medium,|,,,,d-1"),
    cell("missing-coder", DEFECTION, "d-1,ann", "d-1,", "'coder' is empty", "d-1,|,"),
    cell("impossible-date", DEFECTION, "12,2016", "12,2016-02-30", "'2016-02-30' is not a date", "12,|2016-02-30"),
    cell("reversed-range", DEFECTION, "12,2016", "12,2016/2015", "runs backwards", "12,|2016/2015"),
    cell("rewritten-date", STATEMENT, "2015-08-06", "06/08/2015", "A spreadsheet may have rewritten it"),
    cell("basis-without-date", TIE, ",2016,stated", ",,stated", "there is no date in 'reported'", ",,|stated"),
    cell("phrase-without-date", DEFECTION, "2016,stated,in", ",,in", "there is no date in 'happened'", ",,|in 2016"),
    cell("unknown-basis", DEFECTION, "derived", "guessed", "unknown happened_basis 'guessed'"),
    cell("impossible-coding-day", STATEMENT, "2024-02-04", "2024-02-31", "not a day of the calendar"),
    cell("unknown-modality", DEFECTION, "reported,high", "reportd,high", "Did you mean 'reported'?"),
    cell("unknown-polarity", DEFECTION, "affirmed", "denied", "unknown polarity 'denied'"),
    cell("unknown-confidence", DEFECTION, "medium", "middling", "one of high, medium, low"),
    cell("count-in-words", DEFECTION, "12,", "a dozen,", "'a dozen' is not a count"),
    cell("count-reversed", DEFECTION, "10..15", "15..10", "are reversed"),
    cell("long-phrase", DEFECTION, "in 2016", "some time in the course of the year 2016", "quotes 9 words"),
    cell("long-excerpt", PASSAGES, "condemned the Covenant", "a b c d e f g h i", "quotes 9 words"),
    cell("verdict-without-settles", STATEMENT, "c-1; c-2", "", "a verdict settles no claim", "letter,,|,accepted"),
    cell("settles-without-verdict", STATEMENT, "accepted", "", "has no verdict", "c-1; c-2,|"),
    cell("unknown-verdict", STATEMENT, "accepted", "acepted", "Did you mean 'accepted'?"),
    cell("model-adjudicates", STATEMENT, "c-3,ann", "c-3,bot", "a person: only people adjudicate", "c-3,|bot"),
    Broken(
        "passages-of-two-sources",
        then(append(PASSAGES, f"p-4,gazette-2,0,9,{'0' * 64},,,,\n"), swap(DEFECTION, "p-2,,,", "p-2; p-4,,,")),
        DEFECTION,
        "|p-2; p-4",
        "the passages lie in 2 sources",
    ),
]
IDENTITY = [
    cell(
        "duplicate-claim",
        DEFECTION,
        "d-2,ann",
        "d-1,ann",
        "claim 'd-1' is already declared",
        "\n|" + D2.replace("d-2", "d-1"),
    ),
    cell("duplicate-claim-elsewhere", TIE, "t-1,", "c-1,", "claim 'c-1' is already declared"),
    Broken(
        "duplicate-actor",
        append(ACTORS, "covenant,Again,organisation,,,,\n"),
        ACTORS,
        "|covenant,Again",
        "actor 'covenant' is already declared",
    ),
    Broken("duplicate-search", append(SEARCHES, "s-1,,,2015,,,,,,\n"), SEARCHES, "|s-1,,", "'s-1' is already declared"),
    Broken(
        "duplicate-name",
        append(NAMES, "covenant,the Covenant,name,en,Latn,,gazette-1,\n"),
        NAMES,
        "2003/..,,\ncovenant,|the",
        "already given on line 2",
    ),
    cell("actor-without-id", ACTORS, "old-man,The", ",The", "'id' is empty", ",,,\n|,The"),
    new_actor("id-with-capitals", "New Front", "'new-front' would do"),
    new_actor("id-climbing-out", "../../etc/passwd", "'../../etc/passwd' cannot serve as actor id"),
    new_actor("id-with-override", "new\u202efront", "'new<U+202E>front' cannot serve as actor id"),
    new_actor("id-too-long", "n" * 65, "at most 64 characters"),
    Broken(
        "duplicate-passage",
        append(PASSAGES, f"p-2,gazette-1,0,9,{digest(TEXT[:9])},,,,\n"),
        PASSAGES,
        "|p-2,gazette-1,0",
        "passage 'p-2' is already declared",
    ),
    cell("finding-outside-alphabet", TIE, "p-3,,,,", "p-3,,,The Tie,", "cannot serve as finding id", "p-3,,,|The"),
    cell("missing-name", ACTORS, "Salt Road Movement", "", "'name' is empty", "salt-road,|,faction"),
    cell("unknown-type-of-actor", ACTORS, "faction", "fraction", "Did you mean 'faction'?"),
    cell(
        "actor-ends-before-it-begins",
        ACTORS,
        "organisation,2003,",
        "organisation,2003,2001",
        "before it begins",
        "2003,|2001",
    ),
    cell("bad-external", ACTORS, "ucdp:999", "ucdp 999", "'ucdp 999' is not an identifier elsewhere"),
    cell("bad-language", NAMES, ",en,Latn,,", ",english!,Latn,,", "not a language tag", ",|english!"),
    cell("bad-script", NAMES, "Latn", "latin", "not a script code"),
]
PASSAGES_AND_SEARCHES = [
    cell("passage-reversed", PASSAGES, "59,110", "110,59", "an end after the start", "110,|59"),
    cell("passage-beyond-the-text", PASSAGES, "111,152", "111,9999", "the text of 'gazette-1' at", "111,|9999"),
    cell("passage-start-missing", PASSAGES, "59,110", ",110", "'start' is empty", "p-2,gazette-1,|"),
    cell("passage-start-in-words", PASSAGES, "59,110", "x,110", "'x' is not a whole number"),
    cell("malformed-hash", PASSAGES, ",0,58,", ",0,58,ff", "is not a SHA-256", ",0,58,|ff"),
    cell("hash-mismatch", PASSAGES, "59,110", "60,110", "the hash is not that of characters 60 to 110", "60,110,|"),
    cell("search-without-time", SEARCHES, "2015/2016", "", "'covers' is empty", "defection,|"),
    cell("search-counts-maybe", SEARCHES, "yes", "maybe", "one of yes, no"),
    cell("documents-in-words", SEARCHES, "gazette-1,1,", "gazette-1,many,", "is not a whole number", "gazette-1,|many"),
    cell("search-by-nobody", SEARCHES, "ann", "eve", "unknown coder 'eve'"),
]
SHAPE = [
    Broken("unknown-column", swap(ACTORS, "begins", "begin"), ACTORS, "|begin,", "Did you mean 'begins'?"),
    Broken("missing-column", put(NAMES, b"actor\n"), NAMES, "|actor", "missing column 'name'", whole_line=True),
    Broken("column-twice", swap(ACTORS, "ends", "begins"), ACTORS, "begins,|begins", "column 'begins' appears twice"),
    Broken("column-without-name", swap(ACTORS, "ends", ""), ACTORS, "begins,|,", "a column has no name"),
    Broken("column-of-another-kind", swap(TIE, "place", "count"), TIE, "|count", "unknown column 'count'"),
    Broken(
        "missing-column-of-a-required-role",
        put(DEFECTION, b"id,coder,to,passages\n"),
        DEFECTION,
        "|id",
        "missing column 'from'",
        whole_line=True,
    ),
    Broken("row-too-long", append(ACTORS, "a,A,organisation,,,,,x\n"), ACTORS, ",,,,,|x", "8 cells, the header 7"),
    Broken("row-too-short", append(ACTORS, "a,A,state\n"), ACTORS, "|a,A", "3 cells, the header 7", whole_line=True),
    Broken(
        "unclosed-quote", append(ACTORS, 'a,"A,organisation,,,,\n'), ACTORS, 'a,|"A', "quotation mark is not closed"
    ),
    Broken("text-after-quote", append(ACTORS, 'a,"A"B,state,,,,\n'), ACTORS, 'a,|"A"B', "text follows the closing one"),
    Broken("semicolons", put(ACTORS, b"id;name;type\n"), ACTORS, "|id", "separated by semicolons", whole_line=True),
    Broken("unclosed-header", put(NAMES, b'"actor,name\n'), NAMES, '|"actor', "quotation mark is not closed"),
    Broken("empty-sheet", put(ACTORS, b""), ACTORS, WHOLE_FILE, "is empty"),
    Broken(
        "cell-of-ten-megabytes",
        swap(ACTORS, "The focal group", "x" * 10_000_000),
        ACTORS,
        "ucdp:999,|xxx",
        "10.0 million characters",
    ),
    cell("formula", ACTORS, "The focal group", "=HYPERLINK(A1)", "a spreadsheet would run it"),
    cell("formula-with-at", NAMES, "2003/..,,", "2003/..,,@SUM(A1)", "begins like a formula", "2003/..,,|@SUM"),
    cell("formula-in-quotes", ACTORS, "The focal group", '"-cmd|/C calc"', "begins like a formula", 'ucdp:999,|"-cmd'),
    cell("control-character", ACTORS, "The focal group", "The \x07focal", "control character U+0007", "The |\x07"),
    Broken(
        "after-a-quoted-line-break",
        swap(STATEMENT, "letter,,,\nc-2,bot", "letter,,,\nc-2,bob"),
        STATEMENT,
        "c-2,|bob",
        "unknown coder 'bob'",
    ),
    Broken(
        "in-a-row-with-a-line-break",
        swap(STATEMENT, '."' + ",,letter", '."' + ",,The Letter"),
        STATEMENT,
        ",,|The Letter",
        "cannot serve as finding id",
    ),
]
SHEETS = [*REFERENCES, *CODING, *IDENTITY, *PASSAGES_AND_SEARCHES, *SHAPE]
