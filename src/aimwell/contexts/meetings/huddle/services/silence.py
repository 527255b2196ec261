"""First alone, in silence; then all together (S3 R-40).

History tells that words were shown, never who wrote what or when: a thought is written without an event.
"""

from __future__ import annotations

import datetime
import uuid

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from aimwell.contexts.cycles.services.store import held
from aimwell.contexts.meetings.huddle.models import Clock, Silence, Thought
from aimwell.contexts.meetings.huddle.queries.clock import stands_at
from aimwell.contexts.meetings.huddle.queries.silent import is_shown, may_show, standing, voice_of
from aimwell.contexts.meetings.huddle.services.store import clock_of, still_open
from aimwell.contexts.meetings.models import AgendaItem, Meeting
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import create_content
from aimwell.core.history.services import record
from aimwell.domain.errors import NotFound, Refused
from aimwell.domain.rhythm.silent import all_done, seconds_for

MOST_MINUTES = 30


@transaction.atomic
def open_silence(
    *, by: User, meeting: Meeting, item: AgendaItem | None = None, question: str = "", minutes: int | None = None,
    key: uuid.UUID | None = None,
) -> Silence:  # fmt: skip
    """Ask everyone to write first, each alone. Without `item`, in the part that runs; without `minutes`, a part of it.

    A round that is still silent is given back instead of a second one. Raises Refused: not_begun, meeting_ended.
    """
    stored = still_open(held(by=by, obj=meeting))
    clock = clock_of(stored)
    item = item or clock.item
    if item is not None and item.meeting_id != stored.pk:
        raise NotFound
    open_one = _silent(stored, clock, item)
    if open_one is not None:
        return open_one
    seconds = _seconds(item, minutes)
    return create_content(
        by=by, model=Silence, key=key, meeting=stored, item=item, question=question.strip() or _("What do you think?"),
        ends_at=_now(clock) + datetime.timedelta(seconds=seconds),
    )  # fmt: skip


def _seconds(item: AgendaItem | None, minutes: int | None) -> int:
    if minutes is None:
        return seconds_for(item.minutes if item else 5)
    if not 1 <= minutes <= MOST_MINUTES:
        raise Refused("silence_length", most=MOST_MINUTES)
    return minutes * 60


def _silent(meeting: Meeting, clock: Clock, item: AgendaItem | None) -> Silence | None:
    rows = Silence.objects.filter(meeting=meeting, item=item, ended_at=None, shown_at=None)
    return next((one for one in rows if not is_shown(one, _now(clock))), None)


def _now(clock: Clock | None) -> datetime.datetime:
    return stands_at(clock, timezone.now())


@transaction.atomic
def write_thought(
    *, by: User, silence: Silence, text: str, name: str = "", done: bool = True, key: uuid.UUID | None = None
) -> Thought:
    """Write alone. `name`: for somebody without an account, typed by whoever writes for them.

    Before the words are shown, writing again changes one's own words; later it adds to them. Nothing at all is also an
    answer, once it is done. When everyone who is there is done, all is shown. Raises Refused: words_needed, key_used.
    """
    meeting = held(by=by, obj=silence.meeting)
    if meeting.ended_at is not None or silence.ended_at is not None:
        raise Refused("meeting_ended")  # one that is only closed still takes what a phone kept
    if not text.strip() and not done:
        raise Refused("words_needed")
    if key is not None and (twin := Thought.objects.filter(client_key=key).first()):
        if (twin.silence_id, twin.created_by_id) != (silence.pk, by.pk):
            raise Refused("key_used")
        return twin
    stored = Silence.objects.select_for_update().get(pk=silence.pk)
    now = _now(Clock.objects.filter(meeting=meeting).first())
    shown = is_shown(stored, now)
    made = _write(by, stored, text.strip(), name.strip(), done, key, again=not shown)
    there = standing(stored)
    if stored.shown_at is None and (shown or all_done(there.present, there.done)):
        _show(stored)
    return made


def _write(
    by: User, silence: Silence, text: str, name: str, done: bool, key: uuid.UUID | None, *, again: bool
) -> Thought:
    mine = [
        one for one in silence.thoughts.filter(created_by=by, ended_at=None) if voice_of(one) == _voice(by, name)
    ]  # fmt: skip
    same = next((one for one in mine if again or one.text == text), None)
    if same is None:
        return Thought.objects.create(
            silence=silence, text=text, name=name, done=done, client_key=key, created_by=by
        )  # fmt: skip
    same.text, same.done, same.version = text, done or same.done, same.version + 1
    same.save(update_fields=["text", "done", "version", "updated_at"])
    return same


def _voice(by: User, name: str) -> str:
    return voice_of(Thought(created_by=by, name=name))


@transaction.atomic
def show_thoughts(*, by: User, silence: Silence) -> Silence:
    """Show all words together. For whoever leads the meeting; where nobody was named, for anyone in the team.

    A second call changes nothing. Raises Refused("leader_shows").
    """
    meeting = held(by=by, obj=silence.meeting)
    stored = Silence.objects.select_for_update().get(pk=silence.pk)
    if stored.shown_at is not None:
        return stored
    now = _now(Clock.objects.filter(meeting=meeting).first())
    if not is_shown(stored, now) and not may_show(by, meeting):
        raise Refused("leader_shows")
    return _show(stored)


def _show(silence: Silence) -> Silence:
    silence.shown_at = timezone.now()
    silence.version += 1
    silence.save(update_fields=["shown_at", "version", "updated_at"])
    record(by=None, verb="thoughts_shown", target=silence, scope_id=silence.meeting.owner_team_id)
    return silence


def shift_rounds(*, meeting: Meeting, by: datetime.timedelta) -> None:
    """After a pause, a round that is still silent has as much time left as before it."""
    for one in Silence.objects.select_for_update().filter(meeting=meeting, shown_at=None, ended_at=None):
        if one.ends_at is not None:
            one.ends_at += by
            one.save(update_fields=["ends_at"])
