"""How sections of the argument name actors, categories and evidence: once, and linked to where they stand in full."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from riven.ids import ActorId, FindingId, PassageId, VariableId
from riven.report.blocks import Line, Look, Piece, joined, line
from riven.report.content import Content
from riven.report.evidence import Evidence
from riven.report.rulebook import filled
from riven.report.safety import isolated

NOTHING = "nothing found"


class References:
    """Names what a report holds, for lines of its argument."""

    def __init__(self, content: Content, evidence: Evidence) -> None:
        self._content = content
        self._evidence = evidence
        self.focal = self.name(content.about.focal)

    def name(self, actor: str) -> str:
        """Give the printed name of an actor, safe inside a sentence; one not listed is named by its id."""
        held = self._content.actors.get(ActorId(actor))
        return isolated(held.name) if held else actor

    def actors(self) -> tuple[ActorId, ...]:
        """List the actors of the study, in its order."""
        return tuple(self._content.actors)

    def filled(self, sentence: str) -> Line:
        """Put a sentence of the rules into a line."""
        return line(Piece(filled(sentence, self._content), Look.FREE))

    def finding(self, finding: FindingId) -> Line:
        """Name a finding, linked to the register."""
        known = finding in self._content.findings
        return line(Piece(finding, target=f"finding-{finding}" if known else ""))

    def findings(self, findings: Iterable[FindingId]) -> Line:
        """List findings in small print, linked to the register."""
        pieces = (piece for finding in findings for piece in self.finding(finding))
        return joined(line(replace(piece, look=Look.SOFT)) for piece in pieces)

    def told(self, finding: FindingId) -> Line:
        """Say what a finding says, in the words of its first claim that has any, behind its link."""
        if finding not in self._content.findings:
            return self.finding(finding)
        view = self._evidence.finding(finding)
        said = next((claim.paraphrase for claim in view.claims if claim.paraphrase), view.headline)
        return line(self.finding(finding), ": ", Piece(said, Look.FREE))

    def passages(self, passages: Sequence[PassageId]) -> Line:
        """Cite passages, linked to their sources."""
        views = [self._evidence.passage(passage) for passage in passages if passage in self._content.passages]
        cited = dict.fromkeys((f"{view.short}, {view.locator}".rstrip(", "), view.source) for view in views)
        return joined((line(Piece(text, Look.NAME, f"source-{source}")) for text, source in cited), "; ")

    def categories(self, variable: VariableId, categories: Iterable[str]) -> str:
        """List categories of a variable by their labels."""
        held = self._content.codebook.variables.get(variable)
        labels = {str(category.id): category.entry.label for category in held.categories} if held else {}
        return ", ".join(isolated(labels.get(category, category)) for category in categories)


def counted(number: int, noun: str, plural: str = "") -> str:
    """Write a number and what it counts, such as `1 source` or `3 searches`."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def fraction(value: float | None, missing: str) -> Line:
    """Write a number between 0 and 1 with two decimals, or say in words why there is none."""
    return line(Piece(missing, Look.SOFT)) if value is None else line(f"{value:.2f}")


def nothing(words: str = NOTHING) -> Line:
    """Say that there is nothing: a dash to see, the words to hear."""
    return line(Piece(words, Look.UNKNOWN))


def soft(text: str) -> Line:
    """Set a remark back."""
    return line(Piece(text, Look.SOFT))
