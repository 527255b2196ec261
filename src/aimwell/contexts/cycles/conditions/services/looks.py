"""What a team does with a day to look again at an adopted change: move it, drop it, answer it (S2 R-34)."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.cycles.conditions.models import LookAgain, LookDecision, StillUsed
from aimwell.contexts.cycles.conditions.queries.looks import is_watched, planned_days
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.services import draft_cycle
from aimwell.contexts.cycles.services.store import held
from aimwell.contexts.people import services as people
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content
from aimwell.domain.errors import NotFound, NotReady, Refused

NEW = 1
"""The version of a row that was just made."""


def _row(*, by: User, cycle: Cycle, planned_on: datetime.date) -> LookAgain:
    """The stored row of this day, made where none stands yet. `cycle` is held."""
    found = LookAgain.objects.filter(cycle=cycle, planned_on=planned_on).first()
    if found is not None:
        return found
    if not is_watched(cycle) or planned_on not in planned_days(cycle):
        raise NotFound
    return create_content(by=by, model=LookAgain, cycle=cycle, planned_on=planned_on, due_on=planned_on)


@transaction.atomic
def move_look(
    *, by: User, cycle: Cycle, planned_on: datetime.date, due_on: datetime.date, reason: str, version: int | None = None
) -> LookAgain:
    """Another day, with the reason, which is kept. `version`: that of the row, None where none stood yet."""
    row = _open(by=by, cycle=cycle, planned_on=planned_on, reason=reason)
    moved = change_content(by=by, obj=row, version=version or NEW, reason=reason.strip(), due_on=due_on)
    return _standing(by=by, row=moved)


@transaction.atomic
def drop_look(*, by: User, cycle: Cycle, planned_on: datetime.date, reason: str) -> LookAgain:
    """No look on this day, with the reason. It can come back."""
    return people.set_aside(
        by=by, obj=_open(by=by, cycle=cycle, planned_on=planned_on, reason=reason), reason=reason.strip()
    )


@transaction.atomic
def take_look_up(*, by: User, look: LookAgain, reason: str = "") -> LookAgain:
    """A dropped day comes back."""
    return people.restore(by=by, obj=held(by=by, obj=look), reason=reason)


def _open(*, by: User, cycle: Cycle, planned_on: datetime.date, reason: str) -> LookAgain:
    if not reason.strip():
        raise Refused("reason_needed")
    row = _row(by=by, cycle=held(by=by, obj=cycle), planned_on=planned_on)
    if row.answered_on is not None:
        raise Refused("look_answered")
    return row


def _standing(*, by: User, row: LookAgain) -> LookAgain:
    """A day that somebody dropped stands again once it is moved or answered."""
    return row if row.ended_at is None else people.restore(by=by, obj=row)


@transaction.atomic
def answer_look(
    *,
    by: User,
    cycle: Cycle,
    planned_on: datetime.date,
    still_used: str,
    decision: str,
    words: str,
    found: str = "",
    change: str = "",
) -> LookAgain:
    """Look at it: still in use? what do the numbers say? Then keep, adjust or drop it, in a sentence.

    Adjust drafts the next cycle of the thread; `change` says what it tries. The same answer again gives the same row
    back. Raises NotReady, Refused("look_answered"), NotFound for a day that is not planned.
    """
    stored = held(by=by, obj=cycle)
    answers: dict[str, Any] = {
        "still_used": still_used, "found": found.strip(), "decision": decision, "words": words.strip(),
    }  # fmt: skip
    _check(answers, change)
    row = _row(by=by, cycle=stored, planned_on=planned_on)
    if row.answered_on is not None:
        if all(getattr(row, name) == value for name, value in answers.items()):
            return row
        raise Refused("look_answered")
    if decision == LookDecision.ADJUST:
        answers["next_cycle"] = _draft(by=by, cycle=stored, change=change.strip(), why=words.strip())
    answered = change_content(
        by=by, obj=row, version=None, verb="looked_again", answered_on=timezone.localdate(), **answers
    )
    return _standing(by=by, row=answered)


def _check(answers: dict[str, Any], change: str) -> None:
    for name, choices in (("still_used", StillUsed), ("decision", LookDecision)):
        if answers[name] and answers[name] not in choices.values:
            raise Refused("unknown_choice", value=answers[name])
    missing = [name for name in ("still_used", "decision", "words") if not answers[name]]
    if answers["decision"] == LookDecision.ADJUST and not change.strip():
        missing.append("change")
    if missing:
        raise NotReady(missing=missing)


def _draft(*, by: User, cycle: Cycle, change: str, why: str) -> Cycle:
    """The next cycle of the thread: one thing changes, what is counted stays."""
    return draft_cycle(
        by=by, inquiry=cycle.inquiry, predecessor=cycle, try_what=change[:300], idea=cycle.idea,
        measure=cycle.measure, who_where=cycle.who_where, count_what=cycle.count_what, why_follows=why,
        unit_name=cycle.unit_name, out_of=cycle.out_of,
    )  # fmt: skip
