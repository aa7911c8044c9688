"""An axis of time: thin lines down through all lanes, named at their head."""

import math
from itertools import pairwise

from riven.analysis.scenes.axis import Axis
from riven.figures.canvas import Canvas, Stroke, Words
from riven.figures.lettering import drawable, width_mm

TICK_POINTS = 6.2
LIGHT = "#d9d9d9"
_APART_MM = 2.0


def draw_axis(canvas: Canvas, axis: Axis, ends: tuple[float, float], heights: tuple[float, float]) -> None:
    """Draw an axis.

    Args:
        canvas: Where to draw.
        axis: The axis; of its ticks every one is drawn, and as many are named as leave their names apart.
        ends: Its left and right end, in millimetres.
        heights: Where its lines begin, below their names, and where they end.
    """
    (left, right), (head, foot) = ends, heights
    labels = [drawable(tick.label) for tick in axis.ticks]
    widest = max((width_mm(label, TICK_POINTS) for label in labels), default=0.0) + _APART_MM
    room = (right - left) * min((after.at - tick.at for tick, after in pairwise(axis.ticks)), default=1.0)
    every = max(1, math.ceil(widest / room))
    for number, (tick, label) in enumerate(zip(axis.ticks, labels, strict=True)):
        x = left + tick.at * (right - left)
        canvas.stroke(Stroke(((x, head - 1.2), (x, foot)), LIGHT, 0.5), 0)
        if number % every == 0 and x + width_mm(label, TICK_POINTS) <= right + 1.0:
            canvas.write(Words(label, x + 0.6, head - 2.0, TICK_POINTS))
    for x in ends:
        canvas.stroke(Stroke(((x, head - 1.2), (x, foot)), LIGHT, 0.5), 0)
