"""Weekly numbers with a known truth: drawn at random, and drawn again until the product's own rule says the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from random import Random

from aimwell.demo.worlds.shapes import Measure, Weekly
from aimwell.domain.spc.chart_reading import Point, chart_reading
from aimwell.domain.spc.reading import Reading

STORY_WEEKS = tuple(
    monday
    for monday in (dt.date(2026, 9, 14) + dt.timedelta(weeks=n) for n in range(21))
    if monday not in {dt.date(2026, 11, 23), dt.date(2026, 12, 21), dt.date(2026, 12, 28)}
)
BREAKS = ((dt.date(2026, 11, 23), dt.date(2026, 11, 27)), (dt.date(2026, 12, 21), dt.date(2027, 1, 1)))
TRIES = 4_000

Counts = tuple[tuple[float, float | None], ...]


def weeks_of(measure: Measure) -> tuple[dt.date, ...]:
    """The story's weeks of a measure: its own, or the last ones of the school year so far."""
    if measure.weeks:
        return measure.weeks
    return STORY_WEEKS[-max(line.weeks for line in measure.weekly) :] if measure.weekly else ()


def counts_of(line: Weekly, chance: Random) -> Counts:
    """Pairs (numerator, denominator); the denominator is None for a plain number."""
    if line.counts:
        return line.counts
    share, keep = PATTERNS[line.pattern]
    for _ in range(TRIES):
        counts = tuple(_draw(share(line, week), line.of, chance) for week in range(line.weeks))
        if keep(counts):
            return counts
    raise ValueError(f"no numbers of pattern {line.pattern} found in {TRIES} tries")


def _draw(level: float, of: int, chance: Random) -> tuple[float, float | None]:
    if not of:
        return (float(max(0, round(chance.gauss(level, level**0.5)))), None)
    present = of - chance.choice((0, 0, 0, 1, 1, 2))
    return (float(sum(chance.random() < level / 100 for _ in range(present))), float(present))


def reading_of(counts: Counts) -> Reading:
    """What the run chart of a series without phases would say."""
    start = STORY_WEEKS[0]
    points = [
        Point(start + dt.timedelta(weeks=n), value=top if whole is None else None,
              numerator=None if whole is None else top, denominator=whole)
        for n, (top, whole) in enumerate(counts)
    ]  # fmt: skip
    return chart_reading(points)


def _quiet(counts: Counts) -> bool:
    return not any(phase.runs_signal for phase in reading_of(counts).phases)


def _shifts(counts: Counts) -> bool:
    shift = reading_of(counts).shift
    return shift is not None and shift.side == "above" and shift.ongoing


def _shifted_for_a_while(counts: Counts) -> bool:
    shift = reading_of(counts).shift
    return shift is not None and shift.side == "above" and not shift.ongoing


def _shares(counts: Counts) -> list[float]:
    return [top if whole is None else top / whole for top, whole in counts]


def _lasting(line: Weekly, week: int) -> float:
    return line.low if week < line.weeks // 2 else line.high


def _level(line: Weekly, week: int) -> float:
    return line.low


def _rise_at_end(line: Weekly, week: int) -> float:
    return line.high if week >= line.weeks - 3 else line.low


def _lucky_stretch(line: Weekly, week: int) -> float:
    return line.high if 4 <= week < 12 else line.low


def _looks_better(counts: Counts) -> bool:
    """No signal, though the last three are the highest of all: what a hopeful eye takes for a change."""
    shares = _shares(counts)
    return _quiet(counts) and min(shares[-3:]) > max(shares[:-3])


PATTERNS: dict[str, tuple[Callable[[Weekly, int], float], Callable[[Counts], bool]]] = {
    "shift": (_lasting, _shifts),
    "flat": (_level, _quiet),
    "false_alarm": (_rise_at_end, _looks_better),
    "signal_without_cause": (_lucky_stretch, _shifted_for_a_while),
}
