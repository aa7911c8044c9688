"""Small builders for what an invented study argues beyond its figures.

To the world of `factories` come a `clash` (sides; form, fallen), `ground` that somebody holds (who; hold), the `aid`
of a state (who, state), an `attack` on one (who, object) and an author's `view` (who, focal; matter, verdict).
`river` stays the focal group, `delta` the organisation it is a branch of.
"""

from dataclasses import replace
from types import MappingProxyType

from factories import (
    ANY,
    a_codebook,
    a_kind,
    a_role,
    a_selector,
    a_variable,
    some_inputs,
    some_rules,
)
from riven.analysis.inputs import settled
from riven.model.argument import (
    Argument,
    Event,
    FactorRule,
    Judgement,
    LineageRule,
    NetworkRule,
    StatedRule,
    TieRule,
)
from riven.model.codebook import ValueType
from riven.model.condition import Condition
from riven.model.panel import CellState

FOLLOWERS = ("leader-of-group", "part-of-group")
REPORTED = (CellState.REPORTED,)
MEANS = {"yes": Judgement.PRESENT, "no": Judgement.ABSENT, "partly": Judgement.SOME_FACTIONS}
DESCENT = {
    "founded": Event.FOUNDING,
    "splinter-of": Event.SPLIT,
    "joined": Event.MERGE,
    "renamed": Event.RENAME,
    "revived": Event.REVIVAL,
    "part-of": Event.PART,
    "name-of": Event.SAME,
}


def a_wide_codebook():
    """Build the codebook of the invented world with what an argument needs."""
    book = a_codebook()
    sorts = (
        "branch-of part-of splinter-of name-of wing-of leads+ allied+ feuding- aloof0 founded joined renamed revived"
    )
    variables = [
        a_variable("tone", "warn- scold- praise+ thank+ muse", identifies=True),
        a_variable("moods", "scold- praise+", type=ValueType.SET),
        a_variable("sort", sorts, identifies=True),
        a_variable("form", "raid siege"),
        a_variable("fallen", type=ValueType.COUNT),
        a_variable("hold", "held sought", identifies=True),
        a_variable("matter", "turf", identifies=True),
        a_variable("verdict", "yes no partly unclear"),
    ]
    kinds = [
        a_kind("clash", [a_role("sides", many=True)], "form fallen moods", "happened reported"),
        a_kind("ground", ["who"], "hold", "happened", lasting=True),
        a_kind("aid", ["who", "state"], "", "happened", lasting=True),
        a_kind("attack", ["who", "object"], "form", "happened"),
        a_kind("view", ["who", "focal"], "matter verdict", "happened"),
        a_kind("kin", ["child", "parent"], "sort", "happened reported"),
    ]
    return replace(
        book,
        kinds=MappingProxyType(book.kinds | {kind.id: kind for kind in kinds}),
        variables=MappingProxyType(book.variables | {variable.id: variable for variable in variables}),
    )


def some_selectors():
    """Build the selectors an argument names, beside those of the figures."""
    held = [
        a_selector("holding", "ground", "who", where={"hold": ("held",)}),
        a_selector("seeking", "ground", "who", where={"hold": ("sought",)}),
        a_selector("aided", "aid", "who"),
        a_selector("attacking", "attack", "who"),
        a_selector("speaking", "speech", "for who"),
        a_selector("viewing", "view", "who", "focal", where={"matter": ("turf",)}),
    ]
    return some_rules().selectors | {selector.id: selector for selector in held}


def asked(line, states=ANY, links=FOLLOWERS):
    """Build a condition from a line of selectors."""
    return Condition(tuple(line.split()), states, links)


def a_factor(*present, focal=(), absent=(), **given):
    """Build a factor from lines of selectors, or from conditions."""
    parts = [
        tuple(asked(part) if isinstance(part, str) else part for part in held) for held in (present, focal, absent)
    ]
    given.setdefault("partial", ("part-of-group",))
    return FactorRule("turf", "Turf", "Both want the ground.", parts[0], focal=parts[1], absent=parts[2], **given)


def a_stated_factor(*present, **given):
    """Build a factor beside which authors' own views stand."""
    return a_factor(*present, stated=StatedRule("viewing", "verdict", MEANS), **given)


def a_tie(name, kind, start, to, **given):
    """Build a tie rule; roles are lines of names. Hostile unless a sign is given."""
    if "sign_of" not in given:
        given.setdefault("sign", -1)
    return TieRule(name, name.title(), f"Ties by {name}.", kind, tuple(start.split()), tuple(to.split()), **given)


def a_network(*ties, **given):
    """Build an argument of ties."""
    given.setdefault("attribution", FOLLOWERS)
    given.setdefault("levels", ("word", "blow"))
    return Argument(ties={tie.id: tie for tie in ties}, network=NetworkRule("Ties.", **given))


def a_descent(**given):
    """Build an argument about where groups come from."""
    return Argument(lineage=LineageRule("Descent.", "kin", "child", "parent", "sort", DESCENT), **given)


def argued(*claims, argument=None, rules=None, **given):
    """Settle claims of the invented world in a study that argues."""
    rules = rules or some_rules()
    rules = replace(rules, selectors=some_selectors(), argument=argument or Argument())
    return settled(some_inputs(*claims, rules=rules, codebook=a_wide_codebook(), **given))
