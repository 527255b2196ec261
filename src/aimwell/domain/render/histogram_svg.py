"""A histogram or a dot plot as one SVG text."""

from __future__ import annotations

from collections.abc import Sequence

from aimwell.domain.render.chart_frame import Size
from aimwell.domain.render.chart_marks import circle
from aimwell.domain.render.chart_text import width_of
from aimwell.domain.render.histogram_words import histogram_decimals, histogram_words
from aimwell.domain.render.plot_frame import PlotFrame, Room, placed, plot_frame, x_axis, y_axis
from aimwell.domain.render.scale import Ticks
from aimwell.domain.render.svg import document, line
from aimwell.domain.spc.histogram import Dot, Histogram, dots
from aimwell.domain.words.numbers import value_text
from aimwell.domain.words.special import TABLE

LARGEST_DOT = 6.0


def histogram_svg(
    found: Histogram,
    *,
    lang: str,
    unit: str = "",
    name: str = "",
    values: Sequence[float | None] | None = None,
    size: Size = "desktop",
    title: str = "",
    id_prefix: str = "histogram",
) -> str:
    """Bars of `found`, or, with the `values` it was made from, a dot for each value. `name`: of the value."""
    frame = _frame(found, size)
    as_dots = values is not None
    drawn = _dots(dots(values, found), found, frame) if values is not None else _bars(found, frame)
    body = (
        y_axis(frame, TABLE.say("histogram.values", lang))
        + x_axis(frame, name or TABLE.say("col.value", lang), unit=unit, ticks=_ticks(found))
        + drawn
        + _median(found, frame, lang, unit)
    )
    return document(
        frame.layout.width,
        frame.height,
        body,
        prefix=id_prefix,
        title=title or TABLE.say("histogram.dots" if as_dots else "histogram.title", lang),
        description=histogram_words(found, lang, unit=unit, dots=as_dots).alt,
        kind=size,
    )


def _frame(found: Histogram, size: Size) -> PlotFrame:
    """All bars start at 0."""
    high = found.fullest.count
    edges = (found.bins[0].low, found.bins[-1].high)
    step = next(m * 10**k for k in range(12) for m in (1, 2, 5) if high / (m * 10**k) <= 5)
    ticks = Ticks(tuple(float(step * k) for k in range(-(-high // step) + 1)), 0)
    return plot_frame(size, edges, [0.0, float(high)], label_column=False, y_ticks=ticks)


def _ticks(found: Histogram) -> Ticks:
    """At the edges of the bins, or at whole values in their middles."""
    decimals = histogram_decimals(found, "")
    if found.rule == "whole":
        return Ticks(tuple((one.low + one.high) / 2 for one in found.bins), 0)
    return Ticks((*(one.low for one in found.bins), found.bins[-1].high), decimals)


def _bars(found: Histogram, frame: PlotFrame) -> str:
    drawn = []
    for one in found.bins:
        left, right, top = frame.x(one.low), frame.x(one.high), frame.y(one.count)
        if one.count:
            drawn.append(
                f'<rect x="{left + 0.5:.1f}" y="{top:.1f}" width="{max(right - left - 1, 1):.1f}"'
                f' height="{frame.bottom - top:.1f}"{frame.style("c-bar")}/>'
            )
    return "".join(drawn)


def _dots(placed_dots: Sequence[Dot], found: Histogram, frame: PlotFrame) -> str:
    """Dots touch in a pile where there is room, and are smaller where there is not."""
    across = (frame.x(found.bins[0].high) - frame.x(found.bins[0].low)) / 2
    up = (frame.bottom - frame.y(1.0)) / 2
    radius = max(1.2, min(LARGEST_DOT, across - 0.5, up - 0.3))
    style = frame.style("c-open")
    return "".join(circle((frame.x(dot.at), frame.y(dot.height - 0.5)), radius, style) for dot in placed_dots)


def _median(found: Histogram, frame: PlotFrame, lang: str, unit: str) -> str:
    """The middle as an upright, its words over the plot."""
    at, layout = frame.x(found.median), frame.layout
    value = value_text(found.median, unit, histogram_decimals(found, unit))
    words = TABLE.say("histogram.median", lang, value=value)
    wide = width_of(words, layout.note, strong=True)
    axis_name = width_of(TABLE.say("histogram.values", lang), layout.tick)
    room = Room(words=[(2, 0, 2 + axis_name, frame.top - 10)])
    top = frame.top - layout.note - 1
    places = [(at + 5, top), (at - wide - 5, top)]
    upright = line(at, frame.top - 4, at, frame.bottom, frame.style("c-middle"))
    return upright + placed(words, places, frame, room, style="c-strong-middle", always=True)
