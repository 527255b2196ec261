"""Ask for support, take it back, answer where it was asked, or write down the answer that was heard."""

from __future__ import annotations

import datetime
import uuid

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.services.store import held
from aimwell.contexts.cycles.support.models import SupportAnswer, SupportKind, SupportRequest
from aimwell.contexts.cycles.support.queries import find_asked_here, places_to_ask
from aimwell.contexts.orgs.models import Org, Team
from aimwell.contexts.people import services as people
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content, require_member
from aimwell.core.history.services import edit, hold
from aimwell.domain.errors import NotFound, Refused


@transaction.atomic
def ask_support(
    *,
    by: User,
    team: Team,
    kind: str,
    text: str,
    org: Org | None = None,
    cycle: Cycle | None = None,
    needed_by: datetime.date | None = None,
    who_could_help: str = "",
    key: uuid.UUID | None = None,
) -> SupportRequest:
    """Ask a place above the team where somebody holds an office; without a place it stays on the team's own list.

    Raises NotAllowed, NotFound for another team's cycle, Refused: unknown_choice, words_needed, no_such_place.
    """
    require_member(by=by, team=team)
    if kind not in SupportKind.values:
        raise Refused("unknown_choice", value=kind)
    if not text.strip():
        raise Refused("words_needed")
    if org is not None and org not in [place.org for place in places_to_ask(team)]:
        raise Refused("no_such_place")
    if cycle is not None and cycle.owner_team_id != team.pk:
        raise NotFound
    return create_content(
        by=by, model=SupportRequest, key=key, verb="asked_support", owner_team=team, help_kind=kind, text=text.strip(),
        asked_org=org, cycle=cycle, needed_by=needed_by, who_could_help=who_could_help.strip(),
    )  # fmt: skip


@transaction.atomic
def take_back_support(*, by: User, request: SupportRequest) -> SupportRequest:
    """Take it back while nobody has answered. Raises NotAllowed, Refused("answered_already")."""
    stored = held(by=by, obj=request)
    if stored.said:
        raise Refused("answered_already")
    return people.set_aside(by=by, obj=stored)


def ask_support_again(*, by: User, request: SupportRequest) -> SupportRequest:
    """What was taken back is asked again."""
    return people.restore(by=by, obj=request)


@transaction.atomic
def answer_support(
    *, by: User, request: SupportRequest, said: str, words: str = "", said_for: datetime.date | None = None
) -> SupportRequest:
    """The answer of the place that was asked; it stands in the team's history under the name of who gave it.

    Raises NotFound for whoever holds no office there, Refused: unknown_choice, reason_needed, answered_already.
    """
    find_asked_here(by, request.pk)
    hold(scope_id=request.owner_team_id)
    stored = SupportRequest.objects.select_for_update().get(pk=request.pk)
    if stored.ended_at is not None:  # taken back in between
        raise NotFound
    changes = _answer(stored, by, said, words, said_for, noted=False)
    return edit(
        by=by, obj=stored, version=None, changes=changes, scope_id=stored.owner_team_id, verb="answered_support"
    )  # fmt: skip


@transaction.atomic
def note_answer(
    *, by: User, request: SupportRequest, said: str, words: str = "", said_for: datetime.date | None = None
) -> SupportRequest:
    """The team writes down what it heard, in the hallway or from its own list. Raises as `answer_support`."""
    stored = held(by=by, obj=request)
    if stored.ended_at is not None:
        raise Refused("wrong_state")
    changes = _answer(stored, by, said, words, said_for, noted=True)
    return change_content(by=by, obj=stored, version=None, verb="answered_support", **changes)


def _answer(
    stored: SupportRequest, by: User, said: str, words: str, said_for: datetime.date | None, *, noted: bool
) -> dict[str, object]:
    if said not in SupportAnswer.values:
        raise Refused("unknown_choice", value=said)
    if said != SupportAnswer.YES and not words.strip():
        raise Refused("reason_needed")
    if stored.said:
        raise Refused("answered_already")
    return {
        "said": said, "said_words": words.strip(), "said_for": said_for, "answered_by": by,
        "answered_at": timezone.now(), "noted": noted,
    }  # fmt: skip
