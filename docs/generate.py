"""Write docs/reference again from the code; `make docs` runs it. Pages are committed, and a test holds them fresh."""

from pathlib import Path

from generator import pages

REFERENCE = Path(__file__).resolve().parent / "reference"


def main() -> None:
    """Write every page, and remove pages that are no longer generated."""
    written = pages()
    REFERENCE.mkdir(exist_ok=True)
    for path in REFERENCE.glob("*.md"):
        if path.name not in written:
            path.unlink()
    for name, text in written.items():
        (REFERENCE / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
