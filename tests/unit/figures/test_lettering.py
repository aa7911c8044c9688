"""Tests of `riven.figures.lettering`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riven.figures.lettering import drawable, drawable_name, font, line_mm, width_mm, wrap


@pytest.mark.parametrize(
    ("expected", "written"),
    [
        ("Tehrik-i-Taliban Pakistan", "Tehrik-i-Taliban Pakistan"),
        ("one line of text", " one\nline\tof \u00a0 text "),
        ("not reversed", "not \u202ereversed\u202c"),
        ("ab", "a\x00\x1b\u200bb"),
        ("تحریک طالبان", "تحریک طالبان"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("é", "e\u0301"),
        ("□□", "中国"),
        ("a□", "a\ud800"),
    ],
)
def test_text_is_made_safe_to_draw(expected, written):
    """Controls go, letters stay, and what the fonts lack becomes a box."""
    assert expected == drawable(written)


def test_a_name_the_fonts_lack_becomes_its_identifier():
    """A row of boxes would name nobody, and would look like the marks of cells."""
    assert "nine-piers" == drawable_name("九埠社 (九埠)", "nine-piers")


def test_what_the_fonts_lack_of_a_name_is_left_out_and_its_identifier_follows():
    """The part that can be read is kept."""
    assert "Nine Piers Society … (nine-piers)" == drawable_name("Nine Piers Society 九埠 社", "nine-piers")
    assert "Nine Piers (…) (nine-piers)" == drawable_name("Nine Piers (九埠社)", "nine-piers")


def test_a_box_that_is_part_of_a_name_stays():
    """Nothing is missing where the name holds the very sign."""
    assert "Box □" == drawable_name("Box □", "box")


@pytest.mark.parametrize(
    ("expected", "written"),
    [
        ("against طالبان\u200e, 2014–2017", "against طالبان, 2014–2017"),
        ("تحریک طالبان TTP\u200f 1994", "تحریک طالبان TTP 1994"),
        ("the ده‌ها من\u200e, 3 of them", "the ده‌ها من, 3 of them"),
        ("طَالِبٌ\u200e 2014 in English words", "طَالِبٌ 2014 in English words"),
        ("طالبان 2014", "طالبان 2014"),
        ("Taliban, 2014", "Taliban, 2014"),
    ],
)
def test_words_of_the_other_direction_do_not_take_numbers_along(expected, written):
    """A mark behind them ends their reach; texts of one direction need none."""
    assert expected == drawable(written)


def test_every_line_runs_in_the_direction_of_the_whole():
    """A line of an English name that happens to begin in Arabic reads like the lines around it."""
    lines = wrap(drawable("Green Line of the valley الخط الأخضر (north) and others"), 33.0, 7.0)
    assert "\u200eالخط الأخضر\u200e (north) and" == lines[1]
    assert lines[0].startswith("Green")


def test_a_sentence_that_begins_with_a_name_in_another_script_keeps_its_own_direction():
    """Most of its letters decide."""
    assert ("\u200eطالبان\u200e and the leaders",) == wrap(drawable("طالبان and the leaders"), 99.0, 7.0)
    assert ("\u200fTTP\u200f تحریک طالبان",) == wrap(drawable("TTP تحریک طالبان"), 99.0, 7.0)


def test_a_name_the_fonts_have_stands_alone():
    """Arabic letters are in the fonts."""
    assert "داعش" == drawable_name("داعش", "isis")


def test_a_name_of_invisible_characters_becomes_its_identifier():
    """No row is without a label."""
    assert "ghost" == drawable_name("\u202e\u200b", "ghost")


def test_wrapped_lines_fit_and_keep_every_word():
    """Nothing is cut off."""
    text = "Tehrik-i-Taliban Pakistan and its factions in the border districts"
    lines = wrap(text, 30.0, 7.0)
    assert text == " ".join(lines)
    assert all(width_mm(line, 7.0) <= 30.0 for line in lines)


def test_a_word_too_long_for_a_line_is_broken_inside():
    """Even a name without blanks keeps inside its column."""
    lines = wrap("W" * 60, 20.0, 7.0)
    assert "".join(lines) == "W" * 60
    assert all(width_mm(line, 7.0) <= 20.0 for line in lines)


def test_text_beyond_the_most_lines_ends_in_an_ellipsis():
    """A shortened text shows that it is shortened."""
    lines = wrap("word " * 100, 20.0, 7.0, most=3)
    assert 3 == len(lines)
    assert lines[-1].endswith("…")


def test_empty_text_is_one_empty_line():
    """A label always has a line."""
    assert ("",) == wrap("", 20.0, 7.0)


@given(st.text(max_size=60), st.floats(8, 80), st.booleans())
def test_whatever_is_written_can_be_made_drawable_and_fits(text, limit, bold):
    """No text crashes, and no line is wider than its column."""
    for line in wrap(drawable(text), limit, 7.0, bold=bold):
        assert width_mm(line, 7.0, bold=bold) <= limit + 1e-6


def test_bold_letters_come_from_the_bold_file():
    """Fonts are named by file, not by family."""
    assert font(bold=True).get_file().endswith("DejaVuSans-Bold.ttf")
    assert font(bold=False).get_file().endswith("DejaVuSans.ttf")


def test_a_line_is_higher_than_its_letters():
    """Lines do not touch."""
    assert line_mm(10) > 10 * 25.4 / 72
