"""Whom a target leaves out: "What about the other 10 % of the kids?" (S4 L80). A question, never a refusal."""

from dataclasses import dataclass
from fractions import Fraction
from math import floor

from aimwell.domain.theory.aims import Direction
from aimwell.domain.theory.numbers import Number, exact

WHOLE = 100


@dataclass(frozen=True, slots=True)
class Outside:
    """`students` whom even a met target leaves out, of `of`; None where nobody said how many there are.

    `in_100`: the same of every hundred; None for a target that is a count.
    """

    students: int | None
    of: int | None
    in_100: Fraction | None


@dataclass(frozen=True, slots=True)
class GroupOutside:
    """Those of one group who are not there now. `hidden`: why neither number is shown."""

    name: str
    students: int | None
    of: int | None
    hidden: str = ""


def outside(target: Number | None, unit: str, direction: Direction, headcount: int | None) -> Outside | None:
    """None for a target that leaves nobody out, or that is not about a share or a count of students.

    420 students and a target of 90 % leave 42. Half a student is inside: 383 of 425 are needed for 90 %, so 42 are out.
    """
    if target is None or direction is Direction.NEITHER or unit not in ("%", ""):
        return None
    if unit == "%":
        share = exact(target) if direction is Direction.DOWN else WHOLE - exact(target)
        if not 0 < share < WHOLE:
            return None
        return Outside(None if headcount is None else floor(headcount * share / WHOLE), headcount, share)
    if headcount is None:
        return None
    left = floor(exact(target)) if direction is Direction.DOWN else floor(headcount - exact(target))
    return Outside(left, headcount, None) if 0 < left < headcount else None


def not_there(name: str, count: float | None, of: float | None, direction: Direction, why: str) -> GroupOutside:
    """One group now, from its latest count. A hidden group has no numbers at all."""
    if why or count is None or of is None:
        return GroupOutside(name, None, None, why)
    left = count if direction is Direction.DOWN else of - count
    return GroupOutside(name, round(left), round(of))
