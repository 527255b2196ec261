"""The thread through one piece of work, whatever kind it is (S0 R-7)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.measures.models import Measure
from aimwell.contexts.people.queries import Reader, find, visible_to
from aimwell.contexts.reports.threads.queries.web import web_of
from aimwell.contexts.theory.models import Aim, Cause, Evidence, Inquiry, Part
from aimwell.contexts.theory.noticing.models import MandatedGoal
from aimwell.contexts.theory.practices.models import Practice
from aimwell.contexts.theory.predicting.models import Prediction
from aimwell.contexts.theory.processes.models import Process
from aimwell.contexts.theory.queries import InquiryView, inquiry_view
from aimwell.contexts.theory.voices.models import Grouping, Interview, Theme
from aimwell.domain.errors import NotFound
from aimwell.domain.theory.trace import Gap, Node, Web


def _own(row: Any) -> int | None:
    found: int | None = row.inquiry_id
    return found


KINDS: dict[str, tuple[type[Any], Callable[[Any], int | None]]] = {
    "problem": (Inquiry, lambda row: row.pk),
    "interview": (Interview, _own),
    "theme": (Theme, _own),
    "grouping": (Grouping, _own),
    "practice": (Practice, _own),
    "evidence": (Evidence, _own),
    "prediction": (Prediction, lambda row: row.board.inquiry_id),
    "process": (Process, _own),
    "cause": (Cause, lambda row: row.bone.inquiry_id),
    "aim": (Aim, _own),
    "part": (Part, _own),
    "cycle": (Cycle, _own),
}
MANY = ("goal", "measure")
"""Kinds that may belong to several efforts: the thread is that of the newest."""


@dataclass(frozen=True)
class Traced:
    """The web of one inquiry, the node that was asked for, and the address of each node."""

    view: InquiryView
    web: Web
    node: str
    pages: dict[str, str]

    @property
    def gaps(self) -> tuple[tuple[Gap, Node], ...]:
        """For the team alone: to others, what is not shown would look as if it were not there."""
        return self.web.gaps(self.node) if self.view.may_edit else ()


def trace_of(user: Reader, kind: str, pk: int, *, lang: str) -> Traced:
    """The thread through one thing. What its reader may not see on its own page has no thread. Raises NotFound."""
    view = inquiry_view(user, _inquiry_of(user, kind, pk), lang=lang)
    web, pages = web_of(user, view)
    if f"{kind}-{pk}" not in web.by_id:
        raise NotFound
    return Traced(view, web, f"{kind}-{pk}", pages)


def _inquiry_of(user: Reader, kind: str, pk: int) -> int:
    if kind in MANY:
        found = _newest(user, kind, pk)
    elif kind in KINDS:
        model, inquiry = KINDS[kind]
        found = inquiry(find(user, model, pk))
    else:
        found = None
    if found is None:
        raise NotFound
    return found


def _newest(user: Reader, kind: str, pk: int) -> int | None:
    row: Any
    if kind == "goal":
        row = find(user, MandatedGoal, pk)
        mine = Q(mandated_goals=row)
    else:
        row = find(user, Measure, pk)
        mine = Q(parts__measure=row) | Q(aim__measure=row) | Q(cycles__measure=row)
    rows = visible_to(user, Inquiry, team=row.owner_team).filter(mine).order_by("-id")
    return rows.values_list("pk", flat=True).first()
