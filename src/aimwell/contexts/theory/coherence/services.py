"""Answer the seven questions, and say how a tool connects."""

from __future__ import annotations

import datetime

from django.db import transaction

from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content
from aimwell.contexts.theory.coherence.models import AnswerState, CoherenceAnswer, Connection, Tool
from aimwell.contexts.theory.models import Aim, Inquiry
from aimwell.core.history.services import hold
from aimwell.domain.errors import Refused
from aimwell.domain.theory.coherence import Question

FIRST = 0  # the version of an answer that is not there yet: if somebody else wrote one meanwhile, the edit is stale

__all__ = ["answer_question", "say_connection"]


@transaction.atomic
def answer_question(
    *,
    by: User,
    inquiry: Inquiry,
    question: str,
    state: str,
    version: int | None = None,
    text: str = "",
    comments: str = "",
    discussed_with: str = "",
    discussed_on: datetime.date | None = None,
) -> CoherenceAnswer:
    """The first time or again. Raises StaleEdit, Refused("unknown_choice")."""
    if question not in {one.value for one in Question}:
        raise Refused("unknown_choice", value=question)
    if state not in AnswerState.values:
        raise Refused("unknown_choice", value=state)
    hold(scope_id=inquiry.owner_team_id)
    Inquiry.objects.select_for_update().get(pk=inquiry.pk)
    facts = {
        "state": state, "text": text.strip(), "comments": comments.strip(), "discussed_with": discussed_with.strip(),
        "discussed_on": discussed_on, "aim_version": aim_version(inquiry),
    }  # fmt: skip
    answer = CoherenceAnswer.objects.filter(inquiry=inquiry, question=question).first()
    if answer is None:
        return create_content(
            by=by, model=CoherenceAnswer, verb="answered", inquiry=inquiry, question=question, **facts
        )
    return change_content(by=by, obj=answer, version=version or FIRST, verb="answered", **facts)


def aim_version(inquiry: Inquiry) -> int:
    """Changes with every edit of the aim; 0 without one."""
    found = Aim.objects.filter(inquiry=inquiry, ended_at=None).values_list("version", flat=True).first()
    return found or 0


@transaction.atomic
def say_connection(
    *, by: User, inquiry: Inquiry, tool: str, text: str = "", skip: bool = False, version: int | None = None
) -> Connection:
    """One sentence, or `skip` to leave it open, which is kept too. Raises StaleEdit, Refused."""
    if tool not in Tool.values:
        raise Refused("unknown_choice", value=tool)
    if not text.strip() and not skip:
        raise Refused("sentence_needed")
    hold(scope_id=inquiry.owner_team_id)
    Inquiry.objects.select_for_update().get(pk=inquiry.pk)
    facts = {"text": "" if skip else text.strip(), "skipped": skip}
    verb = "went_on" if skip else "answered"
    said = Connection.objects.filter(inquiry=inquiry, tool=tool).first()
    if said is None:
        return create_content(by=by, model=Connection, verb=verb, inquiry=inquiry, tool=tool, **facts)
    return change_content(by=by, obj=said, version=version or FIRST, verb=verb, **facts)
