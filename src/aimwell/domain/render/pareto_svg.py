"""A Pareto chart as one SVG text: bars by falling count, the share so far as a line over them."""

from __future__ import annotations

from dataclasses import dataclass

from aimwell.domain.render.chart_frame import LAYOUTS, Layout, Size
from aimwell.domain.render.chart_marks import Place, circle
from aimwell.domain.render.chart_text import fitted, width_of
from aimwell.domain.render.pareto_words import category_name, pareto_words
from aimwell.domain.render.plot_frame import path
from aimwell.domain.render.svg import document, line, look, text
from aimwell.domain.spc.pareto import Pareto, ParetoBar
from aimwell.domain.words.numbers import number_text, value_text
from aimwell.domain.words.special import TABLE

ROW, TOP = 30.0, 34.0
MOST_BARS = 12


@dataclass(frozen=True, slots=True)
class _Edges:
    """Right edges of names and counts, left and right edge of the bars, in pixels."""

    name: float
    count: float
    bars: float
    end: float

    def at(self, share: float) -> float:
        return self.bars + share * (self.end - self.bars)


def pareto_svg(found: Pareto, *, lang: str, size: Size = "desktop", title: str = "", id_prefix: str = "pareto") -> str:
    """Level bars, so that long names can be read. Of more than 12 kinds the smallest are drawn as one bar."""
    layout = LAYOUTS[size]
    bars = _rows(found, lang)
    edges = _edges(bars, layout)
    body = [_grid(edges, len(bars), layout, lang)] if bars else [_empty(layout, lang)]
    body += [_bar(bar, k, edges, layout) for k, bar in enumerate(bars)]
    body.append(_so_far(bars, edges, layout))
    return document(
        layout.width,
        TOP + max(1, len(bars)) * ROW + layout.tick + 12,
        "".join(body),
        prefix=id_prefix,
        title=title or TABLE.say("pareto.title", lang),
        description=pareto_words(found, lang).alt,
        kind=size,
    )


def _rows(found: Pareto, lang: str) -> list[ParetoBar]:
    """Bars with the names to draw."""
    bars = [
        ParetoBar(category_name(b, lang), b.count, b.cumulative_count, b.share, b.cumulative_share) for b in found.bars
    ]
    if len(bars) <= MOST_BARS:
        return bars
    rest = bars[MOST_BARS - 1 :]
    name = TABLE.say("pareto.rest", lang, n=len(rest), count=len(rest))
    count = sum(bar.count for bar in rest)
    return [*bars[: MOST_BARS - 1], ParetoBar(name, count, found.total, count / found.total, 1.0)]


def _edges(bars: list[ParetoBar], layout: Layout) -> _Edges:
    names = max((width_of(bar.category or "", layout.note) for bar in bars), default=0.0)
    counts = max((width_of(number_text(bar.count), layout.note, strong=True) for bar in bars), default=0.0)
    count = min(names, layout.width * 0.34) + 18 + counts
    return _Edges(count - counts - 14, count, count + 12, layout.width - 62)


def _grid(edges: _Edges, rows: int, layout: Layout, lang: str) -> str:
    """Uprights at each quarter of all cases, and the names of the columns."""
    quiet, bottom = look("c-text-3", layout.palette), TOP + rows * ROW
    drawn = [text(edges.count, TOP - 12, TABLE.say("pareto.cases", lang), quiet, size=layout.tick, anchor="end")]
    words = TABLE.say("pareto.so_far", lang)
    drawn.append(text(layout.width - 4, TOP - 12, words, quiet, size=layout.tick, anchor="end"))
    for quarter in range(5):
        at = edges.at(quarter / 4)
        style = "c-grid" if quarter else "c-axis"
        drawn.append(line(at, TOP, at, bottom, look(style, layout.palette)))
        if quarter % 2 and layout.labels == "inside":
            continue
        label = value_text(quarter * 25, "%")
        drawn.append(text(at, bottom + layout.tick + 5, label, quiet, size=layout.tick, anchor="middle"))
    return "".join(drawn)


def _bar(bar: ParetoBar, k: int, edges: _Edges, layout: Layout) -> str:
    """Name, count, the bar as a share of all cases, and the share so far as a number."""
    top, base = TOP + k * ROW, TOP + k * ROW + ROW / 2 + layout.note * 0.34
    name = fitted(bar.category or "", layout.note, edges.name)
    wide = max(1.5, edges.at(bar.share) - edges.bars)
    share = value_text(bar.cumulative_share * 100, "%", 0)
    strong, plain = look("c-strong", layout.palette), look("c-text", layout.palette)
    return (
        text(edges.name, base, name, plain, size=layout.note, anchor="end")
        + text(edges.count, base, number_text(bar.count), strong, size=layout.note, anchor="end")
        + f'<rect x="{edges.bars:.1f}" y="{top + 6:.1f}" width="{wide:.1f}" height="{ROW - 12:.1f}"'
        + f"{look('c-bar', layout.palette)}/>"
        + text(layout.width - 4, base, share, look("c-text-2", layout.palette), size=layout.note, anchor="end")
    )


def _so_far(bars: list[ParetoBar], edges: _Edges, layout: Layout) -> str:
    """The share so far as a line with a mark in each row."""
    places: list[Place | None] = [(edges.at(bar.cumulative_share), TOP + (k + 0.5) * ROW) for k, bar in enumerate(bars)]
    marks = "".join(circle(place, 3.2, look("c-open", layout.palette)) for place in places if place)
    return path(places, look("c-line", layout.palette)) + marks


def _empty(layout: Layout, lang: str) -> str:
    words = TABLE.say("pareto.empty", lang)
    return text(layout.width / 2, TOP + 18, words, look("c-text-2", layout.palette), size=layout.note, anchor="middle")
