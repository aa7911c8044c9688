"""Broken TOML and JSON: the study, its codebook, its rules and its sources."""

from breaking import WHOLE_FILE, Broken, append, put, swap

STUDY, CODEBOOK, RULES, SOURCES = "study.toml", "codebook.toml", "rules.toml", "sources.json"
CODEBOOK_HEAD = '[codebook]\nid = "tiny"\ntitle = "A tiny codebook"\nrevision = "1"\n'


def change(own: str, file: str, old: str, new: str, at: str, gist: str) -> Broken:
    """A wrong value: `old` becomes `new`, and the problem must point where the bar in `at` stands."""
    return Broken(own, swap(file, old, new), file, at, gist)


HEADS = [
    change("unknown-focal", STUDY, '"covenant"', '"covenent"', '|"covenent"', "Did you mean 'covenant'?"),
    change("open-window", STUDY, "2015/2016", "2015/..", '|"2015/.."', "a window needs a first and a last day"),
    change("reversed-window", STUDY, "2015/2016", "2016/2015", '|"2016/2015"', "runs backwards"),
    change("endless-window", STUDY, "2015/2016", "2015/9999", '|"2015/9999"', "is not a window"),
    change("misspelt-key", STUDY, "licence =", "license =", "|license", "unknown key 'license'"),
    change("missing-title", STUDY, 'title = "Rivals of the Covenant"\n', "", "|[study]", "missing key 'title'"),
    change("empty-title", STUDY, '"Rivals of the Covenant"', '""', 'title = |""', "'title' is empty"),
    change("title-of-wrong-type", STUDY, '"Rivals of the Covenant"', "3", "title = |3", "'title' is the number 3"),
    change("study-id", STUDY, 'id = "tiny"', 'id = "../tiny"', '|"../tiny"', "cannot serve as study id"),
    change("duplicate-coder", STUDY, '"bot"', '"ann"', '[[coder]]\nid = |"ann"\ntype = "model"', "already declared"),
    change("unknown-coder-type", STUDY, '"model"', '"machine"', '|"machine"', "one of person, rule, model"),
    change("unknown-table", STUDY, "[[coder]]", "[[codr]]", "|[[codr]]", "unknown key 'codr'"),
    change(
        "control-in-a-string", STUDY, "An invented", "\\u0007 invented", '|"\\u0007 inv', "control character U+0007"
    ),
]
HEADS.append(
    Broken("key-deeper-than-deep", append(STUDY, "a." * 999 + "a = 1\n"), STUDY, "|a.a.a.a.a", "nested too deeply")
)
HEADS.append(
    Broken("toml-syntax", swap(STUDY, 'version = "1.0"', "version = 1.0.0"), STUDY, "version = 1.0|.0", "is not TOML")
)
CODEBOOKS = [
    change("unknown-variable", CODEBOOK, '["count"]', '["cuont"]', '|"cuont"', "Did you mean 'count'?"),
    change(
        "required-elsewhere", CODEBOOK, 'required = ["act"]', 'required = ["count"]', 'required = [|"count"', "unknown"
    ),
    change("sign-too-large", CODEBOOK, "sign = -1", "sign = -2", "|-2", "from -1 to 1"),
    change("sign-is-a-flag", CODEBOOK, "sign = -1", "sign = true", "sign = |true", "'sign' is true"),
    change("unknown-date-role", CODEBOOK, '"made", "rep', '"maid", "rep', '|"maid"', "unknown word in 'dates'"),
    change("unknown-actor-type", CODEBOOK, '"faction"]', '"fraction"]', '|"fraction"', "Did you mean 'faction'?"),
    change("unknown-variable-type", CODEBOOK, '"set"', '"list"', '|"list"', "one of category, set, count, text"),
    change("duplicate-category", CODEBOOK, '"endorse"', '"condemn"', 'id = |"condemn"\nlabel = "Endorse"', "declared"),
    change("duplicate-role", CODEBOOK, '"to"', '"from"', 'id = |"from"\nlabel = "To"', "role 'from' is already"),
    change("reserved-role", CODEBOOK, '"partner"', '"place"', 'id = |"place"', "is a column of every sheet"),
    change(
        "role-named-as-variable", CODEBOOK, 'id = "to"', 'id = "count"', 'id = |"count"\nlabel = "To"', "variable of"
    ),
    change(
        "category-of-count", CODEBOOK, 'type = "set"', 'type = "count"', '|[[variable]]\nid = "coop', "has categories"
    ),
    change("flag-as-text", CODEBOOK, "lasting = true", 'lasting = "yes"', '|"yes"', "Expected true or false"),
    change("unknown-key-of-role", CODEBOOK, "many =", "several =", "|several", "unknown key 'several'"),
    change(
        "example-not-a-text", CODEBOOK, '["The Brigade condemns', '[7, "The Brigade condemns', "[|7", "the number 7"
    ),
    change(
        "missing-rule", CODEBOOK, 'rule = "Whom they leave."\n', "", '|[[kind.role]]\nid = "from"', "missing key 'rule'"
    ),
    Broken("codebook-without-head", swap(CODEBOOK, CODEBOOK_HEAD, ""), CODEBOOK, WHOLE_FILE, "missing key 'codebook'"),
]
CODEBOOKS.append(
    Broken(
        "duplicate-kind",
        swap(CODEBOOK, 'id = "tie"', 'id = "statement"'),
        CODEBOOK,
        'id = |"statement"\nlabel = "Tie"',
        "kind 'statement' is already declared",
    )
)
RULE_BOOKS = [
    change(
        "rule-of-unknown-kind", RULES, 'kind = "defection"', 'kind = "defect"', '|"defect"', "unknown kind 'defect'"
    ),
    change("rule-of-unknown-role", RULES, 'row = ["from"]', 'row = ["form"]', '|"form"', "Did you mean 'from'?"),
    change("rule-of-unknown-variable", RULES, "{ act =", "{ akt =", "|akt", "unknown variable 'akt'"),
    change("rule-of-unknown-category", RULES, '["condemn"]', '["condem"]', '|"condem"', "Did you mean 'condemn'?"),
    change(
        "rule-on-a-count", RULES, 'row = ["from"]', 'row = ["from"]\nwhere = { count = ["1"] }', '[|"1"', "category"
    ),
    change("unknown-selector", RULES, '["criticism"]', '["critcism"]', '|"critcism"', "unknown selector 'critcism'"),
    change("unknown-link", RULES, 'attribution = ["leader"]', 'attribution = ["ledger"]', '|"ledger"', "unknown link"),
    change("unknown-rollup", RULES, 'rollup = "plain"', 'rollup = "plane"', '|"plane"', "Did you mean 'plain'?"),
    change("unknown-family", RULES, 'family = ["leader"]', 'family = ["parent"]', '|"parent"', "unknown link 'parent'"),
    change("unknown-measure", RULES, 'hostility = "criti', 'hostility = "kriti', '|"kriti', "unknown measure"),
    change("unknown-step", RULES, '"year"', '"week"', '|"week"', "one of year, quarter, month"),
    change("unknown-modality-in-rules", RULES, '"rumoured"', '"rumored"', '|"rumored"', "Did you mean 'rumoured'?"),
    change("date-no-kind-carries", RULES, '["made", ', '["happened", ', '|"happened"', "carries the date 'happened'"),
    change(
        "unknown-placeholder", RULES, "criticised {focal}.", "criticised {focus}.", '|"A cell', "placeholder '{focus}'"
    ),
    change("link-to-itself", RULES, 'to = "partner"', 'to = "actor"', 'to = |"actor"', "to itself"),
    change("hostility-among-rivals", RULES, '"affiliated"', '"rivals"', '|"criticised"\nstates', "only rivals as rows"),
    change("minimum-of-none", RULES, "minimum = 1", "minimum = 0", "|0\n", "from 1 up"),
    change(
        "state-without-evidence",
        RULES,
        '"possible"]\nmin',
        '"outside"]\nmin',
        '|"outside"',
        "unknown state of evidence",
    ),
    change("camp-without-condition", RULES, "[[camp.needs]]", "[[camp.need]]", "|[[camp.need]]", "unknown key 'need'"),
    change("switch-of-unknown-table", RULES, 'table = "measure"', 'table = "mesure"', '|"mesure"', "unknown table"),
    change("switch-of-unknown-entry", RULES, '"criticised"\nattr', '"criticized"\nattr', '|"criticized"', "no measure"),
    change(
        "switch-of-wrong-value", RULES, "value = []", 'value = ["ledger"]', '|["ledger"]', "option 'no' does not apply"
    ),
    change("switch-without-value", RULES, "\nvalue = []", "", "|[[switch.option.edit]]", "missing key 'value'"),
]
RULE_BOOKS += [
    Broken(
        "toml-key-twice",
        swap(RULES, 'rows = "affiliated"', 'rows = "affiliated"\nrows = "rivals"'),
        RULES,
        'rows = "rivals"|',
        "is not TOML",
    ),
    Broken(
        "switch-of-unknown-attribute",
        swap(RULES, 'attribute = "attribution"', 'attribute = "atribution"'),
        RULES,
        'attribute = "atribution"\nvalue = |[]',
        "unknown key 'atribution'",
    ),
    Broken(
        "switch-of-an-endless-place",
        swap(RULES, 'attribute = "attribution"', f'attribute = "selectors.{"9" * 5000}.x"'),
        RULES,
        'attribute = |"selectors.9',
        "cannot be edited",
    ),
    Broken(
        "option-twice",
        append(RULES, '\n[[switch.option]]\nid = "no"\nsentence = "x"\nedit = []\n'),
        RULES,
        'id = |"no"\nsentence = "x"',
        "option 'no' is already declared",
    ),
]
SOURCE_LISTS = [
    change("json-syntax", SOURCES, '"title": "Three', '"title" "Three', '"title" |"Three', "is not JSON"),
    change("source-id", SOURCES, '"id": "gazette-2"', '"id": "Gazette 2"', '"id": |"Gaz', "'gazette-2' would do"),
    change(
        "duplicate-source",
        SOURCES,
        '"id": "gazette-2"',
        '"id": "gazette-1"',
        '|"gazette-1",\n    "type": "article-newspaper",\n    "title": "The same',
        "already declared",
    ),
    change("unknown-csl-type", SOURCES, "article-newspaper", "newspaper", '|"newspaper"', "unknown type 'newspaper'"),
    change("unknown-csl-key", SOURCES, '"title"', '"titel"', '|"titel"', "Did you mean 'title'?"),
    change("key-twice", SOURCES, '"title": "Three', '"title": "", "title": "Three', '"", |"title"', "is given twice"),
    change("impossible-month", SOURCES, "12,", "13,", "[\n        |[", "is not a date"),
    change("bad-tier", SOURCES, '"full"', '"open"', '|"open"', "one of full, excerpt, citation"),
    change("bad-source-hash", SOURCES, '"sha256": "', '"sha256": "x', '|"x', "is not a SHA-256"),
    change(
        "copy-of-nothing", SOURCES, '"copy_of": "gazette-1"', '"copy_of": "gazette-9"', '|"gazette-9"', "unknown source"
    ),
    change(
        "copy-of-itself",
        SOURCES,
        '"copy_of": "gazette-1"',
        '"copy_of": "gazette-2"',
        '"copy_of": |"',
        "copies of each other",
    ),
    change("hash-without-length", SOURCES, '"tier": "full",', '"tier": "full", "x": 1,', '|"x"', "unknown key 'x'"),
    change(
        "unsafe-address", SOURCES, '"title": "The', '"URL": "javascript:x", "title": "The', '|"javascript', "on the web"
    ),
    change(
        "frozen-length", SOURCES, '"characters": 153', '"characters": 152', '"characters": |152', "does not have 152"
    ),
    change(
        "source-without-id",
        SOURCES,
        '"id": "gazette-2",',
        "",
        '|{\n    \n    "type": "article-news',
        "missing key 'id'",
    ),
    change("name-in-one-piece", SOURCES, '"family"', '"surname"', '|"surname"', "unknown key 'surname'"),
    Broken("not-a-number", swap(SOURCES, '"national"', "NaN"), SOURCES, WHOLE_FILE, "NaN is no number"),
    Broken("sources-not-a-list", put(SOURCES, b"{}"), SOURCES, WHOLE_FILE, "the file is not a list"),
    Broken(
        "sources-deeper-than-deep", put(SOURCES, b"[" * 9999 + b"]" * 9999), SOURCES, WHOLE_FILE, "nested too deeply"
    ),
]
DOCUMENTS = [*HEADS, *CODEBOOKS, *RULE_BOOKS, *SOURCE_LISTS]
