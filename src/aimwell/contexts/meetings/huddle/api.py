"""A meeting while it runs: one screen, a clock, silence first, decisions, notes that become parts of a cycle."""

import datetime
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema
from ninja.responses import Status

from aimwell.contexts.cycles.api.plan import PredictionIn
from aimwell.contexts.cycles.api.study import StudyFields
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.models import Decision as Choice
from aimwell.contexts.meetings.huddle import services
from aimwell.contexts.meetings.huddle.models import NoteLine, NoteUse, Silence, Thought
from aimwell.contexts.meetings.huddle.queries import HuddleView, found_meeting, huddle_view, is_shown, standing
from aimwell.contexts.meetings.huddle.queries.silent import thoughts_for
from aimwell.contexts.meetings.huddle.services.notes import put_line_back
from aimwell.contexts.meetings.models import AgendaItem, Held, Meeting
from aimwell.contexts.people.api.shared import (
    EDIT,
    READ,
    WRITE,
    Body,
    Day,
    Id,
    KeptOut,
    Key,
    Said,
    Version,
    Why,
    Words,
    line,
)
from aimwell.contexts.people.queries import find
from aimwell.domain.rhythm.notes import Place, sentences

router = Router(tags=["meetings"])


class SilenceIn(Body):
    item: Id | None = Field(None, description="The part it belongs to; without it, the one that runs.")
    question: line(200) = ""
    minutes: int | None = Field(None, ge=1, le=30, description="Without it, two fifths of the part, 1 to 3 minutes.")
    key: Key = None


class SilentThoughtIn(Body):
    text: Words = Field("", description="Nothing at all is also an answer, once it is done.")
    name: line(120) = Field("", description="Whose words these are, where somebody without an account says them.")
    done: bool = True
    key: Key = None


class ClockIn(Body):
    """`item` goes to a part; `resting` pauses, or goes on. What is asked for is what is so."""

    item: Id | None = None
    resting: bool | None = None


class NoteLineIn(Body):
    text: line(1000, least=1)
    item: Id | None = Field(None, description="The part in which it was said.")
    key: Key = None


class SendIn(Body):
    sentences: list[Said] = Field(min_length=1, max_length=50, description="As they stand in the notes.")
    place: Place


class ChooseIn(StudyFields):
    """What the cycle page asks in Study and Act. What is not sent stays as it is."""

    version: Version
    decision: Choice
    decision_reason: Why
    key: Key = None


class NextTestIn(PredictionIn):
    version: Version
    try_what: line(300, least=1) = "-"
    look_on: Day
    reason: Words = Field("", description="Why you go on, where a hint asks for one sentence; it is kept.")
    key: Key = None


class EndIn(Body):
    version: Version
    next_on: Day | None = Field(None, description="When you meet next; not needed where a meeting is planned.")
    without_next: Words = Field("", description="Why there is no date yet.")
    status: Held = Held.HELD


class HuddlePartOut(Schema):
    item: int
    title: str
    purpose: str
    minutes: int


class ClockOut(Schema):
    part: int | None = Field(description="The part that runs; empty before the start.")
    left: int = Field(description="Seconds left for this part; below zero it runs over.")
    left_all: int
    resting: bool


class HuddleOut(Schema):
    """A meeting while it runs. Its words are for its team."""

    meeting: int
    cycle: int | None
    clock: ClockOut | None
    parts: list[HuddlePartOut]
    silence: int | None = Field(description="The latest silent round of the part that runs.")
    sentences: list[str] = Field(description="The notes, sentence by sentence.")
    places: list[Place] = Field(description="Where in the cycle sentences may go now.")


class ThoughtOut(Schema):
    """Without a time and without an author."""

    id: int
    text: str
    mine: bool


class SilenceOut(KeptOut):
    meeting: int = Field(validation_alias="meeting_id")
    item: int | None = Field(validation_alias="item_id")
    question: str
    shown: bool = Field(description="Before it is shown, `thoughts` holds only what you wrote.")
    ends_at: datetime.datetime | None
    written: int = Field(description="How many have written; who, nobody is told.")
    of: int
    thoughts: list[ThoughtOut]


class NoteLineOut(KeptOut):
    meeting: int = Field(validation_alias="meeting_id")
    item: int | None = Field(validation_alias="item_id")
    text: str


class NoteUseOut(KeptOut):
    """A sentence of the notes that became part of a cycle."""

    meeting: int = Field(validation_alias="meeting_id")
    cycle: int = Field(validation_alias="cycle_id")
    field: str
    text: str
    entry: int | None = Field(validation_alias="entry_id")


class HuddleChosenOut(Schema):
    cycle: int
    next_cycle: int | None = Field(description="The draft of the next cycle, where the decision makes one.")


class StartedOut(Schema):
    cycle: int
    state: str


class EndedOut(Schema):
    meeting: int
    status: Held
    closed_at: datetime.datetime


@router.get("/huddles/{meeting_id}", response={200: HuddleOut, **READ})
def get_huddle(request: HttpRequest, meeting_id: Id) -> dict[str, Any]:
    """The one screen of a meeting as data, for its team."""
    return _told(huddle_view(request.user, meeting_id))


@router.post("/huddles/{meeting_id}/begin", response={200: HuddleOut, **WRITE})
def begin_huddle(request: HttpRequest, meeting_id: Id) -> dict[str, Any]:
    """Start the meeting and its clock. A second call changes nothing."""
    services.begin(by=request.user, meeting=_own(request, meeting_id))
    return _told(huddle_view(request.user, meeting_id))


@router.post("/huddles/{meeting_id}/clock", response={200: HuddleOut, **WRITE})
def set_clock(request: HttpRequest, meeting_id: Id, clock: ClockIn) -> dict[str, Any]:
    """Go to a part, pause, or go on."""
    meeting = _own(request, meeting_id)
    if clock.item is not None:
        services.go_to(by=request.user, meeting=meeting, item=_item(request, clock.item))
    if clock.resting is not None:
        services.rest(by=request.user, meeting=meeting, resting=clock.resting)
    return _told(huddle_view(request.user, meeting_id))


@router.post("/huddles/{meeting_id}/silences", response={201: SilenceOut, **WRITE})
def open_silence(request: HttpRequest, meeting_id: Id, asked: SilenceIn) -> Status[Any]:
    """Ask everyone to write first, each alone."""
    item = None if asked.item is None else _item(request, asked.item)
    made = services.open_silence(
        by=request.user, meeting=_own(request, meeting_id), item=item, question=asked.question,
        minutes=asked.minutes, key=asked.key,
    )  # fmt: skip
    return Status(201, _silence(request, made))


@router.get("/silences/{silence_id}", response={200: SilenceOut, **READ})
def get_silence(request: HttpRequest, silence_id: Id) -> dict[str, Any]:
    """One silent round. Until all is shown you get only your own words, whoever you are."""
    return _silence(request, _kept(request, Silence, silence_id))


@router.post("/silences/{silence_id}/thoughts", response={200: SilenceOut, **WRITE})
def write_thought(request: HttpRequest, silence_id: Id, thought: SilentThoughtIn) -> dict[str, Any]:
    """Write alone. Again before all is shown, it changes your words."""
    silence = _kept(request, Silence, silence_id)
    services.write_thought(by=request.user, silence=silence, **dict(thought))
    return _silence(request, _kept(request, Silence, silence_id))


@router.post("/silences/{silence_id}/show", response={200: SilenceOut, **WRITE})
def show_thoughts(request: HttpRequest, silence_id: Id) -> dict[str, Any]:
    """Show all words together; for whoever leads the meeting."""
    services.show_thoughts(by=request.user, silence=_kept(request, Silence, silence_id))
    return _silence(request, _kept(request, Silence, silence_id))


@router.post("/huddles/{meeting_id}/lines", response={201: NoteLineOut, **WRITE})
def add_note_line(request: HttpRequest, meeting_id: Id, added: NoteLineIn) -> Status[NoteLine]:
    """One more line at the end of the notes; nobody's words are overwritten."""
    item = None if added.item is None else _item(request, added.item)
    meeting = _own(request, meeting_id)
    made = services.add_line(by=request.user, meeting=meeting, text=added.text, item=item, key=added.key)
    return Status(201, made)


@router.post("/notelines/{line_id}/take-back", response={200: NoteLineOut, **WRITE})
def take_note_line_back(request: HttpRequest, line_id: Id) -> NoteLine:
    """Take a line out of the notes."""
    return services.take_line_back(by=request.user, line=_kept(request, NoteLine, line_id))


@router.post("/notelines/{line_id}/again", response={200: NoteLineOut, **WRITE})
def put_note_line_back(request: HttpRequest, line_id: Id) -> NoteLine:
    """Bring a line back."""
    return put_line_back(by=request.user, line=_kept(request, NoteLine, line_id))


@router.post("/huddles/{meeting_id}/uses", response={201: list[NoteUseOut], **WRITE})
def send_sentences(request: HttpRequest, meeting_id: Id, sent: SendIn) -> Status[list[NoteUse]]:
    """Send sentences of the notes to Plan, Do, Study or Act of the cycle that the running part is about, else of the
    meeting's; each goes there once."""
    meeting = _own(request, meeting_id)
    return Status(201, services.send(by=request.user, meeting=meeting, chosen=sent.sentences, place=sent.place))


@router.post("/noteuses/{use_id}/undo", response={200: NoteUseOut, **WRITE})
def undo_sentence(request: HttpRequest, use_id: Id) -> NoteUse:
    """Take a sentence out of the cycle; it stays in the notes."""
    return services.undo_use(by=request.user, use=_kept(request, NoteUse, use_id))


@router.post("/huddles/{meeting_id}/cycles/{cycle_id}/choose", response={200: HuddleChosenOut, **EDIT})
def choose_in_meeting(request: HttpRequest, meeting_id: Id, cycle_id: Id, choice: ChooseIn) -> dict[str, Any]:
    """Keep, change or drop: the cycle is finished, the next one drafted, the decision kept in the meeting."""
    meeting, cycle = _own(request, meeting_id), find(request.user, Cycle, cycle_id)
    done = services.choose(
        by=request.user, meeting=meeting, cycle=cycle, version=choice.version, key=choice.key, **choice.sent()
    )
    return {"cycle": done.cycle.pk, "next_cycle": done.successor.pk if done.successor else None}


@router.post("/huddles/{meeting_id}/cycles/{cycle_id}/start", response={200: StartedOut, **EDIT})
def start_next_test(request: HttpRequest, meeting_id: Id, cycle_id: Id, test: NextTestIn) -> dict[str, Any]:
    """Fill in what you predict and when you look, and start the smallest next test."""
    meeting, cycle = _own(request, meeting_id), find(request.user, Cycle, cycle_id)
    begun = services.start_next(
        by=request.user, meeting=meeting, cycle=cycle, version=test.version, key=test.key, **test.sent()
    )
    return {"cycle": begun.pk, "state": begun.state}


@router.post("/huddles/{meeting_id}/end", response={200: EndedOut, **EDIT})
def end_huddle(request: HttpRequest, meeting_id: Id, ended: EndIn) -> dict[str, Any]:
    """End the meeting, with the next date or one sentence on why there is none."""
    done = services.end_meeting(
        by=request.user, meeting=_own(request, meeting_id), version=ended.version, **ended.sent()
    )
    return {"meeting": done.pk, "status": done.status, "closed_at": done.closed_at}


def _own(request: HttpRequest, meeting_id: int) -> Meeting:
    return found_meeting(request.user, meeting_id)


def _item(request: HttpRequest, item_id: int) -> AgendaItem:
    return find(request.user, AgendaItem, item_id)


def _kept(request: HttpRequest, model: Any, pk: int) -> Any:
    """Something that hangs on a meeting of the reader's own team; to others it is not there."""
    row = find(request.user, model, pk, with_ended=True)
    found_meeting(request.user, row.meeting_id)
    return row


def _silence(request: HttpRequest, silence: Silence) -> dict[str, Any]:
    view = HuddleView(silence.meeting, request.user, timezone.now())  # type: ignore[arg-type]
    there = standing(silence)
    found: list[Thought] = thoughts_for(view.user, silence, view.stands_at)
    kept = {"meeting_id", "item_id"}
    plain = {name: getattr(silence, name) for name in (*KeptOut.model_fields, *kept, "question", "ends_at")}
    return {
        **plain,
        "shown": is_shown(silence, view.stands_at),
        "written": there.written,
        "of": there.of,
        "thoughts": [{"id": one.pk, "text": one.text, "mine": one.created_by_id == view.user.pk} for one in found],
    }


def _told(view: HuddleView) -> dict[str, Any]:
    reading, clock = view.reading, None
    if view.clock is not None:
        clock = {
            "part": view.item.pk if view.item else None, "left": reading.left if reading else 0,
            "left_all": reading.left_all if reading else 0, "resting": view.resting,
        }  # fmt: skip
    parts = [{"item": one.pk, "title": one.title, "purpose": one.purpose, "minutes": one.minutes} for one in view.items]
    return {
        "meeting": view.meeting.pk, "cycle": view.meeting.cycle_id, "clock": clock, "parts": parts,
        "silence": view.silence.pk if view.silence else None, "sentences": list(sentences(view.meeting.notes)),
        "places": list(view.notes_to),
    }  # fmt: skip
