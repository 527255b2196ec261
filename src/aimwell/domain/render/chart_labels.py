"""Labels that sit at their lines and keep out of each other's way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from aimwell.domain.render.chart_frame import Annotation, Frame
from aimwell.domain.render.chart_lines import TRIAL_FROM, phase_at
from aimwell.domain.render.chart_marks import Place
from aimwell.domain.render.chart_text import fitted, width_of
from aimwell.domain.render.numbers import Voice
from aimwell.domain.render.svg import escape, line, look, text
from aimwell.domain.spc.reading import Reading
from aimwell.domain.words.charts import TABLE as WORDS
from aimwell.domain.words.dates import short_date

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Label:
    """Words for a height: a strong first line and a plain second one."""

    at: float
    name: str
    detail: str
    style: str


@dataclass(frozen=True, slots=True)
class Head:
    """A label over the plot at an upright. `strong` is its date."""

    at: float
    strong: str
    words: str
    is_phase: bool


def line_labels(reading: Reading, voice: Voice, frame: Frame) -> list[Label]:
    """Aim, middle now, and the middle of the phase before."""
    found = []
    if reading.target is not None:
        by = reading.target.by
        year = voice.with_year or (by is not None and by.year != frame.last.year)
        detail = _say(voice, "by", date=short_date(by, voice.lang, year=year)) if by else ""
        name = _say(voice, "aim", value=voice.label(reading.target.value, voice.aim(reading.target.value)))
        found.append(Label(frame.y(reading.target.value), name, detail, "c-strong"))
    with_centre = [phase for phase in reading.phases if phase.centre is not None]
    if len(reading.values) < TRIAL_FROM or not with_centre:
        return found
    now = with_centre[-1]
    trial = bool(reading.points_wanted)
    given = reading.method.centre == "given"
    key = "line" if given else "middle_so_far" if trial else "middle"
    detail = _say(voice, "set_by_hand") if given else ""
    if now.index and not given:
        detail = _say(voice, "since", date=short_date(now.starts, voice.lang, year=voice.with_year))
    style = "c-strong" if trial else "c-strong-middle"
    name = _say(voice, key, value=voice.label(now.centre or 0.0, voice.centre_decimals))
    found.append(Label(frame.y(now.centre or 0.0), name, detail, style))
    if len(with_centre) > 1:
        before = with_centre[-2].centre or 0.0
        found.append(
            Label(
                frame.y(before),
                _say(voice, "earlier", value=voice.label(before, voice.centre_decimals)),
                "",
                "c-text-2",
            )
        )
    return found


def right_labels(labels: Sequence[Label], frame: Frame) -> str:
    """Labels in the column at the right, pushed apart where they would touch."""
    layout = frame.layout
    high = layout.note + 3
    heights = [high * (2 if label.detail else 1) for label in labels]
    tops = apart([label.at - high / 2 for label in labels], heights, frame.top - 8, frame.bottom + 4)
    x, room = frame.right + 9, layout.label_column - 10
    drawn = []
    for label, top in zip(labels, tops, strict=True):
        strong = label.style != "c-text-2"
        name = fitted(label.name, layout.note, room, strong=strong)
        base = top + layout.note
        drawn.append(text(x, base, name, look(label.style, layout.palette), size=layout.note))
        if label.detail:
            detail = fitted(label.detail, layout.note, room)
            drawn.append(text(x, base + high, detail, look("c-text-2", layout.palette), size=layout.note))
    return "".join(drawn)


def apart(
    tops: Sequence[float], heights: Sequence[float], ceiling: float, floor: float, gap: float = 3.0
) -> list[float]:
    """The tops moved as little as needed so that no two blocks touch; in the same order from above."""
    order = sorted(range(len(tops)), key=lambda k: (tops[k] + heights[k] / 2, k))
    placed = list(tops)
    below = ceiling
    for k in order:
        placed[k] = max(placed[k], below)
        below = placed[k] + heights[k] + gap
    above = floor
    for k in reversed(order):
        placed[k] = min(placed[k], above - heights[k])
        above = placed[k] - gap
    return placed


def last_label(reading: Reading, voice: Voice, frame: Frame, taken: list[Box]) -> str:
    """Value and n of N at the last point: beside it, or over or under it where that is free."""
    last = reading.last
    if last is None or last.value is None:
        return ""
    layout = frame.layout
    value, of = voice.label(last.value), voice.of(last)
    inside = layout.labels == "inside"
    wide = max(width_of(value, layout.value, strong=True), 0 if inside else width_of(of, layout.note))
    high = layout.value + (layout.note + 2 if of and not inside else 0)
    x, y = frame.at(last.on), frame.y(last.value)
    places = _around(x, y, wide, high, inside)
    left, top = least_taken([_kept_in(place, wide, high, frame) for place in places], wide, high, taken)
    taken.append((left, top, left + wide, top + high))
    strong, plain = look("c-strong c-halo", layout.palette), look("c-text-2 c-halo", layout.palette)
    drawn = text(left, top + layout.value * 0.86, value, strong, size=layout.value)
    if of and not inside:
        drawn += text(left, top + layout.value + layout.note, of, plain, size=layout.note)
    return drawn


def _around(x: float, y: float, wide: float, high: float, inside: bool) -> list[Place]:
    over, under = (x - wide / 2, y - high - 8), (x - wide / 2, y + 9)
    beside = (x + 9, y - high / 2)
    if inside:
        return [over, beside, under, (x - wide, y - high - 10)]
    return [beside, (x + 9, y - high - 2), (x + 9, y + 3), over, under]


def inside_labels(labels: Sequence[Label], reading: Reading, frame: Frame, taken: list[Box]) -> str:
    """Labels on their own lines in a small chart: over or under the line, left or right, wherever it is free."""
    layout = frame.layout
    drawn = []
    for label in labels:
        words = f"{label.name} {label.detail}" if label.style == "c-strong" and label.detail else label.name
        words = fitted(words, layout.note, frame.right - frame.left - 8, strong=True)
        wide, high = width_of(words, layout.note, strong=True), layout.note
        starts = [frame.right - wide, frame.left + 4]
        if label.style == "c-strong-middle" and len(reading.phases) > 1:
            starts.insert(0, phase_at(reading.phases[-1], reading, frame) + 4)
        if label.style == "c-text-2":
            starts.reverse()
        places = [(x, y) for x in starts for y in (label.at - high - 4, label.at + 3)]
        left, top = least_taken([_kept_in(place, wide, high, frame) for place in places], wide, high, taken)
        taken.append((left, top, left + wide, top + high))
        style = look(f"{label.style} c-halo", layout.palette)
        drawn.append(text(left, top + high * 0.86, words, style, size=layout.note))
    return "".join(drawn)


def _kept_in(place: Place, wide: float, high: float, frame: Frame) -> Place:
    """Moved into the picture."""
    limit = frame.layout.width - 1 if frame.layout.labels == "inside" else frame.right
    return min(max(place[0], 1.0), limit - wide), min(max(place[1], 1.0), frame.bottom - high - 1)


def least_taken(places: Sequence[Place], wide: float, high: float, taken: Sequence[Box]) -> Place:
    """The first place that touches the fewest boxes."""

    def touched(place: Place) -> int:
        x, y = place
        return sum(1 for box in taken if x < box[2] and box[0] < x + wide and y < box[3] and box[1] < y + high)

    return min(places, key=touched)


def heads_of(reading: Reading, annotations: Sequence[Annotation], voice: Voice, frame: Frame) -> list[Head]:
    """Phases and events with their dates, from left to right."""
    found = [
        Head(phase_at(phase, reading, frame), _date(phase.starts, voice), phase.reason, is_phase=True)
        for phase in reading.phases
        if phase.index
    ]
    found += [
        Head(frame.at(note.start), _date(note.start, voice), note.label, is_phase=note.kind == "phase")
        for note in annotations
        if note.kind != "cycle" and frame.first <= note.start <= frame.last
    ]
    return sorted(found, key=lambda head: head.at)


def heads(found: Sequence[Head], frame: Frame) -> str:
    """Uprights with date and reason at their head, in two rows. What has no room keeps its upright."""
    layout = frame.layout
    rows = head_rows(found)
    drawn = []
    for k, head in enumerate(found):
        row = (rows - 1 - k) % rows
        beside = k + (rows if row else 1)
        following = found[beside].at if beside < len(found) else layout.width
        base = frame.top - 10 - row * 18
        style = look("c-phase" if head.is_phase else "c-event", layout.palette)
        top = base + 4 if layout.labels == "inside" else base - layout.note + 1
        drawn.append(line(head.at, top, head.at, frame.bottom, style))
        drawn.append(_head_words(head, base, following, frame))
    return "".join(drawn)


def head_rows(found: Sequence[Head]) -> int:
    return 2 if len(found) > 1 else 1


def _head_words(head: Head, base: float, following: float, frame: Frame) -> str:
    """To the right of the upright; a lone one moves left where its words would not fit."""
    layout = frame.layout
    date_wide = width_of(head.strong + " ", layout.note, strong=True)
    wanted = date_wide + width_of(head.words, layout.note)
    start = head.at + 6
    if following == layout.width and start + wanted > layout.width - 2:
        start = max(2.0, layout.width - 1 - wanted)
        if layout.labels == "right" and head.at - 6 - wanted > 2:
            start = head.at - 6 - wanted
    room = (following - 6 if following < layout.width else layout.width) - start - date_wide
    words = fitted(head.words, layout.note, room)
    if start + date_wide > layout.width:
        return ""
    strong, plain = look("c-strong", layout.palette), look("c-text", layout.palette)
    return (
        f'<text x="{start:.1f}" y="{base:.1f}" font-size="{layout.note:g}"{plain}>'
        f"<tspan{strong}>{escape(head.strong)}</tspan> {escape(words)}</text>"
    )


def _date(day: date, voice: Voice) -> str:
    return short_date(day, voice.lang, year=voice.with_year)


def _say(voice: Voice, key: str, **params: object) -> str:
    return WORDS.say(key, voice.lang, **params)
