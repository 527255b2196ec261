"""Bernoulli CUSUM charts beside qicharts2 0.8.1."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from aimwell.domain.spc.bernoulli_cusum import BernoulliCusum, bernoulli_cusum

FIRST, EVERY = 25, 50


def answer(case: dict[str, Any], rows: Sequence[dict[str, str | None]]) -> dict[str, Any]:
    column, options = case["input"]["column"], case["options"]
    outcomes = [None if not row[column] else bool(float(row[column] or 0)) for row in rows]
    target = options["target"]
    try:
        found = bernoulli_cusum(
            outcomes,
            target=target if target < 1 else None,
            from_first=int(target) if target >= 1 else None,
            odds_ratio=options.get("odds_ratio") or 2,
            limit=options.get("limit") or 3.5,
        )
    except ValueError as problem:
        return {"error": str(problem)}
    shown = sampled(len(outcomes), found)
    return {
        "p0": found.p0,
        "p_up": found.p_up,
        "p_down": found.p_down,
        "signals_up": list(found.signals_up),
        "signals_down": list(found.signals_down),
        "sampled_cases": {
            "case": shown,
            "cusum_up": [found.up[k - 1] for k in shown],
            "cusum_down": [found.down[k - 1] for k in shown],
        },
    }


def sampled(n: int, found: BernoulliCusum) -> list[int]:
    """The cases a reference answer shows: the first 25, every 50th, the last, each signal and the case before it."""
    signals = [*found.signals_up, *found.signals_down]
    wanted = {*range(1, FIRST + 1), *range(EVERY, n + 1, EVERY), n, *signals, *(k - 1 for k in signals)}
    return sorted(k for k in wanted if 1 <= k <= n)
