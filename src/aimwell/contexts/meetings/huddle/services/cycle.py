"""Decide about a cycle while the meeting runs, and start the smallest next test, by the same services as its page."""

from __future__ import annotations

import datetime
import uuid
from typing import Any

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from aimwell.contexts.cycles import services as cycles
from aimwell.contexts.cycles.models import Cycle, CycleState
from aimwell.contexts.cycles.services.store import held
from aimwell.contexts.meetings import services as meetings
from aimwell.contexts.meetings.huddle.services.store import still_open
from aimwell.contexts.meetings.models import AgendaItem, Meeting
from aimwell.contexts.people.models import User
from aimwell.domain.errors import NotFound
from aimwell.domain.words.dates import long_date
from aimwell.domain.words.pdsa import say

LONGEST = 300


@transaction.atomic
def choose(
    *, by: User, meeting: Meeting, cycle: Cycle, version: int | None, item: AgendaItem | None = None,
    key: uuid.UUID | None = None, **answers: Any,
) -> cycles.Finished:  # fmt: skip
    """Keep, change or drop: finish the cycle with its result, its learning and its decision; the next one is drafted.

    The decision stands among those of the meeting, as done. A second call changes nothing.
    Raises NotReady naming what is missing, StaleEdit, Refused.
    """
    stored = still_open(held(by=by, obj=meeting))
    current = _of_the_team(stored, held(by=by, obj=cycle))
    if current.state == CycleState.DONE:
        return cycles.finish(by=by, cycle=current, version=None)
    if current.state == CycleState.DOING:
        current = cycles.begin_study(by=by, cycle=current, version=version)
        version = current.version
    done = cycles.finish(by=by, cycle=current, version=version, **answers)
    told = {"number": done.cycle.number, "decision": say(f"act.{done.cycle.decision}", get_language() or "en")}
    words = _("Cycle %(number)s: %(decision)s.") % told
    _record(by, stored, done.cycle, item, f"{words} {done.cycle.decision_reason}", key)
    return done


@transaction.atomic
def start_next(
    *, by: User, meeting: Meeting, cycle: Cycle, version: int | None, look_on: datetime.date | None, reason: str = "",
    item: AgendaItem | None = None, key: uuid.UUID | None = None, **plan: Any,
) -> Cycle:  # fmt: skip
    """Fill in what we predict and when we look, and start Do. A second call changes nothing.

    Raises NotReady, StaleEdit, Refused: bad_prediction, and what `start_cycle` asks a sentence for.
    """
    stored = still_open(held(by=by, obj=meeting))
    draft = _of_the_team(stored, held(by=by, obj=cycle))
    if draft.state != CycleState.DRAFT:
        return draft
    ready = cycles.change_plan(by=by, cycle=draft, version=version, look_on=look_on, **plan)
    begun = cycles.start_cycle(by=by, cycle=ready, reason=reason)
    assert begun.look_on is not None  # nothing starts without it
    told = {"number": begun.number, "day": long_date(begun.look_on, get_language() or "en", year=False)}
    words = _("Cycle %(number)s starts; we look on %(day)s.") % told
    _record(by, stored, begun, item, f"{words} {begun.try_what}", key)
    return begun


def _of_the_team(meeting: Meeting, cycle: Cycle) -> Cycle:
    if cycle.owner_team_id != meeting.owner_team_id:
        raise NotFound
    return cycle


def _record(
    by: User, meeting: Meeting, cycle: Cycle, item: AgendaItem | None, text: str, key: uuid.UUID | None
) -> None:
    made = meetings.decide(by=by, meeting=meeting, text=text[:LONGEST], item=item, cycle=cycle, key=key)
    meetings.mark_done(by=by, decision=made)
