"""A cause that another level controls goes there, with one sentence, and its answer comes back (S4 R-20)."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.orgs.models import Network, Org, Team
from aimwell.contexts.people import services as people
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import create_content, require
from aimwell.contexts.theory.models import Cause, Control, Escalation, Inquiry, SentState
from aimwell.contexts.theory.queries.escalations import answers_for, places_above
from aimwell.contexts.theory.services.problems import start_inquiry
from aimwell.core.history.services import edit, hold
from aimwell.domain.access import Permission
from aimwell.domain.errors import NotFound, Refused

ANSWERS = (SentState.ACCEPTED, SentState.DECLINED)


@transaction.atomic
def send_up(
    *, by: User, cause: Cause, sentence: str, org: Org | None = None, network: Network | None = None,
    key: uuid.UUID | None = None,
) -> Escalation:  # fmt: skip
    """Send a cause to an organisation above the team, or to the hub of one of its networks; never to both.

    Raises Refused: reason_needed, no_such_place, waits_already.
    """
    require(by=by, permission=Permission.EDIT, obj=cause)
    if not sentence.strip():
        raise Refused("reason_needed")
    team = cause.bone.inquiry.owner_team
    above = places_above(team)
    if (org is None) is (network is None) or (org or network) not in (*above.orgs, *above.networks):
        raise Refused("no_such_place")
    hold(scope_id=team.pk)
    waiting = Escalation.objects.filter(cause=cause, state=SentState.SENT, ended_at=None).first()
    if waiting is not None:
        if key is not None and waiting.client_key == key:
            return waiting
        raise Refused("waits_already", place=str(waiting.place))
    if cause.control != Control.ANOTHER:
        people.change_content(by=by, obj=cause, version=None, control=Control.ANOTHER)
    return create_content(
        by=by, model=Escalation, key=key, verb="sent_up", cause=cause, to_org=org, to_network=network,
        cause_text=cause.text, sentence=sentence.strip(),
    )  # fmt: skip


@transaction.atomic
def take_back_sent(*, by: User, sent: Escalation) -> Escalation:
    """Take it back while nobody has answered. Raises Refused("answered_already")."""
    require(by=by, permission=Permission.EDIT, obj=sent)
    hold(scope_id=sent.cause.bone.inquiry.owner_team_id)
    stored = Escalation.objects.get(pk=sent.pk)
    if stored.state != SentState.SENT:
        raise Refused("answered_already")
    return people.set_aside(by=by, obj=stored)


@transaction.atomic
def answer_sent(*, by: User, sent: Escalation, state: str, answer: str = "") -> Escalation:
    """Accept or decline; a no needs its reason. Raises NotFound for whoever holds no office there, Refused."""
    _require_office(by, sent)
    if state not in ANSWERS:
        raise Refused("unknown_choice", value=state)
    if state == SentState.DECLINED and not answer.strip():
        raise Refused("reason_needed")
    return _answered(by, sent, state, answer)


@transaction.atomic
def start_linked_project(*, by: User, sent: Escalation, team: Team, answer: str = "") -> Escalation:
    """Take the cause up as the problem of a team of one's own; the sender sees that it started."""
    _require_office(by, sent)
    if sent.project_id is not None:
        return sent
    project = start_inquiry(by=by, team=team, problem=sent.cause_text, how_known=sent.sentence)
    return _answered(by, sent, SentState.PROJECT, answer, project=project)


def _require_office(by: User, sent: Escalation) -> None:
    if not answers_for(by).filter(pk=sent.pk).exists():
        raise NotFound


def _answered(by: User, sent: Escalation, state: str, answer: str, project: Inquiry | None = None) -> Escalation:
    """The answer stands in the team's history under the name of who gave it."""
    team = sent.cause.bone.inquiry.owner_team_id
    hold(scope_id=team)
    stored = Escalation.objects.select_for_update().get(pk=sent.pk)
    if stored.ended_at is not None:  # taken back in between
        raise NotFound
    if stored.state not in (SentState.SENT, SentState.ACCEPTED) or (stored.state, state) == (SentState.ACCEPTED,) * 2:
        raise Refused("answered_already")
    changes = {"state": state, "answer": answer.strip(), "answered_by": by, "answered_at": timezone.now()}
    if project is not None:
        changes["project"] = project
    return edit(by=by, obj=sent, version=None, changes=changes, scope_id=team, verb="answered")
