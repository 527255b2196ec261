"""What a team does with its problem log and with goals set from outside."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people import services as people
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content, require
from aimwell.contexts.theory.models import EvidenceKind, Inquiry
from aimwell.contexts.theory.noticing.models import MandatedGoal, Noticed, Sighting
from aimwell.contexts.theory.services import add_evidence, start_inquiry
from aimwell.core.history.services import hold, record
from aimwell.domain.access import Permission
from aimwell.domain.errors import NotFound, Refused
from aimwell.domain.words.dates import long_date

Thing = Noticed | Sighting | MandatedGoal


@transaction.atomic
def notice(
    *,
    by: User,
    team: Team,
    text: str,
    seen_on: datetime.date | None = None,
    what: str = "",
    key: uuid.UUID | None = None,
) -> Noticed:
    """One line for the log, seen today unless another day is given. `what`: something counted, seen or read."""
    noticed = create_content(by=by, model=Noticed, key=key, owner_team=team, text=_needed(text))
    if not noticed.sightings.exists():
        see_again(by=by, noticed=noticed, seen_on=seen_on, what=what)
    return noticed


def see_again(
    *, by: User, noticed: Noticed, seen_on: datetime.date | None = None, what: str = "", key: uuid.UUID | None = None
) -> Sighting:
    """It was there again: one more date, with something counted, seen or read where there is any."""
    day = seen_on or timezone.localdate()
    return create_content(by=by, model=Sighting, key=key, noticed=noticed, seen_on=day, what=what.strip())


def change_noticed(*, by: User, noticed: Noticed, version: int | None, text: str) -> Noticed:
    return change_content(by=by, obj=noticed, version=version, text=_needed(text))


def set_aside(*, by: User, thing: Thing, reason: str = "") -> Thing:
    """Out of sight, never gone. A noticed problem needs a reason, for whoever notices it next."""
    if isinstance(thing, Noticed) and not reason.strip():
        raise Refused("reason_needed")
    return people.set_aside(by=by, obj=thing, reason=reason.strip())


def restore(*, by: User, thing: Thing, reason: str = "") -> Thing:
    return people.restore(by=by, obj=thing, reason=reason)


@transaction.atomic
def take_up(*, by: User, noticed: Noticed) -> Inquiry:
    """It becomes an inquiry: its line is the problem, its dates say how we know, and what was seen is its evidence.

    A second call gives the same inquiry back.
    """
    require(by=by, permission=Permission.EDIT, obj=noticed)
    hold(scope_id=noticed.owner_team_id)
    stored = Noticed.objects.select_for_update(of=("self",)).select_related("taken_up").get(pk=noticed.pk)
    if stored.taken_up is not None:
        return stored.taken_up
    seen = list(stored.sightings.filter(ended_at=None))
    inquiry = start_inquiry(by=by, team=stored.owner_team, problem=stored.text, how_known=_how_known(seen))
    for sighting in seen:
        if sighting.what:
            source = _("our problem log, %(day)s") % {"day": _day(sighting.seen_on)}
            add_evidence(by=by, inquiry=inquiry, text=sighting.what, kind=EvidenceKind.OBSERVATION, source=source)
    change_content(by=by, obj=stored, version=None, verb="taken_up", taken_up=inquiry)
    return inquiry


def _how_known(seen: list[Sighting]) -> str:
    days = [sighting.seen_on for sighting in seen]
    if not days:
        return ""
    told = {"n": len(days), "first": _day(min(days)), "last": _day(max(days))}
    return (
        ngettext(
            "In our problem log once, on %(first)s.",
            "In our problem log %(n)s times, from %(first)s to %(last)s.",
            len(days),
        )
        % told
    )


def _day(day: datetime.date) -> str:
    return long_date(day, get_language() or "en")


def add_goal(
    *,
    by: User,
    team: Team,
    text: str,
    set_by: str,
    due_on: datetime.date | None = None,
    key: uuid.UUID | None = None,
) -> MandatedGoal:
    """A goal that somebody outside the team set."""
    facts = {"text": _needed(text), "set_by": _needed(set_by), "due_on": due_on}
    return create_content(by=by, model=MandatedGoal, key=key, owner_team=team, **facts)


def change_goal(
    *,
    by: User,
    goal: MandatedGoal,
    version: int | None,
    text: str,
    set_by: str,
    due_on: datetime.date | None = None,
) -> MandatedGoal:
    return change_content(by=by, obj=goal, version=version, text=_needed(text), set_by=_needed(set_by), due_on=due_on)


@transaction.atomic
def match_goal(*, by: User, goal: MandatedGoal, inquiries: Iterable[Inquiry]) -> MandatedGoal:
    """The inquiries that serve this goal. Those not named are no longer matched, but for those that are set aside.

    Raises NotFound for another team's.
    """
    require(by=by, permission=Permission.EDIT, obj=goal)
    chosen = list(inquiries)
    if any(inquiry.owner_team_id != goal.owner_team_id for inquiry in chosen):
        raise NotFound
    hold(scope_id=goal.owner_team_id)
    out_of_sight = list(goal.inquiries.exclude(ended_at=None))
    before = sorted(goal.inquiries.values_list("pk", flat=True))
    after = sorted({inquiry.pk for inquiry in (*chosen, *out_of_sight)})
    if before != after:
        goal.inquiries.set(after)
        told = {"before": {"inquiries": before}, "after": {"inquiries": after}}
        record(by=by, verb="changed", target=goal, scope_id=goal.owner_team_id, **told)
    return goal


def _needed(text: str) -> str:
    if not text.strip():
        raise Refused("words_needed")
    return text.strip()
