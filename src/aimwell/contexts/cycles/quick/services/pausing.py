"""Cycles rest and go on. Resting is a normal state: no nudge, and the days of open work wait (S1 R-39, S3 R-37)."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from aimwell.contexts.cycles.models import Cycle, Pause
from aimwell.contexts.cycles.quick.queries import OPEN
from aimwell.contexts.cycles.services.store import held, in_state
from aimwell.contexts.measures.models import Annotation, AnnotationKind
from aimwell.contexts.measures.services import annotate
from aimwell.contexts.people import services as people
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content
from aimwell.core.history.queries import events_of
from aimwell.domain.errors import Refused
from aimwell.domain.pdsa.quick import look_after
from aimwell.domain.words.speech import HOUSE, spoken

MARKS = uuid.UUID("6c0b3f0e-54d7-4f3c-9c61-3e6f0f6a5a51")


def mark_key(pause: Pause) -> uuid.UUID:
    """The key of the bar that a pause puts on the chart, so that it is found again."""
    return uuid.uuid5(MARKS, f"pause {pause.pk}")


@transaction.atomic
def pause_cycles(
    *, by: User, cycles: Iterable[Cycle], reason: str, expected_on: datetime.date | None = None
) -> list[Pause]:
    """These cycles rest from today. One that rests already stays as it is and is left out of the answer.

    Raises NotAllowed, Refused: "why_rest_needed", "go_on_day_passed", "choose_cycles", "wrong_state".
    """
    chosen = list(cycles)
    if not chosen:
        raise Refused("choose_cycles")
    if not reason.strip():
        raise Refused("why_rest_needed")
    if expected_on is not None and expected_on <= timezone.localdate():
        raise Refused("go_on_day_passed")
    made = [_pause(by, cycle, reason.strip(), expected_on) for cycle in chosen]
    return [pause for pause in made if pause is not None]


def _pause(by: User, cycle: Cycle, reason: str, expected_on: datetime.date | None) -> Pause | None:
    stored = in_state(held(by=by, obj=cycle), *OPEN)
    if stored.paused_on is not None:
        return None
    today = timezone.localdate()
    pause = create_content(
        by=by, model=Pause, cycle=stored, verb="paused", began_on=today, expected_on=expected_on, reason=reason
    )
    change_content(by=by, obj=stored, version=None, verb="paused", reason=reason, cause=pause, paused_on=today)
    _mark(by, pause)
    return pause


def _mark(by: User, pause: Pause) -> None:
    """A bar on the chart of its measure. The reason stays out of it: a chart is read by more people."""
    if pause.cycle.measure is None or pause.cycle.practice:
        return
    with spoken(HOUSE):
        label = gettext("Cycle %(number)s rests") % {"number": pause.cycle.number}
    annotate(
        by=by, measure=pause.cycle.measure, kind=AnnotationKind.EVENT, label=label, starts_on=pause.began_on,
        ends_on=pause.expected_on, source_id=pause.pk, key=mark_key(pause),
    )  # fmt: skip


def _bar(pause: Pause) -> Annotation | None:
    return Annotation.objects.select_related("measure").filter(client_key=mark_key(pause)).first()


def open_pause(cycle: Cycle) -> Pause | None:
    return Pause.objects.filter(cycle=cycle, resumed_on=None, ended_at=None).first()


@transaction.atomic
def resume_cycles(*, by: User, cycles: Iterable[Cycle], what_changed: str = "") -> list[Cycle]:
    """All of these go on today."""
    return [resume_cycle(by=by, cycle=cycle, what_changed=what_changed) for cycle in cycles]


@transaction.atomic
def resume_cycle(*, by: User, cycle: Cycle, what_changed: str = "", look_on: datetime.date | None = None) -> Cycle:
    """The cycle goes on today. Its day to look moves by the length of the rest, or to `look_on`.

    A cycle that does not rest stays as it is. Raises NotAllowed.
    """
    stored = held(by=by, obj=cycle)
    pause = open_pause(stored)
    if pause is None or stored.paused_on is None:
        return stored
    today = timezone.localdate()
    pause = change_content(
        by=by, obj=pause, version=None, verb="resumed", resumed_on=today, what_changed=what_changed.strip()
    )
    after = look_on or look_after(stored.look_on, began=pause.began_on, resumed=today)
    bar = _bar(pause)
    if bar is not None:
        change_content(by=by, obj=bar, version=None, cause=pause, ends_on=max(bar.starts_on, today))
    return change_content(
        by=by, obj=stored, version=None, verb="resumed", reason=what_changed.strip(), cause=pause,
        paused_on=None, look_on=after,
    )  # fmt: skip


@transaction.atomic
def take_back_pauses(*, by: User, pauses: Iterable[Pause]) -> list[Cycle]:
    """As if these pauses had not been made; one that is over already stays in the record."""
    back = []
    for pause in pauses:
        stored = held(by=by, obj=pause.cycle)
        if pause.resumed_on is None and pause.ended_at is None:
            people.set_aside(by=by, obj=pause)
            if (bar := _bar(pause)) is not None:
                people.set_aside(by=by, obj=bar)
            stored = change_content(
                by=by, obj=stored, version=None, verb="pause_taken_back", cause=pause, paused_on=None
            )
        back.append(stored)
    return back


@transaction.atomic
def take_back_resume(*, by: User, cycle: Cycle) -> Cycle:
    """The cycle rests again as before; a day to look that somebody chose since then stays. Raises Refused."""
    stored = in_state(held(by=by, obj=cycle), *OPEN)
    pause = Pause.objects.filter(cycle=stored, ended_at=None).order_by("-pk").first()
    if pause is None or stored.paused_on is not None or pause.resumed_on != timezone.localdate():
        raise Refused("wrong_state")
    went_on = events_of(stored).filter(verb="resumed", cause_id=pause.pk).order_by("-pk").first()
    changes: dict[str, datetime.date | None] = {"paused_on": pause.began_on}
    if went_on is not None and "look_on" in went_on.after and went_on.after["look_on"] == _iso(stored.look_on):
        before = went_on.before["look_on"]
        changes["look_on"] = datetime.date.fromisoformat(before) if before else None
    change_content(by=by, obj=pause, version=None, verb="pause_again", resumed_on=None, what_changed="")
    if (bar := _bar(pause)) is not None:
        change_content(by=by, obj=bar, version=None, cause=pause, ends_on=pause.expected_on)
    return change_content(by=by, obj=stored, version=None, verb="pause_again", cause=pause, **changes)


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None
