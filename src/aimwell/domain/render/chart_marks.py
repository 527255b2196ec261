"""The data of a chart: its line, broken where points are missing, and its points."""

from __future__ import annotations

from collections.abc import Sequence

from aimwell.domain.render.chart_frame import Frame
from aimwell.domain.render.numbers import Voice
from aimwell.domain.render.svg import Palette, escape, look
from aimwell.domain.spc.reading import Reading, ReadingPoint
from aimwell.domain.words.charts import TABLE as WORDS

HIDE_BELOW = 2.4
"""Pixels between points below which ordinary points have no mark of their own."""
THIN_BELOW = 7.0

Place = tuple[float, float]


def data_line(reading: Reading, places: Sequence[Place | None], palette: Palette) -> str:
    """One path; a missing value or a break lifts the pen, and a lone point draws nothing."""
    broken = {found.before for found in reading.breaks}
    path: list[str] = []
    pen = "M"
    for point, place in zip(reading.points, places, strict=True):
        if place is None:
            pen = "M"
            continue
        if point.on in broken:
            pen = "M"
        path.append(f"{pen}{place[0]:.1f} {place[1]:.1f}")
        pen = "L"
    return f'<path d="{"".join(path)}"{look("c-line", palette)}/>' if path else ""


def places_of(reading: Reading, frame: Frame) -> list[Place | None]:
    return [None if point.value is None else (frame.at(point.on), frame.y(point.value)) for point in reading.points]


def points(reading: Reading, voice: Voice, frame: Frame, places: Sequence[Place | None], *, walked: bool = True) -> str:
    """Marks in the order of time. Each group carries the words of its point for a reader who walks them."""
    radius = _radius(reading, frame)
    last = reading.last
    drawn = []
    for point, place in zip(reading.points, places, strict=True):
        if place is None:
            continue
        mark = _mark(point, place, radius, last=point is last, palette=frame.layout.palette)
        if walked:
            drawn.append(f'<g class="c-point"{_words(point, place, reading, voice)}>{mark}</g>')
        else:
            drawn.append(mark)
    return "".join(drawn)


def signal_words(point: ReadingPoint, voice: Voice) -> str:
    if point.excluded:
        return _say(voice, "excluded")
    return _say(voice, "in_shift") if point.shift is not None else ""


def _say(voice: Voice, key: str, **params: object) -> str:
    return WORDS.say(key, voice.lang, **params)


def _words(point: ReadingPoint, place: Place, reading: Reading, voice: Voice) -> str:
    found = {
        "x": f"{place[0]:.1f}",
        "y": f"{place[1]:.1f}",
        "date": point.on.isoformat(),
        "when": voice.when(point.on),
        "value": voice.value(point.value) if point.value is not None else "",
        "of": voice.of(point),
        "phase": str(point.phase + 1) if len(reading.phases) > 1 else "",
        "signal": signal_words(point, voice),
        "note": point.note,
    }
    return "".join(f' data-{key}="{escape(words)}"' for key, words in found.items() if words)


def _radius(reading: Reading, frame: Frame) -> float:
    """Of an ordinary mark; 0 when there is no room for one."""
    between = (frame.x.end - frame.x.start) / max(1, len(reading.points) - 1)
    if between < HIDE_BELOW:
        return 0.0
    return 2.0 if between < THIN_BELOW else 3.6


def _mark(point: ReadingPoint, place: Place, radius: float, *, last: bool, palette: Palette) -> str:
    if point.excluded:
        return circle(place, max(radius, 2.0), look("c-out", palette))
    tone = point.shift.tone if point.shift is not None else None
    if last:
        radius = max(radius * 1.35, 3.0)
    if tone == "away":
        return triangle(place, max(radius, 1.6) * 1.3, look("c-away", palette))
    if tone is not None:
        return circle(place, max(radius, 1.6), look(f"c-{tone}", palette))
    return circle(place, radius, look("c-open", palette)) if radius else ""


def circle(place: Place, radius: float, style: str) -> str:
    return f'<circle cx="{place[0]:.1f}" cy="{place[1]:.1f}" r="{radius:.1f}"{style}/>'


def triangle(place: Place, half: float, style: str) -> str:
    """Point up, its middle on the value."""
    x, y = place
    return (
        f'<path d="M{x:.1f} {y - half:.1f}L{x + half:.1f} {y + half * 0.75:.1f}'
        f'L{x - half:.1f} {y + half * 0.75:.1f}Z"{style}/>'
    )
