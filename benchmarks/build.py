"""The main job from outside, as `make demo` runs it, and where its time goes on a study of many claims."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.measure import CHECKOUT, RIVEN, Result, Table, clock, in_child, peak_gb, spent

DEMO_BUDGET_S = 3.0
DEMO = CHECKOUT / "studies" / "isk-2018"
OTHERS = CHECKOUT / "tests" / "studies"


def table(*, n_claims: int, runs: int) -> Table:
    """Measure `riven build` on the worked study, and the steps of a build on a synthetic one.

    Args:
        n_claims: Claims of the synthetic study.
        runs: Processes, of which the median counts.
    """
    with TemporaryDirectory() as place:
        study = _study(Path(place) / "small")
        results = [*_demo(study, Path(place), runs), *_large(Path(place), n_claims)]
    return Table("build: from a study folder to every file", tuple(results))


def _study(spare: Path) -> Path:
    """Take the worked study; where it is not complete an invented one from the tests, or a small synthetic one."""
    found = [head.parent for head in (DEMO / "study.toml", *sorted(OTHERS.glob("*/study.toml"))) if head.is_file()]
    if found:
        return found[0]
    in_child("read", "write", str(spare), 200)
    return spare


def _demo(study: Path, place: Path, runs: int) -> Iterator[Result]:
    build = [RIVEN, "build", study, "--out", place / "demo"]
    demo = spent(build, runs=runs)
    yield Result(f"riven build {study.name}", demo.wall, budget=DEMO_BUDGET_S)
    yield Result("of it processor time", demo.processor)
    fresh = spent(build, runs=1, environment={"MPLCONFIGDIR": str(place / "matplotlib")})
    yield Result("the same, matplotlib's list of fonts not there yet", fresh.wall, budget=DEMO_BUDGET_S)


def _large(place: Path, n_claims: int) -> Iterator[Result]:
    folder = place / "large"
    in_child("read", "write", str(folder), n_claims)
    steps = in_child("build", "time_steps", str(folder), str(place / "large-build"))
    for step, seconds in steps["seconds"].items():
        yield Result(f"{n_claims:,} claims, {step}", seconds)
    yield Result(f"{n_claims:,} claims, peak memory", steps["peak_gb"], "GB")


def time_steps(folder: str, out: str) -> dict[str, Any]:
    """Time the steps of one build; each but the last is timed once more inside it."""
    from riven.evidence.settle import settle  # noqa: PLC0415 -- imports are no part of the steps
    from riven.folder import read_study  # noqa: PLC0415
    from riven.pipeline.build import build  # noqa: PLC0415
    from riven.pipeline.results import analyse_study  # noqa: PLC0415

    held = []
    seconds = {"read and check": clock(lambda: held.append(read_study(Path(folder))))}
    study = held[0]
    given = {name: getattr(study, name) for name in ("codebook", "rules", "sources", "passages", "coders")}
    seconds["settle"] = clock(lambda: settle(study.claims.values(), **given))
    seconds["settle, rivals, camps, panels"] = clock(lambda: analyse_study(study))
    seconds["whole build, with figures and report"] = clock(lambda: build(folder, out))
    return {"seconds": seconds, "peak_gb": peak_gb()}
