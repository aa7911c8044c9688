"""The engine pages are set with: links go where its owner says, and texts of others stay texts."""

from markupsafe import Markup

from riven.report.typesetting import engine


def set_line(text, *, at=lambda target: f"#{target}"):
    """Set one line of a template."""
    return (
        engine(at=at, own=lambda target: target).from_string("{{ at('finding-' ~ text) }} {{ text }}").render(text=text)
    )


def test_whoever_makes_an_engine_says_where_links_lead():
    """One page and a site of many set the same pieces."""
    assert "#finding-f1 f1" == set_line("f1")
    assert "findings/finding-f1.html f1" == set_line("f1", at=lambda target: Markup(f"findings/{target}.html"))


def test_markup_and_overrides_in_texts_are_shown_and_do_nothing():
    """Escaped, and cleaned of what reorders."""
    assert "#finding-&lt;b&gt;\ufffd &lt;b&gt;\ufffd" == set_line("<b>\u202e")
