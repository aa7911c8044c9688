"""The section on the network as a whole: counts, balance and frustration, slice by slice, with their caution."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from riven.analysis.balance import Pair
from riven.analysis.network import Network, Place, Slice
from riven.report.argument.references import References, counted, fraction, nothing, soft
from riven.report.blocks import Block, Heading, Line, Look, Piece, Prose, Row, Section, Table, line

SHOWN = 20
TITLE = "The network as a whole"
_PLACES = ("Actor", "Friends", "Enemies", "Mixed", "Sent", "Received", "Betweenness", "Community", "Side")


def network(held: Network, names: References, *, whole: str, declared: bool) -> Section:
    """Describe the network of ties, slice by slice and in both readings.

    Args:
        held: The network.
        names: How actors are named.
        whole: Label of the window as a whole.
        declared: Whether the rules declare a network.

    Returns:
        The section.
    """
    return Section("network", TITLE, "Network", tuple(_blocks(held, names, whole, declared=declared)))


def _blocks(held: Network, names: References, whole: str, *, declared: bool) -> Iterator[Block]:
    if not declared:
        yield Prose(line("The rules declare no ties, so there is no network."))
        return
    if not held.slices:
        yield Prose(line("No finding ties two actors, so there is no network."))
        return
    yield Prose(line(held.caution), is_warning=True)
    for reading in dict.fromkeys(each.reading for each in held.slices):
        slices = [each for each in held.slices if each.reading == reading]
        yield Heading(f"What is {reading}")
        yield Table(
            caption=f"Ties that are {reading}, one signed tie a pair, over the window and period by period",
            columns=("What is counted", *(each.period for each in slices)),
            rows=tuple(_rows(slices)),
        )
        yield from _pairs(slices, names)
    yield from _places(held.places, names, whole)


def _rows(slices: Sequence[Slice]) -> Iterator[Row]:
    for label, told in _MEASURES.items():
        yield Row(line(label), tuple((told(each),) for each in slices))


def _number(count: Callable[[Slice], int]) -> Callable[[Slice], Line]:
    return lambda each: line(str(count(each)))


def _ties(sign: int) -> Callable[[Slice], Line]:
    return _number(lambda each: sum(held == sign for held in each.graph.ties.values()))


def _walk(each: Slice) -> Line:
    return fraction(each.walk, "not measured" if each.graph.ties else "no signed tie")


def _frustration(each: Slice) -> Line:
    return line(each.frustration.label) if each.graph.ties else soft("no signed tie")


_MEASURES: Mapping[str, Callable[[Slice], Line]] = {
    "Actors": _number(lambda each: len(each.graph.actors)),
    "Friendly ties": _ties(1),
    "Hostile ties": _ties(-1),
    "Mixed ties": _number(lambda each: len(each.graph.mixed)),
    "Neutral ties only": _number(lambda each: len(each.neutral)),
    "Triangles": _number(lambda each: each.triads.total),
    "Share of them that two camps explain (balance)": lambda each: fraction(each.triads.balanced, "no triangle"),
    "Share that any number of camps explains": lambda each: fraction(each.triads.weakly_balanced, "no triangle"),
    "Share of directed triples whose signs agree": lambda each: fraction(each.triples, "no triple"),
    "Walk balance": _walk,
    "Frustration: ties that no two camps explain": _frustration,
}


def _pairs(slices: Sequence[Slice], names: References) -> Iterator[Block]:
    mixed = _periods((each.period, each.graph.mixed) for each in slices)
    frustrated = _periods((each.period, each.frustration.frustrated) for each in slices)
    pairs = tuple(dict.fromkeys((*mixed, *frustrated)))
    if not pairs:
        return
    rest = len(pairs) - SHOWN
    more = f" {counted(rest, 'more pair')} are in ties.csv." if rest > 0 else ""
    yield Table(
        caption="Mixed ties are friendly and hostile at once and enter no count of balance. Ties against the best "
        f"split are those that the best two camps leave unexplained; other splits may be as good.{more}",
        columns=("Two actors", "Mixed in", "Against the best split in"),
        rows=tuple(
            Row(
                line(Piece(names.name(one), Look.NAME), " and ", Piece(names.name(other), Look.NAME)),
                tuple(
                    (line(", ".join(held[one, other])) if (one, other) in held else nothing("none"),)
                    for held in (mixed, frustrated)
                ),
            )
            for one, other in pairs[:SHOWN]
        ),
    )


def _periods(slices: Iterable[tuple[str, Iterable[Pair]]]) -> Mapping[Pair, list[str]]:
    found: dict[Pair, list[str]] = {}
    for period, pairs in slices:
        for pair in pairs:
            found.setdefault(pair, []).append(period)
    return found


def _places(places: Iterable[Place], names: References, whole: str) -> Iterator[Block]:
    readings = dict.fromkeys(place.reading for place in places)
    widest = list(readings)[-1] if readings else ""
    held = [place for place in places if place.period == whole and place.reading == widest and place.ego]
    if not held:
        return
    yield Heading(f"Places around {names.focal}")
    yield Table(
        caption=f"{counted(len(held), 'actor')}: {names.focal} and everybody tied to it, over the whole window, by "
        f"ties that are {widest}. Betweenness is the share of shortest paths that lead through an actor; communities "
        "follow friendly ties; sides are those of the best split in two. network_actors.csv has every actor and "
        "period.",
        columns=_PLACES,
        rows=tuple(_place(place, names) for place in held),
    )


def _place(place: Place, names: References) -> Row:
    numbers = (place.friends, place.enemies, place.mixed, place.sent, place.received)
    cells = (
        *((line(str(number)),) for number in numbers),
        (fraction(place.betweenness, "not measured"),),
        *((nothing("none") if each is None else line(str(each)),) for each in (place.community, place.side)),
    )
    return Row(line(Piece(names.name(place.actor), Look.NAME)), cells)
