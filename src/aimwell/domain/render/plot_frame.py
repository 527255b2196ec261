"""The room of a chart that is not over time: two number axes, or one beside places for bars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from aimwell.domain.render.chart_frame import LAYOUTS, Layout, Size, tick_labels
from aimwell.domain.render.chart_marks import Place
from aimwell.domain.render.chart_places import Box, apart, box_at, least_taken
from aimwell.domain.render.chart_text import fitted, width_of
from aimwell.domain.render.numbers import short_unit
from aimwell.domain.render.scale import Scale, Ticks, value_ticks
from aimwell.domain.render.svg import line, look, text
from aimwell.domain.words.numbers import number_text

TOP = 30.0
"""Pixels over the plot, for the name of the upright axis."""


@dataclass(frozen=True, slots=True)
class PlotFrame:
    """Scales and edges. `y_texts`: labels of `y_ticks`, the unit at the top one."""

    layout: Layout
    left: float
    right: float
    top: float
    bottom: float
    x: Scale
    y: Scale
    y_ticks: Ticks
    y_texts: tuple[str, ...]

    def style(self, name: str) -> str:
        return look(name, self.layout.palette)

    @property
    def height(self) -> float:
        """Of the picture with one row of tick labels and the name of the level axis."""
        return self.bottom + 2 * self.layout.tick + 18


@dataclass(frozen=True, slots=True)
class Room:
    """Boxes of the words placed so far, and of marks that words should rather not cover."""

    words: list[Box] = field(default_factory=list)
    marks: list[Box] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class LineLabel:
    """Words for a line that meets the right edge at height `at`. `level`: it has that height all the way."""

    at: float
    words: str
    style: str
    level: bool = True


def plot_frame(
    size: Size,
    xs: tuple[float, float],
    ys: Sequence[float],
    *,
    y_unit: str = "",
    label_column: bool = True,
    y_ticks: Ticks | None = None,
) -> PlotFrame:
    """A frame for level values within `xs` and upright values `ys`. `label_column` off: the plot takes the width."""
    layout = LAYOUTS[size]
    ticks = y_ticks or value_ticks(ys, unit=y_unit)
    texts = tuple(tick_labels(ticks, y_unit))
    left = max(width_of(label, layout.tick) for label in texts) + 12
    right = layout.width - max(layout.label_column if label_column else 0, 8)
    bottom = TOP + layout.plot_height
    x = Scale(xs[0], xs[1] if xs[1] > xs[0] else xs[0] + 1, left + 6, right - 6)
    y = Scale(ticks.values[0], ticks.values[-1], bottom, TOP)
    return PlotFrame(layout, left, right, TOP, bottom, x, y, ticks, texts)


def y_axis(frame: PlotFrame, name: str) -> str:
    """Pale lines, their values, and the axis's name over them."""
    layout, quiet = frame.layout, frame.style("c-text-3")
    drawn = [text(2, frame.top - 14, fitted(name, layout.tick, layout.width - 8), quiet, size=layout.tick)]
    for k, (value, label) in enumerate(zip(frame.y_ticks.values, frame.y_texts, strict=True)):
        at = frame.y(value)
        drawn.append(line(frame.left, at, frame.right, at, frame.style("c-grid")) if k else "")
        drawn.append(text(frame.left - 8, at + layout.tick * 0.34, label, quiet, size=layout.tick, anchor="end"))
    drawn.append(line(frame.left, frame.bottom, frame.right, frame.bottom, frame.style("c-axis")))
    return "".join(drawn)


def x_axis(frame: PlotFrame, name: str, *, unit: str = "", ticks: Ticks | None = None) -> str:
    """Ticks inside the plot that leave each other room, and the axis's name under them."""
    layout, quiet = frame.layout, frame.style("c-text-3")
    found = ticks or value_ticks((frame.x.low, frame.x.high))
    inside = [value for value in found.values if frame.x.low <= value <= frame.x.high]
    texts = {value: number_text(value, found.decimals) for value in inside}
    drawn, free = [], -1.0
    base = frame.bottom + 6 + layout.tick
    for value in inside:
        at, half = frame.x(value), width_of(texts[value], layout.tick) / 2
        if at - half < free or at + half > layout.width:
            continue
        free = at + half + 10
        drawn.append(line(at, frame.bottom, at, frame.bottom + 4, frame.style("c-axis")))
        drawn.append(text(at, base, texts[value], quiet, size=layout.tick, anchor="middle"))
    words = f"{name} ({unit})" if unit else name
    return "".join(drawn) + x_name(frame, words, base + layout.tick + 5)


def x_name(frame: PlotFrame, words: str, base: float) -> str:
    """The name of the level axis, in the middle under the plot."""
    layout = frame.layout
    words = fitted(words, layout.tick, layout.width - 8)
    half = width_of(words, layout.tick) / 2
    middle = min(max((frame.left + frame.right) / 2, half + 1), layout.width - half - 1)
    return text(middle, base, words, frame.style("c-text-3"), size=layout.tick, anchor="middle")


def path(places: Sequence[Place | None], style: str) -> str:
    """A line through places; None lifts the pen. Empty without two places."""
    steps, pen = [], "M"
    for place in places:
        if place is not None:
            steps.append(f"{pen}{place[0]:.1f} {place[1]:.1f}")
        pen = "M" if place is None else "L"
    fill = "" if " fill=" in style else ' fill="none"'
    return f'<path d="{"".join(steps)}"{fill}{style}/>' if len(steps) > 1 else ""


def line_labels(labels: Sequence[LineLabel], frame: PlotFrame, room: Room) -> str:
    """Names of lines: in the column at the right where there is one, else inside over their lines."""
    layout = frame.layout
    if layout.labels == "inside":
        return "".join(_inside(label, frame, room) for label in labels)
    high = layout.note + 3
    tops = apart([label.at - high / 2 for label in labels], [high] * len(labels), frame.top - 8, frame.bottom + 4)
    drawn = []
    for label, top in zip(labels, tops, strict=True):
        words = fitted(label.words, layout.note, layout.label_column - 10, strong=True)
        drawn.append(text(frame.right + 8, top + layout.note, words, frame.style(label.style), size=layout.note))
    return "".join(drawn)


def _inside(label: LineLabel, frame: PlotFrame, room: Room) -> str:
    size = frame.layout.note
    wide = width_of(label.words, size, strong=True)
    starts = (frame.right - wide, frame.left + 4) if label.level else (frame.right - wide,)
    places = [(x, y) for x in starts for y in (label.at - size - 3, label.at + 3)]
    return placed(label.words, places, frame, room, style=label.style, always=label.level)


def placed(
    words: str, places: Sequence[Place], frame: PlotFrame, room: Room, *, style: str = "c-text", always: bool = False
) -> str:
    """The words at the first upper left corner of `places` where they touch the least.

    Where they would cover other words they are left out, unless `always`.
    """
    size = frame.layout.note
    words = fitted(words, size, frame.right - frame.left - 8)
    wide, high = width_of(words, size, strong=True), size + 1
    inside = [
        (min(max(x, frame.left + 2), frame.right - wide), min(max(y, frame.top - size - 6), frame.bottom - high - 1))
        for x, y in places
    ]
    corner, clear = least_taken(inside, wide, high, room.words, room.marks)
    if not clear and not always:
        return ""
    room.words.append(box_at(corner, wide, high))
    return text(corner[0], corner[1] + size * 0.88, words, frame.style(f"{style} c-halo"), size=size)


def around(place: Place, words: str, frame: PlotFrame) -> list[Place]:
    """Upper left corners for words beside, over and under a mark."""
    (x, y), size = place, frame.layout.note
    wide = width_of(words, size, strong=True)
    beside = [(x + 9, y - size / 2), (x - wide - 9, y - size / 2)]
    return [*beside, (x - wide / 2, y - size - 10), (x - wide / 2, y + 9), (x + 9, y - size - 8), (x + 9, y + 8)]


def box_around(place: Place, half: float = 5.0) -> Box:
    return (place[0] - half, place[1] - half, place[0] + half, place[1] + half)


def y_unit_name(name: str, unit: str) -> str:
    """A long unit stands at the axis's name, a short one at its top value."""
    return name if short_unit(unit) else f"{name} ({unit})"
