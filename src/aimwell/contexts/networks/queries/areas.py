"""What the problems of a network are about, by area (S2 R-9)."""

from __future__ import annotations

from collections import Counter

from aimwell.contexts.networks.queries.coverage import countable_q
from aimwell.contexts.networks.queries.standing import Look
from aimwell.contexts.orgs.queries import under_any
from aimwell.contexts.theory.models import Inquiry
from aimwell.contexts.theory.queries import area_words
from aimwell.contexts.theory.queries.loose import NOT_LOOSE


def areas_in(look: Look, lang: str) -> list[tuple[str, int]]:
    """Each area with how many efforts name it, of those the reader may count; an effort stands under each of its areas,
    so nothing is added up. One query."""
    rows = Inquiry.objects.filter(NOT_LOOSE, countable_q(look.user), ended_at=None).exclude(areas=[])
    rows = rows.filter(under_any([org.path for org in look.members], "owner_team__org__path"))
    found = Counter(area for areas in rows.values_list("areas", flat=True) for area in set(areas))
    named = zip(area_words(found, lang), found.values(), strict=True)
    return sorted(named, key=lambda one: (-one[1], one[0]))
