"""Tests of `riven.report.blocks`."""

from riven.report.blocks import Look, Piece, Row, Table, joined, line


def test_a_line_is_put_together_from_texts_pieces_and_lines():
    """Empty texts leave no piece."""
    link = Piece("f-1", target="finding-f-1")
    assert (Piece("See "), link, Piece("."), Piece("Soft", Look.SOFT)) == line(
        "See ", link, "", line("."), Piece("Soft", Look.SOFT)
    )


def test_lines_are_joined_with_a_separator_between_them():
    """None before the first or after the last."""
    assert line("a", "; ", "b") == joined((line("a"), line("b")), "; ")
    assert () == joined(())


def test_a_table_knows_which_columns_and_heads_need_room():
    """Long texts get it, short ones do not."""
    long, short = line("x" * 60), line("x")
    table = Table("Caption", ("A", "B", "C"), (Row(short, ((short,), (short, long))),))
    assert frozenset({1}) == table.wide
    assert not table.has_wide_heads
    assert Table("Caption", ("A",), (Row(long, ()),)).has_wide_heads
