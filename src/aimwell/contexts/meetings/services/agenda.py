"""The agenda: items of one's own, items from the open work, items that were not reached."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import transaction
from django.db.models import Max

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.services.store import held
from aimwell.contexts.meetings.models import AgendaItem, Meeting, Purpose
from aimwell.contexts.meetings.queries.suggested import left_over, suggested_lines
from aimwell.contexts.meetings.services.people import cycle_of_the_team, needed, of_the_team, one_of
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content
from aimwell.domain.errors import Refused

FIELDS = ("title", "purpose", "minutes", "owner", "topic", "cycle")
MOST_MINUTES = 480


@transaction.atomic
def add_item(
    *,
    by: User,
    meeting: Meeting,
    title: str,
    purpose: str = Purpose.OTHER,
    minutes: int = 5,
    owner: User | None = None,
    topic: str = "",
    cycle: Cycle | None = None,
    came_from: AgendaItem | None = None,
    key: uuid.UUID | None = None,
) -> AgendaItem:
    """One more item, at the end. Raises Refused("words_needed"), Refused("unknown_choice"), Refused("minutes")."""
    facts = {"title": title, "purpose": purpose, "minutes": minutes, "owner": owner, "topic": topic, "cycle": cycle}
    held(by=by, obj=meeting)
    last = meeting.items.aggregate(last=Max("position"))["last"]
    return create_content(
        by=by, model=AgendaItem, key=key, meeting=meeting, position=0 if last is None else last + 1,
        came_from=came_from, **_checked(meeting, facts),
    )  # fmt: skip


@transaction.atomic
def change_item(*, by: User, item: AgendaItem, version: int | None, **changes: Any) -> AgendaItem:
    """Each item has its own version, so that two people change different items at once (S3 R-38)."""
    facts = {name: changes[name] for name in FIELDS if name in changes}
    return change_content(by=by, obj=item, version=version, **_checked(item.meeting, facts))


def _checked(meeting: Meeting, facts: dict[str, Any]) -> dict[str, Any]:
    facts = dict(facts)
    if "title" in facts:
        facts["title"] = needed(facts["title"])
    if "topic" in facts:
        facts["topic"] = facts["topic"].strip()
    if "purpose" in facts:
        facts["purpose"] = one_of(facts["purpose"], Purpose) or Purpose.OTHER
    if not 1 <= facts.get("minutes", 1) <= MOST_MINUTES:
        raise Refused("minutes", value=facts["minutes"])
    of_the_team(meeting.owner_team, facts.get("owner"))
    cycle_of_the_team(meeting.owner_team, facts.get("cycle"))
    return facts


@transaction.atomic
def move_item(*, by: User, item: AgendaItem, up: bool) -> AgendaItem:
    """One place up or down. At either end nothing changes."""
    held(by=by, obj=item.meeting)
    order = list(AgendaItem.objects.filter(meeting=item.meeting_id, ended_at=None).order_by("position", "pk"))
    at = next((place for place, one in enumerate(order) if one.pk == item.pk), None)
    to = None if at is None else at + (-1 if up else 1)
    if at is None or to is None or not 0 <= to < len(order):
        return item
    order[at], order[to] = order[to], order[at]
    moved = [
        change_content(by=by, obj=one, version=None, verb="moved", position=place)
        for place, one in enumerate(order)
        if one.position != place
    ]
    return next((one for one in moved if one.pk == item.pk), item)


def mark_not_reached(*, by: User, item: AgendaItem, not_reached: bool = True) -> AgendaItem:
    """It goes over to the next meeting."""
    return change_content(by=by, obj=item, version=None, not_reached=not_reached)


@transaction.atomic
def fill_agenda(*, by: User, meeting: Meeting) -> list[AgendaItem]:
    """Items from the open work, where the meeting has none yet; what was not reached before comes first (S2 R-58).

    A second call adds what was left over since then, and nothing else.
    """
    stored = held(by=by, obj=meeting)
    added = carry_over(by=by, meeting=stored)
    if AgendaItem.objects.filter(meeting=stored, ended_at=None, came_from=None).exists():
        return added
    taken = sum(item.minutes for item in stored.items.filter(ended_at=None))
    for line in suggested_lines(by, stored, taken=taken):
        added.append(
            add_item(
                by=by, meeting=stored, title=line.title, purpose=line.purpose, minutes=line.minutes, cycle=line.cycle
            )
        )
    return added


@transaction.atomic
def carry_over(*, by: User, meeting: Meeting) -> list[AgendaItem]:
    """What earlier meetings did not reach, each once, with where it came from."""
    return [
        add_item(
            by=by, meeting=meeting, title=item.title, purpose=item.purpose, minutes=item.minutes, owner=_still(item),
            topic=item.topic, cycle=item.cycle, came_from=item,
        )
        for item in left_over(by, meeting)
    ]  # fmt: skip


def _still(item: AgendaItem) -> User | None:
    """Who leads it, unless that person has left the team."""
    try:
        return of_the_team(item.meeting.owner_team, item.owner)
    except Refused:
        return None
