from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q
from django.db.models.functions import Left
from django.db.models.lookups import In

from aimwell.contexts.orgs.services import STEP

FEW = 20


def under_any(paths: Iterable[str], field: str = "path") -> Q:
    """Rows in any of these subtrees: a few as ranges of an index, many by one condition for each depth."""
    tops, seen = sorted(paths), Q(pk__in=[])
    if len(tops) <= FEW:
        for path in tops:
            seen |= below(path, field)
        return seen
    depths: dict[int, list[str]] = {}
    for path in tops:
        depths.setdefault(len(path), []).append(path)
    for depth, starts in depths.items():
        seen |= Q(In(Left(field, depth), starts))
    return seen


def below(path: str, field: str = "path") -> Q:
    """The node itself and all below it, as a range that an index answers. No step is all of the last letter."""
    return Q(**{f"{field}__gte": path, f"{field}__lt": path + "Z" * STEP})


def ancestors(path: str) -> list[str]:
    """The paths of the nodes above, the nearest last, the node itself included."""
    return [path[:end] for end in range(STEP, len(path) + 1, STEP)]
