"""The short ways in, pausing and going on, for programs."""

import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Field, Router
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.cycles.api.base import found, shown
from aimwell.contexts.cycles.api.shapes import CycleWordsOut, EntryOut
from aimwell.contexts.cycles.models import Cycle, Entry, Pause
from aimwell.contexts.cycles.quick import services
from aimwell.contexts.cycles.quick.models import Contributor, Tried
from aimwell.contexts.people.api.shared import (
    EDIT,
    READ,
    WRITE,
    AsideIn,
    Body,
    Day,
    Id,
    KeptOut,
    Key,
    OwnedOut,
    Pages,
    Said,
    Version,
    Words,
    line,
)
from aimwell.contexts.people.queries import find, find_team, may_edit_team, visible_to
from aimwell.contexts.theory.models import Inquiry
from aimwell.domain.errors import NotFound

router = Router(tags=["cycles"])


class TriedOut(OwnedOut):
    """One line of the quick log."""

    text: str
    tried_on: datetime.date
    cycle: int | None = Field(validation_alias="cycle_id", description="The cycle it became.")


class TriedIn(Body):
    text: line(300, least=1)
    tried_on: Day | None = Field(None, description="Not after today; without it, today.")
    key: Key = None


class TriedChangeIn(Body):
    version: Version
    text: line(300, least=1)
    tried_on: Day | None = None


class CycleOfIn(Body):
    inquiry: Id | None = Field(None, description="An inquiry of the same team; without it, the cycle has no aim yet.")


class PauseOut(KeptOut):
    cycle: int = Field(validation_alias="cycle_id")
    began_on: datetime.date
    expected_on: datetime.date | None = Field(description="When it may go on, where that is known.")
    reason: str
    resumed_on: datetime.date | None
    what_changed: str = Field(description="What was different when it went on.")


class CyclePauseIn(Body):
    cycles: list[Id] = Field(min_length=1, max_length=200)
    reason: Said
    expected_on: Day | None = Field(None, description="After today.")


class CycleGoOnIn(Body):
    what_changed: Words = ""
    look_on: Day | None = Field(None, description="Without it, the day to look moves by the length of the rest.")


class LooseIn(Body):
    try_what: line(300, least=1)
    routine: line(200) = Field("", description="The meeting or routine it starts from.")
    key: Key = None


class PracticeCycleIn(Body):
    key: Key = None


class AttachIn(Body):
    inquiry: Id = Field(description="An inquiry of the same team.")


class ContributorOut(KeptOut):
    """Somebody whose note it is, where another person wrote it down."""

    entry: int = Field(validation_alias="entry_id")
    name: str
    person: int | None = Field(validation_alias="person_id", description="Set by that person alone.")


class ContributorsIn(Body):
    names: list[line(120, least=1)] = Field(max_length=50, description="All of them; who is not named is taken off.")


class NoteIn(Body):
    version: Version
    text: Said


def _own(request: HttpRequest, row: Any, team: Any) -> Any:
    if not may_edit_team(request.user, team):
        raise NotFound
    return row


def _tried(request: HttpRequest, pk: int) -> Tried:
    return find(request.user, Tried, pk, with_ended=True)


@router.get("/teams/{team_id}/tried", response={200: list[TriedOut], **READ})
@paginate(Pages)
def list_tried(request: HttpRequest, team_id: Id) -> QuerySet[Tried]:
    """The quick log of a team, newest first."""
    team = find_team(request.user, team_id)
    return visible_to(request.user, Tried).filter(owner_team=_own(request, team, team))


@router.post("/teams/{team_id}/tried", response={201: TriedOut, **WRITE})
def log_tried(request: HttpRequest, team_id: Id, tried: TriedIn) -> Status[Tried]:
    """One line and a day."""
    team = find_team(request.user, team_id)
    return Status(201, services.log_tried(by=request.user, team=team, **dict(tried)))


@router.patch("/tried/{tried_id}", response={200: TriedOut, **EDIT})
def change_tried(request: HttpRequest, tried_id: Id, tried: TriedChangeIn) -> Tried:
    """Other words or another day."""
    return services.change_tried(by=request.user, tried=_tried(request, tried_id), **dict(tried))


@router.post("/tried/{tried_id}/cycle", response={200: CycleWordsOut, **WRITE})
def make_cycle_of_tried(request: HttpRequest, tried_id: Id, asked: CycleOfIn) -> dict[str, Any]:
    """A cycle in Do without a prediction; the line is its first note. A second call gives the same cycle back."""
    inquiry = find(request.user, Inquiry, asked.inquiry) if asked.inquiry else None
    return shown(services.make_cycle(by=request.user, tried=_tried(request, tried_id), inquiry=inquiry))


@router.post("/tried/{tried_id}/set-aside", response={200: TriedOut, **WRITE})
def set_tried_aside(request: HttpRequest, tried_id: Id, asked: AsideIn) -> Tried:
    """Out of the log; it can come back."""
    return services.set_aside(by=request.user, tried=_tried(request, tried_id), reason=asked.reason)


@router.post("/tried/{tried_id}/restore", response={200: TriedOut, **WRITE})
def restore_tried(request: HttpRequest, tried_id: Id) -> Tried:
    """Back into the log."""
    return services.restore(by=request.user, tried=_tried(request, tried_id))


@router.get("/cycles/{cycle_id}/pauses", response={200: list[PauseOut], **READ})
@paginate(Pages)
def list_pauses(request: HttpRequest, cycle_id: Id) -> QuerySet[Pause]:
    """When the cycle rested and why; for its team only."""
    cycle = found(request, cycle_id)
    return visible_to(request.user, Pause).filter(cycle=_own(request, cycle, cycle.owner_team))


@router.post("/teams/{team_id}/pauses", response={200: list[PauseOut], **WRITE})
def pause_cycles(request: HttpRequest, team_id: Id, asked: CyclePauseIn) -> list[Pause]:
    """These cycles rest from today; nobody is asked about them until they go on."""
    team = find_team(request.user, team_id)
    _own(request, team, team)
    cycles = visible_to(request.user, Cycle, team=team).filter(pk__in=asked.cycles)
    return services.pause_cycles(by=request.user, cycles=cycles, reason=asked.reason, expected_on=asked.expected_on)


@router.post("/cycles/{cycle_id}/go-on", response={200: CycleWordsOut, **WRITE})
def resume_cycle(request: HttpRequest, cycle_id: Id, asked: CycleGoOnIn) -> dict[str, Any]:
    """The cycle goes on today. One that does not rest stays as it is."""
    return shown(services.resume_cycle(by=request.user, cycle=found(request, cycle_id), **dict(asked)))


@router.post("/cycles/{cycle_id}/rest-again", response={200: CycleWordsOut, **WRITE})
def take_back_resume(request: HttpRequest, cycle_id: Id) -> dict[str, Any]:
    """On the day it went on: it rests again as before."""
    return shown(services.take_back_resume(by=request.user, cycle=found(request, cycle_id)))


@router.post("/pauses/{pause_id}/take-back", response={200: CycleWordsOut, **WRITE})
def take_back_pause(request: HttpRequest, pause_id: Id) -> dict[str, Any]:
    """As if the cycle had not come to rest."""
    pause = find(request.user, Pause, pause_id, with_ended=True)
    services.take_back_pauses(by=request.user, pauses=[pause])
    return shown(found(request, pause.cycle_id))


@router.post("/teams/{team_id}/loose-cycles", response={201: CycleWordsOut, **WRITE})
def begin_loose_cycle(request: HttpRequest, team_id: Id, asked: LooseIn) -> Status[Any]:
    """A draft from any routine, with no aim yet."""
    team = find_team(request.user, team_id)
    return Status(201, shown(services.begin_loose(by=request.user, team=team, **dict(asked))))


@router.post("/teams/{team_id}/practice-cycles", response={201: CycleWordsOut, **WRITE})
def begin_practice_cycle(request: HttpRequest, team_id: Id, asked: PracticeCycleIn) -> Status[Any]:
    """A made-up cycle to practice with. It counts nowhere."""
    team = find_team(request.user, team_id)
    return Status(201, shown(services.begin_practice(by=request.user, team=team, key=asked.key)))


@router.post("/cycles/{cycle_id}/attach", response={200: list[CycleWordsOut], **WRITE})
def attach_cycle(request: HttpRequest, cycle_id: Id, asked: AttachIn) -> list[dict[str, Any]]:
    """Put the cycle and its whole thread under another inquiry of the team, with new numbers there."""
    home = find(request.user, Inquiry, asked.inquiry)
    moved = services.attach(by=request.user, cycle=found(request, cycle_id), inquiry=home)
    return [shown(cycle) for cycle in moved]


def _entry(request: HttpRequest, pk: int) -> Entry:
    entry = find(request.user, Entry, pk, also=("cycle__owner_team",))
    return _own(request, entry, entry.cycle.owner_team)


@router.get("/entries/{entry_id}/contributors", response={200: list[ContributorOut], **READ})
@paginate(Pages)
def list_contributors(request: HttpRequest, entry_id: Id) -> QuerySet[Contributor]:
    """Whose note it is, beside who wrote it down; for the team only."""
    return visible_to(request.user, Contributor).filter(entry=_entry(request, entry_id))


@router.put("/entries/{entry_id}/contributors", response={200: list[ContributorOut], **WRITE})
def name_contributors(request: HttpRequest, entry_id: Id, asked: ContributorsIn) -> list[Contributor]:
    """Name all who contributed. Nobody needs an account."""
    entry = find(request.user, Entry, entry_id)
    return services.name_people(by=request.user, entry=entry, names=asked.names)


@router.patch("/entries/{entry_id}/text", response={200: EntryOut, **EDIT})
def correct_entry(request: HttpRequest, entry_id: Id, asked: NoteIn) -> Entry:
    """Other words for a note; the first ones stay in the history."""
    entry = find(request.user, Entry, entry_id)
    return services.correct_note(by=request.user, entry=entry, version=asked.version, text=asked.text)


@router.post("/contributors/{contributor_id}/claim", response={200: ContributorOut, **WRITE})
def claim_contribution(request: HttpRequest, contributor_id: Id) -> Contributor:
    """That was me."""
    return services.claim(by=request.user, contributor=find(request.user, Contributor, contributor_id))


@router.post("/contributors/{contributor_id}/unclaim", response={200: ContributorOut, **WRITE})
def unclaim_contribution(request: HttpRequest, contributor_id: Id) -> Contributor:
    """Take back one's own claim."""
    return services.unclaim(by=request.user, contributor=find(request.user, Contributor, contributor_id))
