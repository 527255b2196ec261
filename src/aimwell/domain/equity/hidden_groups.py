"""Which groups of a list stay hidden in all periods, when all of them together are published beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from aimwell.domain.equity.groups import Floats
from aimwell.domain.equity.presets import SmallGroups

Reason = Literal["", "small", "by_subtraction", "all", "empty"]
"""`all`: no group can be shown; which of them are small is not said then, since with two groups that is the number."""


def group_reasons(sizes: Floats, forced: Mapping[int, Reason], rule: SmallGroups) -> tuple[Reason, ...]:
    """`sizes`: (groups, periods). `forced`: groups that are hidden whatever their usual size."""
    usual = usual_sizes(sizes)
    reasons = [_own_reason(place, size, forced, rule) for place, size in enumerate(usual)]
    while any(reason in ("small", "by_subtraction") for reason in reasons):
        if _hide_each_other(sizes, usual, reasons, rule):
            return tuple(reasons)
        rows = [place for place, reason in enumerate(reasons) if not reason]
        if not rows:
            return tuple("empty" if reason == "empty" else "all" for reason in reasons)
        reasons[smallest_shown(sizes, rows)] = "by_subtraction"
    return tuple(reasons)


def usual_sizes(sizes: Floats) -> Floats:
    """Median over the periods in which anybody is in the group; 0 for a group that is always empty."""
    return np.array([np.median(row[row > 0]) if (row > 0).any() else 0.0 for row in sizes])


def smallest_shown(sizes: Floats, rows: Sequence[int] | NDArray[np.intp]) -> int:
    """Of these groups, by usual size; the first of equal ones."""
    return int(min(rows, key=lambda place: (usual_sizes(sizes[[place]])[0], place)))


def _own_reason(place: int, usual: float, forced: Mapping[int, Reason], rule: SmallGroups) -> Reason:
    if usual == 0:
        return "empty"
    return "small" if usual < rule.minimum else forced.get(place, "")


def _hide_each_other(sizes: Floats, usual: Floats, reasons: Sequence[Reason], rule: SmallGroups) -> bool:
    """Two or more, no small group together; and no small one follows from what the reasons say of it."""
    hidden = [place for place, reason in enumerate(reasons) if reason in ("small", "by_subtraction")]
    if len(hidden) < 2 or usual[hidden].sum() < rule.minimum:
        return False
    if "" not in reasons:
        return False
    small, larger, shown = (
        sizes[[place for place, reason in enumerate(reasons) if reason == wanted]]
        for wanted in ("small", "by_subtraction", "")
    )
    return _open(small, larger, shown, rule.minimum)


def _open(small: Floats, larger: Floats, shown: Floats, minimum: int) -> bool:
    """In each period each small group could be another whole number, for one who takes the reasons at their word:
    a small group has 1 to `minimum` - 1 students, another hidden one at least `minimum` and no more than the smallest
    that is shown. Periods in which that is not so mislead him.
    """
    fits = ((small >= 1) & (small < minimum)).all(axis=0) & (larger >= minimum).all(axis=0)
    highest = np.where((larger <= shown.min(axis=0)).all(axis=0), shown.min(axis=0), np.inf)
    total = small.sum(axis=0) + larger.sum(axis=0)
    most = len(small) * (minimum - 1) + (len(larger) * highest if len(larger) else 0.0)
    low = np.maximum(1, total - most + minimum - 1)
    high = np.minimum(minimum - 1, total - len(small) - len(larger) * minimum + 1)
    return bool(np.all((low < high) | ~fits))
