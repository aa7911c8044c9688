"""UCDP Non-State 22.1 as a study: every dyad-year, from the file to dyads in time, the network and the lineage."""

import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.measure import CHECKOUT, Result, Table, clock

BUDGET_S = 30.0
DATA = Path(os.environ.get("RIVEN_DATA") or CHECKOUT.parent / "shared" / "data") / "ucdp"
FILES = ("ucdp-nonstate-221.csv", "ucdp-actor-221.csv")
FOCAL = "234"  # IS, the group with the most dyads
HEAD = (
    "dyad_id,org,side_a_name,side_a_id,side_b_name,side_b_id,start_date,start_prec,ep_end,ep_end_date,ep_end_prec,year,"
    "best_fatality_estimate,low_fatality_estimate,high_fatality_estimate\n"
)
LISTING_HEAD = (
    "ActorId,NameData,NameOrigFullEng,Org,Splinter,NamePrev,ActorIdPrev,SplitTemp,NameSplitTemp,ActorIdSplitTemp,"
    "Alliance,NameAlliance,ActorIdAlliance,JoinGroup,GroupName,ActorIdGroup\n"
)


def table(*, n_invented: int = 0) -> Table:
    """Measure each stage on the real files, or on invented ones with so many dyads."""
    if n_invented:
        return _measured(*_invented(n_invented), title=f"{n_invented} invented dyads")
    if not all((DATA / name).is_file() for name in FILES):
        note = "UCDP's files are not here: put them into ../shared/data/ucdp, or name the folder above it in RIVEN_DATA"
        return Table("ucdp: Non-State 22.1 as a study", (), (note,))
    from tests.ucdp_study import text_of  # noqa: PLC0415 -- only where there is something to read

    return _measured(*(text_of(DATA / name) for name in FILES), title="Non-State 22.1")


def _measured(fights: str, actors: str, *, title: str) -> Table:
    steps = _Steps()
    files = steps("turn the files into those of a study", lambda: _files(fights, actors))
    with TemporaryDirectory() as place:
        _write(Path(place), files)
        _analyse(steps, Path(place))
    total = Result("in all", sum(result.value for result in steps.results), budget=BUDGET_S)
    return Table(
        f"ucdp: {title} as a study, {len(files['claims/fighting.csv'].splitlines()) - 1:,} dyad-years",
        (*steps.results, total),
    )


class _Steps:
    """Runs steps one after the other, and keeps how long each took."""

    def __init__(self) -> None:
        self.results: list[Result] = []

    def __call__(self, what: str, work: Callable[[], Any]) -> Any:
        """Run a step."""
        made: list[Any] = []
        self.results.append(Result(what, clock(lambda: made.append(work()))))
        return made[0]


def _analyse(steps: _Steps, place: Path) -> None:
    from riven.analysis.inputs import Inputs, settled  # noqa: PLC0415
    from riven.analysis.lineage import lineage  # noqa: PLC0415
    from riven.analysis.network import network  # noqa: PLC0415
    from riven.analysis.rivalry import dyads  # noqa: PLC0415
    from riven.analysis.scope import Setting  # noqa: PLC0415
    from riven.analysis.ties import ties  # noqa: PLC0415
    from riven.folder import read_study  # noqa: PLC0415

    study = steps("read and check the folder", lambda: read_study(place))
    setting = Setting(study.focal, study.window, study.codebook, study.rules, study.actors, study.searches)
    inputs = Inputs(setting, study.claims, study.passages, study.sources, study.coders)
    held = steps("settle the claims", lambda: settled(inputs))
    tied = steps("ties", lambda: ties(held.scope))
    steps("dyads in time", lambda: dyads(held.scope, tied))
    steps("network in yearly slices", lambda: network(held.scope, tied))
    steps("lineage", lambda: lineage(held.scope, held.findings))


def _files(fights: str, actors: str) -> dict[str, str]:
    from tests.ucdp_study import ucdp_files  # noqa: PLC0415 -- the study is a test of riven, not a part of it

    return ucdp_files(fights, actors, release="22.1", focal=FOCAL)


def _write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())


def _invented(n_dyads: int) -> tuple[str, str]:
    """Write dyads of the focal group with a chain of splinters."""
    fights, actors = [HEAD], [LISTING_HEAD, f"{FOCAL},Focal,n/a,1,0,,,0,,,0,,,0,,\n"]
    for number in range(1000, 1000 + n_dyads):
        year = 1989 + number % 33
        fights.append(f"{number},1,Focal,{FOCAL},Group {number},{number},{year}-03-09,2,0,,,{year},30,25,41\n")
        origin = number - 1 if number > 1000 else FOCAL
        actors.append(f"{number},Group {number},n/a,1,1,Origin,{origin},0,,,0,,,0,,\n")
    return "".join(fights), "".join(actors)
