"""Automatic medians beside runcharter 0.2.0."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from aimwell.domain.spc.rebase import Rebased, rebased


def answer(case: dict[str, Any], rows: Sequence[dict[str, str | None]]) -> dict[str, Any]:
    names, options = case["input"], case["options"]
    groups: dict[str, list[tuple[str, float | None]]] = {}
    for row in rows:
        value = row[names["value"]]
        groups.setdefault(row[names["group"]] or "", []).append(
            (row[names["date"]] or "", float(value) if value else None)
        )
    tables = [_table(group, sorted(groups[group], key=_by_date), options) for group in sorted(groups)]
    rounds = zip_longest(*tables)
    return {"error": None, "medians": [line for one in rounds for line in one if line is not None]}


def _by_date(point: tuple[str, float | None]) -> str:
    return point[0]


def _table(
    group: str, points: Sequence[tuple[str, float | None]], options: dict[str, Any]
) -> list[dict[str, str | float]]:
    """Medians of one group; the reference lists them round by round, all groups in each."""
    found = rebased(
        [value for _, value in points],
        baseline=options["baseline_points"],
        run_length=options["run_length"],
        direction=options.get("direction") or "both",
    )
    return [_line(group, one, [date for date, _ in points]) for one in found]


def _line(group: str, one: Rebased, dates: Sequence[str]) -> dict[str, str | float]:
    return {
        "grp": group,
        "median": one.median,
        "start_date": dates[one.first],
        "end_date": dates[one.last],
        "extend_to": dates[one.until],
        "run_type": "baseline" if one.baseline else "sustained",
    }
