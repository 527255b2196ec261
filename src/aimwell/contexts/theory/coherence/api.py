"""The coherence check in the API."""

from __future__ import annotations

import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Field, Router, Schema

from aimwell.contexts.people.api.shared import EDIT, READ, Body, Day, Id, KeptOut, Version, Words, line
from aimwell.contexts.theory.api.base import found, language
from aimwell.contexts.theory.coherence import services
from aimwell.contexts.theory.coherence.models import AnswerState, CoherenceAnswer, Connection, Tool
from aimwell.contexts.theory.coherence.queries import check_of, connections_of
from aimwell.contexts.theory.models import Inquiry
from aimwell.contexts.theory.queries import inquiry_view
from aimwell.domain.theory.coherence import Question

router = Router(tags=["theory"])


class CoherenceAnswerOut(KeptOut):
    question: Question
    state: AnswerState
    text: str
    comments: str
    discussed_with: str
    discussed_on: datetime.date | None


class CoherenceQuestionOut(Schema):
    question: Question
    words: str
    facts: list[str] = Field(description="Computed from the work; they never change the answer.")
    answer: CoherenceAnswerOut | None
    again: bool = Field(description="The aim was changed after the answer.")


class CoherenceAnswerIn(Body):
    version: Version = Field(0, description="0 for the first answer.")
    state: AnswerState
    text: Words = ""
    comments: Words = ""
    discussed_with: line(200) = ""
    discussed_on: Day | None = None


class ConnectionOut(KeptOut):
    tool: Tool
    text: str
    skipped: bool


class ConnectionIn(Body):
    version: Version = Field(0, description="0 for the first sentence.")
    text: Words = ""
    skip: bool = Field(False, description="Leave it open; that is kept, too.")


@router.get("/inquiries/{inquiry_id}/coherence", response={200: list[CoherenceQuestionOut], **READ})
def get_coherence(request: HttpRequest, inquiry_id: Id) -> Any:
    """Seven questions with facts; answers for those who see what stands beside the work."""
    asked = check_of(inquiry_view(request.user, inquiry_id, lang=language()))
    return [
        {"question": one.key, "words": one.words, "facts": [fact.words for fact in one.facts], "answer": one.answer,
         "again": one.again}
        for one in asked
    ]  # fmt: skip


@router.put("/inquiries/{inquiry_id}/coherence/{question}", response={200: CoherenceAnswerOut, **EDIT})
def answer_coherence(
    request: HttpRequest, inquiry_id: Id, question: Question, answer: CoherenceAnswerIn
) -> CoherenceAnswer:
    inquiry = found(request, Inquiry, inquiry_id)
    return services.answer_question(by=request.user, inquiry=inquiry, question=question.value, **answer.model_dump())


@router.get("/inquiries/{inquiry_id}/connections", response={200: list[ConnectionOut], **READ})
def list_connections(request: HttpRequest, inquiry_id: Id) -> list[Connection]:
    """How each tool connects to the work, in the team's words."""
    return list(connections_of(inquiry_view(request.user, inquiry_id, lang=language())).values())


@router.put("/inquiries/{inquiry_id}/connections/{tool}", response={200: ConnectionOut, **EDIT})
def say_how_tool_connects(request: HttpRequest, inquiry_id: Id, tool: Tool, said: ConnectionIn) -> Connection:
    inquiry = found(request, Inquiry, inquiry_id)
    return services.say_connection(by=request.user, inquiry=inquiry, tool=tool.value, **said.model_dump())
