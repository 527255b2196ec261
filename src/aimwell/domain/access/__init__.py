"""The visibility rule as data."""

from aimwell.domain.access.rules import (
    GRANTED_FROM,
    NAMED_FROM,
    Permission,
    Relation,
    Rung,
    allowed,
    masked,
    may_view,
    rungs_named,
    rungs_visible,
)

__all__ = [
    "GRANTED_FROM",
    "NAMED_FROM",
    "Permission",
    "Relation",
    "Rung",
    "allowed",
    "masked",
    "may_view",
    "rungs_named",
    "rungs_visible",
]
