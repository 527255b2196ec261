"""One person for every role of the table, each holding it where the table says; and what the table lets them do.

Nothing here is typed for a role: readers and answers are made from domain.access, which is the one place that says who
may do what.
"""

import datetime
from typing import Any

from aimwell.contexts.orgs.models import NetworkOrg
from aimwell.contexts.people.models import CoachAssignment, Membership, NetworkRole, OrgRole, TeamRole
from aimwell.domain.access import GRANTED_FROM, Permission, Relation, Rung, allowed, masked
from aimwell.domain.access.roles import ROLES, Place, Role
from integration.readers import make_person
from integration.workspace.rows import Kind

THERE = {200, 302, 400, 409, 422}
"""The page or the answer of a form: whatever it says, it says it to somebody who may come in."""
GONE = {403, 404}
ONLY_POST = {405}
FIRST_OF_THEIR_KIND = list({(row.relation, row.place, row.powers): role for role, row in ROLES.items()}.values())
"""On the rungs between, roles that the table cannot tell apart are asked once."""
LEADING = {Role.LEAD, Role.BACKUP}


def make_holders(team: Any) -> dict[Role, Any]:
    """A person for every role, in or above `team`, which stands in a school of a district of a network."""
    return {role: _holder(role, team) for role in Role}


def _holder(role: Role, team: Any) -> Any:
    user = make_person(f"{role.value.replace('_', '')} Holder")
    match ROLES[role].place:
        case Place.TEAM if role == Role.COACH:
            CoachAssignment.objects.create(team=team, user=user)
        case Place.TEAM:
            Membership.objects.create(team=team, user=user, name=user.name, role=TeamRole(role.value))
        case Place.ORG:
            OrgRole.objects.create(org=team.org, user=user, kind=role.value)
        case Place.NETWORK:
            network = NetworkOrg.objects.get(org=team.org.parent, until=None).network
            NetworkRole.objects.create(network=network, user=user, started=datetime.date(2026, 8, 1))
        case Place.SITE:
            user.is_site_admin = True
            user.save()
    return user


def may(role: Role, permission: Permission) -> bool:
    return (ROLES[role].relation, permission) in GRANTED_FROM


def reads(role: Role, rung: Rung) -> bool:
    """Reads it with the team's name, as all pages but the shared one show it."""
    standing = frozenset({ROLES[role].relation})
    return allowed(standing, Permission.VIEW, rung) and not masked(standing, rung)


def answers(kind: Kind, role: Role, rung: Rung) -> set[int]:
    """What an address of this kind may answer to a holder of `role` while the work stands on `rung`."""
    match kind:
        case "open" | "personal":
            opens = True
        case "team":
            opens = ROLES[role].relation != Relation.OTHER
        case "read":
            opens = reads(role, rung)
        case "shared":
            opens = allowed(frozenset({ROLES[role].relation}), Permission.VIEW, rung)
        case "members" | "write":
            opens = may(role, Permission.EDIT)
        case "lead":
            opens = role in LEADING
        case "held":
            opens = ROLES[role].place in (Place.ORG, Place.SITE)
        case "office":
            opens = bool(ROLES[role].powers)
        case "demo":
            opens = False
    return THERE if opens else GONE
