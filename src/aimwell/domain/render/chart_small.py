"""Small charts that share one scale and one length."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from aimwell.domain.render.chart_limits import THREE_SIGMA, has_limits, steps, turns_of
from aimwell.domain.render.chart_lines import TRIAL_FROM
from aimwell.domain.render.chart_marks import Place, crossed, data_line, mark
from aimwell.domain.render.chart_text import width_of
from aimwell.domain.render.chart_tones import tone_of
from aimwell.domain.render.numbers import voice_for
from aimwell.domain.render.readings import reading_alt
from aimwell.domain.render.scale import Scale
from aimwell.domain.render.svg import Palette, document, line, look, text
from aimwell.domain.spc.reading import Reading, ReadingPoint
from aimwell.domain.words.readings import TABLE as SENTENCES
from aimwell.domain.words.spc import TABLE as CHARTS

VALUE = 14.0


@dataclass(frozen=True, slots=True)
class _Room:
    x: Scale
    y: Scale
    left: float
    right: float
    palette: Palette

    def at(self, point: ReadingPoint) -> float:
        return self.x(point.on.toordinal())


def common_range(readings: Sequence[Reading]) -> tuple[float, float]:
    """Lowest and highest value, middle, limit or aim of all, for `y_range`."""
    values = [p.value for reading in readings for p in reading.points if p.value is not None]
    values += [p.centre for reading in readings for p in reading.phases if p.centre is not None]
    values += [
        limit for reading in readings for p in reading.points for limit in (p.lower, p.upper) if limit is not None
    ]
    values += [reading.target.value for reading in readings if reading.target is not None]
    return (min(values), max(values)) if values else (0.0, 1.0)


def small_chart_svg(
    reading: Reading,
    *,
    lang: str,
    y_range: tuple[float, float],
    dates: tuple[date, date] | None = None,
    width: float = 214,
    height: float = 84,
    title: str = "",
    id_prefix: str = "small",
    palette: Palette = "screen",
) -> str:
    """Line, points, middle of the latest phase, aim and last value. `y_range`, `dates`: common to all beside it."""
    name = title or CHARTS.say(f"chart.{reading.method.chart}", lang)
    last = reading.last
    if last is None or last.value is None:
        words = SENTENCES.say("find_empty", lang)
        body = text(2, height / 2, words, look("c-text-2", palette), size=VALUE)
        return document(width, height, body, prefix=id_prefix, title=name, description=words, kind="small")
    voice = voice_for(reading, lang)
    value = voice.bare(last.value)
    room = _room(reading, y_range, dates, width - width_of(value, VALUE, strong=True) - 12, height, palette)
    places: list[Place | None] = [
        None if p.value is None else (room.x(p.on.toordinal()), room.y(p.value)) for p in reading.points
    ]
    at = min(max(room.y(last.value) + VALUE * 0.35, VALUE), height - 3)
    label = text(room.x(last.on.toordinal()) + 8, at, value, look("c-strong c-halo", palette), size=VALUE)
    body = _lines(reading, room) + data_line(reading, places, palette) + _marks(reading, places, room) + label
    described = reading_alt(reading, lang)
    return document(width, height, body, prefix=id_prefix, title=name, description=described, kind="small")


def _room(
    reading: Reading,
    y_range: tuple[float, float],
    dates: tuple[date, date] | None,
    right: float,
    height: float,
    palette: Palette,
) -> _Room:
    first, last = dates or (reading.points[0].on, reading.points[-1].on)
    low, high = y_range
    if not high > low:
        half = abs(low) * 0.1 or 1.0
        low, high = low - half, high + half
    x = Scale(first.toordinal(), max(last.toordinal(), first.toordinal() + 1), 4, right)
    return _Room(x, Scale(low, high, height - 8, 8), 0, right + 4, palette)


def _lines(reading: Reading, room: _Room) -> str:
    drawn = ""
    if reading.target is not None:
        at = room.y(reading.target.value)
        drawn += line(room.left, at, room.right, at, look("c-aim", room.palette))
    if has_limits(reading):
        return drawn + _limits(reading, room)
    centre = reading.phases[-1].centre
    if centre is not None and len(reading.values) >= TRIAL_FROM:
        drawn += line(room.left, room.y(centre), room.right, room.y(centre), look("c-axis", room.palette))
    return drawn


def _limits(reading: Reading, room: _Room) -> str:
    """Centre and limits of each phase, over its own stretch."""
    drawn = []
    start = room.left
    for phase in reading.phases:
        row = [point for point in reading.points if point.phase == phase.index]
        stop = room.at(row[-1]) + 2 if phase.index + 1 < len(reading.phases) else room.right
        if phase.centre is not None:
            drawn.append(line(start, room.y(phase.centre), stop, room.y(phase.centre), look("c-axis", room.palette)))
        style = look("c-limit-trial" if phase.trial else "c-limit", room.palette)
        turns = turns_of([room.at(point) for point in row], start, stop)
        drawn += [steps(row, limit, turns, room.y, style) for limit in THREE_SIGMA]
        start = stop
    return "".join(drawn)


def _marks(reading: Reading, places: Sequence[Place | None], room: _Room) -> str:
    between = (room.x.end - room.x.start) / max(1, len(reading.points) - 1)
    radius = 2.1 if between >= 5 else 0.0
    last = reading.last
    return "".join(
        crossed(place, max(radius, 2.0), look("c-out", room.palette))
        if point.excluded
        else mark(place, 3.4 if point is last else radius, tone_of(point, reading), room.palette)
        for point, place in zip(reading.points, places, strict=True)
        if place is not None
    )
