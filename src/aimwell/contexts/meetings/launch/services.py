"""What a team says, proposes and agrees on when it begins."""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.cycles.support.models import SupportKind, SupportRequest
from aimwell.contexts.cycles.support.queries import place_to_ask_first
from aimwell.contexts.cycles.support.services import ask_support, ask_support_again
from aimwell.contexts.meetings.launch.models import (
    BuildsOn,
    ConditionAnswer,
    ConditionCheck,
    Host,
    LaunchStep,
    NormProposal,
    NormRound,
    Norms,
    PrimerRead,
)
from aimwell.contexts.meetings.launch.queries import conditions_of, request_key
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import may_edit_team, may_show_all
from aimwell.contexts.people.services import change_content, create_content, require, require_member
from aimwell.core.history.services import hold
from aimwell.domain.access import Permission
from aimwell.domain.errors import NotAllowed, NotFound, Refused
from aimwell.domain.rhythm.launch import Condition, InPlace, Stands, Step

KINDS = {Condition.TIME: SupportKind.RELEASE_TIME, Condition.DATA: SupportKind.DATA_HELP}
FIRST = 0  # the version of what is not there yet: if somebody else wrote it meanwhile, the edit is stale


@transaction.atomic
def say_step(
    *, by: User, team: Team, step: str, stands: str, reason: str = "", version: int | None = None
) -> LaunchStep:
    """Where a step stands, in the words of the team. Raises Refused: "unknown_choice", "reason_needed"; StaleEdit."""
    if step not in {*Step} or stands not in {*Stands}:
        raise Refused("unknown_choice", value=f"{step} {stands}")
    if stands == Stands.NOT_NEEDED and not reason.strip():
        raise Refused("reason_needed")
    facts = {"stands": stands, "reason": reason.strip() if stands == Stands.NOT_NEEDED else ""}
    hold(scope_id=team.pk)
    stored = LaunchStep.objects.filter(owner_team=team, step=step).first()
    if stored is None:
        return create_content(by=by, model=LaunchStep, owner_team=team, step=step, **facts)
    return change_content(by=by, obj=stored, version=version, **facts)


@transaction.atomic
def read_primer(*, by: User, team: Team) -> None:
    """This person has read it. A second call changes nothing."""
    if not may_edit_team(by, team):
        raise NotAllowed
    PrimerRead.objects.get_or_create(team=team, user=by)


@transaction.atomic
def propose_norms(*, by: User, team: Team, text: str) -> NormRound:
    """What `by` proposes, one norm a line; what he or she proposed before in this round is replaced.

    Raises Refused: "words_needed", "norms_shown" once all proposals are on the table.
    """
    if not text.strip():
        raise Refused("words_needed")
    the_round = _open_round(by, team)
    require(by=by, permission=Permission.EDIT, obj=the_round)
    if the_round.shown_at is not None:
        raise Refused("norms_shown")
    NormProposal.objects.update_or_create(round=the_round, user=by, defaults={"text": text.strip()})
    return the_round


@transaction.atomic
def show_norms(*, by: User, team: Team) -> NormRound:
    """Put all proposals on the table. The facilitator does it, or the lead; a team with neither does it itself.

    Raises Refused: "facilitator_opens", "nobody_proposed".
    """
    the_round = _open_round(by, team)
    require(by=by, permission=Permission.EDIT, obj=the_round)
    if not may_show_all(by, team.pk):
        raise Refused("facilitator_opens")
    if not the_round.proposals.exists():
        raise Refused("nobody_proposed")
    if the_round.shown_at is not None:
        return the_round
    return change_content(by=by, obj=the_round, version=None, verb="norms_shown", shown_at=timezone.now())


@transaction.atomic
def agree_norms(*, by: User, team: Team, text: str, number: int) -> Norms:
    """The next version of the norms. `number`: the version that stood when `text` was written, 0 before the first.

    The same words once more change nothing. Raises Refused: "words_needed", "norms_moved" where somebody else agreed
    on other ones meanwhile.
    """
    agreed = "\n".join(line.strip() for line in text.splitlines() if line.strip())
    if not agreed:
        raise Refused("words_needed")
    hold(scope_id=team.pk)
    last = Norms.objects.filter(owner_team=team).order_by("-number").first()
    stood = last.number if last else 0
    if last is not None and (stood, last.text) == (number + 1, agreed):
        require(by=by, permission=Permission.EDIT, obj=last)
        return last
    if stood != number:
        raise Refused("norms_moved")
    made = create_content(
        by=by, model=Norms, verb="norms_agreed", owner_team=team, number=stood + 1, text=agreed,
        agreed_on=timezone.localdate(),
    )  # fmt: skip
    for the_round in NormRound.objects.filter(owner_team=team, closed_at=None, ended_at=None):
        change_content(by=by, obj=the_round, version=None, verb="closed", closed_at=timezone.now())
    return made


def _open_round(by: User, team: Team) -> NormRound:
    hold(scope_id=team.pk)
    stored = NormRound.objects.filter(owner_team=team, closed_at=None, ended_at=None).first()
    return stored or create_content(by=by, model=NormRound, owner_team=team)


@transaction.atomic
def check_conditions(
    *, by: User, team: Team, answers: Mapping[str, tuple[str, str]], key: uuid.UUID | None = None
) -> ConditionCheck:
    """What is in place today: by condition, where it stands and what would help. Unsaid ones stay unsaid.

    Raises Refused: "unknown_choice", "nothing_said".
    """
    if not answers:
        raise Refused("nothing_said")
    for condition, (stands, _wanted) in answers.items():
        if condition not in {*Condition} or stands not in {*InPlace}:
            raise Refused("unknown_choice", value=f"{condition} {stands}")
    check = create_content(by=by, model=ConditionCheck, key=key, owner_team=team, checked_on=timezone.localdate())
    if not check.answers.exists():
        for condition, (stands, wanted) in answers.items():
            create_content(
                by=by, model=ConditionAnswer, look=check, condition=condition, stands=stands, wanted=wanted.strip()
            )
    return check


@transaction.atomic
def ask_for_condition(*, by: User, team: Team, condition: str, lang: str) -> SupportRequest:
    """Ask the district team, or the nearest place that can answer, for what the newest check does not find (S3 R-28).

    The words are those that the page showed. The same again gives the first request back; one that was taken back is
    asked again. Raises NotAllowed, NotFound, Refused("nothing_missing").
    """
    require_member(by=by, team=team)
    row = next((one for one in conditions_of(by, team, lang).rows if one.condition == condition), None)
    if row is None:
        raise NotFound
    if row.answer is None or row.answer.stands == InPlace.YES:
        raise Refused("nothing_missing")
    if not row.request and row.asked is not None:
        return row.asked
    place = place_to_ask_first(team)
    made = ask_support(
        by=by, team=team, kind=KINDS.get(Condition(condition), SupportKind.OTHER), text=row.request,
        org=place.org if place else None, key=request_key(row.answer),
    )  # fmt: skip
    return ask_support_again(by=by, request=made) if made.ended_at is not None else made


@transaction.atomic
def say_ground(*, by: User, team: Team, host: str, text: str = "", version: int | None = None) -> BuildsOn:
    """Which work that goes on anyway carries the team. Raises Refused("unknown_choice"), StaleEdit."""
    if host not in Host.values:
        raise Refused("unknown_choice", value=host)
    hold(scope_id=team.pk)
    stored = BuildsOn.objects.filter(owner_team=team).first()
    if stored is None:
        return create_content(by=by, model=BuildsOn, owner_team=team, host=host, text=text.strip())
    return change_content(by=by, obj=stored, version=version or FIRST, host=host, text=text.strip())
