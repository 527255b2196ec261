"""Silent rounds: everybody writes alone, then all is shown at once, in an order that tells nothing (S4 R-8, R-18)."""

from __future__ import annotations

import hashlib
import random
import uuid

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.people.models import Membership, TeamRole, User
from aimwell.contexts.people.services import change_content, create_content, require, set_aside
from aimwell.contexts.theory.models import Bone, Cause, Entry, EntryRule, Inquiry, Round
from aimwell.contexts.theory.services.causes import require_part
from aimwell.contexts.theory.services.keeping import next_position
from aimwell.core.history.services import hold, record
from aimwell.domain.access import Permission
from aimwell.domain.errors import NotFound, Refused

FACILITATE = (TeamRole.LEAD, TeamRole.BACKUP, TeamRole.FACILITATOR)
DRAW = random.SystemRandom()


def digest(secret: str) -> str:
    """What is stored of the secret that only the writer's browser holds."""
    return hashlib.sha256(secret.encode()).hexdigest() if secret else ""


@transaction.atomic
def start_round(
    *, by: User, inquiry: Inquiry, prompt: str = "", anonymous: bool = False, key: uuid.UUID | None = None
) -> Round:
    """Open a round for silent writing, or give back the one that is open. Raises Refused("bones_first")."""
    require(by=by, permission=Permission.EDIT, obj=inquiry)
    hold(scope_id=inquiry.owner_team_id)
    if running := silent_round(inquiry):
        return running
    if not Bone.objects.filter(inquiry=inquiry, ended_at=None).exists():
        raise Refused("bones_first")
    return create_content(by=by, model=Round, key=key, inquiry=inquiry, prompt=prompt.strip(), anonymous=anonymous)


def silent_round(inquiry: Inquiry) -> Round | None:
    """The round in which people are writing now."""
    return Round.objects.filter(inquiry=inquiry, shown_at=None, ended_at=None).first()


@transaction.atomic
def write_line(
    *,
    by: User,
    round: Round,
    bone: Bone,
    text: str,
    system_part: str = "",
    secret: str = "",
    key: uuid.UUID | None = None,
) -> Entry | Cause:
    """One line. Written after the round was shown it becomes a cause at once, so that nothing is lost.

    `secret` comes from the writer's browser and lets only that browser see and change the line. The same `key` again
    gives the first one back. A line leaves no event: the history must not tell who was busy when.

    Raises Refused: which_part, key_used.
    """
    require(by=by, permission=Permission.EDIT, obj=round)
    if bone.inquiry_id != round.inquiry_id:
        raise NotFound
    require_part(round.inquiry, system_part)
    hold(scope_id=round.inquiry.owner_team_id)
    round = Round.objects.select_for_update(of=("self",)).select_related("inquiry__owner_team__org").get(pk=round.pk)
    if key is not None:
        twin = Entry.objects.filter(client_key=key).first() or Cause.objects.filter(client_key=key).first()
        if twin is not None:
            if twin.round_id != round.pk:
                raise Refused("key_used")  # or the round could never be shown
            return twin
    line = Entry(
        round=round, bone=bone, text=text.strip(), system_part=system_part.strip(), client_key=key,
        author=None if round.anonymous else by, mine=digest(secret) if round.anonymous else "",
    )  # fmt: skip
    if round.shown_at is not None:
        return _show(line)
    line.save(force_insert=True)
    return line


@transaction.atomic
def change_line(
    *, by: User, round: Round, line: uuid.UUID, text: str, secret: str = "", bone: Bone | None = None
) -> Entry:
    """Other words for a line of one's own. Raises NotFound for another's, Refused("round_shown")."""
    entry = _own(by=by, round=round, line=line, secret=secret)
    if bone is not None and bone.inquiry_id != round.inquiry_id:
        raise NotFound
    entry.text = text.strip()
    entry.bone = bone or entry.bone
    entry.save(update_fields=["text", "bone"])
    return entry


@transaction.atomic
def withdraw_line(*, by: User, round: Round, line: uuid.UUID, secret: str = "") -> None:
    """Take a line of one's own away while the round is silent. Raises NotFound, Refused("round_shown")."""
    _own(by=by, round=round, line=line, secret=secret).delete()


def _own(*, by: User, round: Round, line: uuid.UUID, secret: str) -> Entry:
    require(by=by, permission=Permission.EDIT, obj=round)
    hold(scope_id=round.inquiry.owner_team_id)
    if Round.objects.filter(pk=round.pk).exclude(shown_at=None).exists():
        raise Refused("round_shown")
    lines = Entry.objects.select_for_update().filter(pk=line, round=round)
    mine = lines.filter(mine=digest(secret)).exclude(mine="") if round.anonymous else lines.filter(author=by)
    entry = mine.first()
    if entry is None:
        raise NotFound
    return entry


@transaction.atomic
def show_round(*, by: User, round: Round) -> Round:
    """Show all lines to all, in an order drawn by chance. From here on nothing is taken away, only set aside.

    Raises Refused("starter_shows") for anybody but who started it and who leads the team.
    """
    require(by=by, permission=Permission.EDIT, obj=round)
    hold(scope_id=round.inquiry.owner_team_id)
    stored = Round.objects.select_for_update(of=("self",)).select_related("inquiry__owner_team__org").get(pk=round.pk)
    if stored.shown_at is not None:
        return stored
    if not may_show(by, stored):
        raise Refused("starter_shows", name=str(stored.created_by or stored.inquiry.owner_team))
    lines = list(Entry.objects.filter(round=stored).select_related("bone", "author"))
    writers = {line.mine or line.author_id for line in lines}
    stored = change_content(
        by=by, obj=stored, version=None, verb="shown", shown_at=timezone.now(), contributors=len(writers)
    )
    DRAW.shuffle(lines)
    for line in lines:
        _show(line)
    Entry.objects.filter(round=stored).delete()
    return stored


def may_show(user: User, round: Round) -> bool:
    """Who started the round, and who leads or facilitates the team."""
    if round.created_by_id == user.pk:
        return True
    team = round.inquiry.owner_team_id
    return Membership.objects.filter(team=team, user=user, ended=None, role__in=FACILITATE).exists()


def _show(line: Entry) -> Cause:
    """A line as a cause on its bone. In a round without names the event has nobody's name either."""
    position = next_position(Cause.objects.filter(bone=line.bone, parent=None))
    facts = {"text": line.text, "system_part": line.system_part, "position": position, "bone": line.bone}
    cause = Cause(round=line.round, client_key=line.client_key, created_by=line.author, **facts)
    cause.save(force_insert=True)
    team = line.round.inquiry.owner_team_id
    record(by=line.author, verb="brought_in", target=cause, scope_id=team, after=facts)
    return cause


@transaction.atomic
def set_rule(*, by: User, inquiry: Inquiry, sentence: str) -> EntryRule | None:
    """The rule at the door: causes speak of the system. An empty sentence takes the rule off (S4 R-13)."""
    require(by=by, permission=Permission.EDIT, obj=inquiry)
    hold(scope_id=inquiry.owner_team_id)
    rule = EntryRule.objects.filter(inquiry=inquiry, ended_at=None).first()
    if not sentence.strip():
        return set_aside(by=by, obj=rule) if rule else None
    if rule is None:
        return create_content(by=by, model=EntryRule, inquiry=inquiry, sentence=sentence.strip())
    return change_content(by=by, obj=rule, version=None, sentence=sentence.strip())
