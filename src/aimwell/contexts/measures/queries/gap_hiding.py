"""Which groups of a measure stay hidden outside its team, where all of them together are known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

from aimwell.contexts.measures.queries.gap_parts import latest_size
from aimwell.contexts.measures.queries.values import STARTS
from aimwell.domain.calendar.periods import Dated
from aimwell.domain.equity.small_cells import MINIMUM, hide_small, hide_small_over_time

Hidden = Literal["", "small", "by_subtraction", "unknown"]
FLOOR = MINIMUM
"""Groups smaller than this are for their team only."""


def hidden_from_others(lines: Mapping[int, Sequence[Dated]], *, period: str) -> dict[int, Hidden]:
    """Why lines are hidden, by key; the others may be shown. A line of unknown size counts as a small one.

    A group that is small in one period is hidden in all; so is what would give a hidden one away in any of them.
    """
    sizes = {str(pk): latest_size(values) for pk, values in lines.items()}
    latest = hide_small({name: size or 1 for name, size in sizes.items()})
    ever = hide_small_over_time(_by_period(lines, period))
    small = {*latest.small, *ever.small}
    reasons: dict[int, Hidden] = {int(name): "by_subtraction" for name in latest.names | ever.names}
    reasons |= {int(name): "small" for name in small}
    return reasons | {int(name): "unknown" for name, size in sizes.items() if size is None}


def _by_period(lines: Mapping[int, Sequence[Dated]], period: str) -> list[dict[str, int]]:
    """Sizes by period: the largest whole of one count, for the same students are counted again."""
    found: dict[date, dict[str, int]] = {}
    for pk, values in lines.items():
        for value in (one for one in values if one.value is not None):
            sizes = found.setdefault(STARTS[period](value.on) if period in STARTS else value.on, {})
            sizes[str(pk)] = max(sizes.get(str(pk), 1), int(value.denominator or 1))
    return list(found.values())
