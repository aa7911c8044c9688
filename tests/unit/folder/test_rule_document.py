"""The form rules are written in."""

from dataclasses import replace

import pytest

from folder_factory import CODEBOOK, RULES, a_table, told
from riven.folder.canonical import toml_text
from riven.folder.codebook import read_codebook
from riven.folder.rule_document import INLINE, rules_document
from riven.folder.rules import read_rules
from riven.model.claim import Modality, Polarity
from riven.model.panel import CellState

DRAFT = read_codebook(a_table(CODEBOOK))
TINY = read_rules(a_table(RULES), DRAFT)


def again(rules):
    """Write rules, and read them again."""
    root = a_table(toml_text(rules_document(rules), INLINE))
    found = read_rules(root, DRAFT)

    assert [] == told(root.tree.problems)
    return found


def test_rules_are_written_as_they_were_read() -> None:
    """What equals its default and adds nothing is left out."""
    assert RULES == toml_text(rules_document(TINY), INLINE)
    assert TINY == again(TINY)


def test_a_document_shares_nothing_with_the_rules() -> None:
    """Whoever edits it leaves the rules alone."""
    document = rules_document(TINY)
    document["rules"]["family"].append("x")
    document["measure"][0]["selectors"].clear()

    assert document != rules_document(TINY)


@pytest.mark.parametrize(
    "change",
    [
        {
            "selectors": {
                "against": (),
                "apart": ("target",),
                "modalities": (Modality.DENIED,),
                "polarity": Polarity.NEGATED,
            }
        },
        {"selectors": {"without": {"act": ("endorse", "condemn")}, "where": {}}},
        {"links": {"only": {"act": ("condemn",)}, "where": {}, "gives": CellState.POSSIBLE}},
        {"rollups": {"merges": ("leader",)}},
        {"measures": {"attribution": (), "possible": (), "reported": (Modality.ASSERTED,)}},
    ],
    ids=str,
)
def test_everything_an_entry_can_say_is_written(change: dict[str, dict[str, object]]) -> None:
    """And read back as it was."""
    ((table, values),) = change.items()
    entries = dict(getattr(TINY, table))
    own = next(iter(entries))
    entries[own] = replace(entries[own], **values)
    rules = replace(TINY, **{table: entries})

    assert rules == again(rules)


def test_rules_without_camps_or_switches_have_no_such_tables() -> None:
    """An empty list is not written."""
    rules = replace(TINY, camps=(), switches=(), family=())

    assert not {"camp", "switch"} & set(rules_document(rules))
    assert rules == again(rules)


@pytest.mark.parametrize("value", [True, 3, 1.5, "x", ["a", "b"], {"act": ["condemn"]}, [{"any": ["x"]}]], ids=str)
def test_a_switch_may_give_a_value_of_any_sort(value: object) -> None:
    """It is written inside its line."""
    (switch,) = TINY.switches
    (option,) = switch.options
    edit = replace(option.edits[0], value=value)
    document = rules_document(replace(TINY, switches=(replace(switch, options=(replace(option, edits=(edit,)),)),)))

    assert [{"table": "measure", "id": "criticised", "attribute": "attribution", "value": value}] == (
        document["switch"][0]["option"][0]["edit"]
    )
    assert "value = " in toml_text(document, INLINE)
