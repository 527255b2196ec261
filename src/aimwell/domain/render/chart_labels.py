"""Labels that sit at their lines and keep out of each other's way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aimwell.domain.render.chart_frame import Frame, Level
from aimwell.domain.render.chart_lines import TRIAL_FROM, phase_at
from aimwell.domain.render.chart_places import Box, Corner, apart, box_at, least_taken, touches
from aimwell.domain.render.chart_text import fitted, width_of
from aimwell.domain.render.chart_tones import good_way
from aimwell.domain.render.numbers import Voice, short_unit
from aimwell.domain.render.svg import look, text
from aimwell.domain.spc.reading import PhaseReading, Reading
from aimwell.domain.words.charts import TABLE as WORDS
from aimwell.domain.words.dates import short_date


@dataclass(frozen=True, slots=True)
class Label:
    """Words for a height: a strong first line and a plain second one. `of_latest`: true of the latest phase only."""

    at: float
    name: str
    detail: str
    style: str
    of_latest: bool = False


def line_labels(reading: Reading, voice: Voice, frame: Frame) -> list[Label]:
    """Aim, middle now, its limits, and the middle of the phase before; the first matter most."""
    found = _aim_label(reading, voice, frame)
    with_centre = [phase for phase in reading.phases if phase.centre is not None]
    if len(reading.values) < TRIAL_FROM or not with_centre:
        return found
    found.append(_centre_label(with_centre[-1], reading, voice, frame))
    found += _limit_labels(with_centre[-1], reading, voice, frame)
    if len(with_centre) > 1 and not _same_line(with_centre[-2:], reading):
        before = with_centre[-2].centre or 0.0
        key = "earlier" if reading.method.centre == "median" or reading.method.chart in ("run", "g") else "earlier_mean"
        name = _say(voice, key, value=voice.label(before, voice.centre_decimals))
        found.append(Label(frame.y(before), name, "", "c-text-2"))
    return found


def level_label(level: Level | None, frame: Frame) -> list[Label]:
    return [] if level is None else [Label(frame.y(level.value), level.label, "", "c-text-2")]


def _same_line(phases: Sequence[PhaseReading], reading: Reading) -> bool:
    """A known line that goes on through a new phase."""
    before, now = phases
    return reading.method.centre == "given" or (before.last_year and now.last_year)


def _aim_label(reading: Reading, voice: Voice, frame: Frame) -> list[Label]:
    if reading.target is None:
        return []
    value, by = reading.target.value, reading.target.by
    year = voice.with_year or (by is not None and by.year != frame.last.year)
    detail = _say(voice, "by", date=short_date(by, voice.lang, year=year)) if by else ""
    return [Label(frame.y(value), _say(voice, "aim", value=voice.label(value, voice.aim(value))), detail, "c-strong")]


def _centre_label(now: PhaseReading, reading: Reading, voice: Voice, frame: Frame) -> Label:
    trial = bool(reading.points_wanted)
    method = reading.method
    kind = {"mean": "mean", "median": "middle"}.get(method.centre, "line")
    key = f"{kind}_so_far" if trial and kind != "line" else kind
    known = _say(voice, "from_last_year") if method.last_year else method.source or _say(voice, "set_by_hand")
    detail = known if kind == "line" else ""
    if now.index and kind != "line":
        detail = _say(voice, "since", date=short_date(now.starts, voice.lang, year=voice.with_year))
    name = _say(voice, key, value=voice.label(now.centre or 0.0, voice.centre_decimals))
    style = "c-strong" if trial else "c-strong-middle"
    return Label(frame.y(now.centre or 0.0), name, detail, style, of_latest=True)


def _limit_labels(now: PhaseReading, reading: Reading, voice: Voice, frame: Frame) -> list[Label]:
    """Of the latest point that has limits. A lower limit at zero lies on the axis and needs no name."""
    points = [p for p in reading.points if p.phase == now.index and (p.upper is not None or p.lower is not None)]
    if not points:
        return []
    found = []
    detail = _say(voice, "trial", n=now.n_baseline, count=now.n_baseline) if now.trial else ""
    for key, value in (("upper", points[-1].upper), ("lower", points[-1].lower)):
        if value is not None and (key == "upper" or round(value, voice.centre_decimals)):
            name = _say(voice, key, value=voice.label(value, voice.centre_decimals))
            found.append(Label(frame.y(value), name, detail, "c-text-2", of_latest=True))
            detail = ""
    return found


def right_labels(labels: Sequence[Label], frame: Frame) -> str:
    """Labels in the column at the right, pushed apart where they would touch; the last go if there are too many."""
    layout = frame.layout
    high = layout.note + 3
    ceiling, floor = frame.top - 8, frame.bottom + 4
    labels = list(labels)
    while sum(_height(label, high) + 3 for label in labels) - 3 > floor - ceiling:
        labels.pop()
    heights = [_height(label, high) for label in labels]
    tops = apart([label.at - high / 2 for label in labels], heights, ceiling, floor)
    x, room = frame.right + 9, layout.label_column - 10
    drawn = []
    for label, top in zip(labels, tops, strict=True):
        name = fitted(label.name, layout.note, room, strong=label.style != "c-text-2")
        base = top + layout.note
        drawn.append(text(x, base, name, look(label.style, layout.palette), size=layout.note))
        if label.detail:
            detail = fitted(label.detail, layout.note, room)
            drawn.append(text(x, base + high, detail, look("c-text-2", layout.palette), size=layout.note))
    return "".join(drawn)


def _height(label: Label, high: float) -> float:
    return high * (2 if label.detail else 1)


def good_label(reading: Reading, voice: Voice, frame: Frame, *, headed: bool, words: list[Box]) -> str:
    """Which way is good, with an arrow: under the column of labels, or over a small chart where that is free."""
    layout = frame.layout
    way = good_way(reading)
    if not way or (layout.labels == "inside" and (headed or not short_unit(voice.unit))):
        return ""
    said = _say(voice, f"good_{way}")
    wide = width_of(said, layout.note)
    if layout.labels == "right":
        x, base = frame.right + 22, frame.bottom + 6 + layout.tick
    else:
        x, base = layout.width - 2 - wide, frame.top - 12
    words.append((x - 13, base - layout.note, x + wide, base + 3))
    tip, tail, wing = (base - 9.5, base + 0.5, 4) if way == "up" else (base + 0.5, base - 9.5, -4)
    arrow = f"M{x - 7:.1f} {tail:.1f}V{tip:.1f}m-3.5 {wing}l3.5 {-wing}l3.5 {wing}"
    drawn = f'<path d="{arrow}"{look("c-good", layout.palette)}/>'
    return drawn + text(x, base, said, look("c-text-2", layout.palette), size=layout.note)


def last_label(reading: Reading, voice: Voice, frame: Frame, words: list[Box], drawn: Sequence[Box]) -> str:
    """Value and n of N at the last point: beside it, or over or under it where that is free."""
    last = reading.last
    if last is None or last.value is None:
        return ""
    layout = frame.layout
    value, of = voice.label(last.value), "" if voice.per_session else voice.of(last)
    inside = layout.labels == "inside"
    wide = max(width_of(value, layout.value, strong=True), 0 if inside else width_of(of, layout.note))
    high = layout.value + (layout.note + 2 if of and not inside else 0)
    x, y = frame.at(last.on), frame.y(last.value)
    places = [_kept_in(place, wide, high, frame) for place in _around(x, y, wide, high, inside)]
    (left, top), _clear = least_taken(places, wide, high, words, drawn)
    words.append(box_at((left, top), wide, high))
    strong, plain = look("c-strong c-halo", layout.palette), look("c-text-2 c-halo", layout.palette)
    said = text(left, top + layout.value * 0.86, value, strong, size=layout.value)
    if of and not inside:
        said += text(left, top + layout.value + layout.note, of, plain, size=layout.note)
    return said


def _around(x: float, y: float, wide: float, high: float, inside: bool) -> list[Corner]:
    over, under = (x - wide / 2, y - high - 8), (x - wide / 2, y + 9)
    beside = (x + 9, y - high / 2)
    if inside:
        return [over, beside, under, (x - wide, y - high - 10)]
    return [beside, (x + 9, y - high - 2), (x + 9, y + 3), over, under]


def inside_labels(
    labels: Sequence[Label], reading: Reading, frame: Frame, words: list[Box], drawn: Sequence[Box]
) -> str:
    """Labels on their own lines in a small chart: over or under the line, wherever it is free of other words.

    One that has no such place is left out, and so is a quiet one that would hide a point; the sentences over the chart
    say it too.
    """
    layout = frame.layout
    said = []
    for label in labels:
        name = f"{label.name} {label.detail}" if label.style == "c-strong" and label.detail else label.name
        name = fitted(name, layout.note, frame.right - frame.left - 8, strong=True)
        wide, high = width_of(name, layout.note, strong=True), layout.note
        places = [
            _kept_in((x, y), wide, high, frame)
            for x in _starts(label, wide, reading, frame)
            for y in (label.at - high - 4, label.at + 3)
        ]
        (left, top), clear = least_taken(places, wide, high, words, drawn)
        box = box_at((left, top), wide, high)
        if clear and not (label.style == "c-text-2" and _hides_a_point(box, drawn)):
            words.append(box)
            style = look(f"{label.style} c-halo", layout.palette)
            said.append(text(left, top + high * 0.86, name, style, size=layout.note))
    return "".join(said)


def _hides_a_point(box: Box, drawn: Sequence[Box]) -> bool:
    """Boxes of points are larger than those along the line between them."""
    return any(touches(box, one) for one in drawn if one[2] - one[0] > 4)


def _starts(label: Label, wide: float, reading: Reading, frame: Frame) -> list[float]:
    """Where the words of a line may begin, best first: within its phase, where it is of the latest one."""
    first, last = frame.left + 4, frame.right - wide
    if label.of_latest and len(reading.phases) > 1:
        first = min(phase_at(reading.phases[-1], reading, frame) + 4, last)
        return [first, last, (first + last) / 2]
    between = [first + (last - first) * share for share in (0.25, 0.5, 0.75)]
    return [first, last, *between] if label.style == "c-text-2" else [last, first, *between]


def _kept_in(place: Corner, wide: float, high: float, frame: Frame) -> Corner:
    """Moved into the picture."""
    limit = frame.layout.width - 1 if frame.layout.labels == "inside" else frame.right
    return min(max(place[0], frame.left + 1), limit - wide), min(max(place[1], 1.0), frame.bottom - high - 1)


def _say(voice: Voice, key: str, **params: object) -> str:
    return WORDS.say(key, voice.lang, **params)
