"""The section on configurations: which combinations of factors go with a camp, and how little a few cases can say."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from riven.analysis.completions import Completions
from riven.analysis.configurations import SOLUTIONS, Configuration
from riven.analysis.qca import Analysis, Solved
from riven.report.argument.references import References, counted, soft
from riven.report.blocks import Block, Heading, Line, Look, Piece, Prose, Row, Section, Table, line

SHOWN = 8
TITLE = "Configurations: which factors go together with a camp"
Labels = Mapping[str, str]
_NUMBER = re.compile(r"(?<![\w.*~+-])[0-9]+(?= [a-z])")  # a count, not a part of an id


def configurations(held: Iterable[Configuration], names: References, labels: Labels) -> Section:
    """Show what the cases say to every question, with every caution.

    Args:
        held: Answers to the questions of the rules.
        names: How actors are named.
        labels: Printed names of factors and camps.

    Returns:
        The section.
    """
    questions = tuple(held)
    blocks: list[Block] = []
    for question in questions:
        blocks += _question(question, names, labels)
    if not questions:
        blocks.append(Prose(line("The rules put no question to configurations of factors.")))
    return Section("configurations", TITLE, "Configurations", tuple(blocks))


def _question(held: Configuration, names: References, labels: Labels) -> Iterator[Block]:
    rule = held.rule
    yield Heading(rule.sentence)
    if held.scores:
        yield Table(
            caption="Scores of the cases: 1 present or a member, 0 absent or none; no score where disputed, held by "
            "some factions only, or not coded.",
            columns=("Case", *(labels.get(name, name) for name in (*rule.conditions, rule.camp))),
            rows=tuple(
                Row(
                    line(Piece(names.name(actor), Look.NAME), soft(f" {actor}")),
                    tuple((_score(score),) for score in scores),
                )
                for actor, scores in held.scores.items()
            ),
        )
    if held.completions is None:
        yield Prose(line("It was not run. ", Piece(held.refusal, Look.FREE)))
        return
    yield Prose(line(_verdict(held.completions)), is_warning=True)
    yield _cautions(held.completions)
    written = "; ".join(f"{name}: {labels.get(name, name)}" for name in (*rule.conditions, rule.camp))
    yield Prose(line(f"In models * is “and”, + is “or”, ~ is “not”. {written}."))
    for solution, read in SOLUTIONS.items():
        yield _models(solution, held.completions, read)
    yield _needs(held.completions)


def _score(score: float | None) -> Line:
    return soft("no score") if score is None else line(f"{score:g}")


def _verdict(held: Completions) -> str:
    missing, of = len(held.disputed), len(held.each)
    standing = {solution: [one for one in held.models(read) if one.survives] for solution, read in SOLUTIONS.items()}
    kept = [f"{one.written} ({solution})" for solution, models in standing.items() for one in models]
    settled = (
        f"{counted(missing, 'score')} can be settled in {counted(of, 'way')}, and all of them were run"
        if missing
        else "Every score is settled, so there is one run"
    )
    if not kept:
        return f"{settled}: no model holds in all of them, so the cases at hand single out no combination."
    hold = "model holds" if len(kept) == 1 else "models hold"
    return f"{settled}: {len(kept)} {hold} in every one, {'; '.join(kept)}. Read the cautions first."


def _cautions(held: Completions) -> Table:
    tally: dict[str, list[tuple[int, str]]] = {}
    for number, run in enumerate(held.each):
        for caution in run.analysis.cautions:
            tally.setdefault(_NUMBER.sub("{}", caution), []).append((number, caution))
    found = [(len(dict(met)), _ranged([caution for _, caution in met])) for met in tally.values()]
    return Table(
        caption="Cautions, with the number of ways of settling the scores in which each applies",
        columns=("Applies in", "Caution"),
        rows=tuple(
            Row(line(f"{runs} of {len(held.each)}"), ((line(Piece(caution, Look.FREE)),),))
            for runs, caution in sorted(found, key=lambda item: (-item[0], item[1]))
        ),
    )


def _ranged(alike: Sequence[str]) -> str:
    """Say cautions that differ in their numbers once, with the least and the most of each number."""
    columns = zip(*([int(number) for number in _NUMBER.findall(caution)] for caution in alike), strict=True)
    told = iter(
        [f"{min(numbers)} to {max(numbers)}" if len(set(numbers)) > 1 else f"{numbers[0]}" for numbers in columns]
    )
    return _NUMBER.sub(lambda _: next(told), alike[0])


def _models(solution: str, held: Completions, read: Callable[[Analysis], tuple[Solved, ...]]) -> Table:
    models = held.models(read)
    fits: dict[str, list[Solved]] = {}
    for run in held.each:
        for model in read(run.analysis):
            fits.setdefault(model.written, []).append(model)
    rest = len(models) - SHOWN
    more = f" The {rest} that hold least often are in configurations.csv." if rest > 0 else ""
    none = "" if models else " There is none."
    return Table(
        caption=f"Models of the {solution} solution, and in how many ways of settling scores each holds.{more}{none}",
        columns=("Model", "Holds in", "Consistency, at least", "Coverage, at least", "Assumed combinations, at most"),
        rows=tuple(
            Row(
                line(Piece(one.written, Look.CODE)),
                (
                    (line(f"{one.held} of {one.of}"),),
                    (_least(model.fit.consistency for model in fits[one.written]),),
                    (_least(model.fit.coverage for model in fits[one.written]),),
                    (line(str(max(len(model.assumed) for model in fits[one.written]))),),
                ),
            )
            for one in models[:SHOWN]
        ),
    )


def _least(values: Iterable[float | None]) -> Line:
    known = [value for value in values if value is not None]
    return line(f"{min(known):.2f}") if known else soft("cannot be told")


def _needs(held: Completions) -> Table:
    """Show how far the outcome needs each condition, from the worst to the best way of settling the scores."""
    found: dict[str, list[tuple[float | None, float | None]]] = {}
    for run in held.each:
        for need in run.analysis.needs:
            found.setdefault(need.written, []).append((need.fit.consistency, need.fit.coverage))
    return Table(
        caption="How far the outcome needs each condition, or its absence (~)",
        columns=("Condition", "Consistency", "Coverage"),
        rows=tuple(
            Row(line(Piece(written, Look.CODE)), tuple((_range(values),) for values in zip(*fits, strict=True)))
            for written, fits in found.items()
        ),
    )


def _range(values: Iterable[float | None]) -> Line:
    known = sorted(value for value in values if value is not None)
    if not known:
        return soft("cannot be told")
    least, most = f"{known[0]:.2f}", f"{known[-1]:.2f}"
    return line(least if least == most else f"{least} to {most}")
