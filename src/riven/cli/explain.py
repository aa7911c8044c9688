"""`riven explain`: why a group is in or out, and why a cell is what it is."""

from typing import Annotated

import typer

from riven.cli.options import JsonOption, MeasureOption


def explain(
    words: Annotated[
        list[str],
        typer.Argument(metavar="[STUDY] ACTOR [PERIOD]", help="The study folder, any name of an actor, a period."),
    ],
    *,
    measure: MeasureOption = "",
    json: JsonOption = False,
) -> None:
    """Say why a group is in or out, and why its cells are so.

    In plain sentences: whether it is a rival and why, its camp and why, then each cell with its rule and its reason.
    """
    from riven.cli.answers import cell_json, verdict_json
    from riven.cli.opening import opened
    from riven.cli.show import say_json, say_lines
    from riven.cli.studies import actor_and_period
    from riven.pipeline.words import explanation_lines

    folder, actor, period = actor_and_period(words)
    with opened(folder) as study:
        answer = study.explanation(actor, period, measure)
    if json:
        say_json(verdict_json(answer) | {"cells": [cell_json(cell) for cell in answer.cells]})
        return
    say_lines(explanation_lines(study.study, study.analysis, answer))
