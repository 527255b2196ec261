"""The room a chart has: sizes, margins, scales."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from aimwell.domain.calendar.periods import step_days
from aimwell.domain.render.chart_text import width_of
from aimwell.domain.render.numbers import Voice, short_unit
from aimwell.domain.render.scale import Scale, Ticks, value_ticks
from aimwell.domain.render.svg import Palette
from aimwell.domain.spc.reading import Reading
from aimwell.domain.words.numbers import number_text, with_unit

Size = Literal["desktop", "phone", "print"]
Kind = Literal["cycle", "event", "phase"]


@dataclass(frozen=True, slots=True)
class Annotation:
    """Something that happened. `end` None: still going on (cycle) or a single day (event, phase)."""

    start: date
    end: date | None
    kind: Kind
    label: str


@dataclass(frozen=True, slots=True)
class Band:
    """A pale stretch of days with its name, both ends included."""

    start: date
    end: date
    label: str


@dataclass(frozen=True, slots=True)
class Level:
    """A height with words of its own, such as 0 for no difference."""

    value: float
    label: str


@dataclass(frozen=True, slots=True)
class Layout:
    """Measures in pixels of the picture. `labels`: in a column at the right, or inside the plot."""

    width: float
    plot_height: float
    label_column: float
    after_last: float
    tick: float
    note: float
    value: float
    labels: Literal["right", "inside"]
    palette: Palette


LAYOUTS: dict[Size, Layout] = {
    "desktop": Layout(960, 272, 138, 74, 13.5, 13.5, 16, "right", "screen"),
    "phone": Layout(350, 172, 0, 22, 13, 13, 15, "inside", "screen"),
    "print": Layout(760, 216, 142, 78, 14.5, 14.5, 17, "right", "print"),
}


@dataclass(frozen=True, slots=True)
class Frame:
    """A chart's scales and edges. `half_step`: half a period in pixels."""

    layout: Layout
    left: float
    right: float
    top: float
    bottom: float
    x: Scale
    y: Scale
    ticks: Ticks
    first: date
    last: date
    half_step: float

    def at(self, day: date) -> float:
        return self.x(day.toordinal())


def frame_for(reading: Reading, voice: Voice, layout: Layout, *, head_rows: int, level: Level | None = None) -> Frame:
    """`head_rows`: rows of labels above the plot. `level`: stands in the plot as well."""
    ticks = axis_ticks(reading, level)
    labels = tick_labels(ticks, voice.unit)
    left = max(width_of(label, layout.tick) for label in labels) + 12
    right = layout.width - max(layout.label_column, 4)
    top = 12 + max(head_rows, 1) * 18
    bottom = top + layout.plot_height
    first, last = _days(reading)
    x_start, x_end = left + 8, right - layout.after_last
    x = Scale(first.toordinal(), max(last.toordinal(), first.toordinal() + 1), x_start, x_end)
    y = Scale(ticks.values[0], ticks.values[-1], bottom, top)
    per_day = (x_end - x_start) / max(1, (last - first).days)
    return Frame(layout, left, right, top, bottom, x, y, ticks, first, last, per_day * step_days(reading.period) / 2)


def axis_ticks(reading: Reading, level: Level | None = None) -> Ticks:
    """The same scale wherever the reading is drawn, on the page or in a native chart."""
    return value_ticks([*_shown_values(reading), *([level.value] if level else [])], unit=reading.unit)


def tick_labels(ticks: Ticks, unit: str) -> list[str]:
    """The unit once, at the top; a long unit stands above the axis instead."""
    texts = [number_text(value, ticks.decimals) for value in ticks.values]
    return [*texts[:-1], with_unit(texts[-1], unit)] if short_unit(unit) else texts


def future_days(reading: Reading) -> list[date]:
    """Days of the values still wanted before the rules may speak."""
    last = reading.last
    if last is None:
        return []
    step = timedelta(days=_usual_step(reading))
    return [last.on + step * k for k in range(1, reading.points_wanted + 1) if last.on.year < 9990]


def _usual_step(reading: Reading) -> int:
    if reading.period != "point":
        return step_days(reading.period)
    values = reading.values
    span = (values[-1].on - values[0].on).days
    return max(1, span // (len(values) - 1)) if len(values) > 1 else 7


def _shown_values(reading: Reading) -> Sequence[float]:
    values = [point.value for point in reading.points if point.value is not None]
    values += [phase.centre for phase in reading.phases if phase.centre is not None]
    values += [limit for point in reading.points for limit in (point.lower, point.upper) if limit is not None]
    if reading.target is not None:
        values.append(reading.target.value)
    return _opened(values) if values and reading.points_wanted and reading.unit == "%" else values


def _opened(values: list[float]) -> list[float]:
    """Few shares get at least 20 points of room, so that their ups and downs do not look large."""
    low, high = min(values), max(values)
    spare = max(0.0, 20 - (high - low)) / 2
    return [*values, max(low - spare, min(low, 0.0)), min(high + spare, max(high, 100.0))]


def _days(reading: Reading) -> tuple[date, date]:
    ahead = future_days(reading)
    first, last = reading.points[0].on, reading.points[-1].on
    return first, max([last, *ahead[-1:]])
