"""Do: what was seen, what surprised, what was counted."""

import uuid
from typing import Annotated, Any

from django.db import transaction
from django.http import HttpRequest
from ninja import Field
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.cycles import services
from aimwell.contexts.cycles.api.base import found, router, shown
from aimwell.contexts.cycles.api.shapes import CycleWordsOut, EntryOut
from aimwell.contexts.cycles.models import Entry, EntryKind
from aimwell.contexts.cycles.queries import shared_entries
from aimwell.contexts.people.api.shared import (
    EDIT,
    READ,
    WRITE,
    AsideIn,
    Body,
    Count,
    Day,
    Id,
    Key,
    Moment,
    Pages,
    Version,
    Words,
    line,
)
from aimwell.contexts.people.queries import find

MOST_TAPS = 1000


class EntryIn(Body):
    """A count needs `count`; the others need `text`."""

    kind: EntryKind = EntryKind.OBSERVATION
    text: Words = ""
    place: line(80) = ""
    seen_by: line(120) = Field("", description="Who saw it, where you write it down for somebody else.")
    happened_on: Day | None = Field(None, description="Not later than today; without it, today.")
    count: Count | None = None
    out_of: Count | None = None
    key: Key = None


class NoneNoticedIn(Body):
    none: bool = Field(True, description="false takes it back.")


class ClaimIn(Body):
    version: Version
    seen_by: line(120)


class TapIn(Body):
    key: uuid.UUID = Field(description="Its own key: it is counted once however often it is sent.")
    yes: bool
    at: Moment
    undone: bool = Field(False, description="Takes it back, for good.")


class TallyIn(Body):
    """Who is counted, the taps so far, and whether the count is over. Send it again with more taps at any time."""

    key: uuid.UUID = Field(description="The tally's own key; the same key goes on with the same tally.")
    place: line(80) = ""
    expected: Count | None = Field(None, description="How many there are to hear.")
    happened_on: Day | None = None
    taps: Annotated[list[TapIn], Field(max_length=MOST_TAPS)] = []
    finish: bool = False


@router.get("/cycles/{cycle_id}/entries", response={200: list[EntryOut], **READ})
@paginate(Pages)
def list_entries(request: HttpRequest, cycle_id: Id) -> list[Entry]:
    """What was written and counted in Do, by day. Single rooms and counts are for the team only."""
    return shared_entries(request.user, found(request, cycle_id))


@router.post("/cycles/{cycle_id}/entries", response={201: EntryOut, **WRITE})
def add_entry(request: HttpRequest, cycle_id: Id, entry: EntryIn) -> Status[Entry]:
    """One line of Do. The day it happened and the time it was written are both kept."""
    return Status(201, services.add_entry(by=request.user, cycle=found(request, cycle_id), **dict(entry)))


@router.patch("/entries/{entry_id}", response={200: EntryOut, **EDIT})
def claim_entry(request: HttpRequest, entry_id: Id, claim: ClaimIn) -> Entry:
    """Say who saw it, where somebody else wrote it down."""
    entry = find(request.user, Entry, entry_id)
    return services.claim_entry(by=request.user, entry=entry, version=claim.version, seen_by=claim.seen_by)


@router.post("/cycles/{cycle_id}/none-noticed", response={200: CycleWordsOut, **WRITE})
def say_none_noticed(request: HttpRequest, cycle_id: Id, said: NoneNoticedIn) -> dict[str, Any]:
    """Say that nothing surprised and nothing got in the way; a surprise written later takes it back."""
    return shown(services.say_none_noticed(by=request.user, cycle=found(request, cycle_id), none=said.none))


@router.post("/entries/{entry_id}/set-aside", response={200: EntryOut, **WRITE})
def set_entry_aside(request: HttpRequest, entry_id: Id, asked: AsideIn) -> Entry:
    """Take a line out of Do; it can come back."""
    entry = find(request.user, Entry, entry_id, with_ended=True)
    return services.set_entry_aside(by=request.user, entry=entry, reason=asked.reason)


@router.post("/entries/{entry_id}/restore", response={200: EntryOut, **WRITE})
def restore_entry(request: HttpRequest, entry_id: Id) -> Entry:
    """Bring a line back."""
    return services.restore_entry(by=request.user, entry=find(request.user, Entry, entry_id, with_ended=True))


@router.post("/cycles/{cycle_id}/tallies", response={200: EntryOut, **WRITE})
def send_tally(request: HttpRequest, cycle_id: Id, tally: TallyIn) -> Entry:
    """A count made of taps. Sent again it changes nothing; with `finish` it becomes a count of yes out of all."""
    cycle = found(request, cycle_id)
    about = {"place": tally.place, "expected": tally.expected, "happened_on": tally.happened_on}
    with transaction.atomic():
        entry = services.start_tally(by=request.user, cycle=cycle, key=tally.key, **about)
        if tally.taps:
            taps = [services.NewTap(**dict(one)) for one in tally.taps]
            entry = services.tap(by=request.user, entry=entry, taps=taps)
        if tally.finish:
            entry = services.finish_tally(by=request.user, entry=entry)
    return entry


@router.post("/entries/{entry_id}/undo-tap", response={200: EntryOut, **WRITE})
def undo_tap(request: HttpRequest, entry_id: Id) -> Entry:
    """Take back the last tap that stands."""
    return services.undo_tap(by=request.user, entry=find(request.user, Entry, entry_id))
