"""The data of a chart: its line, broken where points are missing, and its points."""

from __future__ import annotations

from collections.abc import Sequence

from aimwell.domain.render.chart_frame import Frame
from aimwell.domain.render.chart_tones import tone_of
from aimwell.domain.render.numbers import Voice
from aimwell.domain.render.svg import Palette, escape, look
from aimwell.domain.spc.reading import Reading, ReadingPoint, Tone
from aimwell.domain.words.charts import TABLE as WORDS
from aimwell.domain.words.rules import RUNS
from aimwell.domain.words.rules import TABLE as RULES

HIDE_BELOW = 2.4
"""Pixels between points below which ordinary points have no mark of their own."""
THIN_BELOW = 7.0

Place = tuple[float, float]


def data_line(reading: Reading, places: Sequence[Place | None], palette: Palette) -> str:
    """One path; a missing value or a break lifts the pen, and a lone point draws nothing.

    It passes by what is left out: the limits, too, are made as if its neighbours stood side by side.
    """
    broken = {found.before for found in reading.breaks}
    path: list[str] = []
    pen = "M"
    for point, place in zip(reading.points, places, strict=True):
        if place is None:
            pen = "M"
            continue
        if point.on in broken:
            pen = "M"
        if point.excluded:
            continue
        path.append(f"{pen}{place[0]:.1f} {place[1]:.1f}")
        pen = "L"
    return f'<path d="{"".join(path)}"{look("c-line", palette)}/>' if path else ""


def places_of(reading: Reading, frame: Frame) -> list[Place | None]:
    return [None if point.value is None else (frame.at(point.on), frame.y(point.value)) for point in reading.points]


def points(reading: Reading, voice: Voice, frame: Frame, places: Sequence[Place | None]) -> str:
    """Marks in the order of time. Each group carries the words of its point for a reader who walks them."""
    radius = _radius(reading, frame)
    last, breaks = reading.last, {found.before for found in reading.breaks}
    drawn = []
    gap = 0
    for point, place in zip(reading.points, places, strict=True):
        if place is None:
            gap += 1
            continue
        gap = max(gap, int(point.on in breaks))
        mark = _mark(point, place, radius, tone_of(point, reading), last=point is last, palette=frame.layout.palette)
        drawn.append(f'<g class="c-point"{_words(point, place, gap, reading, voice)}>{mark}</g>')
        gap = 0
    return "".join(drawn)


def signal_words(point: ReadingPoint, voice: Voice) -> str:
    if not (point.excluded or point.shift or point.broken):
        return ""
    if point.excluded:
        return _say(voice, "excluded", line=voice.line)
    found = [_say(voice, "in_shift")] if point.shift is not None else []
    found += [RULES.say(name, voice.lang) for name in point.broken if point.shift is None or name not in RUNS]
    return "; ".join(found)


def _say(voice: Voice, key: str, **params: object) -> str:
    return WORDS.say(key, voice.lang, **params)


def _words(point: ReadingPoint, place: Place, gap: int, reading: Reading, voice: Voice) -> str:
    """`gap`: how many periods without a value lie before the point; silence, where the line is heard."""
    value = "" if point.value is None else voice.value(point.value)
    more = {
        "of": voice.of(point),
        "phase": str(point.phase + 1) if len(reading.phases) > 1 else "",
        "signal": signal_words(point, voice),
        "note": point.note,
        "gap": str(gap) if gap else "",
    }
    return (
        f' data-x="{place[0]:.1f}" data-y="{place[1]:.1f}" data-date="{point.on.isoformat()}"'
        f' data-when="{voice.when(point.on)}" data-value="{escape(value)}"'
    ) + "".join([f' data-{key}="{escape(words)}"' for key, words in more.items() if words])


def _radius(reading: Reading, frame: Frame) -> float:
    """Of an ordinary mark; 0 when there is no room for one."""
    between = (frame.x.end - frame.x.start) / max(1, len(reading.points) - 1)
    if between < HIDE_BELOW:
        return 0.0
    return 2.0 if between < THIN_BELOW else 3.6


def _mark(point: ReadingPoint, place: Place, radius: float, tone: Tone | None, *, last: bool, palette: Palette) -> str:
    if point.excluded:
        return crossed(place, max(radius, 2.0), look("c-out", palette))
    if last:
        radius = max(radius * 1.35, 3.0)
    return mark(place, radius, tone, palette)


def mark(place: Place, radius: float, tone: Tone | None, palette: Palette) -> str:
    """Away from good is a triangle, so that no meaning hangs on colour alone; radius 0 hides an ordinary point."""
    if tone == "away":
        return triangle(place, max(radius, 1.6) * 1.3, look("c-away", palette))
    if tone is not None:
        return circle(place, max(radius, 1.6), look(f"c-{tone}", palette))
    return circle(place, radius, look("c-open", palette)) if radius else ""


def crossed(place: Place, radius: float, style: str) -> str:
    """A hollow circle with a cross through it."""
    (x, y), r, reach, across = place, radius * 1.15, radius * 1.6, radius * 3.2
    ring = f"M{x - r:.1f} {y:.1f}a{r:.1f} {r:.1f} 0 1 0 {2 * r:.1f} 0a{r:.1f} {r:.1f} 0 1 0 {-2 * r:.1f} 0"
    arms = f"M{x - reach:.1f} {y - reach:.1f}l{across:.1f} {across:.1f}m0 {-across:.1f}l{-across:.1f} {across:.1f}"
    return f'<path d="{ring}{arms}"{style}/>'


def circle(place: Place, radius: float, style: str) -> str:
    return f'<circle cx="{place[0]:.1f}" cy="{place[1]:.1f}" r="{radius:.1f}"{style}/>'


def triangle(place: Place, half: float, style: str) -> str:
    """Point up, its middle on the value."""
    x, y = place
    return (
        f'<path d="M{x:.1f} {y - half:.1f}L{x + half:.1f} {y + half * 0.75:.1f}'
        f'L{x - half:.1f} {y + half * 0.75:.1f}Z"{style}/>'
    )
