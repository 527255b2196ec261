"""Pareto charts beside qicharts2 0.8.1."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from aimwell.domain.spc.pareto import pareto


def answer(case: dict[str, Any], rows: Sequence[dict[str, str | None]]) -> dict[str, Any]:
    column = case["input"]["column"]
    bars = pareto((row[column] for row in rows), count_missing=bool(case["options"].get("count_missing"))).bars
    return {
        "category": [bar.category for bar in bars],
        "count": [bar.count for bar in bars],
        "cumulative_count": [bar.cumulative_count for bar in bars],
        "share": [bar.share for bar in bars],
        "cumulative_share": [bar.cumulative_share for bar in bars],
    }
