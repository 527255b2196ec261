"""Measures of gaps between groups beside healthequal 1.0.1."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from aimwell.domain.equity.gap_measures import gap_measures
from aimwell.domain.equity.groups import groups_of
from aimwell.domain.equity.measure import GapMeasure

WITH_INTERVAL = frozenset({"d", "r", "bgv", "aci", "rci"})
FITTED = frozenset({"sii", "rii"})
"""The cases leave these out: their fit depends on the package's own iteration."""
Rows = Sequence[dict[str, str | None]]


def answer(case: dict[str, Any], rows: Rows) -> list[dict[str, Any]]:
    options, columns = case["options"], _columns(case, rows)
    found = gap_measures(
        groups_of(
            columns["estimate"],
            error=columns["se"],
            population=columns["population"],
            order=columns["order"] if options["ordered"] else None,
            reference=_reference(options.get("reference"), columns["name"], rows),
            favourable=bool(options["favourable"]),
            confidence=options["confidence"],
            scale=options["scale"],
        )
    )
    return [_row(one) for one in found if one.measure not in FITTED]


def _columns(case: Mapping[str, Any], rows: Rows) -> dict[str, Any]:
    """The groups as the case gives them, else from the columns of the input that it names."""
    if case.get("groups"):
        return dict(case["groups"])
    where = case["input"]
    named = {"estimate": "estimate", "se": "standard_error", "population": "population", "order": "order"}
    numbers = {key: _numbers(rows, where[name]) for key, name in named.items() if where.get(name)}
    return {"name": [row.get("subgroup") for row in rows], "se": None, "population": None, "order": None, **numbers}


def _numbers(rows: Rows, column: str) -> list[float | None]:
    return [None if (text := row[column]) is None else float(text) for row in rows]


def _reference(said: Any, names: Sequence[Any], rows: Rows) -> int | None:
    """A group's name, its place counted from 1, a mark for each group, or a column of marks."""
    if said is None:
        return None
    if said in names:
        return names.index(said)
    if isinstance(said, int):
        return said - 1
    marks = [row.get(said) for row in rows] if isinstance(said, str) else said
    return next((place for place, mark in enumerate(marks) if mark in ("1", 1, True)), None)


def _row(found: GapMeasure) -> dict[str, Any]:
    row: dict[str, Any] = {"measure": found.measure, "estimate": found.estimate}
    if found.measure in WITH_INTERVAL:
        row |= {"se": found.error, "lower": found.lower, "upper": found.upper}
    return row
