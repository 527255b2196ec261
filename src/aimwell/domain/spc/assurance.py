"""What the limits say about a target: can the process as it is be expected to reach it? (Making Data Count)"""

from __future__ import annotations

from math import isnan
from typing import Literal

from aimwell.domain.spc.reading import Direction

Assurance = Literal["reached", "sometimes", "not_reached"]
"""Ordinary points reach the target always, now and then, or never, as long as nothing changes."""


def assurance(target: float | None, *, lower: float, upper: float, direction: Direction) -> Assurance | None:
    """From the latest limits. None: no target, no limits, or nobody said which way is good."""
    if target is None or not direction or isnan(lower) or isnan(upper):
        return None
    if lower <= target <= upper:
        return "sometimes"
    return "reached" if (target < lower) == (direction == "up") else "not_reached"
