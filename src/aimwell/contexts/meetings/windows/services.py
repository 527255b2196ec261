"""Days of the calendar, and what moves when school does not run as planned. All of it can be taken back."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.quick.services import pause_cycles, resume_cycles, take_back_pauses
from aimwell.contexts.cycles.services import draft_cycle
from aimwell.contexts.cycles.services.shelf import shelf
from aimwell.contexts.measures.models import Annotation, AnnotationKind, Measure
from aimwell.contexts.measures.services import annotate
from aimwell.contexts.meetings.models import Meeting
from aimwell.contexts.meetings.windows.models import Disruption
from aimwell.contexts.meetings.windows.queries import MOVED, moved_for, moves_for, pauses_for, running_of
from aimwell.contexts.orgs import services as orgs
from aimwell.contexts.orgs.models import CalendarSpan, Org, SpanKind, Team
from aimwell.contexts.people import services as people
from aimwell.contexts.people.models import User
from aimwell.contexts.people.offices import require_power
from aimwell.contexts.people.queries import visible_to
from aimwell.contexts.people.services import change_content, create_content, require_member
from aimwell.contexts.theory.queries import current_inquiry
from aimwell.core.history.services import hold, record
from aimwell.domain.access.roles import Power
from aimwell.domain.calendar.windows import DayRow
from aimwell.domain.errors import NotReady, Refused

MARKS = uuid.UUID("d0f6a6a4-6f0b-4d5c-8d1f-2b7f5c2f7c11")
MOST_DAYS = 60
Place = Team | Org


def _may(by: User, place: Place) -> dict[str, Any]:
    """Raises NotAllowed. Where the history of this place is kept."""
    if isinstance(place, Team):
        require_member(by=by, team=place)
        return {"scope_id": place.pk}
    require_power(by=by, power=Power.WORDS, org=place)
    return {"scope_id": None, "org_id": place.pk}


@transaction.atomic
def add_days(
    *,
    by: User,
    place: Place,
    kind: str,
    starts_on: datetime.date,
    ends_on: datetime.date | None = None,
    name: str = "",
    key: uuid.UUID | None = None,
) -> CalendarSpan:
    """Days of a team, or of a school or district and all below it. The same days again give the first ones back.

    Raises NotAllowed, Refused: "unknown_choice", "days_out_of_order".
    """
    where = _may(by, place)
    if kind not in SpanKind.values:
        raise Refused("unknown_choice", value=kind)
    span, made = orgs.add_span(
        team=place if isinstance(place, Team) else None, org=place if isinstance(place, Org) else None,
        kind=SpanKind(kind), name=name, starts_on=starts_on, ends_on=ends_on or starts_on, key=key,
    )  # fmt: skip
    if made:
        after = {"kind": kind, "name": span.name, "starts_on": span.starts_on, "ends_on": span.ends_on}
        record(by=by, verb="created", target=span, after=after, **where)
    return span


@transaction.atomic
def bring_in(*, by: User, place: Place, kind: str, rows: Iterable[DayRow]) -> list[CalendarSpan]:
    """The days of a list or a calendar file, all of one kind."""
    return [
        add_days(by=by, place=place, kind=kind, name=row.name, starts_on=row.starts_on, ends_on=row.ends_on)
        for row in rows
    ]


def take_days_back(*, by: User, span: CalendarSpan) -> CalendarSpan:
    return _end(by, span, ended=True)


def bring_days_back(*, by: User, span: CalendarSpan) -> CalendarSpan:
    return _end(by, span, ended=False)


@transaction.atomic
def _end(by: User, span: CalendarSpan, *, ended: bool) -> CalendarSpan:
    place = span.team or span.org
    assert place is not None
    where = _may(by, place)
    if (span.ended_at is not None) == ended:
        return span
    record(by=by, verb="set_aside" if ended else "restored", target=span, **where)
    return orgs.end_span(span, ended=ended)


@transaction.atomic
def log_disruption(
    *,
    by: User,
    team: Team,
    name: str,
    starts_on: datetime.date,
    days: int,
    rest: bool = False,
    key: uuid.UUID | None = None,
) -> Disruption:
    """Open dates move by so many days, the charts of the team say why, and the days stand in its calendar (S0 R-57).

    `rest`: open cycles rest from today until somebody says that it is over, and their days wait (S1 R-39).
    What somebody else has logged already moves nothing a second time. Raises NotAllowed, Refused: "words_needed",
    "disruption_length".
    """
    require_member(by=by, team=team)
    hold(scope_id=team.pk)
    if not name.strip():
        raise Refused("words_needed")
    if not 1 <= days <= MOST_DAYS:
        raise Refused("disruption_length")
    same = Q(name=name.strip(), starts_on=starts_on, days=days, ended_at=None)
    same = same if key is None else same | Q(client_key=key)
    if twin := Disruption.objects.filter(same, owner_team=team).first():
        return twin
    last = starts_on + datetime.timedelta(days=days - 1)
    moves = moves_for(by, team, starts_on, days, rest=rest)
    span = add_days(by=by, place=team, kind=SpanKind.DISRUPTION, name=name, starts_on=starts_on, ends_on=last)
    made = create_content(
        by=by, model=Disruption, key=key, owner_team=team, name=name.strip(), starts_on=starts_on, days=days, span=span
    )
    for one in moves:
        _set_day(by, one.thing, one.after, made)
    if rest and (running := running_of(by, team)):
        back = last + datetime.timedelta(days=1)
        expected = back if back > timezone.localdate() else None
        made.pauses.set(pause_cycles(by=by, cycles=running, reason=made.name, expected_on=expected))
    for measure in visible_to(by, Measure, team=team):
        annotate(
            by=by, measure=measure, kind=AnnotationKind.EVENT, label=made.name, starts_on=starts_on, ends_on=last,
            source_id=made.pk, key=_mark_key(made, measure),
        )  # fmt: skip
    return made


def _set_day(by: User, thing: Cycle | Meeting, day: datetime.date, cause: Disruption) -> None:
    field = "look_on" if isinstance(thing, Cycle) else "on"
    change_content(by=by, obj=thing, version=None, verb=MOVED, cause=cause, **{field: day})


def _mark_key(disruption: Disruption, measure: Measure) -> uuid.UUID:
    return uuid.uuid5(MARKS, f"{disruption.pk} {measure.pk}")


@transaction.atomic
def take_disruption_back(*, by: User, disruption: Disruption) -> Disruption:
    """Dates go back as they were, but for those that somebody chose since; the marks on the charts go.

    Cycles that rest for it go on as if nothing had been said.
    """
    if disruption.ended_at is not None:
        return disruption
    aside = people.set_aside(by=by, obj=disruption)
    for event in moved_for(disruption):
        _back(by, event.target_type, event.target_id, event.before, event.after, aside)
    take_back_pauses(by=by, pauses=pauses_for(aside))
    marks = Annotation.objects.filter(
        client_key__in=[_mark_key(aside, row) for row in Measure.objects.filter(owner_team=aside.owner_team)]
    )
    for mark in marks.select_related("measure"):
        people.set_aside(by=by, obj=mark)
    if aside.span is not None:
        take_days_back(by=by, span=aside.span)
    return aside


def end_disruption(*, by: User, disruption: Disruption, what_changed: str = "") -> list[Cycle]:
    """School runs again: all cycles that rest for it go on today, with what is different now (S1 R-39)."""
    require_member(by=by, team=disruption.owner_team)
    cycles = [pause.cycle for pause in pauses_for(disruption)]
    return resume_cycles(by=by, cycles=cycles, what_changed=what_changed)


def _back(
    by: User, label: str, key: int | None, before: dict[str, str], after: dict[str, str], cause: Disruption
) -> None:
    model, field = (Cycle, "look_on") if label == Cycle._meta.label_lower else (Meeting, "on")
    thing = model._default_manager.filter(pk=key).first()  # type: ignore[attr-defined]
    if thing is not None and getattr(thing, field) == datetime.date.fromisoformat(after[field]):
        _set_day(by, thing, datetime.date.fromisoformat(before[field]), cause)


@transaction.atomic
def plan_smallest(
    *, by: User, team: Team, try_what: str, event: str, look_on: datetime.date | None, count_what: str = "",
    key: uuid.UUID | None = None,
) -> Cycle:  # fmt: skip
    """One minimal cycle in four fields, for days with little room (S0 R-57).

    Raises NotAllowed, NotReady naming "what", "prediction" or "look_on".
    """
    require_member(by=by, team=team)
    typed = {"what": try_what.strip(), "prediction": event.strip(), "look_on": look_on}
    missing = [name for name, value in typed.items() if not value]
    if missing:
        raise NotReady(missing=missing)
    home = current_inquiry(by, team)
    if home is None or home.is_closed:
        home = shelf(by=by, team=team)
    return draft_cycle(
        by=by, inquiry=home, key=key, try_what=try_what, kind="event", event=event.strip(), look_on=look_on,
        count_what=count_what.strip(),
    )  # fmt: skip
