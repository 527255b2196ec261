"""From a measure to what it shows on the driver diagram, in one click (S2 R-25)."""

from __future__ import annotations

from typing import Any

from django import template
from django.db.models import Value

from aimwell.contexts.measures.models import Measure
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import visible_to
from aimwell.contexts.theory.models import Aim, Part

register = template.Library()


@register.inclusion_tag("theory/serves.html")
def serves(measure: Measure, user: User) -> dict[str, Any]:
    """Aims and parts that it measures, as far as the reader sees them. One query."""
    here = {"measure": measure, "inquiry__ended_at": None}
    aims = visible_to(user, Aim, team=measure.owner_team).filter(**here)
    parts = visible_to(user, Part, team=measure.owner_team).filter(**here)
    aims = aims.order_by().values_list("inquiry", Value(0), Value(""))
    nodes = aims.union(parts.order_by().values_list("inquiry", "pk", "text"), all=True)
    return {"nodes": sorted(nodes)}
