"""What to expect of a rival: expectations of the study with what came of them, and forecasts of sources."""

from collections.abc import Iterable, Iterator

from riven.ids import ActorId, FindingId
from riven.model.expectation import Expectation, Outcome
from riven.model.wording import day_words
from riven.report.blocks import Piece
from riven.report.evidence import said
from riven.report.narrative.sentences import Cite, Paragraph, Sentence, Spoken, free, name, remark
from riven.report.narrative.telling import Telling

OUTCOMES = {
    Outcome.OPEN: "The question is open",
    Outcome.YES: "It came out as yes",
    Outcome.NO: "It came out as no",
    Outcome.UNRESOLVABLE: "It cannot be resolved",
}


def expected(
    held: Iterable[Expectation], actors: Iterable[ActorId], forecasts: Iterable[FindingId], telling: Telling
) -> Iterator[Paragraph]:
    """Tell what is expected of actors.

    Args:
        held: Expectations of the study.
        actors: Whom the text is about; an expectation about nobody in particular is about the focal actor.
        forecasts: Findings that are forecasts.
        telling: How findings are told.

    Yields:
        A paragraph an expectation, then one of forecasts.
    """
    wanted = set(actors)
    for each in held:
        if wanted.intersection(each.actors):
            yield (expectation(each),)
    told = tuple(telling.sentence(own) for own in forecasts)
    if told:
        yield (remark("Sources make these forecasts."), *told)


def expectation(each: Expectation) -> Sentence:
    """Tell an expectation.

    Returns:
        Who asked what about which days, how surely a yes was expected, and what came of it.
    """
    pieces: list[Spoken] = [free(each.question), Piece(" "), name(each.author)]
    pieces.append(Piece(f" (stated {said(each.stated)})" if each.stated else " (when is not recorded)"))
    pieces += [Piece(" put it as “"), name(each.term), Piece("”")] if each.term else [Piece(" put no word to it")]
    if each.passages:
        pieces += [Piece(" "), Cite(each.passages)]
    number = "; no number was put to it" if each.percent is None else f"; the study writes this down as {each.percent}%"
    pieces.append(Piece(f"{number}. The days in question: {said(each.covers)}."))
    when = f", as decided on {day_words(str(each.resolved_on))}" if each.resolved_on else ""
    pieces.append(Piece(f" {OUTCOMES[each.outcome]}{when}"))
    if each.resolution_passages:
        pieces += [Piece(" "), Cite(each.resolution_passages)]
    pieces.append(Piece("."))
    if each.reason:
        pieces += [Piece(" "), free(each.reason)]
    return Sentence(tuple(pieces), (), (each.id,))
