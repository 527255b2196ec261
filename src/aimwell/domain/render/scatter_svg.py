"""A scatter plot as one SVG text. No line is drawn through the points: it would look like a cause."""

from __future__ import annotations

from aimwell.domain.render.chart_frame import LAYOUTS, Size
from aimwell.domain.render.chart_marks import circle
from aimwell.domain.render.plot_frame import plot_frame, x_axis, y_axis, y_unit_name
from aimwell.domain.render.scale import value_ticks
from aimwell.domain.render.scatter_words import scatter_words
from aimwell.domain.render.svg import document, look, text
from aimwell.domain.spc.scatter import Scatter
from aimwell.domain.words.special import TABLE


def scatter_svg(
    found: Scatter,
    *,
    lang: str,
    x_name: str,
    y_name: str,
    x_unit: str = "",
    y_unit: str = "",
    size: Size = "desktop",
    title: str = "",
    id_prefix: str = "scatter",
) -> str:
    """The pairs of `found` as open circles."""
    words = scatter_words(found, lang, x_name=x_name, y_name=y_name)
    layout = LAYOUTS[size]
    height, body = (
        80.0,
        text(layout.width / 2, 44, words.one_line, look("c-text-2", layout.palette), size=layout.note, anchor="middle"),
    )
    if found.pairs:
        x_ticks = value_ticks([pair.x for pair in found.pairs], unit=x_unit)
        across = (x_ticks.values[0], x_ticks.values[-1])
        frame = plot_frame(size, across, [pair.y for pair in found.pairs], y_unit=y_unit, label_column=False)
        marks = "".join(circle((frame.x(p.x), frame.y(p.y)), 3.8, frame.style("c-open")) for p in found.pairs)
        upright = y_axis(frame, y_unit_name(y_name, y_unit))
        height, body = frame.height, upright + x_axis(frame, x_name, unit=x_unit, ticks=x_ticks) + marks
    return document(
        layout.width,
        height,
        body,
        prefix=id_prefix,
        title=title or TABLE.say("scatter.title", lang),
        description=words.alt,
        kind=size,
    )
