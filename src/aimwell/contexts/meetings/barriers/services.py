"""Log what stands in the way and what became of it; get things ready for a meeting."""

from __future__ import annotations

import datetime
import uuid
from typing import Any, TypeVar

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.services.store import held
from aimwell.contexts.cycles.support.models import SupportRequest
from aimwell.contexts.meetings import services as meetings
from aimwell.contexts.meetings.barriers.models import (
    SETTLED,
    STANDING,
    Barrier,
    BarrierDays,
    BarrierState,
    PrepLine,
    ReadyBy,
)
from aimwell.contexts.meetings.barriers.queries import coach_line, takes_turns, turns_taken
from aimwell.contexts.meetings.models import AgendaItem, Held, Meeting
from aimwell.contexts.meetings.services.people import cycle_of_the_team, needed, of_the_team, one_of
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people import services as people
from aimwell.contexts.people.models import Membership, TeamRole, User
from aimwell.contexts.people.queries import INSIDE, members_of
from aimwell.contexts.people.services import change_content, create_content, require_member
from aimwell.core.history.services import edit, hold
from aimwell.domain.errors import NotAllowed, NotFound, Refused
from aimwell.domain.rhythm.turns import next_turn

T = TypeVar("T", Barrier, PrepLine)
FACTS = ("text", "cycle", "asked", "owner", "owner_words", "since")
MOST_DAYS = 365
LONGEST_TITLE = 200
VERBS = {
    BarrierState.OPEN: "reopened", BarrierState.CLEARING: "barrier_clearing", BarrierState.CLEARED: "barrier_cleared",
    BarrierState.KEPT: "barrier_kept",
}  # fmt: skip


@transaction.atomic
def log_barrier(
    *,
    by: User,
    team: Team,
    text: str,
    cycle: Cycle | None = None,
    asked: SupportRequest | None = None,
    owner: User | None = None,
    owner_words: str = "",
    since: datetime.date | None = None,
    key: uuid.UUID | None = None,
) -> Barrier:
    """One line is enough. `owner`: somebody with a place in the team; `owner_words`: a role, such as "principal".

    Raises NotAllowed, Refused: words_needed, unknown_choice, barrier_day.
    """
    require_member(by=by, team=team)
    facts = {
        "text": text, "cycle": cycle, "asked": asked, "owner": owner, "owner_words": owner_words,
        "since": since or timezone.localdate(),
    }  # fmt: skip
    return create_content(by=by, model=Barrier, key=key, owner_team=team, **_checked(team, facts))


@transaction.atomic
def change_barrier(*, by: User, barrier: Barrier, version: int | None, **changes: Any) -> Barrier:
    """`text`, `cycle`, `asked`, `owner`, `owner_words`, `since`. Raises as `log_barrier`, StaleEdit."""
    facts = {name: changes[name] for name in FACTS if name in changes}
    settled = barrier.settled_on
    if settled is not None and facts.get("since", barrier.since) > settled:
        raise Refused("barrier_day")
    return change_content(by=by, obj=barrier, version=version, **_checked(barrier.owner_team, facts))


def _checked(team: Team, facts: dict[str, Any]) -> dict[str, Any]:
    facts = dict(facts)
    if "text" in facts:
        facts["text"] = needed(facts["text"])
    if facts.get("since") and facts["since"] > timezone.localdate():
        raise Refused("barrier_day")
    if "owner_words" in facts:
        facts["owner_words"] = facts["owner_words"].strip()
    if of_the_team(team, facts.get("owner")) is not None:
        facts["owner_words"] = ""
    cycle_of_the_team(team, facts.get("cycle"))
    asked = facts.get("asked")
    if asked is not None and asked.owner_team_id != team.pk:
        raise Refused("unknown_choice", value=str(asked))
    return facts


@transaction.atomic
def say_barrier(*, by: User, barrier: Barrier, stands: str, how: str = "", on: datetime.date | None = None) -> Barrier:
    """What became of it: somebody is on it, it is cleared, the team lives with it, or it is open again.

    Raises NotAllowed, Refused: unknown_choice, reason_needed where it is cleared or kept, barrier_day.
    """
    if stands not in BarrierState.values:
        raise Refused("unknown_choice", value=stands)
    stored = held(by=by, obj=barrier)
    changes: dict[str, Any] = {"stands": stands, "how": "", "settled_on": None}
    if stands in SETTLED:
        day = on or timezone.localdate()
        if not stored.since <= day <= timezone.localdate():
            raise Refused("barrier_day")
        if not how.strip():
            raise Refused("reason_needed")
        changes |= {"how": how.strip(), "settled_on": day}
    return change_content(by=by, obj=stored, version=None, verb=VERBS[BarrierState(stands)], **changes)


@transaction.atomic
def set_barrier_days(*, by: User, team: Team, days: int, version: int | None = None) -> BarrierDays:
    """After how many days a barrier comes up again. Raises NotAllowed, Refused("barrier_days"), StaleEdit."""
    require_member(by=by, team=team)
    if not 1 <= days <= MOST_DAYS:
        raise Refused("barrier_days", value=days)
    hold(scope_id=team.pk)
    stored = BarrierDays.objects.filter(owner_team=team).first()
    if stored is None:
        return create_content(by=by, model=BarrierDays, owner_team=team, days=days)
    return change_content(by=by, obj=stored, version=version, days=days)


@transaction.atomic
def put_on_agenda(*, by: User, barrier: Barrier, meeting: Meeting) -> AgendaItem:
    """The meeting talks about it; an empty agenda fills itself from the open work first, so that none of it is lost.

    A second call gives the first item back. Raises NotAllowed, Refused.
    """
    if meeting.owner_team_id != barrier.owner_team_id:
        raise Refused("unknown_choice", value=str(meeting))
    stored = held(by=by, obj=barrier)
    if stored.stands not in STANDING or stored.ended_at is not None:
        raise Refused("unknown_choice", value=str(stored))
    title = stored.text[:LONGEST_TITLE]
    there = meeting.items.filter(title=title, ended_at=None).first()
    if not meeting.items.filter(ended_at=None).exists():
        meetings.fill_agenda(by=by, meeting=meeting)
    inside = members_of(stored.owner_team).filter(user=stored.owner_id, role__in=INSIDE) if stored.owner_id else None
    leads = stored.owner if inside is not None and inside.exists() else None
    return there or meetings.add_item(by=by, meeting=meeting, title=title, owner=leads, cycle=stored.cycle)


@transaction.atomic
def add_prep(
    *,
    by: User,
    meeting: Meeting,
    text: str,
    ready_by: str = ReadyBy.TURNS,
    place: Membership | None = None,
    key: uuid.UUID | None = None,
) -> PrepLine:
    """One thing to have ready. In turns it goes to whoever had none for the longest time (S1 R-45).

    Raises NotAllowed, Refused: words_needed, unknown_choice, ready_person, nobody_for_turns, meeting_is_off.
    """
    team = meeting.owner_team
    stored = held(by=by, obj=meeting)
    if stored.status == Held.CANCELLED or stored.ended_at is not None:
        raise Refused("meeting_is_off")
    known = key is not None and PrepLine.objects.filter(client_key=key).exists()
    who = {"ready_by": ready_by, "place": place} if known else _who(team, ready_by, place)
    return create_content(by=by, model=PrepLine, key=key, owner_team=team, meeting=meeting, text=needed(text), **who)


@transaction.atomic
def add_several(
    *, by: User, meeting: Meeting, texts: list[str], ready_by: str = ReadyBy.TURNS, place: Membership | None = None
) -> list[PrepLine]:
    """All of `texts` go on the list, each once. Raises as `add_prep`."""
    return [add_prep(by=by, meeting=meeting, text=text, ready_by=ready_by, place=place) for text in texts]


@transaction.atomic
def change_prep(
    *, by: User, line: PrepLine, version: int | None, text: str | None = None, ready_by: str | None = None,
    place: Membership | None = None,
) -> PrepLine:  # fmt: skip
    """Its words, and who gets it ready; a turn stays with whoever has it. Raises as `add_prep`, StaleEdit."""
    changes: dict[str, Any] = {} if text is None else {"text": needed(text)}
    if ready_by is not None and not (ready_by == line.ready_by == ReadyBy.TURNS and line.place_id):
        changes |= _who(line.owner_team, ready_by, place)
    return change_content(by=by, obj=line, version=version, **changes)


def _who(team: Team, ready_by: str, place: Membership | None) -> dict[str, Any]:
    """A content coach of the team is a coach, by whichever way they are named."""
    ready_by = one_of(ready_by, ReadyBy) or ReadyBy.TURNS
    if place is not None and not members_of(team).filter(pk=place.pk, role__in=INSIDE).exists():
        raise Refused("unknown_choice", value=str(place))
    if ready_by == ReadyBy.TURNS:
        turn = next_turn(takes_turns(team), turns_taken(team))
        if turn is None:
            raise Refused("nobody_for_turns")
        return {"ready_by": ready_by, "place": turn}
    if ready_by == ReadyBy.MEMBER and place is None:
        raise Refused("ready_person")
    if ready_by == ReadyBy.MEMBER and place is not None and place.role == TeamRole.CONTENT_COACH:
        ready_by = ReadyBy.COACH
    return {"ready_by": ready_by, "place": place}


@transaction.atomic
def mark_ready(*, by: User, line: PrepLine, ready: bool = True) -> PrepLine:
    """It is ready, or not after all. Members say so, and the coach of the team of what is in the coach's hands.

    Raises NotFound for all others. A second call changes nothing.
    """
    try:
        stored = held(by=by, obj=line)
    except NotAllowed:
        coach_line(by, line.pk)
        hold(scope_id=line.owner_team_id)
        stored = PrepLine.objects.select_for_update().get(pk=line.pk)
    if stored.ended_at is not None:
        raise NotFound
    if (stored.ready_on is not None) == ready:
        return stored
    verb = "got_ready" if ready else "ready_taken_back"
    changes = {"ready_on": timezone.localdate() if ready else None}
    return edit(by=by, obj=stored, version=None, changes=changes, scope_id=stored.owner_team_id, verb=verb)


def set_aside(*, by: User, thing: T, reason: str = "") -> T:
    return people.set_aside(by=by, obj=thing, reason=reason.strip())


def restore(*, by: User, thing: T, reason: str = "") -> T:
    return people.restore(by=by, obj=thing, reason=reason)
