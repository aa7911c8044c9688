"""UCDP's files as a study: what the non-state data hold comes out of riven's own tables, with no code of its own.

The files themselves are not part of the repository; tests that need them are marked. What the conversion makes of
scales, lists and blanks is tested on invented rows.

Source:
    UCDP Non-State Conflict Dataset 17.1 and 22.1 (Sundberg, Eck and Kreutz 2012), UCDP Actor Dataset 22.1. Between the
    two releases 128 of 966 common dyad-years have another best estimate.
"""

import pytest

from folder_factory import write_files
from riven.analysis.inputs import Inputs, settled
from riven.analysis.lineage import lineage
from riven.analysis.network import network
from riven.analysis.rivalry import dyads
from riven.analysis.scope import Setting
from riven.analysis.ties import ties
from riven.folder.read import read_study
from riven.model.argument import Event
from ucdp_study import days, listed, rows_of, text_of, ucdp_files

RELEASES = {"17.1": 1000, "22.1": 1442}
FOCALS = {"234": 76, "607": 28}  # the groups with 20 dyads or more: IS and the Fulani
COMMON, CHANGED = 966, 128

FIGHTS = """\
"dyad_id","org","side_a_name","side_a_id","side_b_name","side_b_id","start_date","start_prec","ep_end","ep_end_date",\
"ep_end_prec","year","best_fatality_estimate","low_fatality_estimate","high_fatality_estimate"
"7","1","Hill","11","Moor","12","2014-03-09","2","0","","","2014","30","25","41"
"7","1","Hill","11","Moor","12","2014-03-09","2","1","2015-11-30","4","2015","50","50","50"
"8","1","Hill ","11","Lake, the
Broad","13","2015-12-31","5","1","2015-12-31","5","2015","26","25","26"
"""
ACTORS = """\
ActorId,NameData,NameOrigFullEng,Org,Splinter,NamePrev,ActorIdPrev,SplitTemp,NameSplitTemp,ActorIdSplitTemp,\
Alliance,NameAlliance,ActorIdAlliance,JoinGroup,GroupName,ActorIdGroup
11,Hill,People’s Front of the Hill,1,0,,,0,,,0,,,0,,
12,Moor,n/a,1,1,"Hill, Heath","11, 14",0,,,0,,,0,,
15,Crown,Crown,4,0,,,0,,,0,,,1,Moor,12
"""


@pytest.fixture
def invented(tmp_path):
    """A study of three invented dyad-years, as it is read back."""
    return read_study(write_files(tmp_path, ucdp_files(FIGHTS, ACTORS, release="22.1", focal="11")))


PRECISIONS = [
    ("2014-03-09", "1", "2014-03-09"),
    ("2014-03-09", "2", "2014-03-04/2014-03-09"),
    ("2014-03-09", "3", "2014-02-08/2014-03-09"),
    ("2014-03-31", "4", "2014-03"),
    ("2014-12-31", "5", "2014"),
]


@pytest.mark.parametrize(("given", "precision", "expected"), PRECISIONS)
def test_a_precision_becomes_the_days_it_stands_for(given, precision, expected) -> None:
    """The date given is the last day of its period."""
    assert expected == days(given, precision)


def test_a_precision_of_another_scale_is_refused() -> None:
    """Nought is none, and a blank neither."""
    with pytest.raises(ValueError, match="a precision of '0' is none of UCDP's"):
        days("2014-03-09", "0")


def test_lists_in_cells_are_taken_apart() -> None:
    """With blanks and without; a blank cell and a word for nothing hold none."""
    assert (["204", "1067"], ["7"], [], []) == (listed("204, 1067"), listed("7"), listed(" "), listed("n/a"))


def test_a_mark_of_byte_order_and_foreign_line_ends_are_no_text(tmp_path) -> None:
    """The first column keeps its name."""
    (tmp_path / "file.csv").write_bytes("\ufeffActorId,Org\r\n1,4\r\n".encode())

    assert "ActorId,Org\n1,4\n" == text_of(tmp_path / "file.csv")


def test_a_row_stands_where_it_stands_in_the_text() -> None:
    """Also one with a line break inside its quotes."""
    rows = list(rows_of(FIGHTS))

    assert 3 == len(rows)
    assert FIGHTS[rows[2].start : rows[2].end].startswith('"8","1","Hill ","11","Lake, the\nBroad"')


def test_an_invented_file_reads_as_a_study(invented) -> None:
    """Dyad-years, when dyads began and episodes ended, splits and joinings, each on the row it stands in."""
    dates = {own: str(date.value) for own, claim in invented.claims.items() for date in claim.dates.values()}

    assert dates == {
        "d7-2014": "2014",
        "d7-2015": "2015",
        "d8-2015": "2015",
        "d7-began": "2014-03-04/2014-03-09",
        "d7-ended-2015-11-30": "2015-11",
        "d8-began": "2015",
        "d8-ended-2015-12-31": "2015",
    }
    assert ("a11", "a14") == invented.claims["a12-split-from"].roles["parent"]
    assert ("a12",) == invented.claims["a15-joined"].roles["parent"]
    assert {"a11": "Hill", "a12": "Moor", "a13": "Lake, the\nBroad", "a14": "Hill, Heath", "a15": "Crown"} == {
        actor.id: actor.name for actor in invented.actors.values()
    }
    assert ["People’s Front of the Hill"] == [name.text for name in invented.names]


def held(files, folder):
    """Read the files of a study back, and settle its claims."""
    study = read_study(write_files(folder, files))
    setting = Setting(study.focal, study.window, study.codebook, study.rules, study.actors, study.searches)
    return settled(Inputs(setting, study.claims, study.passages, study.sources, study.coders))


def dyad_years(found):
    """Take dyads and years once, with their best estimate: by UCDP's dyad and year."""
    once = found.counts.filter((found.counts["start"] < found.counts["to"]) & (found.counts["variable"] == "best"))
    return {finding: best for (finding,), best in once.select("findings", "category").iter_rows()}


@pytest.fixture(scope="module")
def releases(data_path, tmp_path_factory):
    """Both releases as studies, settled: by release."""
    folder = data_path / "ucdp"
    actors = text_of(folder / "ucdp-actor-221.csv")
    texts = {release: text_of(folder / f"ucdp-nonstate-{release.replace('.', '')}.csv") for release in RELEASES}
    return {
        release: held(ucdp_files(text, actors, release=release, focal="234"), tmp_path_factory.mktemp("ucdp"))
        for release, text in texts.items()
    }


@pytest.fixture(scope="module")
def tables(releases):
    """Dyads in time of both releases."""
    return {release: dyads(found.scope, ties(found.scope)) for release, found in releases.items()}


@pytest.mark.shared_data
@pytest.mark.parametrize("release", RELEASES)
def test_every_row_of_a_release_is_a_dyad_and_year(release, tables) -> None:
    """Once from each side, violent, with one finding and its best, low and high estimate."""
    periods = tables[release].periods

    assert 2 * RELEASES[release] == periods.height
    assert {"violence"} == set(periods["level"])
    assert {1} == set(periods["hostile"])
    assert RELEASES[release] == len(dyad_years(tables[release]))


@pytest.mark.shared_data
def test_two_releases_differ_in_the_dyad_years_they_should(tables) -> None:
    """Of those they have in common, by dyad and year, so many have another best estimate."""
    old, new = (dyad_years(tables[release]) for release in RELEASES)
    common = set(old) & set(new)

    assert (COMMON, CHANGED) == (len(common), sum(old[own] != new[own] for own in common))


@pytest.mark.shared_data
@pytest.mark.parametrize(("focal", "expected"), FOCALS.items())
def test_any_group_may_be_the_focal_one(focal, expected, data_path, tmp_path) -> None:
    """Every dyad it ever had is one of the ties it is the ego of."""
    folder = data_path / "ucdp"
    names = ("ucdp-nonstate-221.csv", "ucdp-actor-221.csv")
    files = ucdp_files(*(text_of(folder / name) for name in names), release="22.1", focal=focal)
    scope = held(files, tmp_path).scope
    found = network(scope, ties(scope))

    whole = {place.actor: place for place in found.places if place.period == scope.whole.label}
    assert expected == whole[f"a{focal}"].enemies
    assert expected + 1 == sum(place.ego for place in whole.values())


@pytest.mark.shared_data
def test_the_network_has_a_slice_a_year(releases) -> None:
    """Enemies only, so that no triangle has a friend; the whole window comes first."""
    scope = releases["22.1"].scope
    slices = [each for each in network(scope, ties(scope)).slices if each.reading == "reported"]

    assert [scope.whole.label, *map(str, range(1989, 2022))] == [each.period for each in slices]
    assert 857 == len(slices[0].graph.ties)
    assert all(sign < 0 for each in slices for sign in each.graph.ties.values())


@pytest.mark.shared_data
def test_the_actor_list_is_a_lineage(releases) -> None:
    """Undated as UCDP leaves it; two slips of the list itself are found."""
    found = lineage(releases["22.1"].scope, releases["22.1"].findings)

    assert {"split-from": 219, "split-for-a-time": 38, "allied-into": 111, "joined": 76} == {
        relation: len({each.finding for each in found.events if each.relation == relation})
        for relation in ("split-from", "split-for-a-time", "allied-into", "joined")
    }
    assert {Event.SPLIT, Event.MERGE} == {each.event for each in found.events}
    assert all(each.date is None for each in found.events)
    # one splinter is its own origin; one front joined the brigades that allied into it
    assert [("a283",), ("a3232", "a5575")] == [circle.actors for circle in found.circles]
