"""How the part of rules.toml that argues beyond the figures is written."""

import tomllib

from folder_factory import CODEBOOK, RULES, a_table, told
from riven.folder.argument_document import argument_document
from riven.folder.canonical import toml_text
from riven.folder.codebook import read_codebook
from riven.folder.rule_document import INLINE, rules_document
from riven.folder.rules import read_rules
from riven.model.argument import Argument

DRAFT = read_codebook(a_table(CODEBOOK))
ARGUMENT = """
[[factor]]
id = "turf"
label = "Turf"
sentence = "Both want {focal}'s ground."
partial = ["leader"]
shared = { present = ["target"], focal = ["to"] }

[[factor.present]]
any = ["criticism"]
states = ["reported"]

[[factor.focal]]
any = ["defection"]
states = ["reported", "possible"]
attribution = ["leader"]

[[factor.absent]]
any = ["defection"]
states = ["reported"]

[factor.stated]
selector = "criticism"
variable = "act"
means = { condemn = "present", endorse = "absent" }

[[factor]]
id = "bare"
label = "Bare"
sentence = "One condition is enough."

[[factor.present]]
any = ["criticism"]
states = ["reported"]

[[profile]]
id = "acts"
label = "Acts"
sentence = "What groups do."
kind = "statement"
row = ["speaker"]
variable = "act"
scale = "ordinal"
where = { act = ["condemn"] }
attribution = ["leader"]

[network]
sentence = "Ties in time."
persistence = 2
levels = ["words", "blows"]
attribution = ["leader"]

[[tie]]
id = "words"
label = "Words"
sentence = "Words against."
kind = "statement"
start = ["speaker"]
to = ["target"]
sign_of = "act"
level = "words"
directed = false
where = { act = ["condemn"] }
without = { act = ["endorse"] }
counts = ["act"]
modalities = ["asserted"]

[[tie]]
id = "bond"
label = "Bond"
sentence = "A bond of no sign."
kind = "tie"
start = ["actor"]
to = ["partner"]
sign = 0

[lineage]
sentence = "Who comes from whom."
kind = "tie"
child = "actor"
parent = "partner"
variable = "type"
means = { host = "part", leadership = "founding" }

[[configuration]]
id = "why"
sentence = "Why groups are opposed."
camp = "opposed"
conditions = ["turf", "bare"]
frequency = 2
consistency = 90

[[resolution]]
finding = "letter"
role = "made"
date = "2015-08"
reason = "The letter is dated by its author."
"""
TEXT = RULES[: RULES.index("[[switch]]")] + ARGUMENT.lstrip() + "\n" + RULES[RULES.index("[[switch]]") :]


def read(text):
    """Read rules without any problem."""
    root = a_table(text)
    rules = read_rules(root, DRAFT)

    assert [] == told(root.tree.problems)
    return rules


def test_an_argument_is_written_as_it_was_read() -> None:
    """Every table of it, with everything each can say."""
    rules = read(TEXT)

    assert tomllib.loads(TEXT) == rules_document(rules)
    assert rules == read(toml_text(rules_document(rules), INLINE))


def test_nothing_argued_is_nothing_written() -> None:
    """A study may stop at its figures."""
    assert {} == argument_document(Argument())
