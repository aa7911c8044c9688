"""Texts of the researchers, and whether their evidence is still what it was."""

from dataclasses import replace

from narrative_factory import worked
from report_factory import a_claim, a_content, a_finding
from riven.model.account import EditedText
from riven.report.narrative.edits import RULES, Fingerprints, Standing, State, standing
from riven.report.narrative.sentences import Block, Sentence, free

CONTENT = a_content()
BLOCK = Block("council.said", "Said", ((Sentence((free("They spoke."),), ("f-1",)),),), rules=("Reported in 2015.",))


def prints(content=CONTENT, block=BLOCK, expectations=()):
    """Take the fingerprints of a block."""
    return Fingerprints(content, {each.id: each for each in expectations}).of(block)


def told(content, block=BLOCK):
    """Say what changed since today."""
    return standing(block, EditedText(block.id, prints(), "Text."), prints(content, block)).changes


def with_claim(**changes):
    """Change a claim of the finding."""
    return replace(CONTENT, claims={**CONTENT.claims, "c-1": replace(a_claim("c-1", ["p-1"]), **changes)})


def test_a_block_rests_on_its_findings_their_claims_and_what_the_rules_make_of_them() -> None:
    """Each by a name a person can look up."""
    assert ["finding f-1", "claim c-1", "claim c-2", RULES] == list(prints())
    assert prints() == prints(a_content())


def test_a_block_rests_on_its_expectations() -> None:
    """With their outcome."""
    (one, *_) = worked().study.expectations
    block = Block("x.outlook", "Outlook", ((Sentence((free("Will they?"),), (), (one.id,)),),))
    now = prints(block=block, expectations=[one])

    assert [f"expectation {one.id}"] == list(now)
    assert now != prints(block=block, expectations=[replace(one, reason="Otherwise.")])


def test_what_changed_is_named() -> None:
    """A claim that reads otherwise, one that is new, one that is gone."""
    shorter = a_finding("f-1", ("c-1",), ("report",))
    longer = a_finding("f-1", ("c-1", "c-2", "c-3"), ("report",))

    assert () == told(CONTENT)
    assert ("claim c-1 reads otherwise",) == told(with_claim(paraphrase="They shouted."))
    assert ("claim c-1 reads otherwise",) == told(with_claim(passages=("p-2",)))
    gone = told(replace(CONTENT, findings={**CONTENT.findings, "f-1": shorter}))
    assert ("finding f-1 reads otherwise", "claim c-2 is gone") == gone
    assert "claim c-3 is new" in told(replace(CONTENT, findings={**CONTENT.findings, "f-1": longer}))
    assert (f"{RULES} reads otherwise",) == told(CONTENT, replace(BLOCK, rules=("None found.",)))


def test_notes_and_coders_are_no_evidence() -> None:
    """They change nothing that is said."""
    assert () == told(with_claim(note="Read twice.", coder="bot"))


def test_a_block_stands_in_one_of_four_ways() -> None:
    """Generated, edited, edited on evidence that changed, or without a place."""
    edit = EditedText(BLOCK.id, {"finding gone": "1"}, "Text.")
    changed = standing(BLOCK, edit, prints())

    assert State.GENERATED is standing(BLOCK, None, {}).state
    assert State.CURRENT is standing(BLOCK, EditedText(BLOCK.id, prints(), "Text."), prints()).state
    assert State.CHANGED is changed.state
    assert changed.flag.startswith("The evidence changed since the researchers wrote this text (council.said): finding")
    assert "has no place" in Standing("x", "", State.HOMELESS).flag
    assert "" == standing(BLOCK, None, {}).flag


def test_a_flag_names_a_dozen_changes_and_counts_the_rest() -> None:
    """A page must not drown in them."""
    flag = Standing("x", "", State.CHANGED, tuple(f"claim c-{number} is new" for number in range(15))).flag

    assert flag.endswith("claim c-11 is new and 3 more.")
