"""Ask and answer around a share-out. Whoever may comment on the cycle may ask; only the team answers."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.services.store import held
from aimwell.contexts.meetings.models import AgendaItem, Meeting, Purpose
from aimwell.contexts.meetings.queries import next_meeting
from aimwell.contexts.meetings.services import add_item
from aimwell.contexts.meetings.services import restore as restore_part
from aimwell.contexts.meetings.shareout.models import PeerQuestion, ShareOut
from aimwell.contexts.meetings.shareout.queries.questions import agenda_key, find_question
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import may, may_edit_team
from aimwell.contexts.people.services import change_content, create_content, require, store_once
from aimwell.core.history.services import edit, hold, record
from aimwell.domain.access import Permission
from aimwell.domain.errors import NotAllowed, Refused

FIRST = 0  # the version of what is not there yet: if somebody else wrote it meanwhile, the edit is stale


@transaction.atomic
def say_question(*, by: User, cycle: Cycle, question: str, version: int | None = None) -> ShareOut:
    """What the team asks its peers. Raises NotAllowed, StaleEdit."""
    require(by=by, permission=Permission.EDIT, obj=cycle)
    hold(scope_id=cycle.owner_team_id)
    stored = ShareOut.objects.filter(cycle=cycle).select_related("cycle__owner_team__org").first()
    if stored is None:
        return create_content(by=by, model=ShareOut, cycle=cycle, question=question.strip())
    return change_content(by=by, obj=stored, version=version or FIRST, question=question.strip())


@transaction.atomic
def ask(*, by: User, cycle: Cycle, text: str, role: str = "", key: uuid.UUID | None = None) -> PeerQuestion:
    """Leave a question. A member writes down what a peer said aloud. The same `key` again gives the first one back.

    Raises NotAllowed unless `by` may comment on the cycle, Refused: words_needed, wrong_state.
    """
    require(by=by, permission=Permission.COMMENT, obj=cycle)
    if cycle.ended_at is not None:
        raise Refused("wrong_state")
    if not text.strip():
        raise Refused("words_needed")
    facts = {
        "owner_team": cycle.owner_team, "cycle": cycle, "text": text.strip(), "role": role.strip(),
        "aloud": may(by, Permission.EDIT, cycle),
    }  # fmt: skip
    made, new = store_once(by=by, model=PeerQuestion, key=key, fields=facts, allow=lambda one: _own(by, one))
    if new:
        record(by=by, verb="asked_peer", target=made, scope_id=cycle.owner_team_id, after=facts)
    return made


def _own(by: User, question: PeerQuestion) -> None:
    if question.created_by != by:
        raise NotAllowed


@transaction.atomic
def take_back(*, by: User, question: PeerQuestion) -> PeerQuestion:
    """Out of sight, with its answer: by its writer, or by the team. Raises NotFound for anybody else."""
    stored = _stored(by, question)
    facts = {"ended_at": stored.ended_at or timezone.now(), "ended_by": stored.ended_by or by}
    return edit(
        by=by, obj=stored, version=None, changes=facts, scope_id=stored.owner_team_id, verb="set_aside"
    )  # fmt: skip


@transaction.atomic
def bring_back(*, by: User, question: PeerQuestion) -> PeerQuestion:
    """Raises NotFound as `take_back`, Refused("aside_by_team") where its writer would undo what the team did."""
    stored = _stored(by, question)
    if stored.ended_by not in (None, by) and not may_edit_team(by, stored.owner_team):
        raise Refused("aside_by_team")
    facts = {"ended_at": None, "ended_by": None}
    return edit(
        by=by, obj=stored, version=None, changes=facts, scope_id=stored.owner_team_id, verb="restored"
    )  # fmt: skip


def _stored(by: User, question: PeerQuestion) -> PeerQuestion:
    hold(scope_id=question.owner_team_id)
    return find_question(by, question.pk)


@transaction.atomic
def answer(*, by: User, question: PeerQuestion, answer: str, version: int | None = None) -> PeerQuestion:
    """Answer it, or change the answer. Raises NotAllowed, StaleEdit, Refused: words_needed, wrong_state."""
    stored = held(by=by, obj=question)
    if stored.ended_at is not None:
        raise Refused("wrong_state")
    if not answer.strip():
        raise Refused("words_needed")
    facts: dict[str, object] = {"answer": answer.strip()}
    if stored.answer != answer.strip():
        facts |= {"answered_by": by, "answered_at": timezone.now()}
    return change_content(by=by, obj=stored, version=version, verb="answered_peer", **facts)


@transaction.atomic
def take_back_answer(*, by: User, question: PeerQuestion) -> PeerQuestion:
    """The question waits again. Raises NotAllowed."""
    stored = held(by=by, obj=question)
    facts: dict[str, object] = {"answer": "", "answered_by": None, "answered_at": None}
    return change_content(by=by, obj=stored, version=None, verb="peer_waits", **facts)


@transaction.atomic
def put_on_agenda(*, by: User, question: PeerQuestion) -> AgendaItem:
    """A line for the team's next meeting; however often it is asked for, there is one.

    Raises NotAllowed, Refused: no_next_meeting, wrong_state.
    """
    stored = held(by=by, obj=question)
    if stored.ended_at is not None:
        raise Refused("wrong_state")
    found = next_meeting(by, stored.owner_team)
    if found is None:
        raise Refused("no_next_meeting")
    meeting = Meeting.objects.select_related("owner_team__org").get(pk=found.pk)
    item = add_item(
        by=by, meeting=meeting, title=stored.text[:200], purpose=Purpose.QUESTION, cycle=stored.cycle,
        key=agenda_key(stored, meeting),
    )  # fmt: skip
    return restore_part(by=by, thing=item) if item.ended_at is not None else item
