"""Which work a team opens rung by rung, and the names it has in addresses. A part is as open as its root."""

from __future__ import annotations

from django.urls import reverse

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.measures.models import Measure
from aimwell.contexts.meetings.models import Meeting
from aimwell.contexts.people.models import TeamContent
from aimwell.contexts.theory.models import Inquiry
from aimwell.domain.errors import NotFound

SHARED: dict[str, type[TeamContent]] = {"theory": Inquiry, "measure": Measure, "cycle": Cycle, "meeting": Meeting}
_PAGES = {
    "theory": "theory:drivers", "measure": "measures:measure", "cycle": "cycles:cycle", "meeting": "meetings:meeting",
}  # fmt: skip


def model_of(kind: str) -> type[TeamContent]:
    """Raises NotFound for a kind that is not opened by itself, such as a file of numbers."""
    if kind not in SHARED:
        raise NotFound
    return SHARED[kind]


def kind_of(obj: TeamContent) -> str:
    return next(kind for kind, model in SHARED.items() if isinstance(obj, model))


def page_of(obj: TeamContent) -> str:
    """The address at which the team works on it."""
    return reverse(_PAGES[kind_of(obj)], args=[obj.pk])
