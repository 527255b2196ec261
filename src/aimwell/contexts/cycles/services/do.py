"""Do: what was seen, what surprised, what got in the way, what was counted."""

from __future__ import annotations

import datetime
import uuid
from typing import Any

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.cycles.models import Cycle, CycleState, Entry, EntryKind
from aimwell.contexts.cycles.queries.facts import NOTICED
from aimwell.contexts.cycles.services.store import held, in_state
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content, restore, set_aside
from aimwell.domain.errors import NotReady, Refused

RUNNING = (CycleState.DOING, CycleState.STUDYING)


@transaction.atomic
def add_entry(
    *,
    by: User,
    cycle: Cycle,
    kind: str = EntryKind.OBSERVATION,
    text: str = "",
    place: str = "",
    seen_by: str = "",
    happened_on: datetime.date | None = None,
    count: int | None = None,
    out_of: int | None = None,
    key: uuid.UUID | None = None,
) -> Entry:
    """Write one line into Do. The day it happened and the day it was written are both kept (S1 R-36).

    Raises NotAllowed, Refused where the cycle is not in Do or the numbers do not fit, NotReady where nothing is said.
    """
    stored = in_state(held(by=by, obj=cycle), *RUNNING)
    fields = {"kind": kind, "text": text.strip(), "place": place.strip(), "count": count, "out_of": out_of}
    _check(fields)
    day = happened_on or timezone.localdate()
    if day > timezone.localdate():
        raise Refused("future_date", value=day.isoformat())
    more = {"seen_by": seen_by.strip(), "happened_on": day}
    if kind in NOTICED and stored.nothing_surprised_us:
        change_content(by=by, obj=stored, version=None, nothing_surprised_us=False)
    return create_content(by=by, model=Entry, key=key, cycle=cycle, **fields, **more)


def _check(fields: dict[str, Any]) -> None:
    if fields["kind"] not in EntryKind.values:
        raise Refused("unknown_choice", value=fields["kind"])
    count, out_of = fields["count"], fields["out_of"]
    if fields["kind"] != EntryKind.COUNT:
        fields["count"] = fields["out_of"] = None
        if not fields["text"]:
            raise NotReady(missing=["text"])
    elif count is None:
        raise NotReady(missing=["count"])
    elif count < 0:
        raise Refused("negative_count", value=count)
    elif out_of is not None and count > out_of:
        raise Refused("numerator_above_denominator", numerator=count, denominator=out_of)


@transaction.atomic
def say_none_noticed(*, by: User, cycle: Cycle, none: bool = True) -> Cycle:
    """Say that nothing surprised or got in the way: a choice, not a gap (S1 R-28); `none=False` takes it back."""
    stored = in_state(held(by=by, obj=cycle), *RUNNING)
    return change_content(by=by, obj=stored, version=None, verb="changed", nothing_surprised_us=none)


@transaction.atomic
def set_entry_aside(*, by: User, entry: Entry, reason: str = "") -> Entry:
    """Take a line out of Do; it stays in the history and can come back."""
    in_state(held(by=by, obj=entry.cycle), *RUNNING)
    return set_aside(by=by, obj=entry, reason=reason)


@transaction.atomic
def restore_entry(*, by: User, entry: Entry) -> Entry:
    in_state(held(by=by, obj=entry.cycle), *RUNNING)
    return restore(by=by, obj=entry)


@transaction.atomic
def claim_entry(*, by: User, entry: Entry, version: int | None, seen_by: str) -> Entry:
    """Say who saw it, where somebody else wrote it down (S1 R-35)."""
    return change_content(by=by, obj=entry, version=version, seen_by=seen_by.strip())
