"""What must hold for any claims: order is nothing, copies add nothing, models fill nothing, and every thread holds."""

import random
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factories import (
    a_bond,
    a_kinship,
    a_link,
    a_move,
    a_source,
    a_speech,
    analysed,
    settled,
    some_evidence,
    some_inputs,
    some_rules,
)
from riven.dates import parse
from riven.evidence.anchor import Standing, check_passages, digest
from riven.evidence.attribution import edges_of, reach, scheme_of
from riven.evidence.dating import either, fill, first_of, meet, text_of
from riven.evidence.trace import cells_of, trace
from riven.ids import PassageId, SourceId
from riven.model.claim import Modality, Polarity, Verdict
from riven.model.finding import Status
from riven.model.rule import Independence, Rows
from riven.model.source import Passage

ACTORS = st.sampled_from(["hill", "moor", "lake", "river", "chief", "delta"])
DATES = st.sampled_from(
    ["", "2014", "2015", "2015?", "2015-06", "2014/2015", "[2014,2016]", "{2014,2016}", "../2015", "2016/.."]
)
SOURCES = st.sampled_from(["s1", "s2", "s3", "wire", "paper"])
COPIES = (a_source("wire", outlet="Agency"), a_source("paper", copy_of="wire"), a_source("s1", outlet="Agency"))
SOME = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
FEW = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def a_few_claims(draw, *, coders=("ann", "bob", "bot"), linked=True):
    """Build speeches and moves by several coders on several sources, corrections and adjudications among them."""
    claims = []
    for number in range(draw(st.integers(1, 7))):
        build = draw(st.sampled_from([a_speech, a_move]))
        role = "published" if build is a_speech else "happened"
        date = draw(DATES)
        given = {
            "coder": draw(st.sampled_from(coders)),
            "source": draw(SOURCES),
            "modality": draw(st.sampled_from(Modality)),
            "polarity": draw(st.sampled_from(Polarity)),
            "finding": draw(st.sampled_from([None, None, "x", "y"])),
            "date": f"{role}={date}" if date else "",
        }
        earlier = [claim.id for claim in claims if claim.coder != "bot"]
        if linked and earlier and given["coder"] != "bot":
            given["supersedes"] = tuple(draw(st.lists(st.sampled_from(earlier), max_size=1)))
            given["settles"] = tuple(draw(st.lists(st.sampled_from(earlier), max_size=2, unique=True)))
            given["verdict"] = draw(st.sampled_from(Verdict)) if given["settles"] else None
        claims.append(build(f"c{number}", draw(ACTORS), **given))
    return claims


def told(findings, *, reasons=True):
    """Put findings beside each other, with or without their reasons."""
    return [finding if reasons else replace(finding, reason="") for finding in findings]


@given(a_few_claims(), st.randoms(use_true_random=False), st.booleans())
@SOME
def test_the_order_of_claims_changes_nothing(claims: list, shuffle: random.Random, by_key: bool) -> None:
    """Neither findings nor columns."""
    rules = some_rules(group_by_key=by_key, publication_bound=True)
    other = shuffle.sample(claims, len(claims))

    assert settled(*claims, rules=rules) == settled(*other, rules=rules)
    ours, theirs = some_evidence(*claims, rules=rules), some_evidence(*other, rules=rules)
    for name in ("findings", "roles", "values", "dates", "support"):
        assert getattr(ours, name).equals(getattr(theirs, name))


@given(a_few_claims(coders=("ann", "bob")))
@SOME
def test_withdrawing_a_claim_that_was_corrected_changes_nothing(claims: list) -> None:
    """Unless it corrects or settles others itself, which then stand again."""
    corrected = {target for claim in claims for target in claim.supersedes}
    gone = {claim.id for claim in claims if claim.id in corrected and not (claim.supersedes or claim.settles)}
    gone -= {target for claim in claims for target in claim.settles}  # what is judged joins others to the judgement
    kept = [claim for claim in claims if claim.id not in gone]

    assert settled(*claims) == settled(*kept)


@given(a_few_claims())
@SOME
def test_every_claim_that_stands_is_about_one_act(claims: list) -> None:
    """None is lost, none is counted twice, and no two findings bear one name."""
    findings = settled(*claims)
    held = [claim for finding in findings for claim in finding.claims]
    overtaken = {target for claim in claims for target in (*claim.supersedes, *claim.settles)}
    people = {claim.id for claim in claims if claim.coder != "bot" and claim.id not in overtaken}

    assert len(held) == len(set(held))
    assert len(findings) == len({finding.id for finding in findings})
    assert people <= set(held)


@given(a_few_claims(), st.sampled_from(Independence))
@SOME
def test_independent_sources_are_never_more_than_sources(claims: list, how: Independence) -> None:
    """Each stands for at least one source of the finding, and every finding that counts has one."""
    for finding in settled(*claims, sources=COPIES, rules=some_rules(independence=how)):
        assert len(finding.independent) <= len(finding.sources)
        assert len(set(finding.sources)) == len(finding.sources)
        assert finding.status not in {Status.ACCEPTED, Status.DISPUTED} or finding.independent


@given(a_few_claims())
@SOME
def test_a_copy_of_a_source_adds_no_independent_source(claims: list) -> None:
    """However often a story is printed, it is one witness."""
    again = [
        replace(claim, id=f"z{claim.id}", passages=("p-paper",)) for claim in claims if claim.passages == ("p-wire",)
    ]
    plain = [replace(claim, supersedes=(), settles=(), verdict=None) for claim in (*claims, *again)]

    ours = {finding.id: finding for finding in settled(*plain[: len(claims)], sources=COPIES)}
    for finding in settled(*plain, sources=COPIES):
        assert set(ours[finding.id].independent) == set(finding.independent)


@given(a_few_claims())
@SOME
def test_models_change_nothing_that_people_coded(claims: list) -> None:
    """Without their claims everything else is the same, and alone they only suggest."""
    people = [claim for claim in claims if claim.coder != "bot"]
    with_models = settled(*claims)
    counting = [finding for finding in with_models if finding.status is not Status.SUGGESTED]

    assert told(settled(*people), reasons=False) == told(counting, reasons=False)
    assert {claim for finding in counting for claim in finding.claims} <= {claim.id for claim in people}


def days(value):
    """List the spans of a date as pairs of days."""
    return [(str(span.first), str(span.last)) for span in value.spans]


RANGES = st.sampled_from(
    [
        *("2014", "2015", "2015?", "2015-06", "2014/2015", "2015-03/2016-02", "../2015-05", "2014-07/.."),
        *("[2014,2016]", "[2014-02..2014-05,2015-06..]", "{2014,2016}", "{2015-06}", "2015-06-02", "2015~"),
    ]
).map(parse)


@given(st.lists(RANGES, min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_merging_dates_does_not_depend_on_their_order(values: list, shuffle: random.Random) -> None:
    """Whether they agree, contradict each other, or follow one another."""
    other = shuffle.sample(values, len(values))
    for rule in (meet, fill, first_of, either):
        ours, theirs = rule(values), rule(other)
        assert (ours is None) == (theirs is None)
        assert ours is None or (days(ours), ours.qualifier) == (days(theirs), theirs.qualifier)


@given(st.lists(RANGES.filter(lambda value: not value.each), min_size=1, max_size=5))
def test_an_act_is_dated_within_every_date_given(values: list) -> None:
    """Nothing is added, and what is kept is a date riven can read."""
    merged = meet(values)
    for value in values if merged else ():
        assert all(any(span.is_within(given) for given in value.spans) for span in merged.spans)
    assert merged is None or parse(text_of(merged.spans)).spans == merged.spans
    assert all(any(given.is_within(span) for span in either(values).spans) for v in values for given in v.spans)


TEXTS = st.lists(st.text("abcdefgh", min_size=3, max_size=8), min_size=3, max_size=30, unique=True)


@given(TEXTS, st.text("xyz .\n", min_size=1, max_size=200), st.data())
def test_text_put_on_top_moves_every_passage_by_its_length(words: list, top: str, data: st.DataObject) -> None:
    """To the character, whatever stands there."""
    text, passages = ". ".join(f"<{word}>" for word in words), []
    for word in data.draw(st.lists(st.sampled_from(words), min_size=1, unique=True)):
        start = text.index(f"<{word}>")
        end = start + len(word) + 2
        passages.append(Passage(PassageId(word), SourceId("s"), start, end, digest(text[start:end])))

    checks = check_passages(passages, top + text)
    assert {(Standing.MOVED, len(top))} == {(check.standing, check.shift) for check in checks}


KIN = st.builds(
    lambda number, child, parent, sort, modality: (number, child, parent, sort, modality),
    st.integers(0, 10**6),
    ACTORS,
    ACTORS,
    st.sampled_from(["part-of", "splinter-of", "name-of", "wing-of"]),
    st.sampled_from([Modality.ASSERTED, Modality.BELIEVED]),
)
LINKS = (
    a_link("part", "kin", "child", "parent", "part-of"),
    a_link("name", "kin", "child", "parent", "name-of"),
    a_link("wing", "kin", "child", "parent", "wing-of"),
)
ORDER = ("river", "delta", "hill", "moor", "lake", "chief")


def kinships(lines):
    """Build kinships, each of an act of its own."""
    return [
        a_kinship(f"k{number}", child, parent, sort, modality=modality, finding=f"l{number}")
        for number, (_, child, parent, sort, modality) in enumerate(lines)
    ]


def ways_of(claims):
    """Work out a scheme and for whom everybody's acts count."""
    edges = edges_of(some_evidence(*claims), LINKS)
    scheme = scheme_of(("name", "wing"), edges, focal="river", order=ORDER)
    return scheme, reach(ORDER, ("part",), edges=edges, scheme=scheme)


@given(st.lists(KIN, max_size=8))
@SOME
def test_a_path_leads_without_a_gap_from_the_actor_to_the_row(lines: list) -> None:
    """Merges and links alike; a merged actor is nobody's row."""
    scheme, ways = ways_of(kinships(lines))
    for actor, found in ways.items():
        assert scheme.of(actor) in found
        for row, path in found.items():
            assert row not in scheme.into
            stops = [actor, *(step.to for step in path.steps)]
            assert [step.actor for step in path.steps] == stops[:-1]
            assert row == stops[-1]


@given(st.lists(KIN, max_size=8))
@SOME
def test_a_scheme_ends_where_nobody_is_merged_any_further(lines: list) -> None:
    """And what it leaves undecided it does not merge."""
    scheme, _ = ways_of(kinships(lines))

    assert not set(scheme.into) & set(scheme.into.values())
    assert not set(scheme.into) & set(scheme.undecided)
    assert all(scheme.path(actor).steps[-1].to == into for actor, into in scheme.into.items())


@given(st.lists(KIN, max_size=6), ACTORS, ACTORS, st.sampled_from([Modality.ASSERTED, Modality.BELIEVED]))
@SOME
def test_one_more_link_never_weakens_a_result(lines: list, child: str, parent: str, modality: Modality) -> None:
    """Every way there was is still there, and as strong."""
    claims = kinships(lines)
    _, before = ways_of(claims)
    _, after = ways_of([*claims, a_kinship("more", child, parent, "part-of", modality=modality, finding="more")])
    for actor, found in before.items():
        for row, path in found.items():
            assert path.weak or not after[actor][row].weak


@st.composite
def told_claims(draw):
    """Build claims that only speak for what they are about, with leaders and parts."""
    claims = [
        a_kinship("k", "moor", "hill", "part-of", source=draw(SOURCES)),
        a_bond("b", "chief", "moor", source=draw(SOURCES)),
        a_kinship("f", "river", "delta", "branch-of", source=draw(SOURCES)),
    ]
    modalities = [Modality.ASSERTED, Modality.REPORTED, Modality.BELIEVED, Modality.RUMOURED]
    dates = st.sampled_from(["2014", "2015", "2015-06", "2014/2015"])
    return claims + [
        a_speech(
            f"c{number}",
            draw(ACTORS),
            f"published={draw(dates)}",
            at=draw(st.sampled_from(["river", "delta", "lake"])),
            source=draw(SOURCES),
            modality=draw(st.sampled_from(modalities)),
        )
        for number in range(draw(st.integers(1, 6)))
    ]


ALL_ROWS = some_rules(measures={"scolded": replace(some_rules().measures["scolded"], rows=Rows.ACTORS)}, switches=())


def states_and_trace(claims):
    """Analyse claims: the state of every cell, the cells, and the trace."""
    inputs, found = some_inputs(*claims, rules=ALL_ROWS), analysed(*claims, rules=ALL_ROWS)
    cells = list(found.panels["scolded"].cells.values())
    threads = trace(
        cells, findings=found.findings, claims=inputs.claims, passages=inputs.passages, family=found.carried
    )
    return {(cell.measure, cell.actor, cell.period): cell.state for cell in cells}, cells, threads


@given(told_claims())
@FEW
def test_every_cell_with_evidence_reaches_its_passages_and_they_reach_it(claims: list) -> None:
    """Nothing a cell counts is without a thread, in either direction."""
    _, cells, threads = states_and_trace(claims)
    for cell in cells:
        here = threads.back(cell.measure, cell.actor, cell.period)
        assert cell.state.has_evidence == bool(here)
        assert set(cell.claims) <= {thread.claim for thread in here}
        assert set(cell.sources) <= {thread.source for thread in here}
        for thread in here:
            assert (cell.measure, cell.actor, cell.period) in cells_of(threads.from_source(thread.source))


@given(told_claims(), SOURCES)
@FEW
def test_withdrawing_a_source_changes_only_cells_it_leads_to(claims: list, source: str) -> None:
    """The trace says beforehand what may fall."""
    before, _, threads = states_and_trace(claims)
    after, _, _ = states_and_trace([claim for claim in claims if claim.passages != (f"p-{source}",)])
    changed = {cell for cell, state in before.items() if after[cell] is not state}

    assert changed <= set(cells_of(threads.from_source(SourceId(source))))


@pytest.mark.parametrize("seed", range(3))
def test_many_claims_are_settled_alike_whatever_their_order(seed: int) -> None:
    """A thousand claims in two orders."""
    shuffle = random.Random(seed)
    claims = [
        a_speech(f"c{n}", shuffle.choice(ORDER), f"published={2010 + n % 7}", source=f"s{n % 13}", coder=f"p{n % 3}")
        for n in range(1000)
    ]

    assert settled(*claims) == settled(*shuffle.sample(claims, len(claims)))
