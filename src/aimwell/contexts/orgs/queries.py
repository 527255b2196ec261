from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q
from django.db.models.functions import Left
from django.db.models.lookups import In

from aimwell.contexts.orgs.services import STEP


def under_any(paths: Iterable[str], field: str = "path") -> Q:
    """Rows in any of these subtrees, by their beginnings: one condition for each depth, however many paths."""
    depths: dict[int, list[str]] = {}
    for path in sorted(paths):
        depths.setdefault(len(path), []).append(path)
    seen = Q(pk__in=[])
    for depth, tops in depths.items():
        seen |= Q(In(Left(field, depth), tops))
    return seen


def ancestors(path: str) -> list[str]:
    """The paths of the nodes above, the nearest last, the node itself included."""
    return [path[:end] for end in range(STEP, len(path) + 1, STEP)]
