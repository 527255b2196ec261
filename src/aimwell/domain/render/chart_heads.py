"""Phases and events over the plot: an upright each, with its date and its words at the head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from aimwell.domain.render.chart_frame import Annotation, Frame
from aimwell.domain.render.chart_lines import phase_at
from aimwell.domain.render.chart_places import Box
from aimwell.domain.render.chart_text import fitted, width_of
from aimwell.domain.render.numbers import Voice, short_unit
from aimwell.domain.render.svg import escape, line, look
from aimwell.domain.spc.reading import Reading
from aimwell.domain.words.dates import short_date


@dataclass(frozen=True, slots=True)
class Head:
    """A label over the plot at an upright. `strong` is its date."""

    at: float
    strong: str
    words: str
    is_phase: bool


def heads_of(reading: Reading, annotations: Sequence[Annotation], voice: Voice, frame: Frame) -> list[Head]:
    """Phases and events with their dates, from left to right."""
    found = [
        Head(phase_at(phase, reading, frame), _date(phase.starts, voice), voice.reason(phase), is_phase=True)
        for phase in reading.phases
        if phase.index
    ]
    found += [
        Head(frame.at(note.start), _date(note.start, voice), note.label, is_phase=note.kind == "phase")
        for note in annotations
        if note.kind != "cycle" and frame.first <= note.start <= frame.last
    ]
    return sorted(found, key=lambda head: head.at)


def heads(found: Sequence[Head], voice: Voice, frame: Frame, taken: list[Box]) -> str:
    """Uprights with date and reason at their head, in two rows. What has no room keeps its upright.

    The boxes of the words are added to `taken`.
    """
    layout = frame.layout
    rows = head_rows(found)
    free = [_unit_end(voice, frame), 2.0]
    drawn = []
    for k, head in enumerate(found):
        row = (rows - 1 - k) % rows
        beside = k + (rows if row else 1)
        following = found[beside].at if beside < len(found) else layout.width
        base = frame.top - 10 - row * 18
        style = look("c-phase" if head.is_phase else "c-event", layout.palette)
        top = base + 4 if layout.labels == "inside" else base - layout.note + 1
        drawn.append(line(head.at, top, head.at, frame.bottom, style))
        crossing = found[k - 1].at + 6 if k and not row else 2.0
        words, end = _head_words(head, base, max(free[row], crossing), following, frame)
        if words:
            drawn.append(words)
            taken.append((max(free[row], crossing), base - layout.note, end, base + 3))
            free[row] = end + 6
    return "".join(drawn)


def head_rows(found: Sequence[Head]) -> int:
    return 2 if len(found) > 1 else 1


def _unit_end(voice: Voice, frame: Frame) -> float:
    """A long unit stands over the axis, in the lower row."""
    return 2.0 if short_unit(voice.unit) else 8 + width_of(voice.unit, frame.layout.tick)


def _head_words(head: Head, base: float, free: float, following: float, frame: Frame) -> tuple[str, float]:
    """The words and where they end. To the right of the upright; the last one moves left as far as it is `free`."""
    layout = frame.layout
    date_wide = width_of(head.strong + " ", layout.note, strong=True)
    wanted = date_wide + width_of(head.words, layout.note)
    start = head.at + 6
    if following == layout.width and start + wanted > layout.width - 2:
        start = layout.width - 1 - wanted
        if layout.labels == "right" and head.at - 6 - wanted > free:
            start = head.at - 6 - wanted
    start = max(start, free)
    room = (following - 6 if following < layout.width else layout.width) - start
    if date_wide > room:
        return "", start
    words = fitted(head.words, layout.note, room - date_wide)
    strong, plain = look("c-strong", layout.palette), look("c-text", layout.palette)
    return (
        f'<text x="{start:.1f}" y="{base:.1f}" font-size="{layout.note:g}"{plain}>'
        f"<tspan{strong}>{escape(head.strong)}</tspan> {escape(words)}</text>"
    ), start + date_wide + width_of(words, layout.note)


def _date(day: date, voice: Voice) -> str:
    return short_date(day, voice.lang, year=voice.with_year)
