"""Lines and signs of a network: what sort of tie a line is shows without colour, and how sure it is by its width.

A hostile tie carries crossbars, a friendly one is plain, a neutral one is dotted; one that is no more than possible is
thin and dashed. Hostile and friendly at once are two lines side by side.
"""

import math
from collections.abc import Sequence
from itertools import pairwise

from riven.analysis.scenes.sociogram import Sign as TieSign
from riven.analysis.scenes.sociogram import SociogramTie, Strand
from riven.figures.canvas import SOLID, Canvas, Stroke
from riven.figures.marks import BLACK, BLUE, GREY, PALE, VERMILION, WHITE, Point, Shape
from riven.model.panel import CellState

SURE_POINTS = 1.25
OPEN_POINTS = 0.6
DASH = (3.0, 1.8)
DOTS = (0.9, 1.6)
BAR_MM = 1.25
BAR_EVERY_MM = 3.0
BARE_MM = 6.0  # at either end of a line, where others meet it
APART_MM = 0.62
CLEAR = 0.34  # how close to the middle, as a share of the ring, a line between two others may come
NEAR_RING = 0.75  # a line that keeps closer to the ring than this bends inwards, away from whoever stands between
INWARDS = 0.16
STEPS = 24
COLOURS = {TieSign.HOSTILE: VERMILION, TieSign.FRIENDLY: BLUE, TieSign.NEUTRAL: GREY}


def draw_tie(canvas: Canvas, tie: SociogramTie, line: Sequence[Point]) -> None:
    """Draw all strands of a tie along a line, side by side where it is mixed."""
    for number, strand in enumerate(tie.strands):
        aside = (number - (len(tie.strands) - 1) / 2) * 2 * APART_MM
        draw_strand(canvas, strand, beside(line, aside))


def draw_strand(canvas: Canvas, strand: Strand, line: Sequence[Point]) -> None:
    """Draw one strand along a line."""
    is_sure, colour = strand.state is CellState.REPORTED, COLOURS[strand.sign]
    wide = SURE_POINTS if is_sure else OPEN_POINTS
    dash = DOTS if strand.sign is TieSign.NEUTRAL else SOLID if is_sure else DASH
    canvas.stroke(Stroke(tuple(line), colour, wide, dash), 2 if is_sure else 1)
    if strand.sign is TieSign.HOSTILE:
        for bar in bars(line):
            canvas.stroke(Stroke(bar, colour, wide if is_sure else OPEN_POINTS), 2 if is_sure else 1)


def between(one: Point, other: Point, middle: Point, radius: float) -> tuple[Point, ...]:
    """Lead a line from one place on a ring to another, bent away from whoever it would run through.

    Args:
        one: Where it begins.
        other: Where it ends.
        middle: Middle of the ring.
        radius: Radius of the ring.

    Returns:
        The line as points; a straight one where it ends in the middle, or keeps clear of it and of the ring.
    """
    if middle in {one, other}:
        return one, other
    half = ((one[0] + other[0]) / 2, (one[1] + other[1]) / 2)
    away, clear = math.dist(half, middle), CLEAR * radius
    if clear <= away <= NEAR_RING * radius:
        return one, other
    if away > radius * 1e-3:
        side = ((half[0] - middle[0]) / away, (half[1] - middle[1]) / away)
    else:  # straight through the middle: everybody turns the same way
        length = math.dist(one, other)
        side = ((one[1] - other[1]) / length, (other[0] - one[0]) / length)
    pull = 2 * (clear - away) if away < clear else -2 * min(INWARDS * radius, 0.35 * math.dist(one, other))
    bent = (half[0] + side[0] * pull, half[1] + side[1] * pull)
    return tuple(_on_curve(one, bent, other, step / STEPS) for step in range(STEPS + 1))


def _on_curve(one: Point, bent: Point, other: Point, at: float) -> Point:
    """Find a point of a quadratic curve, 0 at its begin and 1 at its end."""
    first, second, third = (1 - at) ** 2, 2 * at * (1 - at), at**2
    return (
        first * one[0] + second * bent[0] + third * other[0],
        first * one[1] + second * bent[1] + third * other[1],
    )


def beside(line: Sequence[Point], aside: float) -> tuple[Point, ...]:
    """Move a line to its side."""
    if not aside:
        return tuple(line)
    moved = []
    for number, (x, y) in enumerate(line):
        (x0, y0), (x1, y1) = line[max(number - 1, 0)], line[min(number + 1, len(line) - 1)]
        length = math.dist((x0, y0), (x1, y1)) or 1.0
        moved.append((x - (y1 - y0) / length * aside, y + (x1 - x0) / length * aside))
    return tuple(moved)


def bars(line: Sequence[Point]) -> list[tuple[Point, Point]]:
    """Place crossbars along a line, evenly and around its middle, one at least."""
    lengths = [math.dist(one, other) for one, other in pairwise(line)]
    whole = sum(lengths)
    number = max(1, int((whole - 2 * BARE_MM) / BAR_EVERY_MM) + 1)
    found, half = [], BAR_MM / 2
    for bar in range(number):
        at, piece = whole / 2 + (bar - (number - 1) / 2) * BAR_EVERY_MM, 0
        while piece < len(lengths) - 1 and at > lengths[piece]:
            at -= lengths[piece]
            piece += 1
        (x0, y0), (x1, y1) = line[piece], line[piece + 1]
        length = lengths[piece] or 1.0
        across, down = (x1 - x0) / length, (y1 - y0) / length
        x, y = x0 + across * at, y0 + down * at
        found.append(((x - down * half, y + across * half), (x + down * half, y - across * half)))
    return found


CORNERS = {"square": 4, "diamond": 4, "hexagon": 6, "octagon": 8, "circle": 24}
SHAPES = ("square", "diamond", "hexagon", "octagon")
_TURNS = {"square": 0.125, "octagon": 0.0625}
_SWELLS = {"square": 1.2, "diamond": 1.3, "hexagon": 1.08, "octagon": 1.02}


def sign_of_group(name: str, at: Point, radius: float, *, is_focal: bool, is_rival: bool, is_tied: bool) -> Shape:
    """Draw the place of an actor: black for the focal one, white for a rival, grey for others; pale without a tie.

    Args:
        name: Shape: one of `SHAPES`, or `circle`.
        at: Its middle.
        radius: Its radius in millimetres.
        is_focal: Whether it is the focal actor.
        is_rival: Whether it is a rival.
        is_tied: Whether anything ties it.

    Returns:
        The shape.
    """
    corners, turn, size = CORNERS[name], _TURNS.get(name, 0.0), radius * _SWELLS.get(name, 1.0)
    angles = [2 * math.pi * (corner / corners + turn) for corner in range(corners)]
    points = tuple((at[0] + size * math.sin(angle), at[1] - size * math.cos(angle)) for angle in angles)
    if is_focal:
        return Shape(points, BLACK, BLACK, 0.8)
    fill = WHITE if is_rival or not is_tied else "#dcdcdc"
    return Shape(points, fill, BLACK if is_tied else PALE, 0.8 if is_tied else 0.5)
