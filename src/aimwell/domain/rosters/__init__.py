"""Rosters: what a file says about organisations and staff, and what that would change."""

from aimwell.domain.rosters.comparing import KnownPerson, Person, PersonChange, compared, share_ended, too_many_ended
from aimwell.domain.rosters.oneroster import Here, read_oneroster
from aimwell.domain.rosters.placing import KnownOrg, OrgStep, Placing, placed
from aimwell.domain.rosters.plain import read_plain
from aimwell.domain.rosters.records import Place, Problem, Roster
from aimwell.domain.rosters.versions import STAFF_ROLES

__all__ = [
    "STAFF_ROLES",
    "Here",
    "KnownOrg",
    "KnownPerson",
    "OrgStep",
    "Person",
    "PersonChange",
    "Place",
    "Placing",
    "Problem",
    "Roster",
    "compared",
    "placed",
    "read_oneroster",
    "read_plain",
    "share_ended",
    "too_many_ended",
]
