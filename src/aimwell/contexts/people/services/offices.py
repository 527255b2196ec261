"""Offices given and ended: by those who look after the people of an organisation, never by oneself for oneself."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.orgs.models import Network, NetworkOrg, Org, Team
from aimwell.contexts.orgs.queries import ancestors
from aimwell.contexts.people.models import CoachAssignment, NetworkRole, OrgRole, OrgRoleKind, User
from aimwell.contexts.people.offices import may_in, require_power
from aimwell.core import standing
from aimwell.core.history.services import record
from aimwell.domain.access.roles import Power
from aimwell.domain.errors import NotAllowed, Refused


@transaction.atomic
def give_office(*, by: User, org: Org, kind: OrgRoleKind, email: str) -> OrgRole:
    """The person with this address has the office from today; who has it already keeps it.

    Raises NotAllowed, Refused("nobody_with_address"), Refused("own_office").
    """
    require_power(by=by, power=Power.PEOPLE, org=org)
    office, made = OrgRole.objects.get_or_create(org=org, user=_other(by, email), kind=kind, ended=None)
    if made:
        standing.forget()
        record(by=by, verb="office_given", target=office, scope_id=None, org_id=org.pk, after={"kind": kind})
    return office


@transaction.atomic
def end_office(*, by: User, office: OrgRole) -> None:
    """It ends today. Raises NotAllowed, Refused("last_admin") where nobody would be left to look after it."""
    require_power(by=by, power=Power.PEOPLE, org=office.org)
    if office.kind == OrgRoleKind.ORG_ADMIN and not by.is_site_admin and not _others_administer(office):
        raise Refused("last_admin")
    _end(office)
    record(by=by, verb="office_ended", target=office, scope_id=None, org_id=office.org_id, before={"kind": office.kind})


def _others_administer(office: OrgRole) -> bool:
    rows = OrgRole.objects.select_for_update().filter(
        org__path__in=ancestors(office.org.path), kind=OrgRoleKind.ORG_ADMIN, ended=None, user__is_active=True
    )
    return rows.exclude(pk=office.pk).exists()


@transaction.atomic
def name_coach(*, by: User, team: Team, email: str) -> CoachAssignment:
    """For a team of an organisation. Its members see it in their history.

    Raises NotAllowed, Refused("nobody_with_address"), Refused("own_office").
    """
    _require_over(by, team)
    coaching, made = CoachAssignment.objects.get_or_create(team=team, user=_other(by, email), ended=None)
    if made:
        standing.forget()
        record(by=by, verb="coach_named", target=coaching, scope_id=team.pk)
    return coaching


@transaction.atomic
def end_coaching(*, by: User, coaching: CoachAssignment) -> None:
    """Raises NotAllowed."""
    _require_over(by, coaching.team)
    _end(coaching)
    record(by=by, verb="coach_ended", target=coaching, scope_id=coaching.team_id)


def _require_over(by: User, team: Team) -> None:
    if team.org is None:
        raise NotAllowed
    require_power(by=by, power=Power.PEOPLE, org=team.org)


@transaction.atomic
def give_hub_place(*, by: User, network: Network, email: str) -> NetworkRole:
    """A hub reads what every organisation of its network opened to it, so whoever gives a place looks after them all.

    Raises NotAllowed, Refused("network_of_others"), Refused("nobody_with_address"), Refused("own_office").
    """
    org = _require_whole(by, network, Power.PEOPLE)
    place, made = NetworkRole.objects.get_or_create(network=network, user=_other(by, email), ended=None)
    if made:
        standing.forget()
        record(by=by, verb="hub_given", target=place, scope_id=None, org_id=org, after={"network": network.name})
    return place


@transaction.atomic
def end_hub_place(*, by: User, place: NetworkRole) -> None:
    """Raises NotAllowed, Refused("network_of_others")."""
    org = _require_whole(by, place.network, Power.PEOPLE)
    _end(place)
    record(by=by, verb="hub_ended", target=place, scope_id=None, org_id=org, before={"network": place.network.name})


def keeps_whole(user: User, network: Network, power: Power) -> bool:
    """Whether `user` looks after every organisation that is in the network now; an empty one is the site's."""
    rows = list(NetworkOrg.objects.filter(network=network, until=None).select_related("org"))
    return user.is_site_admin or (bool(rows) and all(may_in(user, power, row.org) for row in rows))


def _require_whole(by: User, network: Network, power: Power) -> int | None:
    """The organisation in whose history it is told: the first that joined."""
    if not keeps_whole(by, network, power):
        raise Refused("network_of_others")
    first = NetworkOrg.objects.filter(network=network, until=None).order_by("since", "pk").first()
    return first.org_id if first is not None else None


def _other(by: User, email: str) -> User:
    """The active person with this address, who is not `by`."""
    found = User.objects.filter(email__iexact=email.strip(), is_active=True).first()
    if found is None:
        raise Refused("nobody_with_address", email=email.strip())
    if found.pk == by.pk:
        raise Refused("own_office")
    return found


def _end(bond: OrgRole | CoachAssignment | NetworkRole) -> None:
    bond.ended = timezone.localdate()
    bond.save(update_fields=["ended"])
    standing.forget()
