"""Which finding goes into which part of a rival's account."""

from narrative_factory import WORKED, worked
from riven.report.narrative.sorting import Part


def parts(actor, study=None):
    """Sort the findings of a rival."""
    held = study or worked()
    camp = next((each for each in held.content.camps if each.actor == actor), None)
    return held.sorting().rival(actor, camp)


def test_what_the_measure_of_hostility_counts_was_said() -> None:
    """With what says that nothing was said, and what the focal actor answered."""
    said = parts("salt-militia").parts[Part.SAID]
    haqqani = parts("haqqani-network", worked(WORKED)).parts[Part.SAID]

    assert {"f-d-militia-envoy", "f-d-militia-assembly", "f-d-league-2021"} == set(said)
    assert {"f-st-haqqani-no-own-statement", "taliban-warning-2015"} == set(haqqani)


def test_who_left_is_what_measures_on_rivals_count_and_acts_of_affiliation() -> None:
    """Denials of them, and oaths, included."""
    assert {"heron-crossing", "f-s-heron-denied"} == set(parts("heron-command").parts[Part.LEFT])
    assert "f-o-north-first" in parts("copper-brotherhood").parts[Part.LEFT]


def test_reasons_are_judgements_hostile_ties_and_what_decides_factors() -> None:
    """Whatever the rules call them."""
    why = set(parts("salt-militia").parts[Part.WHY])
    herons = set(parts("heron-command").parts[Part.WHY])

    assert {"f-v-militia-water", "f-v-militia-oaths", "f-g-militia", "salt-truce"} == why
    assert {"f-x-burnt", "f-x-sunk"} == herons


def test_everything_else_says_who_a_group_is() -> None:
    """Where it comes from, and how it stands to others."""
    identity = set(parts("heron-command").parts[Part.IDENTITY])

    assert {"f-k-heron-head", "f-k-lantern", "f-k-seat-heron-command", "f-u-herons-militia"} == identity


def test_a_forecast_is_part_of_the_outlook() -> None:
    """It says what will be."""
    held = worked(WORKED)
    outlook = parts("ttp", held).parts[Part.OUTLOOK]

    assert outlook
    assert all(held.sorting().is_forecast(own) for own in outlook)


def test_no_finding_of_a_rival_is_lost_or_told_twice() -> None:
    """Every standing finding that names it has one part."""
    for path in (WORKED, None):
        held = worked(path) if path else worked()
        sorting = held.sorting()
        for verdict in (each for each in held.content.rivals if each.rival):
            told = [own for part in parts(verdict.actor, held).parts.values() for own in part]
            named = [
                own
                for own, each in held.content.findings.items()
                if each.status in {"accepted", "disputed"} and sorting.concerns(each, verdict.actor)
            ]
            assert len(told) == len(set(told))
            assert set(named) <= set(told)


def test_what_others_did_is_told_with_its_path() -> None:
    """What the rival did itself has none, and what one merged into it did is its own."""
    paths = parts("heron-command").paths

    assert {"f-d-league-2021", "f-d-notary-2020"} == set(paths)
    assert "river-league" == paths["f-d-league-2021"][0].actor


def test_the_focal_actor_gets_what_no_rival_tells() -> None:
    """Of it, and of those that count as it."""
    held = worked()
    sorting = held.sorting()
    found = sorting.focal(["f-k-consortium-founded"])

    assert "f-k-night-boats" in found
    assert "f-k-consortium-founded" not in found
    assert all(sorting.is_focal(held.content.findings[own]) for own in found)
    assert "heron-command" == sorting.stands_for("lantern-crew")
