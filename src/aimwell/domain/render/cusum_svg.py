"""A Bernoulli CUSUM chart as one SVG text: one sum over the middle, one under it, and their limits."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor, log10

from aimwell.domain.render.chart_frame import Size
from aimwell.domain.render.chart_marks import Place, circle, triangle
from aimwell.domain.render.chart_text import width_of
from aimwell.domain.render.cusum_words import cusum_words, ending
from aimwell.domain.render.plot_frame import (
    LineLabel,
    PlotFrame,
    Room,
    box_around,
    line_labels,
    path,
    placed,
    plot_frame,
    x_axis,
    y_axis,
)
from aimwell.domain.render.scale import Ticks
from aimwell.domain.render.svg import document, line
from aimwell.domain.spc.bernoulli_cusum import BernoulliCusum
from aimwell.domain.spc.reading import Direction, Side
from aimwell.domain.spc.shifts import tone_of
from aimwell.domain.words.numbers import number_text
from aimwell.domain.words.special import TABLE

MOST_LABELS = 12


def cusum_svg(
    found: BernoulliCusum,
    *,
    lang: str,
    direction: Direction = "",
    by_count: bool = False,
    size: Size = "desktop",
    title: str = "",
    id_prefix: str = "cusum",
) -> str:
    """The two sums by case, or `by_count`. `direction`: whether it is good when the event becomes more frequent ("up")
    or rarer."""
    limit, cases = found.limit, len(found.up)
    frame = plot_frame(size, (0.0, float(max(cases, 1))), [], y_ticks=_ticks(limit))
    room = Room()
    body = (
        y_axis(frame, TABLE.say("cusum.evidence", lang))
        + x_axis(frame, TABLE.say(f"cusum.case{ending(by_count)}", lang))
        + "".join(
            line(frame.left, frame.y(at), frame.right, frame.y(at), frame.style(name)) for at, name in _rules(limit)
        )
        + _sum(found.up, frame)
        + _sum(found.down, frame)
        + line_labels(_labels(found, frame, lang), frame, room)
        + _signals(found, "above", direction, frame, room)
        + _signals(found, "below", direction, frame, room)
    )
    return document(
        frame.layout.width,
        frame.height,
        body,
        prefix=id_prefix,
        title=title or TABLE.say("cusum.title", lang),
        description=cusum_words(found, lang, by_count=by_count).alt,
        kind=size,
    )


def _ticks(limit: float) -> Ticks:
    """The same distance up and down, a little beyond the limit."""
    step = next(m * 10.0**k for k in range(-6, 12) for m in (1, 2, 5) if limit * 1.1 <= 3 * m * 10.0**k)
    steps = ceil(limit * 1.1 / step)
    decimals = max(0, -floor(log10(step) + 1e-9))
    return Ticks(tuple(round(step * k, 9) for k in range(-steps, steps + 1)), decimals)


def _rules(limit: float) -> tuple[tuple[float, str], ...]:
    """Heights of the level lines and their looks."""
    return ((limit, "c-limit"), (0.0, "c-before"), (-limit, "c-limit"))


def _sum(values: Sequence[float | None], frame: PlotFrame) -> str:
    places: list[Place | None] = [
        None if value is None else (frame.x(case), frame.y(value)) for case, value in enumerate(values, 1)
    ]
    return path(places, frame.style("c-line"))


def _labels(found: BernoulliCusum, frame: PlotFrame, lang: str) -> list[LineLabel]:
    limit = TABLE.say("cusum.limit", lang, value=f"{found.limit:g}")
    return [
        LineLabel(frame.y(found.limit), limit, "c-text-2"),
        LineLabel(frame.y(found.limit), TABLE.say("cusum.more", lang), "c-strong"),
        LineLabel(frame.y(-found.limit), TABLE.say("cusum.less", lang), "c-strong"),
        LineLabel(frame.y(-found.limit), limit, "c-text-2"),
    ]


def _signals(found: BernoulliCusum, side: Side, direction: Direction, frame: PlotFrame, room: Room) -> str:
    """A mark on the limit at each case that signals, with its number. The sum itself is back at 0 there."""
    cases = found.signals_up if side == "above" else found.signals_down
    at = frame.y(found.limit if side == "above" else -found.limit)
    tone = tone_of(side, direction)
    drawn = []
    for k, case in enumerate(cases):
        place = (frame.x(case), at)
        style = frame.style(f"c-{tone}")
        drawn.append(triangle(place, 6.0, style) if tone == "away" else circle(place, 4.6, style))
        room.marks.append(box_around(place))
        if k < MOST_LABELS:
            words = number_text(case)
            drawn.append(placed(words, _beyond(place, words, side, frame), frame, room))
    return "".join(drawn)


def _beyond(place: Place, words: str, side: Side, frame: PlotFrame) -> list[Place]:
    """Upper left corners for words on the far side of the limit."""
    size = frame.layout.note
    wide = width_of(words, size, strong=True)
    y = place[1] - size - 6 if side == "above" else place[1] + 4
    return [(place[0] + shift, y) for shift in (-wide / 2, 6.0, -wide - 6)]
