"""Tests of `riven.figures.layout`."""

import pytest

from report_factory import a_panel
from riven.figures.layout import COLUMN_MM, LEAST_CELL_MM, PAGE_MM, SHEET_MM, lay_out


def months(count):
    """Name months from January 2000 on."""
    return [f"{2000 + index // 12}-{index % 12 + 1:02d}" for index in range(count)]


def a_large_panel(rows, periods):
    """Build a panel of any size with cells nobody searched."""
    return a_panel({f"group-{number}": "." * periods for number in range(rows)}, periods=months(periods))


def test_few_years_fit_one_journal_column():
    """The article's own figures do."""
    assert lay_out(a_panel({"ttp": "R.NX"})).width == COLUMN_MM


def test_many_months_take_the_width_of_a_page():
    """A cell stays wide enough for its number."""
    assert lay_out(a_large_panel(3, 24)).width == PAGE_MM


def test_a_width_can_be_asked_for():
    """Whoever prints decides."""
    assert 120.0 == lay_out(a_panel({"ttp": "R"}), width_mm=120.0).width


@pytest.mark.parametrize(("rows", "periods"), [(1, 1), (7, 4), (1, 240), (300, 1), (300, 4), (40, 120)])
def test_every_cell_is_placed_once_inside_the_figure_and_legibly_wide(rows, periods):
    """From 1 to 300 rows and from 1 to 240 months nothing is lost and nothing shrinks away."""
    panel = a_large_panel(rows, periods)
    plan = lay_out(panel)
    placed = [placed for sheet in plan.sheets for placed in sheet.cells]
    assert sorted(panel.cells) == sorted((cell.actor, cell.period) for cell in placed)
    assert all(cell.box.x + cell.box.width <= plan.width for cell in placed)
    assert all(cell.box.width >= LEAST_CELL_MM - 0.4 for cell in placed)
    assert all(sheet.height <= SHEET_MM + 1e-6 for sheet in plan.sheets)


@pytest.mark.parametrize("rows", range(20, 33))
def test_no_sheet_ends_in_a_heading_or_in_the_names_of_periods(rows):
    """Whatever is announced follows on the same sheet."""
    for sheet in lay_out(a_large_panel(rows, 72)).sheets:
        lowest = max(placed.box.y + placed.box.height for placed in sheet.cells)
        assert all(text.y < lowest for text in sheet.letterings)


def test_no_two_cells_of_a_sheet_overlap():
    """Boxes keep apart."""
    cells = [placed.box for placed in lay_out(a_large_panel(3, 24)).sheets[0].cells]
    for one in cells:
        for other in cells:
            apart = one.x + one.width <= other.x or other.x + other.width <= one.x
            above = one.y + one.height <= other.y or other.y + other.height <= one.y
            assert one is other or apart or above


def test_long_runs_of_months_break_at_the_turn_of_a_year():
    """A block starts in January."""
    plan = lay_out(a_large_panel(1, 240))
    tops = {}
    for number, sheet in enumerate(plan.sheets):
        for placed in sheet.cells:
            tops.setdefault((number, placed.box.y), []).append(placed.period)
    assert {"01"} == {min(block).partition("-")[2] for block in tops.values()}


def test_a_heading_is_repeated_on_the_next_sheet_and_never_ends_one():
    """A reader of the second sheet knows the camp."""
    groups = [("Opposed", tuple(f"group-{n}" for n in range(40))), ("Divided", ("group-40",))]
    rows = {f"group-{number}": "." for number in range(41)}
    plan = lay_out(a_panel(rows, groups=groups))
    headings = [[text.text for text in sheet.letterings if text.bold] for sheet in plan.sheets]
    assert [["Opposed"], ["Opposed", "Divided"]] == headings


def test_a_long_name_wraps_and_its_row_grows():
    """No name is cut."""
    name = "Tehrik-i-Taliban Pakistan together with all of its many factions"
    sheet = lay_out(a_panel({"ttp": "R.NX"}, labels={"ttp": name})).sheets[0]
    lines = [text.text for text in sheet.letterings if not text.centred]
    assert name == " ".join(lines)
    assert sheet.height > lay_out(a_panel({"ttp": "R.NX"})).sheets[0].height


def test_marks_are_equally_large_however_long_their_row_s_name_is():
    """A large mark would look like much evidence."""
    labels = {"ttp": "Tehrik-i-Taliban Pakistan together with all of its many factions", "jud": "JuD"}
    boxes = [placed.box for placed in lay_out(a_panel({"ttp": "R.", "jud": "RN"}, labels=labels)).sheets[0].cells]
    assert 1 == len({(box.width, box.height) for box in boxes})
    assert 2 == len({box.y for box in boxes})


def test_a_group_without_rows_has_no_heading():
    """An empty camp is not drawn."""
    plan = lay_out(a_panel({"ttp": "R"}, groups=[("Opposed", ()), ("Divided", ("ttp",))]))
    assert ["Divided"] == [text.text for text in plan.sheets[0].letterings if text.bold]


def test_a_panel_without_rows_is_one_empty_sheet():
    """There is always something to save."""
    plan = lay_out(a_panel({}))
    assert [()] == [sheet.cells for sheet in plan.sheets]


def test_column_names_that_would_collide_are_thinned():
    """Years keep clear of each other."""
    panel = a_panel({"ttp": "." * 36}, periods=[str(1980 + index) for index in range(36)])
    names = [text for text in lay_out(panel).sheets[0].letterings if text.centred]
    assert 18 == len(names)
