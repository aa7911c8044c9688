"""The section on goals and targets: what is coded about each group, and how far groups are apart."""

from collections.abc import Iterator, Mapping

from riven.analysis.divergence import ALL, Apart, Coded, Divergence
from riven.ids import ActorId, RuleId
from riven.model.argument import ProfileRule
from riven.report.argument.references import References, counted, fraction, soft
from riven.report.blocks import Block, Heading, Line, Listing, Look, Piece, Prose, Row, Section, Table, line

MOST_GROUPS = 12
TITLE = "Goals and targets: how far groups are apart"


def divergence(held: Divergence, rules: Mapping[RuleId, ProfileRule], names: References, focal: ActorId) -> Section:
    """Show what groups want and whom they attack, and how far they are apart in it.

    Args:
        held: Profiles and distances.
        rules: Profiles by id.
        names: How actors and evidence are named.
        focal: The focal actor.

    Returns:
        The section.
    """
    page = _Page(held, rules, names, focal)
    return Section("goals", TITLE, "Goals and targets", tuple(page.blocks()))


class _Page:
    """Sets the profiles and distances of one study."""

    def __init__(
        self, held: Divergence, rules: Mapping[RuleId, ProfileRule], names: References, focal: ActorId
    ) -> None:
        self._rules = rules
        self._names = names
        self._focal = focal
        self._coded = {(each.actor, each.profile): each for each in held.coded}
        self._apart = {(each.one, each.other, each.profile): each for each in held.apart}
        actors = dict.fromkeys(each.actor for each in held.coded)
        self._actors = tuple(sorted(actors, key=lambda actor: actor != focal))

    def blocks(self) -> Iterator[Block]:
        """Set the section."""
        if not self._rules:
            yield Prose(line("The rules declare no respects in which groups are compared."))
            return
        yield Listing(
            tuple(
                line(Piece(rule.label, Look.STRONG), ": ", self._names.filled(rule.sentence))
                for rule in self._rules.values()
            )
        )
        if not self._actors:
            yield Prose(line("There are not two groups to compare."))
            return
        yield self._profiles()
        yield Heading(f"How far rivals are from {self._names.focal}")
        yield self._against_focal()
        yield Heading("How far rivals are from each other")
        yield from self._among_rivals()

    def _profiles(self) -> Table:
        return Table(
            caption="What is coded about each group. What is not coded is not known, which is not the same as none.",
            columns=("Group", *(rule.label for rule in self._rules.values())),
            rows=tuple(
                Row(
                    line(Piece(self._names.name(actor), Look.NAME)),
                    tuple(self._profile(self._coded[actor, rule.id], rule) for rule in self._rules.values()),
                )
                for actor in self._actors
            ),
        )

    def _profile(self, coded: Coded, rule: ProfileRule) -> tuple[Line, ...]:
        if not coded.is_coded:
            return (soft("not coded"),)
        lines = [line(self._names.categories(rule.variable, coded.categories))] if coded.categories else []
        if coded.denied:
            lines.append(line(f"Not: {self._names.categories(rule.variable, coded.denied)}"))
        lines.append(self._names.findings(coded.findings))
        return tuple(lines)

    def _against_focal(self) -> Table:
        return Table(
            caption="Distance from 0 (alike) to 1 (nothing in common), respect by respect; over all, the mean of those "
            "in which both are coded.",
            columns=("Rival", *(rule.label for rule in self._rules.values()), "Over all"),
            rows=tuple(
                Row(
                    line(Piece(self._names.name(actor), Look.NAME)),
                    (
                        *(
                            self._component(self._between(self._focal, actor, rule.id), rule)
                            for rule in self._rules.values()
                        ),
                        self._total(self._between(self._focal, actor, ALL)),
                    ),
                )
                for actor in self._actors
                if actor != self._focal
            ),
        )

    def _between(self, one: ActorId, other: ActorId, profile: RuleId) -> Apart:
        return self._apart.get((one, other, profile)) or self._apart[other, one, profile]

    def _component(self, apart: Apart, rule: ProfileRule) -> tuple[Line, ...]:
        if apart.distance is None:
            return (soft(self._missing(apart)),)
        shared = self._names.categories(rule.variable, apart.shared)
        return fraction(apart.distance, ""), soft(f"shared: {shared}" if shared else "nothing shared")

    def _missing(self, apart: Apart) -> str:
        blank = [actor for actor in (apart.one, apart.other) if not self._coded[actor, apart.profile].is_coded]
        if not blank:
            return "cannot be told"
        return f"cannot be told: nothing coded about {' or '.join(self._names.name(actor) for actor in blank)}"

    def _total(self, apart: Apart) -> tuple[Line, ...]:
        if apart.distance is None:
            return (soft("cannot be told"),)
        return fraction(apart.distance, ""), soft(f"mean of {apart.counted}")

    def _among_rivals(self) -> Iterator[Block]:
        rivals = [actor for actor in self._actors if actor != self._focal]
        pairs = [(one, other) for place, one in enumerate(rivals) for other in rivals[place + 1 :]]
        if not pairs:
            yield Prose(line("There are not two rivals to compare."))
        elif len(rivals) > MOST_GROUPS:
            yield Prose(line(f"{counted(len(pairs), 'pair')} are too many for a page; divergence.csv lists them all."))
        else:
            yield Table(
                caption="Distance of every two rivals, respect by respect and over all",
                columns=("Two rivals", *(rule.label for rule in self._rules.values()), "Over all"),
                rows=tuple(self._pair(one, other) for one, other in pairs),
            )

    def _pair(self, one: ActorId, other: ActorId) -> Row:
        head = line(Piece(self._names.name(one), Look.NAME), " and ", Piece(self._names.name(other), Look.NAME))
        components = (self._between(one, other, rule).distance for rule in self._rules)
        told = tuple((fraction(distance, "cannot be told"),) for distance in components)
        return Row(head, (*told, self._total(self._between(one, other, ALL))))
