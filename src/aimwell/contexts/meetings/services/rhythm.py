"""The rhythm of a team: made with all its meetings, changed and ended for what is still to come (S1 R-54)."""

from __future__ import annotations

import datetime
import uuid
from typing import Any

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.cycles.services.store import held
from aimwell.contexts.meetings.models import Meeting, Pattern, Rhythm, TimeSource
from aimwell.contexts.meetings.queries.preview import BEAT, preview_change, preview_rhythm
from aimwell.contexts.meetings.services.meeting import LONGEST
from aimwell.contexts.meetings.services.people import one_of
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people import services as people
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content
from aimwell.core.history.models import Event
from aimwell.domain.errors import Refused
from aimwell.domain.rhythm.generator import Session

FIELDS = (*BEAT, "at", "place", "time_source", "funding")
GIVEN = ("at", "place", "time_source")
"""What every meeting of a rhythm takes from it, beside its day, kind and minutes."""
DEFAULTS: dict[str, Any] = {
    "pattern": Pattern.ALTERNATE, "every": 1, "huddle_minutes": 15, "pdsa_minutes": 45, "at": None, "place": "",
    "time_source": "", "funding": "",
}  # fmt: skip


@transaction.atomic
def make_rhythm(*, by: User, team: Team, key: uuid.UUID | None = None, **facts: Any) -> Rhythm:
    """A rhythm with all its meetings to its last day; days without school and days of testing are left out.

    `facts`: starts_on, ends_on, weekday, and where they differ pattern, every, huddle_minutes, pdsa_minutes, at, place,
    time_source, funding. Raises Refused: "rhythm_dates", "rhythm_too_long", "minutes", "unknown_choice".
    """
    told = checked({**DEFAULTS, **facts})
    rhythm = create_content(by=by, model=Rhythm, key=key, owner_team=team, **told)
    if not rhythm.meetings.exists():
        _make(by, rhythm, preview_rhythm(team, told).made)
    return rhythm


def checked(facts: dict[str, Any]) -> dict[str, Any]:
    told = {name: facts[name] for name in FIELDS if name in facts}
    if not one_of(told["pattern"], Pattern):
        raise Refused("unknown_choice", value="")
    one_of(told["time_source"], TimeSource)
    for name in ("huddle_minutes", "pdsa_minutes"):
        if not 1 <= told[name] <= LONGEST:
            raise Refused("minutes", value=told[name])
    return told


def _make(by: User, rhythm: Rhythm, sessions: tuple[Session, ...]) -> None:
    """The history of the rhythm says that they were made; each has its own from its first change on."""
    rows = [
        Meeting(
            owner_team=rhythm.owner_team, rhythm=rhythm, created_by=by, rung=rhythm.rung, **_facts(rhythm, session)
        )
        for session in sessions
    ]  # fmt: skip
    Meeting.objects.bulk_create(rows)


def _facts(rhythm: Rhythm, session: Session) -> dict[str, Any]:
    given = {name: getattr(rhythm, name) for name in GIVEN}
    return {"on": session.on, "kind": session.kind, "minutes": session.minutes, **given}


@transaction.atomic
def change_rhythm(
    *, by: User, rhythm: Rhythm, version: int | None, verb: str = "changed", reason: str = "", **facts: Any
) -> Rhythm:
    """Another day, time, place or end from tomorrow on. Meetings that are over, and later ones with notes, stay.

    What falls away is set aside and comes back when the rhythm is changed back. Raises StaleEdit and what
    `make_rhythm` raises.
    """
    stored = held(by=by, obj=rhythm)
    told = checked({**{name: getattr(stored, name) for name in FIELDS}, **facts})
    if told["ends_on"] < told["starts_on"]:
        raise Refused("rhythm_dates")
    plan = preview_change(stored, told)
    changed = change_content(by=by, obj=stored, version=version, verb=verb, reason=reason, **told)
    for move in plan.moved:
        change_content(
            by=by, obj=move.meeting, version=None, verb="date_moved", cause=changed, **_facts(changed, move.to)
        )
    for meeting in plan.dropped:
        people.set_aside(by=by, obj=meeting)
    _make(by, changed, _brought_back(by, changed, plan.made))
    return changed


def _brought_back(by: User, rhythm: Rhythm, sessions: tuple[Session, ...]) -> tuple[Session, ...]:
    """Meetings of these days that fell away before come back; the sessions that are left are new."""
    rows = Meeting.objects.filter(rhythm=rhythm, on__in=[one.on for one in sessions]).exclude(ended_at=None)
    aside = {row.on: row for row in rows.select_related("owner_team__org")}
    for session in sessions:
        if (row := aside.get(session.on)) is not None:
            back = people.restore(by=by, obj=row)
            change_content(by=by, obj=back, version=None, cause=rhythm, **_facts(rhythm, session))
    return tuple(one for one in sessions if one.on not in aside)


def end_rhythm(*, by: User, rhythm: Rhythm, version: int | None, reason: str = "") -> Rhythm:
    """It ends today: planned meetings after today without notes fall away."""
    today = timezone.localdate()
    if rhythm.ends_on <= today:
        raise Refused("rhythm_ended")
    ends = {"ends_on": today, "starts_on": min(today, rhythm.starts_on)}  # one that has not begun keeps no meeting
    return change_rhythm(by=by, rhythm=rhythm, version=version, verb="rhythm_ended", reason=reason, **ends)


@transaction.atomic
def take_change_back(*, by: User, rhythm: Rhythm) -> Rhythm:
    """The rhythm as it was before its last change, its meetings too. A new rhythm goes away with its meetings."""
    stored = held(by=by, obj=rhythm)
    label = Rhythm._meta.label_lower
    events = Event.objects.filter(target_type=label, target_id=stored.pk).order_by("-pk")
    told = ({name: one.before[name] for name in FIELDS if name in one.before} for one in events)
    before = next(filter(None, told), None)  # opening it to others is no change of the meetings
    if before is None:
        return _take_away(by, stored)
    facts = {name: Rhythm._meta.get_field(name).to_python(value) for name, value in before.items()}
    return change_rhythm(by=by, rhythm=stored, version=None, **facts)


def _take_away(by: User, rhythm: Rhythm) -> Rhythm:
    today = timezone.localdate() - datetime.timedelta(days=1)
    for meeting in preview_change(rhythm, {**_all(rhythm), "ends_on": today}, today=today).dropped:
        people.set_aside(by=by, obj=meeting)
    return people.set_aside(by=by, obj=rhythm)


def _all(rhythm: Rhythm) -> dict[str, Any]:
    return {name: getattr(rhythm, name) for name in FIELDS}
