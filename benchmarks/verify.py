"""Passages checked against a text: as it was, with a sentence put before it, and with every passage gone."""

from random import Random

from benchmarks.measure import Result, Table, clock
from riven.evidence.anchor import Check, Standing, check_passages, digest
from riven.model.source import Passage

N_WORDS = 5000
INSERTED = "One sentence more. "


def table(*, n_passages: int, n_characters: int, n_missing: int) -> Table:
    """Measure a text of an article's length; missing passages cost most, because every span is tried.

    Args:
        n_passages: Passages to find.
        n_characters: Length of the text.
        n_missing: Passages to miss.
    """
    text = a_text(n_characters)
    passages = some_passages(text, n_passages)
    missing = some_passages(a_text(n_characters, seed=2), n_missing)
    cases = {
        f"{n_passages} passages that match": (passages, text, Standing.MATCH),
        f"{n_passages} passages that moved": (passages, INSERTED + text, Standing.MOVED),
        f"{n_missing} passages that are missing": (missing, text, Standing.MISSING),
    }
    return Table(
        f"verify: passages in a text of {n_characters:,} characters",
        tuple(Result(what, clock(lambda case=case: _checked(*case))) for what, case in cases.items()),
    )


def a_text(n_characters: int, *, seed: int = 1) -> str:
    """Build a text of invented words."""
    random = Random(seed)
    words = ["".join(random.choices("abcdefghiklmnoprstuw", k=random.randint(2, 11))) for _ in range(N_WORDS)]
    return " ".join(random.choices(words, k=n_characters // 4))[:n_characters]


def some_passages(text: str, number: int) -> list[Passage]:
    """Take passages of 40 to 400 characters from all over a text."""
    random = Random(number)
    spans = [(start, start + random.randint(40, 400)) for start in random.sample(range(len(text) - 400), number)]
    return [Passage(f"p-{n}", "s", start, end, digest(text[start:end])) for n, (start, end) in enumerate(spans)]


def _checked(passages: list[Passage], text: str, expected: Standing) -> tuple[Check, ...]:
    checks = check_passages(passages, text)
    wrong = [check for check in checks if check.standing is not expected]
    if wrong:
        raise SystemExit(f"{len(wrong)} passages are not {expected}, first {wrong[0]}")
    return checks
