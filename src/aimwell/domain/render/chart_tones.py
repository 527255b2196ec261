"""What a point says by its shape: toward good, away from it, or only unusual."""

from __future__ import annotations

from aimwell.domain.spc.kinds import ChartKind
from aimwell.domain.spc.reading import Direction, Reading, ReadingPoint, Side, Tone

SPREAD_CHARTS: frozenset[ChartKind] = frozenset({"mr", "s"})
"""Charts of how much values differ. Which way is good was said of the values, not of their spread."""

TOLD_BY_SHIFT = frozenset({"long_run"})
"""Of several runs on one chart only the one that the words speak of is marked."""


def good_way(reading: Reading) -> Direction:
    """Which way is good on this chart."""
    return "" if reading.method.chart in SPREAD_CHARTS else reading.direction


def outside(point: ReadingPoint) -> Side | None:
    """The side on which a point lies beyond its limits."""
    if point.value is None:
        return None
    if point.upper is not None and point.value > point.upper:
        return "above"
    return "below" if point.lower is not None and point.value < point.lower else None


def tone_of(point: ReadingPoint, reading: Reading) -> Tone | None:
    """None for an ordinary point and for one that is left out."""
    if point.value is None or point.excluded:
        return None
    beyond = outside(point)
    if point.shift is not None and beyond is None:
        return "neutral" if reading.method.chart in SPREAD_CHARTS else point.shift.tone
    if beyond is None and not set(point.broken) - TOLD_BY_SHIFT:
        return None
    return tone_for(beyond or _side(point, reading), reading)


def tone_for(side: Side | None, reading: Reading) -> Tone:
    way = good_way(reading)
    if side is None or not way:
        return "neutral"
    return "toward" if (side == "above") == (way == "up") else "away"


def _side(point: ReadingPoint, reading: Reading) -> Side | None:
    """Of the pattern it belongs to; else of the point itself."""
    for signal in reading.phases[point.phase].signals:
        if signal.side and signal.rule in point.broken and signal.first <= point.on <= signal.last:
            return signal.side
    if point.value is None or point.centre is None or point.on_line:
        return None
    return "above" if point.value > point.centre else "below"
