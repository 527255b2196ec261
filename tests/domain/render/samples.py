"""Readings for tests of charts and words: an invented class, eighteen weeks, a new phase, two breaks."""

from __future__ import annotations

from datetime import date, timedelta

from aimwell.domain.calendar.breaks import Closure
from aimwell.domain.render.chart_frame import Annotation
from aimwell.domain.spc.chart_reading import Point, chart_reading
from aimwell.domain.spc.reading import Phase, Reading, Target

START = date(2026, 9, 14)
WEEKS = (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 16, 17, 18, 19, 20)
TOPS = (22, 26, 24, 27, 23, 25, 24, 26, 28, 30, 27, 32, 34, 29, 35, 37, 36, 39)
BOTTOMS = (72, 72, 72, 71, 72, 72, 72, 71, 72, 72, 72, 72, 72, 71, 72, 71, 70, 72)
CLOSURES = (
    Closure(date(2026, 11, 23), date(2026, 11, 27), "Thanksgiving"),
    Closure(date(2026, 12, 21), date(2027, 1, 1), "Winter break"),
)
POINTS = tuple(
    Point(START + timedelta(weeks=week), None, top, bottom)
    for week, top, bottom in zip(WEEKS, TOPS, BOTTOMS, strict=True)
)
CYCLES = (
    Annotation(date(2026, 11, 10), date(2026, 11, 19), "cycle", "Cycle 1"),
    Annotation(date(2026, 12, 1), date(2026, 12, 14), "cycle", "Cycle 2"),
    Annotation(date(2027, 1, 11), None, "cycle", "Cycle 3"),
)


def sample(**changes: object) -> Reading:
    """The sample reading, with changes."""
    given = {
        "phases": [Phase(date(2026, 11, 9), "Sentence starters in all three rooms")],
        "unit": "%",
        "direction": "up",
        "target": Target(65, date(2027, 5, 28)),
        "closures": CLOSURES,
    }
    return chart_reading(POINTS, **(given | changes))


def weeks(values, **kwargs) -> Reading:
    points = [Point(START + timedelta(weeks=k), value) for k, value in enumerate(values)]
    return chart_reading(points, period="week", **kwargs)
