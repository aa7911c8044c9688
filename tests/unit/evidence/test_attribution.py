"""Whose acts count for whom: links, schemes of identity, the focal family."""

from dataclasses import replace

import pytest

from factories import (
    BELIEVED,
    DENIED,
    NEGATED,
    RUMOURED,
    a_bond,
    a_kinship,
    a_link,
    a_source,
    some_actors,
    some_evidence,
)
from riven.evidence.attribution import DIRECT, Scheme, edges_of, family_of, reach, scheme_of
from riven.model.claim import Verdict
from riven.model.panel import CellState

ORDER = ("river", "delta", "hill", "moor", "lake", "chief")
PART = a_link("part", "kin", "child", "parent", "part-of")
SPLINTER = a_link("splinter", "kin", "child", "parent", "splinter-of", gives=CellState.POSSIBLE)
LEADER = a_link("leader", "bond", "one", "other", "leads")
NAME = a_link("name", "kin", "child", "parent", "name-of")
WING = a_link("wing", "kin", "child", "parent", "wing-of")
LINKS = (PART, SPLINTER, LEADER, NAME, WING)


def edges(*claims, **given):
    """Find the edges of all links."""
    return edges_of(some_evidence(*claims, **given), LINKS)


def scheme(*claims, merges=("name", "wing"), focal="river", order=ORDER):
    """Work out a scheme."""
    return scheme_of(merges, edges(*claims), focal=focal, order=order)


def ways(actor, *claims, links=("part", "splinter", "leader"), merges=()):
    """Say for whom an actor's acts count: the path to each, and whether it is weak."""
    found = edges(*claims)
    held = scheme_of(merges, found, focal="river", order=ORDER)
    return {
        there: ([(s.actor, s.to, s.finding) for s in path.steps], path.weak)
        for there, path in reach([actor], links, edges=found, scheme=held)[actor].items()
    }


def test_a_link_is_walked_along_findings_of_its_kind_and_category() -> None:
    """From the role it starts at to the role it leads to."""
    found = edges(a_kinship("k", "hill", "moor", "part-of"), a_bond("b", "chief", "hill"))

    assert ["part", "splinter", "leader", "name", "wing"] == list(found)
    (edge,) = found["part"]
    assert ("hill", "moor", "f-k", False) == (edge.start, edge.to, edge.finding, edge.weak)
    assert ("hill", "moor", "part", "f-k") == (edge.step.actor, edge.step.to, edge.step.link, edge.step.finding)
    assert () == found["name"]


@pytest.mark.parametrize(
    "claims",
    [
        [{"polarity": NEGATED}],
        [{"modality": DENIED}],
        [{"modality": RUMOURED}],
        [{}, {"polarity": NEGATED}],
        [{"coder": "bot"}],
        [{}, {"settles": ("k0",), "verdict": Verdict.REJECTED}],
    ],
    ids=str,
)
def test_what_is_not_accepted_or_not_so_carries_nothing(claims: list[dict[str, object]]) -> None:
    """Negated, denied, rumoured, disputed, suggested and rejected findings."""
    held = [a_kinship(f"k{number}", "hill", "moor", "part-of", **given) for number, given in enumerate(claims)]

    assert () == edges(*held)["part"]


def test_what_is_believed_carries_and_leaves_open() -> None:
    """And so does a link that says so itself."""
    found = edges(
        a_kinship("k", "hill", "moor", "part-of", modality=BELIEVED), a_kinship("s", "hill", "lake", "splinter-of")
    )

    assert [True] == [edge.weak for edge in found["part"]]
    assert [True] == [edge.weak for edge in found["splinter"]]


def test_nobody_is_linked_to_himself() -> None:
    """A claim that names one actor in both roles says nothing."""
    assert () == edges(a_kinship("k", "hill", "hill", "part-of"))["part"]


def test_several_actors_in_a_role_are_linked_each() -> None:
    """Every start with every end."""
    found = edges(a_bond("b", "chief", "hill+moor"))["leader"]

    assert [("chief", "hill"), ("chief", "moor")] == [(edge.start, edge.to) for edge in found]


def test_an_act_counts_for_its_own_actor_and_along_chains_of_links() -> None:
    """Each step is recorded, with its finding."""
    claims = a_bond("b", "chief", "hill"), a_kinship("k", "hill", "moor", "part-of")

    assert {
        "chief": ([], False),
        "hill": ([("chief", "hill", "f-b")], False),
        "moor": ([("chief", "hill", "f-b"), ("hill", "moor", "f-k")], False),
    } == ways("chief", *claims)
    assert {"moor": ([], False)} == ways("moor", *claims)


def test_only_the_links_asked_for_are_walked() -> None:
    """Each measure names its own."""
    claims = a_bond("b", "chief", "hill"), a_kinship("k", "hill", "moor", "part-of")

    assert {"chief", "hill"} == set(ways("chief", *claims, links=("leader", "leader", "unknown")))


def test_one_weak_step_leaves_the_whole_path_open() -> None:
    """A splinter of a part."""
    claims = a_kinship("s", "hill", "moor", "splinter-of"), a_kinship("k", "moor", "lake", "part-of")

    assert ([("hill", "moor", "f-s"), ("moor", "lake", "f-k")], True) == ways("hill", *claims)["lake"]


def test_of_several_ways_the_one_that_leaves_least_open_is_kept_then_the_shortest() -> None:
    """A weaker way never weakens a result, however short it is."""
    long = a_kinship("a", "hill", "moor", "part-of"), a_kinship("b", "moor", "lake", "part-of")
    weak, short = a_kinship("w", "hill", "lake", "splinter-of"), a_kinship("z", "hill", "lake", "part-of")

    assert ([("hill", "moor", "f-a"), ("moor", "lake", "f-b")], False) == ways("hill", *long, weak)["lake"]
    assert ([("hill", "lake", "f-z")], False) == ways("hill", *long, weak, short)["lake"]


def test_circles_of_links_end() -> None:
    """Two groups that are each part of the other."""
    claims = a_kinship("a", "hill", "moor", "part-of"), a_kinship("b", "moor", "hill", "part-of")

    assert {"hill": ([], False), "moor": ([("hill", "moor", "f-a")], False)} == ways("hill", *claims)


def test_a_scheme_merges_along_its_links() -> None:
    """An actor that stands for itself is not listed."""
    held = scheme(a_kinship("n", "hill", "moor", "name-of"), a_kinship("w", "moor", "lake", "wing-of"))

    assert {"hill": "lake", "moor": "lake"} == held.into
    assert ["lake", "lake", "lake", "river"] == [held.of(actor) for actor in ("hill", "moor", "lake", "river")]
    assert ("lake", "hill", "moor") == held.members("lake")
    assert ["f-n", "f-w"] == [step.finding for step in held.path("hill").steps]
    assert DIRECT is held.path("lake")


def test_without_links_everybody_is_apart() -> None:
    """A scheme may merge nobody."""
    held = scheme(a_kinship("n", "hill", "moor", "name-of"), merges=())

    assert Scheme() == held
    assert ("moor",) == held.members("moor")


def test_the_first_link_of_a_scheme_that_applies_decides() -> None:
    """A wing with a name of its own is the group it is a name of."""
    claims = a_kinship("n", "hill", "moor", "name-of"), a_kinship("w", "hill", "lake", "wing-of")

    assert {"hill": "moor"} == scheme(*claims).into
    assert {"hill": "lake"} == scheme(*claims, merges=("wing", "name")).into


def test_a_surer_finding_decides_between_two_of_one_link() -> None:
    """What is only believed gives way."""
    claims = a_kinship("a", "hill", "moor", "name-of", modality=BELIEVED), a_kinship("b", "hill", "lake", "name-of")

    assert {"hill": "lake"} == scheme(*claims).into


def test_an_actor_that_would_be_two_others_at_once_is_kept_apart() -> None:
    """Nothing decides between them, and the scheme says so."""
    held = scheme(a_kinship("a", "hill", "moor", "name-of"), a_kinship("b", "hill", "lake", "name-of"))

    assert {} == held.into
    assert {"hill": ("moor", "lake")} == held.undecided


def test_several_others_that_are_one_themselves_decide() -> None:
    """Whichever way, it is the same actor."""
    held = scheme(
        a_kinship("a", "hill", "moor", "name-of"),
        a_kinship("b", "hill", "lake", "name-of"),
        a_kinship("c", "moor", "delta", "name-of"),
        a_kinship("d", "lake", "delta", "wing-of"),
    )

    assert {"hill": "delta", "lake": "delta", "moor": "delta"} == held.into
    assert {} == held.undecided


def test_in_a_circle_the_focal_actor_stands_for_all_else_the_first_of_the_study() -> None:
    """Whoever enters the circle comes out at the same actor."""
    around = a_kinship("a", "hill", "moor", "name-of"), a_kinship("b", "moor", "hill", "name-of")
    into = a_kinship("c", "lake", "moor", "name-of")

    assert {"moor": "hill", "lake": "hill"} == scheme(*around, into).into
    assert {"hill": "moor", "lake": "moor"} == scheme(*around, into, focal="moor").into
    assert {"moor": "hill", "lake": "hill"} == scheme(*around, into, order=()).into


def test_a_merged_actor_acts_as_the_one_that_stands_for_it() -> None:
    """The merge is a step, and no inheritance."""
    found = edges(a_kinship("n", "hill", "moor", "name-of"))
    held = scheme_of(("name",), found, focal="river", order=ORDER)
    (path,) = reach(["hill"], (), edges=found, scheme=held)["hill"].values()

    assert ["f-n"] == [step.finding for step in path.steps]
    assert not path.inherited


def test_links_start_and_end_at_merged_actors_with_the_merge_as_a_step() -> None:
    """The whole path is recorded, in whichever direction one actor is taken for the other."""
    name = a_kinship("n", "hill", "moor", "name-of")
    end, start = a_bond("e", "chief", "hill"), a_kinship("s", "hill", "lake", "part-of")

    assert {
        "chief": ([], False),
        "moor": ([("chief", "hill", "f-e"), ("hill", "moor", "f-n")], False),
    } == ways("chief", name, end, merges=("name",))
    assert {
        "moor": ([], False),
        "lake": ([("moor", "hill", "f-n"), ("hill", "lake", "f-s")], False),
    } == ways("moor", name, start, merges=("name",))


def test_an_identity_that_is_only_believed_leaves_open_what_passes_through_it() -> None:
    """In both directions."""
    name = a_kinship("n", "hill", "moor", "name-of", modality=BELIEVED)
    start = a_kinship("s", "hill", "lake", "part-of")

    assert {"moor": ([("hill", "moor", "f-n")], True)} == ways("hill", name, merges=("name",))
    assert ([("moor", "hill", "f-n"), ("hill", "lake", "f-s")], True) == ways("moor", name, start, merges=("name",))[
        "lake"
    ]


def test_an_identity_that_is_only_believed_does_not_weaken_an_actors_own_links() -> None:
    """What a part does counts for the whole, whoever else the part may be."""
    name = a_kinship("n", "hill", "moor", "name-of", modality=BELIEVED)
    start, end = a_kinship("s", "hill", "lake", "part-of"), a_bond("e", "chief", "hill")

    assert ([("hill", "lake", "f-s")], False) == ways("hill", name, start, merges=("name",))["lake"]
    assert ([("chief", "hill", "f-e"), ("hill", "lake", "f-s")], False) == ways(
        "chief", name, start, end, merges=("name",)
    )["lake"]


def test_the_focal_family_are_those_whose_links_lead_to_the_focal_actor() -> None:
    """Each with the path; the focal actor with none."""
    found = edges(a_bond("b", "chief", "river"), a_kinship("k", "delta", "chief", "part-of"), a_bond("c", "x", "hill"))
    family = family_of("river", ("leader", "part"), actors=(*ORDER, "x"), edges=found, scheme=Scheme())

    assert {"river": [], "chief": ["f-b"], "delta": ["f-k", "f-b"]} == {
        actor: [step.finding for step in path.steps] for actor, path in family.items()
    }


def test_names_of_the_focal_actor_belong_to_its_family() -> None:
    """Under a scheme that merges them, in whichever direction."""
    for one, other in (("hill", "river"), ("river", "hill")):
        found = edges(a_kinship("n", one, other, "name-of"))
        held = scheme_of(("name",), found, focal="river", order=ORDER)
        family = family_of("river", (), actors=ORDER, edges=found, scheme=held)

        assert {"hill", "river"} == set(family)


def test_findings_settled_from_several_sources_are_one_edge() -> None:
    """The finding carries, not the claims."""
    sources = [a_source("one"), a_source("two")]
    claims = [a_kinship(f"k-{source.id}", "hill", "moor", "part-of", source=source.id) for source in sources]

    assert 1 == len(edges(*claims, sources=sources, actors=some_actors())["part"])


def test_a_link_without_categories_walks_every_finding_of_its_kind() -> None:
    """`where` may be empty."""
    found = edges_of(some_evidence(a_kinship("k", "hill", "moor", "wing-of")), [replace(PART, where={})])

    assert 1 == len(found["part"])
