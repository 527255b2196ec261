"""Notes, line by line, and the sentences of them that become parts of a cycle (S1 R-56)."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from aimwell.contexts.cycles import services as cycles
from aimwell.contexts.cycles.models import Cycle, CycleState, Entry, EntryKind
from aimwell.contexts.cycles.services.store import held
from aimwell.contexts.meetings import services as meetings
from aimwell.contexts.meetings.huddle.models import Clock, Field, NoteLine, NoteUse
from aimwell.contexts.meetings.huddle.queries.places import next_draft, notes_cycle, places_of
from aimwell.contexts.meetings.models import AgendaItem, Meeting
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import create_content, restore, set_aside
from aimwell.domain.errors import Refused
from aimwell.domain.rhythm.notes import Place, sentences, with_line, without_line
from aimwell.domain.words.dates import long_date

LONGEST = 1000


@transaction.atomic
def add_line(
    *, by: User, meeting: Meeting, text: str, item: AgendaItem | None = None, key: uuid.UUID | None = None
) -> NoteLine:
    """Add one line at the end of the notes; two people who write at once both find theirs. The same `key` adds once."""
    stored = held(by=by, obj=meeting)
    line = " ".join(text.split())[:LONGEST]
    if not line:
        raise Refused("words_needed")
    if key is not None and (twin := NoteLine.objects.filter(client_key=key, meeting=stored).first()):
        return twin
    made = create_content(by=by, model=NoteLine, key=key, meeting=stored, item=item, text=line)
    meetings.write_notes(by=by, meeting=stored, version=None, notes=with_line(stored.notes, line))
    return made


@transaction.atomic
def take_line_back(*, by: User, line: NoteLine) -> NoteLine:
    """Take a line out again. Where somebody reworded it, the notes stay as they are."""
    stored = held(by=by, obj=line.meeting)
    if line.ended_at is not None:
        return line
    rest = without_line(stored.notes, line.text)
    if rest is not None:
        meetings.write_notes(by=by, meeting=stored, version=None, notes=rest)
    return set_aside(by=by, obj=line)


@transaction.atomic
def put_line_back(*, by: User, line: NoteLine) -> NoteLine:
    """Bring a line back that was taken out. One that was not stays as somebody may have reworded it since."""
    stored = held(by=by, obj=line.meeting)
    if line.ended_at is None:
        return line
    meetings.write_notes(by=by, meeting=stored, version=None, notes=with_line(stored.notes, line.text))
    return restore(by=by, obj=line)


@transaction.atomic
def send(*, by: User, meeting: Meeting, chosen: Sequence[str], place: str, cycle: Cycle | None = None) -> list[NoteUse]:
    """Send sentences of the notes to Plan, Do, Study or Act of a cycle. One that is there stays there once.

    Without `cycle`, that of the part which runs, else that of the meeting.
    Raises Refused: choose_sentence where none of the notes was chosen, no_cycle_here, not_open_for_notes.
    """
    stored = held(by=by, obj=meeting)
    picked = [one for one in sentences(stored.notes) if one in set(chosen)]
    if not picked:
        raise Refused("choose_sentence")
    clock = Clock.objects.filter(meeting=stored).select_related("item__cycle").first()
    about = cycle or notes_cycle(stored, clock.item if clock else None)
    if about is None or about.ended_at is not None or about.owner_team_id != stored.owner_team_id:
        raise Refused("no_cycle_here")
    cycle = held(by=by, obj=about)
    if place not in [str(one) for one in places_of(cycle)]:
        raise Refused("not_open_for_notes")
    return [_send(by, stored, cycle, one, Place(place)) for one in picked]


def _send(by: User, meeting: Meeting, cycle: Cycle, text: str, place: Place) -> NoteUse:
    target, field = _target(cycle, place)
    text = text[:LONGEST]
    facts = {"meeting": meeting, "cycle": target, "field": field, "text": text}
    if (there := NoteUse.objects.filter(ended_at=None, **facts).first()) is not None:
        return there
    entry = _into_do(by, meeting, target, text) if field == Field.ENTRY else None
    if entry is None:
        _write(by, target, field, with_line(getattr(target, field), text), _source(meeting))
    return create_content(by=by, model=NoteUse, verb="sent", entry=entry, **facts)


def _target(cycle: Cycle, place: Place) -> tuple[Cycle, Field]:
    if place == Place.DO:
        return cycle, Field.ENTRY
    if place == Place.STUDY:
        return cycle, Field.LEARNED
    if place == Place.ACT:
        return cycle, Field.REASON
    target = cycle if cycle.state == CycleState.DRAFT else next_draft(cycle) or cycle
    return target, Field.BECAUSE if target.state == CycleState.DRAFT else Field.WHY_FOLLOWS


def _into_do(by: User, meeting: Meeting, cycle: Cycle, text: str) -> Entry:
    return cycles.add_entry(
        by=by, cycle=cycle, kind=EntryKind.OBSERVATION, text=text, seen_by=_source(meeting)[:120],
        happened_on=min(meeting.on, timezone.localdate()),
    )  # fmt: skip


def _source(meeting: Meeting) -> str:
    """ "the huddle of February 9": where it comes from, in the language of whoever sends it."""
    day = long_date(meeting.on, get_language() or "en", year=False)
    return _("from the %(kind)s of %(day)s") % {"kind": meeting.get_kind_display(), "day": day}


def _write(by: User, cycle: Cycle, field: str, words: str, reason: str) -> None:
    stored = Cycle.objects.get(pk=cycle.pk)
    if field in (Field.BECAUSE, Field.WHY_FOLLOWS):
        cycles.change_plan(by=by, cycle=stored, version=None, **{field: words})
    elif stored.state == CycleState.DONE:
        cycles.correct_learning(by=by, cycle=stored, version=None, learned=words, reason=reason)
    else:
        cycles.save_study(by=by, cycle=stored, version=None, **{field: words})
    setattr(cycle, field, words)


@transaction.atomic
def undo_use(*, by: User, use: NoteUse) -> NoteUse:
    """Take a sentence out of the cycle again; it stays in the notes.

    Raises Refused: reworded_since where nobody finds it there any more, wrong_state where that part is closed by now.
    """
    held(by=by, obj=use.meeting)
    if use.ended_at is not None:
        return use
    if use.entry is not None:
        if use.entry.ended_at is None:
            cycles.set_entry_aside(by=by, entry=use.entry)
    else:
        cycle = held(by=by, obj=use.cycle)
        rest = without_line(getattr(cycle, use.field), use.text)
        if rest is None:
            raise Refused("reworded_since")
        _write(by, cycle, use.field, rest, _source(use.meeting))
    return set_aside(by=by, obj=use)
