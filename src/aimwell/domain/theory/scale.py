"""How large an idea is tried: small first, then step by step (S4 R-50)."""

from __future__ import annotations

from enum import StrEnum


class Scale(StrEnum):
    ONE_CLASS = "one_class"
    CLASSES = "classes"
    SCHOOL = "school"
    SCHOOLS = "schools"
    DISTRICT = "district"


LADDER = tuple(Scale)


def steps_up(old: Scale | None, new: Scale) -> int:
    """How many steps up from `old` to `new`; an untried idea stands below the first. Below zero: a step down."""
    return LADDER.index(new) - (-1 if old is None else LADDER.index(old))


def asks_for_evidence(old: Scale | None, new: Scale) -> bool:
    """More than one step up at once."""
    return steps_up(old, new) > 1
