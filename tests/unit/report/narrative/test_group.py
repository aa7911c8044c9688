"""The account of one rival, part by part."""

from dataclasses import replace

from narrative_factory import WORKED, block, text_of, worked
from riven.model.argument import AccountRule
from riven.report.narrative.group import EMPTY, GroupAccount
from riven.report.narrative.sorting import Part
from riven.report.narrative.why import Reasons


def account(path=None, **changes):
    """Prepare to tell accounts."""
    held = worked(path) if path else worked()
    content = replace(held.content, **changes)
    return GroupAccount(Reasons(content, held.arguments, held.sorting(), held.telling()))


def test_a_rival_has_five_parts_in_order() -> None:
    """As the argument goes."""
    found = account().blocks("heron-command")

    assert [f"heron-command.{part}" for part in Part] == [each.id for each in found]
    assert ["Who they are", "What was said", "Who left", "Why they do not get along", "What to expect"] == [
        each.title for each in found
    ]


def test_a_camp_on_both_sides_is_divided() -> None:
    """That is a camp that needs evidence of more than one sort."""
    titles = {each.id: each.title for each in account().blocks("copper-brotherhood")}

    assert "Why they are divided" == titles["copper-brotherhood.why"]


def test_parts_are_called_as_the_rules_have_it() -> None:
    """And the rules may say which camps are divided."""
    rules = worked().content.rules
    named = AccountRule(why="Why they quarrel with {focal}", divided="Two minds", camps=("at-the-table",))
    told = account(rules=replace(rules, argument=replace(rules.argument, account=named)))
    titles = {own: told.blocks(own)[3].title for own in ("heron-command", "salt-militia", "copper-brotherhood")}

    assert ["Why they quarrel with Ombará Consortium", "Two minds"] == [
        titles["heron-command"],
        titles["salt-militia"],
    ]
    assert titles["heron-command"] == titles["copper-brotherhood"]


def test_rivals_stand_camp_by_camp() -> None:
    """Those in none come last."""
    assert ("heron-command", "salt-militia", "copper-brotherhood", "lighthouse-families") == account().rivals()
    assert ("imu", "ttp") == account(WORKED).rivals()[-2:]


def test_a_part_says_what_the_figure_makes_of_it() -> None:
    """Every state in words."""
    said = text_of(account().blocks("heron-command")[1])

    assert "In Figure 1 (“Quarters in which a house spoke against Ombará Consortium" in said
    assert "possible in 2021-Q2 (date, wording or inheritance leaves it open)" in said
    assert "not searched in 2022-Q2 (nobody looked; says nothing about the group)" in said


def test_a_part_without_evidence_says_so() -> None:
    """And that this is not to say that there was nothing."""
    outlook = account().blocks("copper-brotherhood")[-1]

    assert text_of(outlook).startswith(EMPTY[Part.OUTLOOK])
    assert "That nothing was found is not to say that there was nothing." in text_of(outlook)


def test_a_rival_of_whom_nothing_is_held_has_five_honest_parts() -> None:
    """No sentence states anything."""
    held = worked()
    bare = replace(held.content, findings={}, panels={}, camps=())
    arguments = replace(held.arguments, argued=replace(held.arguments.argued, factors=(), stated=()))
    told = GroupAccount(Reasons(bare, arguments, _Nothing(), held.telling()))
    told.sorted = {"heron-command": _Nothing().rival("heron-command", None)}

    texts = [text_of(each) for each in told.blocks("heron-command")]
    assert [True] * 4 == [
        text.startswith(EMPTY[part])
        for part, text in zip(Part, texts, strict=True)
        if part is not Part.OUTLOOK  # an expectation is no finding
    ]


class _Nothing:
    """Sorts nothing."""

    hostility, losses = "denounced", ()

    def rival(self, actor, camp):
        from riven.report.narrative.sorting import Sorted

        return Sorted(dict.fromkeys(Part, ()), {})


def test_the_focal_actor_is_told_once() -> None:
    """What a rival's account tells is not told again."""
    assembly = worked().assembly()
    focal = block(assembly, "consortium.identity")
    rivals = {own for each in assembly.told.blocks if not each.id.startswith("consortium") for own in each.findings}

    assert "The Night Boats are the Consortium's armed arm" in text_of(focal)
    assert set() == set(focal.findings) & {own for own in rivals if own.startswith("f-x")}
    assert "Will captains of the Green Line have sworn" in text_of(block(assembly, "consortium.outlook"))
