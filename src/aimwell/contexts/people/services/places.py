"""Places in a team: what each person does there, kept with its dates."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.orgs.models import Team, TeamKind
from aimwell.contexts.people.models import DistrictFunction, Membership, TeamRole, User
from aimwell.contexts.people.queries import works_elsewhere
from aimwell.contexts.people.services.rights import require_member, require_not_last
from aimwell.core import standing
from aimwell.core.history.services import record
from aimwell.domain.errors import Refused


@transaction.atomic
def change_place(
    *,
    by: User,
    place: Membership,
    role: TeamRole,
    on_call: bool,
    covers: Collection[str] | None = None,
    reason: str = "",
) -> Membership:
    """Another role, or core instead of on call. A role that lasted a day or more ends, and a new place begins.

    `covers`: the `DistrictFunction`s the person brings; None leaves them as they are.
    Raises NotAllowed, Refused("last_member"), and Refused("lead_from_elsewhere") without a `reason` where all we know
    of a new lead's work lies outside the school; the reason is kept in the history.
    """
    require_member(by=by, team=place.team)
    before = _told(place)
    now = before | {"role": role, "on_call": on_call}
    if covers is not None:
        now["covers"] = [one for one in DistrictFunction.values if one in covers]
    if now == before:
        return place
    if role == TeamRole.SPONSOR:
        require_not_last(place)
    becomes_lead = role == TeamRole.LEAD and place.role != TeamRole.LEAD
    if becomes_lead and not reason.strip() and works_elsewhere(place):
        raise Refused("lead_from_elsewhere", name=place.name)
    place = _with_role(place, role)
    place.on_call, place.covers = on_call, now["covers"]
    place.save()
    standing.forget()
    record(
        by=by, verb="place_changed", target=place, scope_id=place.team_id, before=before,
        after={"name": place.name, **now}, reason=reason.strip(),
    )  # fmt: skip
    return place


def _told(place: Membership) -> dict[str, Any]:
    return {"role": place.role, "on_call": place.on_call, "covers": place.covers}


def _with_role(place: Membership, role: TeamRole) -> Membership:
    today = timezone.localdate()
    if role != place.role and place.started < today:
        place.ended = today
        place.save(update_fields=["ended"])
        place = Membership(team=place.team, user=place.user, name=place.name)
    place.role = role
    return place


@transaction.atomic
def change_team(*, by: User, team: Team, name: str, about: str, kind: TeamKind) -> Team:
    """What the team is called and what kind it is.

    Raises NotAllowed, and Refused("kind_by_office") where a team of an organisation would become its own: members of
    such a team see the names of all teams below.
    """
    require_member(by=by, team=team)
    if kind == TeamKind.DIT and team.kind != TeamKind.DIT and team.org is not None:
        raise Refused("kind_by_office")
    new = {"name": name.strip(), "about": about.strip(), "kind": kind}
    before = {field: getattr(team, field) for field, value in new.items() if getattr(team, field) != value}
    if not before:
        return team
    for field, value in new.items():
        setattr(team, field, value)
    team.save(update_fields=list(new))
    after = {field: new[field] for field in before}
    record(by=by, verb="changed", target=team, scope_id=team.pk, before=before, after=after)
    return team
