"""Handing open work on. The work stays with the team whatever is chosen; nothing has to be chosen today."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.measures.models import Measure
from aimwell.contexts.measures.services import change_measure
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import Membership, TeamRole, User
from aimwell.contexts.people.services import change_place, leave_team, require_member
from aimwell.contexts.reports.handover.models import Keeping, WorkKind
from aimwell.contexts.reports.handover.queries.work import Item, Work, work_of
from aimwell.core.history.services import hold, record
from aimwell.domain.errors import Refused


@dataclass(frozen=True, slots=True)
class Choice:
    """What becomes of one item: `to` is the place that takes it; without one it is parked, and `why` says why."""

    item: str
    to: int | None = None
    why: str = ""


@transaction.atomic
def hand_on(*, by: User, team: Team, choices: Iterable[Choice], place: Membership | None = None) -> list[Keeping]:
    """Give items of the team to others or park them; `place`: only what this person keeps.

    Raises NotAllowed, Refused("unknown_choice"), Refused("reason_needed") for parking without one.
    """
    require_member(by=by, team=team)
    hold(scope_id=team.pk)
    work = work_of(team)
    items = {item.key: item for item in (work.of(place) if place else work.items)}
    return [_settle(by, work, items, choice) for choice in choices]


def _settle(by: User, work: Work, items: dict[str, Item], choice: Choice) -> Keeping:
    item = items.get(choice.item)
    takers = {place.pk: place for place in work.hands}
    if item is None or (choice.to is not None and choice.to not in takers):
        raise Refused("unknown_choice", value=choice.item)
    if choice.to is None and not choice.why.strip():
        raise Refused("reason_needed")
    holder = takers[choice.to] if choice.to is not None else None
    Keeping.objects.filter(kind=item.kind, object_id=item.pk, ended=None).update(ended=timezone.localdate())
    row = Keeping.objects.create(
        team=work.team, kind=item.kind, object_id=item.pk, title=item.title[:300], holder=holder,
        came_from=item.holder or item.before, parked="" if holder else choice.why.strip()[:300],
    )  # fmt: skip
    if holder is not None and item.kind == WorkKind.MEASURE:
        measure = Measure.objects.get(pk=item.pk)
        change_measure(by=by, measure=measure, version=measure.version, collector=holder.name)
    after = {"holder": holder.pk if holder else None}
    verb = "handed_on" if holder else "parked"
    record(by=by, verb=verb, target=row, scope_id=work.team.pk, after=after, reason=row.parked)
    return row


@transaction.atomic
def hand_over(*, by: User, place: Membership, choices: Iterable[Choice], lead: int | None = None) -> Membership:
    """Hand on what is chosen, let `lead` lead where one is named, and end the place.

    What is not chosen has no owner from then on, and the team's page says so. Raises as `hand_on` and `leave_team`.
    """
    hand_on(by=by, team=place.team, choices=choices, place=place)
    if lead is not None:
        _let_lead(by, place, lead)
    leave_team(by=by, membership=place)
    return place


def _let_lead(by: User, place: Membership, lead: int) -> None:
    others = {other.pk: other for other in work_of(place.team).others(place)}
    if lead not in others:
        raise Refused("unknown_choice", value=lead)
    new = others[lead]
    why = f"{place.name} > {new.name}"
    change_place(by=by, place=new, role=TeamRole.LEAD, on_call=False, reason=why)
