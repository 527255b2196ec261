"""The aim: how much, for whom, by when, from where, and its versions."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language

from aimwell.contexts.measures.models import AnnotationKind, Direction, Measure, Unit
from aimwell.contexts.measures.services import annotate, set_target
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import owner_of
from aimwell.contexts.people.services import change_content, create_content, require
from aimwell.contexts.theory.models import Aim, AimEdition, Cause, EquityFrame, Inquiry, TeamSays
from aimwell.contexts.theory.services.keeping import require_own_measure, require_same_inquiry
from aimwell.core.history.services import hold, record
from aimwell.domain.access import Permission
from aimwell.domain.errors import NotFound, Refused
from aimwell.domain.words.aims import say

CORE = ("target", "unit", "unit_name", "direction", "by_when", "measure")
KEPT = ("what", "for_whom", "where", "baseline", "baseline_on", *CORE, "headcount", "team_says", "team_says_because")


@transaction.atomic
def set_aim(
    *,
    by: User,
    inquiry: Inquiry,
    version: int | None = None,
    what: str = "",
    for_whom: str = "",
    where: str = "",
    baseline: float | None = None,
    baseline_on: datetime.date | None = None,
    target: float | None = None,
    unit: str = Unit.PERCENT,
    unit_name: str = "",
    direction: str = Direction.UP,
    by_when: datetime.date | None = None,
    headcount: int | None = None,
    measure: Measure | None = None,
    reason: str = "",
    key: uuid.UUID | None = None,
) -> Aim:
    """Write the aim of an inquiry, the first time or again. Any part may still be missing.

    A measure that is attached takes over the target, so that its chart shows it. Another target, date or measure than
    the one that stood makes the next version of the aim (S2 R-18), as `begins_edition` says.
    """
    facts = {
        "what": what.strip(), "for_whom": for_whom.strip(), "where": where.strip(), "baseline": baseline,
        "baseline_on": baseline_on, "target": target, "unit": unit, "unit_name": unit_name.strip(),
        "direction": direction, "by_when": by_when, "headcount": headcount, "measure": measure,
    }  # fmt: skip
    return _written(by, inquiry, version, facts, reason, key)


@transaction.atomic
def attach_measure(*, by: User, inquiry: Inquiry, measure: Measure | None, reason: str = "") -> Aim:
    """The measure on whose chart the aim stands; None takes it off. An aim without words may already have one."""
    return _written(by, inquiry, None, {"measure": measure}, reason, None)


def begins_edition(aim: Aim | None, facts: dict[str, Any], reason: str = "") -> bool:
    """Whether `facts` make another aim of one that stood: a part of its core that was there changes.

    On the day on which it was written, that is a correction, unless a reason is given.
    """
    if aim is None or not (reason.strip() or _began(aim) < timezone.localdate()):
        return False
    there = [name for name in CORE if getattr(aim, name) is not None]
    if aim.target is None:
        there = [name for name in there if name in ("by_when", "measure")]
    return any(name in facts and facts[name] != getattr(aim, name) for name in there)


def _written(
    by: User, inquiry: Inquiry, version: int | None, facts: dict[str, Any], reason: str, key: uuid.UUID | None
) -> Aim:
    measure = facts.get("measure")
    require_own_measure(inquiry, measure)
    aim = _locked(inquiry)
    if aim is None:
        aim = create_content(by=by, model=Aim, key=key, inquiry=inquiry, **facts, edition_on=timezone.localdate())
    else:  # also for a key that came before: the same words change nothing, and other words are not lost
        aim = _changed(by, aim, version, facts, reason.strip())
    if measure is not None and aim.target is not None:
        set_target(by=by, measure=measure, target=aim.target, target_by=aim.by_when)
    return aim


def _locked(inquiry: Inquiry) -> Aim | None:
    hold(scope_id=inquiry.owner_team_id)
    Inquiry.objects.select_for_update().get(pk=inquiry.pk)
    return Aim.objects.select_related("measure").filter(inquiry=inquiry).first()


def _changed(by: User, aim: Aim, version: int | None, facts: dict[str, Any], reason: str) -> Aim:
    stale = version is not None and version != aim.version  # then both texts are shown, and nothing begins
    if stale or not begins_edition(aim, facts, reason):
        return change_content(by=by, obj=aim, version=version, reason=reason, **facts)
    stood, today = {name: getattr(aim, name) for name in KEPT}, timezone.localdate()
    began, number = _began(aim), aim.edition
    fresh = {"edition": number + 1, "edition_on": today, "team_says": "", "team_says_because": ""}
    changed = change_content(by=by, obj=aim, version=version, reason=reason, **facts, **fresh)
    create_content(
        by=by, model=AimEdition, aim=changed, number=number, started_on=began, ended_on=today, reason=reason, **stood
    )
    if changed.measure is not None:
        label = say("mark", get_language() or "en", number=changed.edition)
        annotate(by=by, measure=changed.measure, kind=AnnotationKind.EVENT, label=label, starts_on=today)
    return changed


def _began(aim: Aim) -> datetime.date:
    return aim.edition_on or timezone.localdate(aim.created_at)


@transaction.atomic
def connect_aim_causes(*, by: User, inquiry: Inquiry, causes: Iterable[Cause]) -> Aim:
    """The root causes that the aim answers to (S1 R-16); those not named are no longer connected."""
    chosen = list(causes)
    require_same_inquiry(inquiry, *chosen)
    aim = _locked(inquiry) or create_content(by=by, model=Aim, inquiry=inquiry)
    require(by=by, permission=Permission.EDIT, obj=aim)
    before, after = sorted(aim.causes.values_list("pk", flat=True)), sorted(cause.pk for cause in chosen)
    if before != after:
        aim.causes.set(chosen)
        team, _ = owner_of(aim)
        record(by=by, verb="changed", target=aim, scope_id=team.pk, before={"causes": before}, after={"causes": after})
    return aim


@transaction.atomic
def answer_outside(*, by: User, inquiry: Inquiry, version: int | None, outside: str, outside_skipped: str) -> Aim:
    """ "And what about them?" An answer, or why there is none yet (S4 R-34). One of the two is enough.

    Raises Refused("outside_needs_words"), NotFound while there is no aim, StaleEdit.
    """
    if not outside.strip() and not outside_skipped.strip():
        raise Refused("outside_needs_words")
    return _aim_changed(by, inquiry, version, outside=outside.strip(), outside_skipped=outside_skipped.strip())


@transaction.atomic
def choose_equity(*, by: User, inquiry: Inquiry, version: int | None, equity: str, equity_words: str = "") -> Aim:
    """One of the four frames, or "not specified" with its reason (S2 R-16). An aim without words may have it already.

    Raises Refused("unknown_choice"), Refused("equity_needs_reason"), StaleEdit.
    """
    if equity not in EquityFrame.values:
        raise Refused("unknown_choice", value=equity)
    if equity == EquityFrame.NONE and not equity_words.strip():
        raise Refused("equity_needs_reason")
    facts = {"equity": equity, "equity_words": equity_words.strip()}
    aim = _locked(inquiry)
    if aim is None:
        return create_content(by=by, model=Aim, inquiry=inquiry, **facts)
    return change_content(by=by, obj=aim, version=version, **facts)


@transaction.atomic
def say_status(*, by: User, inquiry: Inquiry, version: int | None, team_says: str, team_says_because: str = "") -> Aim:
    """What the team says of its aim. It stands beside what the numbers say and needs something that shows it (S2 R-15).

    Raises Refused("unknown_choice"), Refused("status_needs_evidence"), NotFound while there is no aim, StaleEdit.
    """
    if team_says not in TeamSays.values:
        raise Refused("unknown_choice", value=team_says)
    if team_says and not team_says_because.strip():
        raise Refused("status_needs_evidence")
    return _aim_changed(by, inquiry, version, team_says=team_says, team_says_because=team_says_because.strip())


def _aim_changed(by: User, inquiry: Inquiry, version: int | None, **facts: Any) -> Aim:
    aim = _locked(inquiry)
    if aim is None:
        raise NotFound
    return change_content(by=by, obj=aim, version=version, **facts)
