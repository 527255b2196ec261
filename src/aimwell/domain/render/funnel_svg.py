"""A funnel chart as one SVG text: groups by size, the line of all of them, and what chance allows."""

from __future__ import annotations

from aimwell.domain.render.chart_frame import Size
from aimwell.domain.render.chart_marks import Place, circle, triangle
from aimwell.domain.render.funnel_words import funnel_decimals, funnel_words
from aimwell.domain.render.numbers import short_unit
from aimwell.domain.render.plot_frame import (
    LineLabel,
    PlotFrame,
    Room,
    around,
    box_around,
    line_labels,
    path,
    placed,
    plot_frame,
    x_axis,
    y_axis,
    y_unit_name,
)
from aimwell.domain.render.svg import document, line
from aimwell.domain.spc.funnel import Funnel, FunnelPoint, LimitName
from aimwell.domain.spc.reading import Direction
from aimwell.domain.spc.shifts import tone_of
from aimwell.domain.words.numbers import value_text, with_unit
from aimwell.domain.words.special import TABLE

MOST_LABELS = 12
_CURVES = ((2, "c-limit"), (3, "c-limit"), (0, "c-limit-2"), (1, "c-limit-2"))
"""Rows of the funnel's curve and their looks: outer limits and inner ones."""


def funnel_svg(
    found: Funnel,
    *,
    lang: str,
    unit: str = "",
    name: str = "",
    direction: Direction = "",
    size: Size = "desktop",
    title: str = "",
    id_prefix: str = "funnel",
) -> str:
    """The chart of `found`. `name`: of the value; `direction`: which way is good, for the looks of groups outside."""
    frame = _frame(found, unit, size)
    size_name = TABLE.say("funnel.expected" if found.scale.kind == "SR" else "funnel.size", lang)
    places = {point.name: (frame.x(point.denominator), frame.y(point.value)) for point in found.points}
    room = Room(marks=[box_around(place) for place in places.values()])
    body = (
        y_axis(frame, y_unit_name(name or TABLE.say("col.value", lang), unit))
        + x_axis(frame, size_name)
        + _lines(found, frame)
        + line_labels(_labels(found, frame, lang, unit), frame, room)
        + "".join(_mark(point, places[point.name], direction, frame) for point in found.points)
        + _names(found, places, frame, room)
    )
    return document(
        frame.layout.width,
        frame.height,
        body,
        prefix=id_prefix,
        title=title or TABLE.say("funnel.title", lang),
        description=funnel_words(found, lang, unit=unit).alt,
        kind=size,
    )


def _frame(found: Funnel, unit: str, size: Size) -> PlotFrame:
    """Values first: limits of very small groups may leave the plot."""
    values = [point.value for point in found.points]
    third = found.curve[2:, found.sizes.size // 6]
    highest, lowest = max([*values, float(third[1])]), min([*values, float(third[0])])
    sizes = (float(found.sizes[0]), float(found.sizes[-1]))
    return plot_frame(size, sizes, [lowest, highest, found.target], y_unit=unit)


def _lines(found: Funnel, frame: PlotFrame) -> str:
    top, bottom = frame.y_ticks.values[-1], frame.y_ticks.values[0]
    drawn = []
    for row, style in _CURVES:
        places: list[Place | None] = [
            (frame.x(float(size)), frame.y(float(value))) if bottom <= value <= top else None
            for size, value in zip(found.sizes, found.curve[row], strict=True)
        ]
        drawn.append(path(places, frame.style(style)))
    at = frame.y(found.target)
    return "".join(drawn) + line(frame.left, at, frame.right, at, frame.style("c-middle"))


def _mark(point: FunnelPoint, place: Place, direction: Direction, frame: PlotFrame) -> str:
    if point.beyond is None:
        return circle(place, 3.2, frame.style("c-open"))
    tone = tone_of(point.beyond, direction)
    if tone == "away":
        return triangle(place, 6.0, frame.style("c-away"))
    return circle(place, 4.6, frame.style(f"c-{tone}"))


def _labels(found: Funnel, frame: PlotFrame, lang: str, unit: str) -> list[LineLabel]:
    value = value_text(found.target, unit if short_unit(unit) else "", funnel_decimals(found, unit))
    key = "funnel.expected_line" if found.scale.kind == "SR" else "funnel.all"
    outer, inner = (frame.y(float(found.curve[row, -1])) for row in (3, 1))
    return [
        LineLabel(frame.y(found.target), TABLE.say(key, lang, value=value), "c-strong-middle"),
        LineLabel(outer, _limit_name("99.8", lang, frame), "c-text-2", level=False),
        LineLabel(inner, _limit_name("95", lang, frame), "c-text-2", level=False),
    ]


def _limit_name(limit: LimitName, lang: str, frame: PlotFrame) -> str:
    """Short where there is little room."""
    if frame.layout.labels == "inside":
        return with_unit(limit, "%")
    return TABLE.say(f"funnel.limit.{limit}", lang)


def _names(found: Funnel, places: dict[str, Place], frame: PlotFrame, room: Room) -> str:
    """Names of the groups outside the limits, by the alphabet; of very many the farthest out are named."""
    outside = sorted(found.outside, key=lambda point: -abs(point.z))[:MOST_LABELS]
    chosen = [point for point in found.outside if point in outside]
    return "".join(placed(p.name, around(places[p.name], p.name, frame), frame, room) for p in chosen)
