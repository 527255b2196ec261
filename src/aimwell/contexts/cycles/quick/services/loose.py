"""Cycles that no aim carries yet: from a routine, or only for practice; and how they come to an aim (S1 R-38, R-64)."""

from __future__ import annotations

import datetime
import uuid

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from aimwell.contexts.cycles.models import Cycle, PredictionKind
from aimwell.contexts.cycles.queries.threads import outlines_of
from aimwell.contexts.cycles.services import draft_cycle
from aimwell.contexts.cycles.services.keeping import bars_of
from aimwell.contexts.cycles.services.shelf import shelf
from aimwell.contexts.cycles.services.store import held
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import visible_to
from aimwell.contexts.people.services import change_content
from aimwell.contexts.theory.models import Inquiry
from aimwell.core.history.models import Event
from aimwell.core.history.queries import events_of
from aimwell.domain.errors import Refused
from aimwell.domain.words.speech import HOUSE, spoken


@transaction.atomic
def begin_loose(*, by: User, team: Team, try_what: str, routine: str = "", key: uuid.UUID | None = None) -> Cycle:
    """A draft that starts from any routine of the team, such as the attendance meeting; no goal is needed.

    Raises NotAllowed, NotReady("what").
    """
    home = shelf(by=by, team=team)
    return draft_cycle(by=by, inquiry=home, try_what=try_what, who_where=routine.strip(), key=key)


@transaction.atomic
def begin_practice(*, by: User, team: Team, key: uuid.UUID | None = None) -> Cycle:
    """A made-up example from outside school, to learn the steps. It counts nowhere."""
    home = shelf(by=by, team=team)
    return draft_cycle(
        by=by, inquiry=home, key=key, practice=True,
        try_what=_("Fold up the wing tips of one paper plane"),
        because=_("Turned-up tips may keep the plane level."),
        who_where=_("Two of us, in the hallway"),
        count_what=_("Flights that reach the far wall"),
        kind=PredictionKind.AT_LEAST, low=6, out_of=10, unit_name=_("flights reach the far wall"), planned_counts=1,
        look_on=timezone.localdate() + datetime.timedelta(days=1),
    )  # fmt: skip


@transaction.atomic
def attach(*, by: User, cycle: Cycle, inquiry: Inquiry) -> list[Cycle]:
    """The cycle and its whole thread go to another effort of the team, with new numbers there. Going back is the same.

    An idea stays with its own effort, and is found again on the way back. One for practice stays where it counts
    nowhere. Raises NotAllowed, Refused: "unknown_choice", "wrong_state".
    """
    stored, home = held(by=by, obj=cycle), held(by=by, obj=inquiry)
    if stored.practice:
        raise Refused("wrong_state")
    if home.owner_team_id != stored.owner_team_id or home.ended_at is not None:
        raise Refused("unknown_choice", value=str(home))
    if stored.inquiry_id == home.pk:
        return []
    thread = thread_of(by, stored)
    last = Cycle.objects.filter(inquiry=home).aggregate(last=Max("number"))["last"] or 0
    return [_move(by, one, home, number) for number, one in enumerate(thread, last + 1)]


def thread_of(user: User, cycle: Cycle) -> list[Cycle]:
    """The thread of a cycle in the order of its numbers."""
    found = outlines_of(user, team=cycle.owner_team, inquiry=cycle.inquiry)
    ids = next((outline.ids for outline in found if outline.holds(cycle.pk)), [cycle.pk])
    rows = visible_to(user, Cycle, team=cycle.owner_team, with_ended=True).filter(pk__in=ids)
    return list(rows.select_related("idea").order_by("number"))


def _move(by: User, cycle: Cycle, home: Inquiry, number: int) -> Cycle:
    idea = cycle.idea if cycle.idea is not None and cycle.idea.inquiry_id == home.pk else _idea_before(cycle, home)
    moved = change_content(
        by=by, obj=cycle, version=None, verb="put_under", cause=home, inquiry=home, number=number, idea=idea
    )
    with spoken(HOUSE):
        label = _("Cycle %(number)s") % {"number": number}
    for bar in bars_of(moved):
        change_content(by=by, obj=bar, version=None, cause=moved, label=label)
    return moved


def _idea_before(cycle: Cycle, home: Inquiry) -> object:
    """The idea that the cycle had when it stood in `home` last; None without one."""
    left: Event | None = events_of(cycle).filter(verb="put_under", before__has_key="idea").order_by("-pk").first()
    key = left.before["idea"] if left else None
    return home.parts.filter(pk=key, ended_at=None).first() if key else None
