"""What stands behind the data: grid, breaks, middles, aim, phases, cycles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from aimwell.domain.render.chart_frame import (
    Annotation,
    Band,
    Frame,
    Level,
    future_days,
    tick_labels,
)
from aimwell.domain.render.chart_marks import circle
from aimwell.domain.render.chart_text import fitted, width_of
from aimwell.domain.render.numbers import LONG_SPAN, Voice, short_unit
from aimwell.domain.render.scale import date_ticks, month_ticks
from aimwell.domain.render.svg import escape, line, look, text
from aimwell.domain.spc.reading import PhaseReading, Reading
from aimwell.domain.words.charts import TABLE as WORDS
from aimwell.domain.words.dates import month_year

TRIAL_FROM = 6
"""Values from which on a middle is drawn, dashed, before the rules may speak."""


@dataclass(frozen=True, slots=True)
class CycleBar:
    start: float
    end: float
    label: str
    lane: int


def grid(frame: Frame, voice: Voice) -> str:
    """Pale lines, their values, the unit once."""
    layout, style = frame.layout, look("c-grid", frame.layout.palette)
    quiet = look("c-text-3", layout.palette)
    drawn = []
    for k, (value, label) in enumerate(zip(frame.ticks.values, tick_labels(frame.ticks, voice.unit), strict=True)):
        at = frame.y(value)
        drawn.append(line(frame.left, at, frame.right, at, style) if k else "")
        drawn.append(_tick_label(frame, at, label))
    if not short_unit(voice.unit):
        words = fitted(voice.unit, layout.tick, layout.width - 8)
        drawn.append(text(2, frame.top - 12, words, quiet, size=layout.tick))
    drawn.append(line(frame.left, frame.bottom, frame.right, frame.bottom, look("c-axis", layout.palette)))
    return "".join(drawn)


def _tick_label(frame: Frame, at: float, label: str) -> str:
    """The number right-aligned; a unit hangs out so that the figures stay in one column."""
    layout = frame.layout
    quiet = look("c-text-3", layout.palette)
    return text(frame.left - 8, at + layout.tick * 0.34, label, quiet, size=layout.tick, anchor="end")


def date_axis(reading: Reading, frame: Frame, voice: Voice) -> str:
    layout = frame.layout
    long = (frame.last - frame.first).days > LONG_SPAN
    sample = month_year(frame.first, voice.lang) if long else voice.date(frame.first)
    wide = width_of(sample, layout.tick)
    dates = [point.on for point in reading.points]
    days = month_ticks(frame.first, frame.last, frame.x, wide) if long else date_ticks(dates, frame.x, wide)
    quiet, axis = look("c-text-3", layout.palette), look("c-axis", layout.palette)
    drawn = []
    for day in days:
        label = month_year(day, voice.lang) if long else voice.date(day)
        at = frame.at(day)
        half = width_of(label, layout.tick) / 2
        middle = min(max(at, half + 1), layout.width - half - 1)
        drawn.append(line(at, frame.bottom, at, frame.bottom + 4, axis))
        drawn.append(text(middle, frame.bottom + 6 + layout.tick, label, quiet, size=layout.tick, anchor="middle"))
    return "".join(drawn)


def bands(reading: Reading, frame: Frame, extra: Sequence[Band]) -> str:
    """Pale stretches without points. Given bands come on top of the breaks found in the data."""
    named = [Band(b.start, b.end, b.name) for b in reading.breaks if b.shaded]
    known = {band.label for band in named if band.label}
    named += [
        band for band in extra if band.label not in known and band.end >= frame.first and band.start <= frame.last
    ]
    return "".join(_band(band, frame) for band in named)


def _band(band: Band, frame: Frame) -> str:
    layout = frame.layout
    start = frame.at(max(band.start, frame.first))
    end = frame.at(min(band.end + timedelta(days=1) if band.end.year < 9999 else band.end, frame.last))
    width = max(end - start, 2.0)
    drawn = (
        f'<rect x="{start:.1f}" y="{frame.top - 2:.1f}" width="{width:.1f}"'
        f' height="{frame.bottom - frame.top + 2:.1f}"{look("c-band", layout.palette)}/>'
    )
    if layout.labels == "inside" or width < layout.note + 3:
        return drawn
    label = fitted(band.label, layout.note - 0.5, frame.bottom - frame.top - 16)
    if not label:
        return drawn
    x, y = start + width / 2 + layout.note * 0.33, frame.bottom - 8
    style = look("c-text-3", layout.palette)
    turned = f'<text transform="translate({x:.1f} {y:.1f}) rotate(-90)" font-size="{layout.note - 0.5:g}"{style}>'
    return f"{drawn}{turned}{escape(label)}</text>"


def middles(reading: Reading, frame: Frame) -> str:
    """Each phase's middle, and every earlier one going on as a ghost. None below six values."""
    if len(reading.values) < TRIAL_FROM:
        return ""
    palette = frame.layout.palette
    drawn = []
    last = reading.last
    end = frame.at(last.on) + 5 if last else frame.right
    for phase in reading.phases:
        if phase.centre is None:
            continue
        at = frame.y(phase.centre)
        start = frame.left - 4 if phase.index == 0 else phase_at(phase, reading, frame)
        following = next((p for p in reading.phases if p.index == phase.index + 1), None)
        stop = end if following is None else phase_at(following, reading, frame)
        drawn.append(line(start, at, stop, at, look(middle_style(phase, reading), palette)))
        if following is not None:
            drawn.append(line(stop, at, end, at, look("c-ghost", palette)))
    return "".join(drawn)


def middle_style(phase: PhaseReading, reading: Reading) -> str:
    if phase.index < len(reading.phases) - 1:
        return "c-before"
    return "c-trial" if reading.points_wanted else "c-middle"


def phase_at(phase: PhaseReading, reading: Reading, frame: Frame) -> float:
    """Where a phase's upright stands: half a step before its first point, not before the point in front."""
    first = next(point.on for point in reading.points if point.phase == phase.index)
    before = [point.on for point in reading.points if point.phase < phase.index]
    earliest = (frame.at(before[-1]) + frame.at(first)) / 2 if before else frame.left
    return max(earliest, frame.at(first) - frame.half_step)


def aim(reading: Reading, frame: Frame) -> str:
    if reading.target is None:
        return ""
    at = frame.y(reading.target.value)
    return line(frame.left, at, frame.right, at, look("c-aim", frame.layout.palette))


def level(found: Level | None, frame: Frame) -> str:
    """As dark as the axis, for it is where counting begins on this chart."""
    if found is None:
        return ""
    at = frame.y(found.value)
    return line(frame.left, at, frame.right, at, look("c-axis", frame.layout.palette))


def future(reading: Reading, frame: Frame) -> str:
    """Small dots on the axis for the values still wanted."""
    style = look("c-future", frame.layout.palette)
    return "".join(circle((frame.at(day), frame.bottom), 2.2, style) for day in future_days(reading))


def cycle_bars(annotations: Sequence[Annotation], frame: Frame) -> list[CycleBar]:
    """Bars of cycles in as many lanes as their labels need; those outside the chart are left out."""
    size, short = frame.layout.note, numbered(frame)
    lanes: list[float] = []
    bars = []
    for note in sorted((a for a in annotations if a.kind == "cycle"), key=lambda a: a.start):
        ended = note.end or frame.last
        if ended < frame.first or note.start > frame.last:
            continue
        label = _number_of(note.label) if short else fitted(note.label, size, 160)
        start = frame.at(max(note.start, frame.first))
        end = max(start + 6, frame.at(min(ended, frame.last)))
        lane = next((k for k, free in enumerate(lanes) if free < start), len(lanes))
        lanes[lane : lane + 1] = [end + width_of(label, size) + 10]
        bars.append(CycleBar(start, end, label, lane))
    return bars


def cycles(bars: Sequence[CycleBar], frame: Frame, voice: Voice) -> str:
    layout = frame.layout
    style, words = look("c-cycle", layout.palette), look("c-text-2", layout.palette)
    drawn = []
    for bar in bars:
        y = cycle_y(frame, bar.lane)
        drawn.append(line(bar.start, y, bar.end, y, style))
        wide = width_of(bar.label, layout.note)
        fits = bar.end + 6 + wide <= layout.width
        x, anchor = (bar.end + 6, "start") if fits else (bar.start - 6, "end")
        drawn.append(text(x, y + layout.note * 0.33, bar.label, words, size=layout.note, anchor=anchor))
    if bars and numbered(frame):
        label = WORDS.say("cycles", voice.lang)
        clear = min(bar.start for bar in bars) - width_of(label, layout.note) - frame.left
        if clear > 8:
            y = cycle_y(frame, 0) + layout.note * 0.33
            drawn.append(text(frame.left, y, label, look("c-text-3", layout.palette), size=layout.note))
    return "".join(drawn)


def cycle_y(frame: Frame, lane: int) -> float:
    return frame.bottom + frame.layout.tick + 22 + lane * (frame.layout.note + 4)


def numbered(frame: Frame) -> bool:
    """Cycles carry only their numbers, under one word at the left, where there is little room."""
    return frame.layout.width < 900


def _number_of(label: str) -> str:
    """ "Cycle 3" is "3" where there is little room."""
    figures = "".join(letter if letter.isdigit() else " " for letter in label).split()
    return figures[-1] if figures else label[:3]
