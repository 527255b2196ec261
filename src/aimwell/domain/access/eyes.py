"""What of a piece of work a reader gets, once the rung lets them read it at all.

The rung says who may read; this table says how much. What says something about one teacher, one room or a few students
stays near the team on every rung (S1 R-73; S3 R-74; S0 R-86): nobody outside the team gets single rooms or groups or
what was said in a meeting, and who reads without the team's name, or as one of the public, gets no people, no places
and no notes.
"""

from dataclasses import dataclass
from enum import StrEnum

from aimwell.domain.access.roles import ROLES, Role
from aimwell.domain.access.rules import Relation, Rung, masked, may_view


class Detail(StrEnum):
    """Parts of a work that may stay behind when the rest is read."""

    TEAM = "team"
    """The names of team and school."""
    PEOPLE = "people"
    """Who locked, decided, counts."""
    PLACES = "places"
    """Who and where, as the plan has it."""
    NOTES = "notes"
    """What was written day by day."""
    SAID = "said"
    """What was said in a meeting, and why one was called off or a decision let go."""
    BESIDE = "beside"
    """Evidence, voices, and events marked on a chart."""
    FEW = "few"
    """Numbers of fewer students than the team's rule for small groups allows."""
    ROOMS = "rooms"
    """Counts of single rooms and of single days."""
    GROUPS = "groups"
    """Groups of students side by side."""


_TEAM = frozenset({Relation.MEMBER})
_NEAR = _TEAM | {Relation.SCHOOL, Relation.COACH}
_NAMED = _NEAR | {Relation.NETWORK}

GOES_TO: dict[Detail, frozenset[Relation]] = {
    Detail.TEAM: _NAMED | {Relation.OTHER},
    Detail.PEOPLE: _NAMED,
    Detail.PLACES: _NEAR,
    Detail.NOTES: _NEAR,
    Detail.SAID: _TEAM,
    Detail.BESIDE: _NAMED,
    Detail.FEW: _NAMED,
    Detail.ROOMS: _TEAM,
    Detail.GROUPS: _TEAM,
}


@dataclass(frozen=True, slots=True)
class Eyes:
    """How somebody stands to the team that owns a work, and the rung it is open to."""

    relations: frozenset[Relation]
    rung: Rung

    @property
    def may_read(self) -> bool:
        return may_view(self.relations, self.rung)

    @property
    def masked(self) -> bool:
        """Reads it, but without the team's name."""
        return masked(self.relations, self.rung)

    def sees(self, detail: Detail) -> bool:
        return any(
            may_view(alone, self.rung) and not masked(alone, self.rung)
            for alone in (frozenset({relation}) for relation in (self.relations | {Relation.OTHER}) & GOES_TO[detail])
        )


OWN = Eyes(_TEAM, Rung.TEAM)
"""A member's, which see everything on every rung."""


class Reader(StrEnum):
    """Whose eyes a team may borrow before it opens something; farther and farther away."""

    COLLEAGUE = "colleague"
    PRINCIPAL = "principal"
    SPONSOR = "sponsor"
    COACH = "coach"
    NETWORK_TEAM = "network_team"
    SUPERVISOR = "supervisor"
    DISTRICT_TEAM = "district_team"
    HUB = "hub"
    EVALUATOR = "evaluator"
    ANYONE = "anyone"


STANDS: dict[Reader, Relation] = {
    Reader.COLLEAGUE: Relation.SCHOOL,
    Reader.NETWORK_TEAM: Relation.NETWORK,
    Reader.ANYONE: ROLES[Role.GUEST].relation,
    **{
        Reader(role.value): ROLES[role].relation
        for role in (
            Role.PRINCIPAL, Role.SPONSOR, Role.COACH, Role.SUPERVISOR, Role.DISTRICT_TEAM, Role.HUB, Role.EVALUATOR
        )
    },
}  # fmt: skip

FARTHEST: dict[Rung, Reader] = {
    Rung.TEAM: Reader.COLLEAGUE,
    Rung.SCHOOL: Reader.COLLEAGUE,
    Rung.COACH: Reader.COACH,
    Rung.NETWORK_UNNAMED: Reader.NETWORK_TEAM,
    Rung.NETWORK: Reader.NETWORK_TEAM,
    Rung.PUBLIC: Reader.ANYONE,
}
"""Who comes in last when a rung is opened: the first whose eyes a team should look through."""
