"""Set a cycle aside and bring it back with its links: entries, followers, and its bar on the chart."""

from __future__ import annotations

from django.db import transaction

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.services.evidence import tell_idea
from aimwell.contexts.cycles.services.store import held
from aimwell.contexts.measures.models import Annotation, AnnotationKind
from aimwell.contexts.people import services as people
from aimwell.contexts.people.models import User


def bars_of(cycle: Cycle) -> list[Annotation]:
    """The bar of this cycle on the chart of its measure."""
    return list(Annotation.objects.filter(kind=AnnotationKind.CYCLE, source_id=cycle.pk).select_related("measure"))


@transaction.atomic
def set_aside(*, by: User, cycle: Cycle, reason: str = "") -> Cycle:
    """Take a cycle out of sight. Nothing that hangs on it is cut (S0 R-89)."""
    held(by=by, obj=cycle)
    for bar in bars_of(cycle):
        people.set_aside(by=by, obj=bar, reason=reason)
    aside = people.set_aside(by=by, obj=cycle, reason=reason)
    tell_idea(by=by, cycle=aside)
    return aside


@transaction.atomic
def restore(*, by: User, cycle: Cycle, reason: str = "") -> Cycle:
    """Bring a cycle back with everything that hung on it."""
    held(by=by, obj=cycle)
    for bar in bars_of(cycle):
        people.restore(by=by, obj=bar, reason=reason)
    back = people.restore(by=by, obj=cycle, reason=reason)
    tell_idea(by=by, cycle=back)
    return back
