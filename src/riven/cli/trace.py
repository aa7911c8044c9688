"""`riven trace`: from a cell to its passages, and from a source on to the cells that rest on it."""

from typing import Annotated

import typer

from riven.cli.options import JsonOption, MeasureOption


def trace(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[STUDY] [ACTOR PERIOD]", help="The study folder; an actor and a period."),
    ] = None,
    *,
    measure: MeasureOption = "",
    of: Annotated[
        str, typer.Option("--of", metavar="ID", help="A source, passage, claim or finding: which cells rest on it.")
    ] = "",
    json: JsonOption = False,
) -> None:
    """Walk from a cell to its passages, or from a source to cells.

    With --of, the way goes on from a source, passage, claim or finding to the cells that rest on it. It also tells
    which cells, rivals and camps would come out otherwise without it. Where one identifier names things of two
    sorts, write which is meant, as in source:herald-2016.
    """
    if of:
        _forwards(words or [], of, json=json)
    else:
        _backwards(words or [], measure, json=json)


def _backwards(words: list[str], measure: str, *, json: bool) -> None:
    from riven.cli.answers import cell_json, thread_json
    from riven.cli.opening import opened
    from riven.cli.show import say_json, say_lines
    from riven.cli.studies import actor_and_period
    from riven.pipeline.questions import threads_of
    from riven.pipeline.words import row_missing

    folder, actor, period = actor_and_period(words)
    if not period:
        raise typer.BadParameter(
            "name an actor and a period, such as TTP 2015; or ask with --of which cells rest on something"
        )
    with opened(folder) as study:
        answer = study.explanation(actor, period, measure)
    if json:
        threads = threads_of(study.study, study.analysis)
        say_json(
            [
                cell_json(cell)
                | {"threads": [thread_json(t) for t in threads.back(cell.measure, cell.actor, cell.period)]}
                for cell in answer.cells
            ]
        )
        return
    for number, cell in enumerate(answer.cells):
        traced = study.trace(cell.actor, cell.period, cell.measure).splitlines()
        say_lines(["", *traced] if number else traced)
    say_lines(row_missing(study.study, answer, own) for own in answer.no_row)


def _forwards(words: list[str], of: str, *, json: bool) -> None:
    from dataclasses import asdict

    from riven.cli.answers import thread_json
    from riven.cli.opening import opened
    from riven.cli.show import say_json, say_lines
    from riven.cli.studies import split_study
    from riven.pipeline.words import bearing_lines

    folder, rest = split_study(words, most=0)
    if rest:
        raise typer.BadParameter(f"--of asks about the whole study; leave out {' '.join(rest)}")
    with opened(folder) as study:
        answer = study.bearing(of)
    if json:
        flips = [asdict(flip) for flip in answer.flips]
        threads = [thread_json(thread) for thread in answer.threads]
        say_json({"kind": answer.kind, "id": answer.id, "threads": threads, "flips": flips})
        return
    say_lines(bearing_lines(study.study, answer))
