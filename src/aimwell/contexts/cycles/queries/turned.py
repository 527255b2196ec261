"""Whether an effort has gone once round."""

from django.db.models import Exists, OuterRef

from aimwell.contexts.cycles.models import Cycle, CycleState


def turned_once(own: bool) -> Exists:
    """The sign of the step "PDSA cycle" (S1 L1346): one cycle went as far as its decision.

    To readers from outside, only a cycle that is at least as open as the effort shows.
    """
    here = Cycle.objects.filter(inquiry=OuterRef("pk"), state=CycleState.DONE, practice=False, ended_at=None)
    return Exists(here if own else here.filter(rung__gte=OuterRef("rung")))
