"""Cycles to read: of a team, of an inquiry, one whole, and in their threads."""

from typing import Any

from django.http import HttpRequest
from ninja import Field, Schema
from ninja.pagination import paginate

from aimwell.contexts.cycles.api.base import found, language, router
from aimwell.contexts.cycles.api.shapes import CycleWholeOut, CycleWordsOut, cycle_words
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.queries import CycleRow, cycle_seen, cycle_view, ramp_whole
from aimwell.contexts.cycles.queries.threads import spread
from aimwell.contexts.people.api.shared import READ, Id, Pages
from aimwell.contexts.people.queries import eyes_of, find, find_team, visible_to
from aimwell.contexts.theory.models import Inquiry


class Rows(Pages):
    """Cycles with their words; only those on the page are put into words."""

    def paginate_queryset(self, queryset: Any, pagination: Any, request: HttpRequest, **params: Any) -> Any:
        page = super().paginate_queryset(queryset, pagination, request, **params)
        found = [cycle_seen(eyes_of(request.user, cycle), cycle) for cycle in page[self.items_attribute]]
        rows = [cycle_words(CycleRow(cycle, language())) for cycle in found]
        return {**page, self.items_attribute: rows}


class ThreadStepOut(Schema):
    line: int = Field(description="0 is the main line; others branch off.")
    why: str = Field(description="Why it follows from the cycle before.")
    cycle: CycleWordsOut


class ThreadOut(Schema):
    """Cycles that follow one another."""

    title: str
    depth: str = Field(description="In words: how many cycles deep it goes.")
    branches: int
    steps: list[ThreadStepOut]


class RampOut(Schema):
    inquiry: int
    threads: list[ThreadOut] = Field(description="Those with open work first, then the newest.")
    spread: str = Field(description="What stands beside the first thread, said neutrally.")


@router.get("/teams/{team_id}/cycles", response={200: list[CycleWordsOut], **READ})
@paginate(Rows)
def list_cycles(request: HttpRequest, team_id: Id) -> Any:
    """The team's cycles that you may see, by inquiry and number."""
    rows = visible_to(request.user, Cycle).filter(owner_team=find_team(request.user, team_id))
    return rows.select_related("owner_team__org").order_by("inquiry_id", "number")


@router.get("/inquiries/{inquiry_id}/cycles", response={200: list[CycleWordsOut], **READ})
@paginate(Rows)
def list_cycles_of_inquiry(request: HttpRequest, inquiry_id: Id) -> Any:
    """The cycles of one inquiry, by number."""
    inquiry = find(request.user, Inquiry, inquiry_id)
    rows = visible_to(request.user, Cycle).filter(inquiry=inquiry)
    return rows.select_related("owner_team__org").order_by("number")


@router.get("/cycles/{cycle_id}", response={200: CycleWholeOut, **READ})
def get_cycle(request: HttpRequest, cycle_id: Id) -> dict[str, Any]:
    """One cycle whole: plan, prediction and its dated changes, study, decision."""
    found(request, cycle_id)
    view = cycle_view(request.user, cycle_id, with_ended=True)
    cycle = view.cycle
    return {
        **cycle_words(view),
        "may_edit": view.may_edit,
        "missing": view.missing,
        "hint": view.hint,
        "test_of_idea": view.thread.of_idea,
        "could_shrink": list(view.could_shrink),
        "larger": view.draft and view.larger,
        "amendments": [amendment for amendment, _words, _day in view.amendments],
        "successors": list(visible_to(request.user, Cycle).filter(predecessor=cycle).values_list("pk", flat=True)),
        "received": view.received,
        "suggested": view.suggested,
    }


@router.get("/inquiries/{inquiry_id}/ramp", response={200: RampOut, **READ})
def get_ramp(request: HttpRequest, inquiry_id: Id) -> dict[str, Any]:
    """Which cycle led to which, and how deep each thread goes."""
    inquiry = find(request.user, Inquiry, inquiry_id)
    views = ramp_whole(request.user, inquiry)
    beside = spread([view.outline for view in views], views[0].outline) if views else ""
    return {"inquiry": inquiry.pk, "threads": [_thread(view) for view in views], "spread": beside}


def _thread(view: Any) -> dict[str, Any]:
    steps = [{"line": step.step.line, "why": step.why, "cycle": cycle_words(step.row)} for step in view.steps]
    return {"title": view.title, "depth": view.depth, "branches": view.branches, "steps": steps}
