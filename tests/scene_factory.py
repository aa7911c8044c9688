"""Scenes of the invented world, and the letters a figure sets."""

from dataclasses import replace
from itertools import combinations

from argument_factory import DESCENT, FOLLOWERS, a_tie, a_wide_codebook, some_selectors
from factories import a_bond, a_claim, a_move, a_speech, some_inputs, some_rules
from riven.analysis.argument import Outcome, argue
from riven.analysis.results import analyse
from riven.analysis.scope import to_scope
from riven.figures.canvas import Canvas
from riven.figures.lettering import line_mm, width_mm
from riven.model.argument import Argument, LineageRule, NetworkRule

TIES = (
    a_tie("words", "speech", "for who", "at", sign_of="tone"),
    a_tie("bonds", "bond", "one", "other", sign_of="sort"),
)
WHOLE = Argument(
    ties={tie.id: tie for tie in TIES},
    network=NetworkRule("Ties.", levels=("word", "blow"), attribution=FOLLOWERS),
    lineage=LineageRule("Descent.", "kin", "child", "parent", "sort", DESCENT),
)


def staged(*claims, argument=WHOLE, rollup="apart", **given):
    """Work out everything a scene is set from: scope, outcome and argument."""
    rules = replace(some_rules(), rollup=rollup, selectors=some_selectors(), argument=argument)
    inputs = some_inputs(*claims, rules=rules, codebook=a_wide_codebook(), **given)
    analysis = analyse(inputs)
    scope = to_scope(analysis.evidence, inputs.setting)
    outcome = Outcome(analysis.findings, analysis.rivals, analysis.camps, analysis.panels)
    return scope, outcome, argue(scope, outcome, inputs.sources)


def a_rivalry(*names):
    """Make rivals of the focal group: each lost people to it and scolded it."""
    return [claim for name in names for claim in (a_move(f"m-{name}", name), a_speech(f"s-{name}", name))]


def a_word(name, who, at, tone="scold", date="made=2015", **given):
    """Let somebody say something of somebody."""
    return a_claim(name, "speech", f"who={who} at={at}", f"tone={tone} heard=yes", date, **given)


def an_alliance(name, one, other, date="happened=2015", **given):
    """Ally two groups."""
    return a_bond(name, one, other, "allied", date=date, **given)


class Letters:
    """Everything that figures set in letters, sheet by sheet, as (left, top, right, bottom, text) in millimetres."""

    def __init__(self, monkeypatch):
        self.sheets = []
        finish = Canvas.finish

        def kept(canvas, height):
            boxes = [_box(words) for words in canvas._words]
            self.sheets.append((canvas.width, height, boxes))
            return finish(canvas, height)

        monkeypatch.setattr(Canvas, "finish", kept)

    @property
    def texts(self):
        """Texts of all sheets."""
        return [box[4] for _, _, boxes in self.sheets for box in boxes]

    def overlapping(self):
        """List pairs of texts that lie on each other by more than a hair."""
        found = []
        for _, _, boxes in self.sheets:
            for one, other in combinations(boxes, 2):
                across = min(one[2], other[2]) - max(one[0], other[0])
                down = min(one[3], other[3]) - max(one[1], other[1])
                if across > 0.1 and down > 0.25:
                    found.append((one[4], other[4]))
        return found

    def cut(self):
        """List texts that reach over the edge of their sheet."""
        return [
            box[4]
            for width, height, boxes in self.sheets
            for box in boxes
            if box[0] < 0 or box[1] < 0 or box[2] > width or box[3] > height
        ]


def _box(words):
    wide = width_mm(words.text, words.points, bold=words.bold)
    left = words.x - {"left": 0.0, "center": 0.5, "right": 1.0}[words.align] * wide
    half = line_mm(words.points) / 2 * 0.82  # letters do not fill their line
    return left, words.y - half, left + wide, words.y + half, words.text
