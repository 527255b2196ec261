"""Roles as data: where each is held, how its holder stands to a team's work, and what it may do in an organisation.

The page "Roles" prints this table; the visibility filter and the checks of services read it. Nobody outside the team
edits its work, whatever their role (S1 section 7.2; S3 R-4, R-87), and an office that keeps an organisation in order
gives no look into its teams.
"""

from dataclasses import dataclass
from enum import StrEnum

from aimwell.domain.access.rules import Relation


class Role(StrEnum):
    MEMBER = "member"
    LEAD = "lead"
    BACKUP = "backup"
    FACILITATOR = "facilitator"
    CONTENT_COACH = "content_coach"
    SPONSOR = "sponsor"
    COACH = "coach"
    PRINCIPAL = "principal"
    SUPERVISOR = "supervisor"
    DISTRICT_TEAM = "district_team"
    HUB = "hub"
    EVALUATOR = "evaluator"
    GUEST = "guest"
    ORG_ADMIN = "org_admin"
    SITE_ADMIN = "site_admin"


class Place(StrEnum):
    """Where a role is held."""

    TEAM = "team"
    ORG = "org"
    NETWORK = "network"
    SITE = "site"
    NOWHERE = "nowhere"


class Power(StrEnum):
    """What an office may do in its organisation and all below it; never a look into a team's work."""

    STRUCTURE = "structure"
    PEOPLE = "people"
    SIGN_IN = "sign_in"
    ROSTER = "roster"
    WORDS = "words"
    EQUITY = "equity"
    AUDIT = "audit"
    OUTSIDERS = "outsiders"


@dataclass(frozen=True, slots=True)
class RoleRow:
    """`relation`: how the holder stands to the teams there; `outside`: a third party, which may be kept out."""

    role: Role
    place: Place
    relation: Relation
    powers: frozenset[Power] = frozenset()
    outside: bool = False


_EVERY_POWER = frozenset(Power)

ROLES: dict[Role, RoleRow] = {
    row.role: row
    for row in (
        RoleRow(Role.MEMBER, Place.TEAM, Relation.MEMBER),
        RoleRow(Role.LEAD, Place.TEAM, Relation.MEMBER),
        RoleRow(Role.BACKUP, Place.TEAM, Relation.MEMBER),
        RoleRow(Role.FACILITATOR, Place.TEAM, Relation.MEMBER),
        RoleRow(Role.CONTENT_COACH, Place.TEAM, Relation.MEMBER),
        RoleRow(Role.SPONSOR, Place.TEAM, Relation.SCHOOL),
        RoleRow(Role.COACH, Place.TEAM, Relation.COACH),
        RoleRow(Role.PRINCIPAL, Place.ORG, Relation.SCHOOL),
        RoleRow(Role.SUPERVISOR, Place.ORG, Relation.NETWORK),
        RoleRow(Role.DISTRICT_TEAM, Place.ORG, Relation.NETWORK),
        RoleRow(Role.HUB, Place.NETWORK, Relation.NETWORK, outside=True),
        RoleRow(Role.EVALUATOR, Place.ORG, Relation.OTHER, outside=True),
        RoleRow(Role.GUEST, Place.NOWHERE, Relation.OTHER, outside=True),
        RoleRow(Role.ORG_ADMIN, Place.ORG, Relation.OTHER, _EVERY_POWER),
        RoleRow(Role.SITE_ADMIN, Place.SITE, Relation.OTHER, _EVERY_POWER),
    )
}

SLOTS = (Role.LEAD, Role.BACKUP, Role.FACILITATOR, Role.SPONSOR, Role.CONTENT_COACH)
"""The places in a team that are filled or named vacant (S3 R-3)."""

IN_THE_TEAM = frozenset(
    row.role for row in ROLES.values() if row.place == Place.TEAM and row.relation == Relation.MEMBER
)
OFFICES = frozenset(row.role for row in ROLES.values() if row.place == Place.ORG)


def with_power(power: Power) -> frozenset[Role]:
    """The roles, held in an organisation, that have this power."""
    return frozenset(role for role in OFFICES if power in ROLES[role].powers)


def reads_as(relation: Relation) -> frozenset[Role]:
    """The roles, held in an organisation, whose holders stand so to its teams."""
    return frozenset(role for role in OFFICES if ROLES[role].relation == relation)
