"""Depth and spread of the threads of a school, for those who look after it (S1 R-48, R-49)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from aimwell.contexts.cycles.conditions.models import SeenPractice
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.orgs.models import Org, Team
from aimwell.contexts.orgs.queries import below
from aimwell.contexts.people.models import OrgRoleKind, User
from aimwell.contexts.people.queries import OrgLook, find_look, visible_to
from aimwell.domain.pdsa.depth import SchoolFacts, school_facts
from aimwell.domain.pdsa.moves import State
from aimwell.domain.pdsa.ramps import CycleLink, threads
from aimwell.domain.words.conditions_tried import school_words, shape_words, team_words

LOOKING_AFTER = frozenset({OrgRoleKind.SUPERVISOR, OrgRoleKind.DISTRICT_TEAM})
NOTES = 50


@dataclass(frozen=True)
class SchoolCard:
    """`lengths`: by team, how many finished cycles each thread has; `notes`: practices seen, the newest first."""

    look: OrgLook
    facts: SchoolFacts
    lengths: dict[int, list[int]]
    notes: list[SeenPractice]
    lang: str

    def told(self, teams: Iterable[Team]) -> list[tuple[Team, str]]:
        """Some teams of the school, each with what is on record."""
        return [(team, team_words(school_facts([self.lengths.get(team.pk, ())]), self.lang)) for team in teams]

    @property
    def org(self) -> Org:
        return self.look.org

    @property
    def words(self) -> str:
        return school_words(self.facts, self.lang)

    @property
    def shape(self) -> str:
        return shape_words(self.facts, self.lang) if self.facts.threads else ""

    @property
    def may_note(self) -> bool:
        return may_note(self.look)


def may_note(look: OrgLook) -> bool:
    """Supervisors and district teams: those who walk through schools and lead none of them."""
    return bool(look.kinds & LOOKING_AFTER) or look.leads_a_team_above


def school_card(user: User, org_id: int, lang: str) -> SchoolCard:
    """From the cycles that teams have opened to this reader. Raises NotFound for whoever holds no office there."""
    look = find_look(user, org_id)
    lengths = _lengths(user, look.org)
    notes = SeenPractice.objects.filter(org=look.org, ended_at=None).select_related("created_by")
    shown = list(notes[:NOTES]) if look.names else []
    return SchoolCard(look, school_facts(lengths.values()), lengths, shown, lang)


def _lengths(user: User, org: Org) -> dict[int, list[int]]:
    """By team with a cycle on record: how many finished cycles each thread has on its main line. One query."""
    rows = visible_to(user, Cycle).filter(below(org.path, "owner_team__org__path"), practice=False)
    told = rows.order_by("number").values_list("pk", "state", "predecessor_id", "owner_team_id")
    links: dict[int, list[CycleLink]] = {}
    for pk, state, before, team in told:
        links.setdefault(team, []).append(CycleLink(str(pk), State(state), str(before or "")))
    return {team: [thread.finished for thread in threads(held)] for team, held in links.items()}
