"""Talks about data, for programs. What is covered is not in the answers."""

import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Field, Router, Schema
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.measures.queries import find_measure
from aimwell.contexts.meetings.api.base import language
from aimwell.contexts.meetings.conversation import queries, services
from aimwell.contexts.meetings.conversation.models import Doubt, DoubtAnswer, StageKey, Talk, TalkLine
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.api.shared import (
    EDIT,
    READ,
    WRITE,
    Body,
    Day,
    Id,
    KeptOut,
    Key,
    Pages,
    Version,
    Words,
    line,
)
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import find_team, may_edit_team, visible_to
from aimwell.contexts.theory.api.base import found, keeping
from aimwell.domain.errors import NotFound, Refused

router = Router(tags=["meetings"])


class TalkOut(KeptOut):
    """A talk about the numbers of one measure."""

    measure: int = Field(validation_alias="measure_id")
    stage: StageKey
    revisits: int | None = Field(validation_alias="revisits_id")
    changed: str


class TalkLineOut(KeptOut):
    talk: int = Field(validation_alias="talk_id")
    stage: StageKey
    text: str


class DoubtOut(KeptOut):
    talk: int = Field(validation_alias="talk_id")
    text: str
    owner: int | None = Field(validation_alias="owner_id")
    due_on: datetime.date | None
    answer: str
    because: str


class NumbersOut(Schema):
    name: str = Field(description="A letter, until the names are shown.")
    cells: list[str] = Field(description="One for each day; empty where nothing was counted.")


class TalkLookOut(Schema):
    """One talk whole: `days` and `numbers` are empty while the numbers are covered."""

    talk: TalkOut
    ask: str
    days: list[datetime.date]
    numbers: list[NumbersOut]
    names_shown: bool
    lines: list[TalkLineOut]
    doubts: list[DoubtOut]
    explained_before: list[TalkLineOut]


class TalkIn(Body):
    measure: Id
    key: Key = None


class TalkLineIn(Body):
    stage: StageKey = Field(description="The stage that is open; a line of another one is refused.")
    text: Words
    key: Key = None


class TalkMoveIn(Body):
    version: Version
    back: bool = False


class DoubtIn(Body):
    text: line(200, least=1)
    owner: Id | None = Field(None, description="A member of the team.")
    due_on: Day | None = None
    key: Key = None


class DoubtAnswerIn(Body):
    version: Version
    answer: DoubtAnswer
    because: Words = ""


class TalkChangedIn(Body):
    version: Version
    changed: Words


def _own(request: HttpRequest, talk_id: int) -> Talk:
    return queries.talk_view(request.user, talk_id, lang=language()).talk


def _team(request: HttpRequest, team_id: int) -> Team:
    team = find_team(request.user, team_id)
    if not may_edit_team(request.user, team):
        raise NotFound
    return team


def _person(pk: int | None) -> User | None:
    found_user = None if pk is None else User.objects.filter(pk=pk).first()
    if pk is not None and found_user is None:
        raise Refused("unknown_choice", value=pk)
    return found_user


@router.get("/teams/{team_id}/talks", response={200: list[TalkOut], **READ})
@paginate(Pages)
def list_talks(request: HttpRequest, team_id: Id) -> QuerySet[Talk]:
    """Members only; to others they are not there."""
    return visible_to(request.user, Talk, team=_team(request, team_id))


@router.post("/teams/{team_id}/talks", response={201: TalkOut, **WRITE})
def start_talk(request: HttpRequest, team_id: Id, talk: TalkIn) -> Status[Talk]:
    """A talk about the numbers as they stand now."""
    team, measure = _team(request, team_id), find_measure(request.user, talk.measure)
    if measure.owner_team_id != team.pk:
        raise NotFound
    return Status(201, services.start_talk(by=request.user, measure=measure, key=talk.key))


@router.get("/talks/{talk_id}", response={200: TalkLookOut, **READ})
def get_talk(request: HttpRequest, talk_id: Id) -> dict[str, Any]:
    """The talk as a member sees it now."""
    view = queries.talk_view(request.user, talk_id, lang=language())
    lines = [one for row in view.stages for one in row.lines]
    return {
        "talk": view.talk, "ask": view.ask, "days": view.days, "numbers": view.numbers,
        "names_shown": view.talk.unmasked_at is not None, "lines": lines, "doubts": view.doubts,
        "explained_before": view.earlier,
    }  # fmt: skip


@router.post("/talks/{talk_id}/again", response={201: TalkOut, **WRITE})
def talk_again(request: HttpRequest, talk_id: Id) -> Status[Talk]:
    """A later talk about the same numbers; the earlier explanations show after it has noticed for itself."""
    before = _own(request, talk_id)
    return Status(201, services.start_talk(by=request.user, measure=before.measure, revisits=before))


@router.post("/talks/{talk_id}/lines", response={201: TalkLineOut, **WRITE})
def say_line(request: HttpRequest, talk_id: Id, said: TalkLineIn) -> Status[TalkLine]:
    """One line of the stage that is open."""
    return Status(201, services.say_line(by=request.user, talk=_own(request, talk_id), **dict(said)))


@router.post("/talks/{talk_id}/move", response={200: TalkOut, **EDIT})
def move_talk(request: HttpRequest, talk_id: Id, move: TalkMoveIn) -> Talk:
    """To the next stage, or back to the one before."""
    return services.go_on(by=request.user, talk=_own(request, talk_id), version=move.version, back=move.back)


@router.post("/talks/{talk_id}/names", response={200: TalkOut, **WRITE})
def show_names(request: HttpRequest, talk_id: Id) -> Talk:
    """Say which line is which, once all have noticed something."""
    return services.show_names(by=request.user, talk=_own(request, talk_id))


@router.post("/talks/{talk_id}/changed", response={200: TalkOut, **EDIT})
def say_changed(request: HttpRequest, talk_id: Id, said: TalkChangedIn) -> Talk:
    """What has changed since the earlier talk."""
    return services.say_changed(by=request.user, talk=_own(request, talk_id), **dict(said))


@router.post("/talks/{talk_id}/doubts", response={201: DoubtOut, **WRITE})
def park_doubt(request: HttpRequest, talk_id: Id, doubt: DoubtIn) -> Status[Doubt]:
    """A doubt about the numbers themselves, for the next meeting."""
    told = dict(doubt)
    owner = _person(told.pop("owner"))
    return Status(201, services.park_doubt(by=request.user, talk=_own(request, talk_id), owner=owner, **told))


@router.post("/doubts/{doubt_id}/answer", response={200: DoubtOut, **EDIT})
def answer_doubt(request: HttpRequest, doubt_id: Id, answer: DoubtAnswerIn) -> Doubt:
    """What came of it: set right, a limit you accept, or not to be compared."""
    return services.answer_doubt(by=request.user, doubt=found(request, Doubt, doubt_id), **dict(answer))


keeping(router, "talk", "talks", Talk, TalkOut, services=services)
keeping(router, "talk_line", "talk-lines", TalkLine, TalkLineOut, services=services)
keeping(router, "doubt", "doubts", Doubt, DoubtOut, services=services)
