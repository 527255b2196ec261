"""A cycle told to others, the questions they ask, and the page for those who were not there; for programs."""

import datetime
from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router, Schema
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.meetings.models import AgendaItem
from aimwell.contexts.meetings.shareout import services, views
from aimwell.contexts.meetings.shareout.models import PeerQuestion
from aimwell.contexts.meetings.shareout.queries.brief import brief_of
from aimwell.contexts.meetings.shareout.queries.questions import find_question, questions_on
from aimwell.contexts.meetings.shareout.queries.told import share_out_of
from aimwell.contexts.people.api.shared import EDIT, READ, WRITE, Body, Day, Id, Key, Pages, Version, line, media
from aimwell.domain.rhythm.shareout import USUAL, Turn

router = Router(tags=["meetings"])
Minutes = Annotated[int, Query(ge=10, le=15, description="How many minutes there are.")]


class ShareOutPartOut(Schema):
    key: str
    title: str
    lines: list[str]
    yet: bool = Field(description="Whether there is something to tell yet; if not, the one line says so.")


class ShareOutTurnOut(Schema):
    turn: Turn
    minutes: int
    title: str
    how: str


class ShareOutOut(Schema):
    """One cycle in 10 to 15 minutes. All but the question to peers comes from the cycle."""

    cycle: int
    minutes: int
    parts: list[ShareOutPartOut]
    turns: list[ShareOutTurnOut]
    question: str
    version: int = Field(description="To be sent with the next wording of the question; 0 before the first.")


class OwnQuestionIn(Body):
    question: line(500) = ""
    version: Version = 0


class PeerQuestionOut(Schema):
    """A question and its answer: for the team and for whoever asked."""

    id: int
    cycle: int = Field(validation_alias="cycle_id")
    text: str
    role: str
    aloud: bool = Field(description="Somebody said it, and a member wrote it down.")
    created_at: datetime.datetime
    answer: str
    answered_at: datetime.datetime | None
    taken_back: bool
    version: int

    @staticmethod
    def resolve_taken_back(row: Any) -> bool:
        return row.ended_at is not None


class PeerQuestionIn(Body):
    text: line(500, least=1) = Field(description="No names of students or colleagues.")
    role: line(80) = Field("", description="The part of who asks, such as principal; no name is needed.")
    key: Key = None


class PeerAnswerIn(Body):
    answer: line(1000, least=1)
    version: Version


class PeerLineOut(Schema):
    """The line of the agenda that a question became."""

    item: int = Field(validation_alias="id")
    meeting: int = Field(validation_alias="meeting_id")


class BriefLineOut(Schema):
    text: str
    url: str = Field(description="Where it comes from.")


class BriefPartOut(Schema):
    key: str
    title: str
    lines: list[BriefLineOut]


class BriefOut(Schema):
    """One page for those who were not there. Notes, reasons and who was away are never on it."""

    meeting: int
    since: datetime.date = Field(description="Everything after this day.")
    until: datetime.date
    parts: list[BriefPartOut]


@router.get("/cycles/{cycle_id}/share-out", response={200: ShareOutOut, **READ})
def get_share_out(request: HttpRequest, cycle_id: Id, minutes: Minutes = USUAL) -> dict[str, Any]:
    """A cycle as its share-out tells it, with the running order."""
    told = share_out_of(request.user, cycle_id, minutes)
    row = told.row
    turns = [
        {"turn": one.slot.turn, "minutes": one.slot.minutes, "title": one.title, "how": one.how} for one in told.turns
    ]
    parts = [{"key": one.key, "title": one.title, "lines": list(one.lines), "yet": one.yet} for one in told.parts]
    own = {"question": row.question if row else "", "version": row.version if row else services.FIRST}
    return {"cycle": cycle_id, "minutes": told.whole, "parts": parts, "turns": turns, **own}


@router.get("/cycles/{cycle_id}/share-out.pdf", response={200: None, **READ}, openapi_extra=media("application/pdf"))
def get_share_out_pdf(
    request: HttpRequest,
    cycle_id: Id,
    paper: Annotated[Literal["letter", "a4"], Query()] = "letter",
    minutes: Minutes = USUAL,
) -> HttpResponse:
    """The share-out on one page, as a tagged PDF."""
    return views.pdf(request, cycle_id)


@router.put("/cycles/{cycle_id}/share-out", response={200: ShareOutOut, **EDIT})
def say_own_question(request: HttpRequest, cycle_id: Id, sent: OwnQuestionIn) -> dict[str, Any]:
    """What your team asks its peers."""
    cycle = share_out_of(request.user, cycle_id).view.cycle
    services.say_question(by=request.user, cycle=cycle, **dict(sent))
    return get_share_out(request, cycle_id)


@router.get("/cycles/{cycle_id}/peer-questions", response={200: list[PeerQuestionOut], **READ})
@paginate(Pages)
def list_peer_questions(request: HttpRequest, cycle_id: Id) -> Any:
    """What peers asked, the first one first: all of it for the team, your own for you."""
    return questions_on(request.user, share_out_of(request.user, cycle_id).view.cycle)


@router.post("/cycles/{cycle_id}/peer-questions", response={201: PeerQuestionOut, **WRITE})
def ask_peer_question(request: HttpRequest, cycle_id: Id, sent: PeerQuestionIn) -> Status[PeerQuestion]:
    """Leave a question, where you may comment on the cycle. A member writes down what was said aloud."""
    cycle = share_out_of(request.user, cycle_id).view.cycle
    return Status(201, services.ask(by=request.user, cycle=cycle, **dict(sent)))


@router.post("/peer-questions/{question_id}/back", response={200: PeerQuestionOut, **WRITE})
def take_back_peer_question(request: HttpRequest, question_id: Id) -> PeerQuestion:
    """Out of sight, with its answer: by whoever asked, or by the team."""
    return services.take_back(by=request.user, question=find_question(request.user, question_id))


@router.post("/peer-questions/{question_id}/again", response={200: PeerQuestionOut, **WRITE})
def ask_peer_question_again(request: HttpRequest, question_id: Id) -> PeerQuestion:
    """What was taken back is asked again."""
    return services.bring_back(by=request.user, question=find_question(request.user, question_id))


@router.put("/peer-questions/{question_id}/answer", response={200: PeerQuestionOut, **EDIT})
def answer_peer_question(request: HttpRequest, question_id: Id, sent: PeerAnswerIn) -> PeerQuestion:
    """The team’s answer. Whoever asked sees it."""
    return services.answer(by=request.user, question=find_question(request.user, question_id), **dict(sent))


@router.post("/peer-questions/{question_id}/answer/back", response={200: PeerQuestionOut, **WRITE})
def take_back_peer_answer(request: HttpRequest, question_id: Id) -> PeerQuestion:
    """The question waits again."""
    return services.take_back_answer(by=request.user, question=find_question(request.user, question_id))


@router.post("/peer-questions/{question_id}/agenda", response={200: PeerLineOut, **WRITE})
def put_peer_question_on_agenda(request: HttpRequest, question_id: Id) -> AgendaItem:
    """A line on the agenda of the team’s next meeting; there is only ever one."""
    return services.put_on_agenda(by=request.user, question=find_question(request.user, question_id))


@router.get("/meetings/{meeting_id}/brief", response={200: BriefOut, **READ})
def get_brief(
    request: HttpRequest, meeting_id: Id, since: Annotated[Day | None, Query(description="Everything after it.")] = None
) -> dict[str, Any]:
    """What happened, was learned and decided since the meeting before, and what is needed."""
    found = brief_of(request.user, meeting_id, since)
    parts = [
        {"key": part.key, "title": part.title, "lines": [{"text": one.text, "url": one.url} for one in part.lines]}
        for part in found.parts
    ]
    return {"meeting": meeting_id, "since": found.since, "until": found.until, "parts": parts}
