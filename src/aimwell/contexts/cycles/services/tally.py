"""The tally: taps on a phone, each counted once however often it is sent."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.cycles.models import Cycle, Entry, EntryKind, Tap
from aimwell.contexts.cycles.queries.facts import tally_of
from aimwell.contexts.cycles.services.do import RUNNING
from aimwell.contexts.cycles.services.store import held, in_state
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content
from aimwell.domain.errors import Refused


@dataclass(frozen=True)
class NewTap:
    """A tap as the phone kept it. `key` is its own; `undone` takes it back."""

    key: uuid.UUID
    yes: bool
    at: datetime.datetime
    undone: bool = False


@transaction.atomic
def start_tally(
    *,
    by: User,
    cycle: Cycle,
    key: uuid.UUID,
    place: str = "",
    expected: int | None = None,
    happened_on: datetime.date | None = None,
) -> Entry:
    """Open a count in class. The same `key` again gives the same tally, so a phone may send it with every batch."""
    in_state(held(by=by, obj=cycle), *RUNNING)
    if expected is not None and expected < 0:
        raise Refused("negative_count", value=expected)
    return create_content(
        by=by, model=Entry, key=key, cycle=cycle, kind=EntryKind.COUNT, place=place.strip(),
        expected=expected, happened_on=happened_on or timezone.localdate(),
    )  # fmt: skip


@transaction.atomic
def tap(*, by: User, entry: Entry, taps: Sequence[NewTap]) -> Entry:
    """Take a batch of taps. A tap that came before is not counted again; one that is taken back stays taken back."""
    entry = held(by=by, obj=entry)
    _is_tally(entry)
    Tap.objects.bulk_create(
        [Tap(entry=entry, key=one.key, yes=one.yes, tapped_at=one.at, undone=one.undone) for one in taps],
        ignore_conflicts=True,
    )
    entry.taps.filter(key__in=[one.key for one in taps if one.undone]).update(undone=True)
    return _count(by=by, entry=entry) if entry.count is not None else entry


@transaction.atomic
def undo_tap(*, by: User, entry: Entry) -> Entry:
    """Take back the last tap that stands."""
    entry = held(by=by, obj=entry)
    _is_tally(entry)
    last = entry.taps.filter(undone=False).order_by("-tapped_at", "-pk").first()
    if last is not None:
        entry.taps.filter(pk=last.pk).update(undone=True)
    return _count(by=by, entry=entry) if entry.count is not None else entry


@transaction.atomic
def finish_tally(*, by: User, entry: Entry) -> Entry:
    """Close the count: how many yes, out of how many heard. Taps that arrive later still go in."""
    entry = held(by=by, obj=entry)
    _is_tally(entry)
    return _count(by=by, entry=entry)


def _is_tally(entry: Entry) -> None:
    if entry.kind != EntryKind.COUNT:
        raise Refused("wrong_state")


def _count(*, by: User, entry: Entry) -> Entry:
    tally = tally_of(entry.taps.all())
    return change_content(by=by, obj=entry, version=None, verb="counted", count=tally.yes, out_of=tally.heard)
