"""Conditions of tests, the coverage map, looks at adopted changes, and a school's depth, for programs."""

import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Field, Router, Schema
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.cycles.api.base import found as cycle_found
from aimwell.contexts.cycles.api.base import language
from aimwell.contexts.cycles.conditions import queries, services
from aimwell.contexts.cycles.conditions.models import (
    CameOut,
    Condition,
    ConditionKind,
    CountPace,
    Keeper,
    LookAgain,
    LookDecision,
    Pace,
    RanUnder,
    SeenPractice,
    StillUsed,
)
from aimwell.contexts.cycles.conditions.queries.holding import Held, HoldView
from aimwell.contexts.cycles.conditions.queries.looks import LookView, looks_shown
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.queries.threads import ramp
from aimwell.contexts.orgs.models import Org
from aimwell.contexts.people.api.shared import (
    EDIT,
    READ,
    WRITE,
    Body,
    Day,
    Id,
    KeptOut,
    Key,
    Pages,
    Version,
    Why,
    Words,
    line,
)
from aimwell.contexts.people.queries import find, find_look, find_team, may_edit_team, teams_of
from aimwell.contexts.people.services import require
from aimwell.contexts.theory.api.base import found, keeping
from aimwell.contexts.theory.models import Inquiry
from aimwell.domain.access import Permission
from aimwell.domain.errors import NotFound

router = Router(tags=["cycles"])


class TestConditionOut(KeptOut):
    """One value on the team's list."""

    team: int = Field(validation_alias="owner_team_id")
    kind: str
    own_kind: str
    text: str


class RanUnderOut(KeptOut):
    """A cycle under one condition."""

    cycle: int = Field(validation_alias="cycle_id")
    condition: int = Field(validation_alias="condition_id")
    came_out: str = Field(description="Empty: as in the whole cycle.")


class ConditionIn(Body):
    text: line(80, least=1)
    kind: ConditionKind = ConditionKind.OTHER
    own_kind: line(60) = Field("", description="What you call another kind.")
    key: Key = None


class ConditionChangeIn(Body):
    """What is not sent stays as it is."""

    version: Version
    text: line(80, least=1) = "-"
    kind: ConditionKind = ConditionKind.OTHER
    own_kind: line(60) = ""


class RunIn(Body):
    condition: Id


class CameOutIn(Body):
    version: Version
    came_out: CameOut | None = Field(None, description="Empty: as in the whole cycle.")


class CoverageRowOut(Schema):
    condition: str
    words: str = Field(description="Such as “held 2 of 3”, or “not tried”.")
    cells: list[list[str]] = Field(description="For each column the marks of its cycles.")
    next: bool = Field(description="Whether this is what to try next.")


class CoverageOut(Schema):
    """Where a thread was tested and where it held. No columns: nothing is shown to this reader."""

    columns: list[str]
    rows: list[CoverageRowOut]
    next: str
    why_next: str
    ready: bool
    readiness: str


class LookAgainOut(Schema):
    """A day on which an adopted change is looked at again."""

    cycle: int
    planned_on: datetime.date = Field(description="Names the look; it stays the same when the look moves.")
    due_on: datetime.date
    dropped: bool
    still_used: str
    found: str
    decision: str
    words: str
    answered_on: datetime.date | None
    next_cycle: int | None = Field(description="Drafted where the team adjusts it.")


class MoveLookIn(Body):
    due_on: Day
    reason: Why
    version: Version | None = None


class DropLookIn(Body):
    reason: Why


class AnswerLookIn(Body):
    still_used: StillUsed
    decision: LookDecision
    words: Why
    found: Words = Field("", description="What the numbers say.")
    change: line(300) = Field("", description="What will be different; asked for where you adjust it.")


class CountPaceOut(KeptOut):
    """How often an adopted change is counted from a day on."""

    cycle: int = Field(validation_alias="cycle_id")
    pace: str
    since: datetime.date
    words: str


class CountPaceIn(Body):
    pace: Pace
    words: line(300) = Field("", description="Why, in a sentence.")
    after: int | None = Field(None, ge=0, description="The step you saw, 0 for none. Not sent: whichever stands.")


class KeeperOut(KeptOut):
    """Who was named to look after an adopted change."""

    cycle: int = Field(validation_alias="cycle_id")
    place: int = Field(validation_alias="looked_after_by_id")
    taken_on: datetime.date | None = Field(description="Empty until the person says that they take it on.")


class KeeperIn(Body):
    place: Id = Field(description="A place in the team.")
    after: int | None = Field(None, ge=0, description="The naming you saw, 0 for none. Not sent: whichever stands.")


class HeldChangeOut(Schema):
    """An adopted change that the team holds."""

    cycle: int
    summary: str = Field(description="What was adopted and why, how often it is counted, the last look.")
    pace: Pace
    since: datetime.date
    pace_row: int | None = Field(description="The step that holds; empty while nobody chose one.")
    keeper: int | None = Field(description="The place of whoever looks after it; empty where nobody does.")
    keeper_row: int | None = Field(description="The naming that holds; empty while nobody was named.")


class PaceChoiceOut(Schema):
    pace: Pace
    slip_shows_within: str = Field(description="9 of 10 slips show within this; empty with fewer than 8 counts.")
    shows_one_that_is_none: str


class HoldChangeOut(HeldChangeOut):
    """With what the watch says and what the rule proposes."""

    watch: str
    counts: int = Field(description="Counts since this pace began.")
    slipped: bool = Field(description="Whether the watch showed a slip since this pace began.")
    proposed: Pace | None
    proposal: str
    rule: str
    choices: list[PaceChoiceOut]


class SeenPracticeOut(Schema):
    """Something seen in use that no cycle records."""

    id: int
    text: str
    seen_on: datetime.date


class SeenPracticeIn(Body):
    text: line(300, least=1)
    seen_on: Day | None = Field(None, description="Today, where it is not sent.")
    key: Key = None


class SchoolCyclesOut(Schema):
    """Depth and spread in words; nothing compares teams."""

    words: str
    shape: str = Field(description="Such as “Spread, no depth.”; empty where no cycle is recorded.")
    seen: list[SeenPracticeOut]


@router.get("/teams/{team_id}/test-conditions", response={200: list[TestConditionOut], **READ})
@paginate(Pages)
def list_conditions(request: HttpRequest, team_id: Id) -> QuerySet[Condition]:
    """The team’s list of conditions in its own order; for its members."""
    team = teams_of(request.user).filter(pk=team_id).first()
    if team is None:
        raise NotFound
    return queries.conditions_of(request.user, team)


@router.post("/teams/{team_id}/test-conditions", response={201: TestConditionOut, **WRITE})
def add_condition(request: HttpRequest, team_id: Id, condition: ConditionIn) -> Status[Condition]:
    """A value for the list. One that is there already is given back."""
    team = find_team(request.user, team_id)
    return Status(201, services.add_condition(by=request.user, team=team, **dict(condition)))


@router.patch("/test-conditions/{condition_id}", response={200: TestConditionOut, **EDIT})
def change_condition(request: HttpRequest, condition_id: Id, condition: ConditionChangeIn) -> Condition:
    """Other words or another kind."""
    row = found(request, Condition, condition_id)
    facts = condition.over(row, "text", "kind", "own_kind")
    return services.change_condition(by=request.user, condition=row, version=condition.version, **facts)


@router.get("/cycles/{cycle_id}/conditions", response={200: list[RanUnderOut], **READ})
def list_conditions_of_cycle(request: HttpRequest, cycle_id: Id) -> list[RanUnder]:
    """Under which conditions a cycle runs. Rooms, teachers, groups and own kinds: only for its team."""
    return [run.row for run in queries.runs_of(request.user, cycle_found(request, cycle_id))]


@router.post("/cycles/{cycle_id}/conditions", response={201: RanUnderOut, **WRITE})
def add_condition_to_cycle(request: HttpRequest, cycle_id: Id, run: RunIn) -> Status[RanUnder]:
    """The cycle runs under this condition; a second call changes nothing."""
    cycle = cycle_found(request, cycle_id)
    require(by=request.user, permission=Permission.EDIT, obj=cycle)
    condition = find(request.user, Condition, run.condition)
    return Status(201, services.add_to_cycle(by=request.user, cycle=cycle, condition=condition))


@router.put("/ran-under/{run_id}/came-out", response={200: RanUnderOut, **EDIT})
def say_came_out(request: HttpRequest, run_id: Id, said: CameOutIn) -> RanUnder:
    """What came out under this condition, where it differs from the whole cycle."""
    row = found(request, RanUnder, run_id)
    return services.say_came_out(by=request.user, row=row, version=said.version, came_out=said.came_out or "")


@router.get("/inquiries/{inquiry_id}/coverage", response={200: CoverageOut, **READ})
def get_coverage(request: HttpRequest, inquiry_id: Id, thread: Id | None = None) -> dict[str, Any]:
    """The condition-coverage map of one thread. `thread`: any of its cycles; the first thread where it is not sent."""
    inquiry = find(request.user, Inquiry, inquiry_id)
    view = ramp(request.user, inquiry, thread=thread).shown
    found_map = queries.coverage_of(request.user, view) if view else None
    if found_map is None:
        return {"columns": [], "rows": [], "next": "", "why_next": "", "ready": False, "readiness": ""}
    rows = [
        {"condition": row.text, "words": row.words, "cells": [marks for marks, _ in row.cells], "next": row.next}
        for row in found_map.rows
    ]
    own = found_map.own
    return {
        "columns": found_map.columns, "rows": rows, "next": found_map.next_title if own else "",
        "why_next": found_map.next_words if own else "", "ready": own and found_map.found.readiness.ready,
        "readiness": " ".join(found_map.ready) if own else "",
    }  # fmt: skip


def _look(cycle: Cycle, row: LookAgain | None, planned_on: datetime.date) -> dict[str, Any]:
    return {
        "cycle": cycle.pk, "planned_on": planned_on, "due_on": row.due_on if row else planned_on,
        "dropped": row is not None and row.ended_at is not None, "still_used": row.still_used if row else "",
        "found": row.found if row else "", "decision": row.decision if row else "", "words": row.words if row else "",
        "answered_on": row.answered_on if row else None, "next_cycle": row.next_cycle_id if row else None,
    }  # fmt: skip


def _looks(looks: list[LookView]) -> list[dict[str, Any]]:
    return [_look(look.cycle, look.row, look.planned_on) for look in looks]


@router.get("/teams/{team_id}/looks-again", response={200: list[LookAgainOut], **READ})
def list_looks_again(request: HttpRequest, team_id: Id) -> list[dict[str, Any]]:
    """All looks at what the team adopted, the next one first; for its members."""
    team = teams_of(request.user).filter(pk=team_id).first()
    if team is None:
        raise NotFound
    return _looks(queries.looks_of_team(request.user, team, language()))


@router.get("/adopted/{cycle_id}/looks-again", response={200: list[LookAgainOut], **READ})
def list_looks_of_cycle(request: HttpRequest, cycle_id: Id) -> list[dict[str, Any]]:
    """The looks at one adopted change; none where it was not adopted, and none for those outside the team."""
    cycle = cycle_found(request, cycle_id)
    own = may_edit_team(request.user, cycle.owner_team)
    return _looks(looks_shown(request.user, cycle, language())) if own else []


@router.put("/adopted/{cycle_id}/looks-again/{planned_on}", response={200: LookAgainOut, **EDIT})
def move_look_again(request: HttpRequest, cycle_id: Id, planned_on: datetime.date, move: MoveLookIn) -> dict[str, Any]:
    """Another day, with a reason."""
    cycle = cycle_found(request, cycle_id)
    row = services.move_look(by=request.user, cycle=cycle, planned_on=planned_on, **dict(move))
    return _look(cycle, row, planned_on)


@router.post("/adopted/{cycle_id}/looks-again/{planned_on}/drop", response={200: LookAgainOut, **WRITE})
def drop_look_again(request: HttpRequest, cycle_id: Id, planned_on: datetime.date, drop: DropLookIn) -> dict[str, Any]:
    """No look on this day, with a reason."""
    cycle = cycle_found(request, cycle_id)
    row = services.drop_look(by=request.user, cycle=cycle, planned_on=planned_on, reason=drop.reason)
    return _look(cycle, row, planned_on)


@router.post("/adopted/{cycle_id}/looks-again/{planned_on}/restore", response={200: LookAgainOut, **WRITE})
def take_look_again_up(request: HttpRequest, cycle_id: Id, planned_on: datetime.date) -> dict[str, Any]:
    """A dropped look comes back."""
    cycle = cycle_found(request, cycle_id)
    require(by=request.user, permission=Permission.EDIT, obj=cycle)
    row = LookAgain.objects.filter(cycle=cycle, planned_on=planned_on).first()
    if row is None:
        raise NotFound
    return _look(cycle, services.take_look_up(by=request.user, look=row), planned_on)


@router.post("/adopted/{cycle_id}/looks-again/{planned_on}/answer", response={200: LookAgainOut, **WRITE})
def answer_look_again(
    request: HttpRequest, cycle_id: Id, planned_on: datetime.date, answer: AnswerLookIn
) -> dict[str, Any]:
    """Still in use? Then keep it, adjust it, which drafts the next cycle, or let it go."""
    cycle = cycle_found(request, cycle_id)
    row = services.answer_look(by=request.user, cycle=cycle, planned_on=planned_on, **dict(answer))
    return _look(cycle, row, planned_on)


def _held(held: Held) -> dict[str, Any]:
    return {
        "cycle": held.cycle.pk, "summary": held.summary, "pace": held.pace.value, "since": held.since,
        "pace_row": held.row.pk if held.row else None, "keeper": held.keeper.pk if held.keeper else None,
        "keeper_row": held.kept.pk if held.kept else None,
    }  # fmt: skip


def _hold(view: HoldView) -> dict[str, Any]:
    choices = [
        {"pace": one.value, "slip_shows_within": one.sure, "shows_one_that_is_none": one.chance} for one in view.choices
    ]
    return {
        **_held(view.held), "watch": queries.watched_words(view.user, view.held.cycle, language()),
        "counts": view.counts, "slipped": view.signal, "proposed": view.proposal.value if view.proposal else None,
        "proposal": view.proposal_words, "rule": view.rule, "choices": choices,
    }  # fmt: skip


@router.get("/teams/{team_id}/held-changes", response={200: list[HeldChangeOut], **READ})
@paginate(Pages)
def list_held_changes(request: HttpRequest, team_id: Id) -> list[dict[str, Any]]:
    """What the team adopted and holds, the newest first; for its members."""
    team = teams_of(request.user).filter(pk=team_id).first()
    if team is None:
        raise NotFound
    return [_held(row) for row in queries.held_by_team(request.user, team, language())]


@router.get("/adopted/{cycle_id}/hold", response={200: HoldChangeOut, **READ})
def get_held_change(request: HttpRequest, cycle_id: Id) -> dict[str, Any]:
    """Who looks after it, how often it is counted, what the watch says; for the members of its team."""
    return _hold(queries.hold_view(request.user, cycle_found(request, cycle_id), language()))


@router.post("/adopted/{cycle_id}/paces", response={201: CountPaceOut, **WRITE})
def choose_count_pace(request: HttpRequest, cycle_id: Id, chosen: CountPaceIn) -> Status[CountPace]:
    """Count this often from today on. The same pace again gives the step that stands."""
    cycle = cycle_found(request, cycle_id)
    facts = {"pace": chosen.pace.value, "words": chosen.words, "after": chosen.after}
    return Status(201, services.choose_pace(by=request.user, cycle=cycle, **facts))


@router.post("/adopted/{cycle_id}/keepers", response={201: KeeperOut, **WRITE})
def name_keeper(request: HttpRequest, cycle_id: Id, named: KeeperIn) -> Status[Keeper]:
    """Who looks after it from now on. Somebody else with a login is asked whether they take it on."""
    cycle = cycle_found(request, cycle_id)
    return Status(201, services.name_keeper(by=request.user, cycle=cycle, place=named.place, after=named.after))


@router.post("/keepers/{keeper_id}/take-on", response={200: KeeperOut, **WRITE})
def take_on_held_change(request: HttpRequest, keeper_id: Id) -> Keeper:
    """You were named and take it on. Only for whoever was named."""
    return services.take_on(by=request.user, keeper=found(request, Keeper, keeper_id))


@router.get("/orgs/{org_id}/cycles", response={200: SchoolCyclesOut, **READ})
def get_cycles_of_school(request: HttpRequest, org_id: Id) -> dict[str, Any]:
    """Depth and spread of what teams opened to you, for those with an office there. No record is not no work."""
    card = queries.school_card(request.user, org_id, language())
    return {"words": card.words, "shape": card.shape, "seen": card.notes}


@router.post("/orgs/{org_id}/seen-practices", response={201: SeenPracticeOut, **WRITE})
def note_seen_practice(request: HttpRequest, org_id: Id, note: SeenPracticeIn) -> Status[SeenPractice]:
    """What you saw in use and no cycle records; for those who look after the school."""
    return Status(201, services.note_seen(by=request.user, org=_looked_after(request, org_id), **dict(note)))


@router.post("/orgs/{org_id}/seen-practices/{note_id}/take-back", response={200: SeenPracticeOut, **WRITE})
def take_seen_practice_back(request: HttpRequest, org_id: Id, note_id: Id) -> SeenPractice:
    """Only whoever wrote it takes it back."""
    org = _looked_after(request, org_id)
    note = SeenPractice.objects.filter(pk=note_id, org=org, created_by=request.user.pk).first()
    if note is None:
        raise NotFound
    return services.take_note_back(by=request.user, note=note)


def _looked_after(request: HttpRequest, org_id: int) -> Org:
    look = find_look(request.user, org_id)
    if not queries.may_note(look):
        raise NotFound
    return look.org


keeping(
    router, "condition", "test-conditions", Condition, TestConditionOut, services=services,
    aside_words="Off the list; it can come back.", restore_words="Back on the list.",
)  # fmt: skip
keeping(
    router, "ran_under", "ran-under", RanUnder, RanUnderOut, services=services,
    aside_words="Off the cycle; it can come back.", restore_words="Back to the cycle.",
)  # fmt: skip
keeping(
    router, "count_pace", "count-paces", CountPace, CountPaceOut, services=services,
    aside_words="Taken back; the step before it holds again.", restore_words="The step stands again.",
)  # fmt: skip
keeping(
    router, "keeper", "keepers", Keeper, KeeperOut, services=services,
    aside_words="Taken back; whoever was named before looks after it again.", restore_words="The naming stands again.",
)  # fmt: skip
