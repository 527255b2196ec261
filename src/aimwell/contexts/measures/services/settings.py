"""Whether settings of a chart go together, whichever door they come through."""

from __future__ import annotations

from math import isfinite
from typing import Any

from aimwell.contexts.measures.models import LineFrom, Measure, Period, Unit
from aimwell.contexts.measures.queries.possible import fitting
from aimwell.domain.errors import Refused


def checked_settings(measure: Measure, changes: dict[str, Any]) -> dict[str, Any]:
    """`changes` as they are to be stored. A line that is not set by hand keeps no value and no source; a value without
    `line_from` is one that is set by hand. Where school days come in or go, a C chart becomes a U chart, or back.

    Raises Refused: line_without_value, line_out_of_range, line_without_source, sessions_need_counts.
    """
    return _checked_sessions(measure, _checked_line(measure, changes))


def _checked_line(measure: Measure, changes: dict[str, Any]) -> dict[str, Any]:
    if not {"line_from", "line_value", "line_source"} & changes.keys():
        return changes
    by_hand = LineFrom.GIVEN if changes.get("line_value") is not None else measure.line_from
    line_from = LineFrom(changes.get("line_from", by_hand)).value
    if line_from != LineFrom.GIVEN:
        return changes | {"line_from": line_from, "line_value": None, "line_source": ""}
    value = changes.get("line_value", measure.line_value)
    source = str(changes.get("line_source", measure.line_source)).strip()
    if value is None or not isfinite(value):
        raise Refused("line_without_value")
    if not _in_range(value, changes.get("unit", measure.unit)):
        raise Refused("line_out_of_range")
    if not source:
        raise Refused("line_without_source")
    return changes | {"line_from": line_from, "line_value": float(value), "line_source": source}


def _in_range(value: float, unit: str) -> bool:
    return {Unit.PERCENT: 0 <= value <= 100, Unit.COUNT: value >= 0}.get(Unit(unit), True)


def _checked_sessions(measure: Measure, changes: dict[str, Any]) -> dict[str, Any]:
    if "per_session" not in changes:
        return changes
    wanted, chart = changes["per_session"], changes.get("chart", measure.chart)
    counts = changes.get("unit", measure.unit) == Unit.COUNT
    if wanted and not (counts and changes.get("period", measure.period) != Period.DAY):
        raise Refused("sessions_need_counts")
    fits = fitting(chart, sessions=wanted, before=measure.per_session)
    return changes if fits == chart else changes | {"chart": fits}
