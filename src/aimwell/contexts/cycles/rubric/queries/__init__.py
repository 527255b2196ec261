"""What may be read of the rubric and of readings by it."""

from aimwell.contexts.cycles.rubric.queries.gate import GateView, gate_of
from aimwell.contexts.cycles.rubric.queries.readings import (
    Point,
    Readings,
    ReviewView,
    latest_of_org,
    may_begin,
    people_to_ask,
    points_to_answer,
    reading_of,
    readings_of,
    rubric_row_above,
    rubric_row_for,
    rubric_said,
    typed_of,
    versions_of,
)

__all__ = [
    "GateView",
    "Point",
    "Readings",
    "ReviewView",
    "gate_of",
    "latest_of_org",
    "may_begin",
    "people_to_ask",
    "points_to_answer",
    "reading_of",
    "readings_of",
    "rubric_row_above",
    "rubric_row_for",
    "rubric_said",
    "typed_of",
    "versions_of",
]
