"""The engine pages are set with: links go where its owner says, and texts of others stay texts."""

from riven.report.blocks import Look, Piece, line
from riven.report.typesetting import engine


def set_line(text, *, at=lambda target: f"#{target}"):
    """Set one line of a template."""
    return (
        engine(at=at, own=lambda target: target).from_string("{{ at('finding-' ~ text) }} {{ text }}").render(text=text)
    )


def test_whoever_makes_an_engine_says_where_links_lead():
    """One page and a site of many set the same pieces."""
    assert "#finding-f1 f1" == set_line("f1")
    assert "findings/finding-f1.html f1" == set_line("f1", at="findings/{}.html".format)


def test_markup_and_overrides_in_texts_are_shown_and_do_nothing():
    """Escaped, and cleaned of what reorders."""
    assert "#finding-&lt;b&gt;\ufffd &lt;b&gt;\ufffd" == set_line("<b>\u202e")


def test_a_line_is_set_piece_by_piece_with_the_look_and_link_of_each():
    """Names isolated, what is unknown a dash that is read out, everything escaped."""
    pieces = line("a < b ", Piece("x", Look.NAME, "finding-f1"), Piece("nothing", Look.UNKNOWN))
    made = engine(at=lambda target: f"#{target}", own=str).from_string("{{ line(pieces) }}").render(pieces=pieces)
    dash = '<span class="meta" aria-hidden="true">–</span><span class="unseen">nothing</span>'
    assert f'a &lt; b <a href="#finding-f1"><bdi>x</bdi></a>{dash}' == made


def test_every_look_can_be_set():
    """None was forgotten."""
    pieces = tuple(Piece("x", look) for look in Look)
    made = engine(at=str, own=str).from_string("{{ line(pieces) }}").render(pieces=pieces)
    assert len(Look) == made.count("x")
