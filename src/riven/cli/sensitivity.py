"""`riven sensitivity`: which results depend on how the study was done."""

from typing import Annotated

import typer

from riven.cli.options import JsonOption, MeasureOption, StudyArgument


def sensitivity(
    study: StudyArgument = None,
    *,
    sort: Annotated[
        str,
        typer.Option(
            "--sort",
            metavar="SORT",
            help="Only alternatives of one sort: switch, rollup, dates, source, outlet, coder or group.",
            show_default=False,
        ),
    ] = "",
    measure: MeasureOption = "",
    json: JsonOption = False,
) -> None:
    """Try every alternative, and say which results it changes.

    Every option of every switch of the rules, every other scheme of identity, three readings of open dates, and then
    leaving out each source with its copies, each outlet, each coder and each group. With --measure, only the cells of
    that measure are compared.
    """
    from dataclasses import asdict

    from riven.analysis.sensitivity import Sort
    from riven.cli.opening import opened
    from riven.cli.show import say_json, say_lines
    from riven.cli.studies import chosen_study
    from riven.pipeline.terms import find_id, find_measure
    from riven.pipeline.words import sensitivity_lines

    with opened(chosen_study(study)) as held:
        own = find_measure(measure, held.study.rules.measures) if measure else ""
        asked = Sort(find_id(sort, [str(each) for each in Sort], "sort of alternative")) if sort else None
        answer = held.sensitivity()
    tested = answer.only(sort=asked, measure=own)
    if json:
        alternatives = [asdict(one.alternative) | {"flips": [asdict(flip) for flip in one.flips]} for one in tested]
        say_json({"robustness": answer.robustness, "alternatives": alternatives})
        return
    if not (sort or measure):
        say_lines([*answer.robustness, ""])
    say_lines(sensitivity_lines(held.study, answer, tested))
