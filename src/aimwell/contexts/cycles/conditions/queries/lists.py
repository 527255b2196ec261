"""The team's list, and the conditions of one cycle as each reader may see them."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from aimwell.contexts.cycles.conditions.models import Condition, RanUnder
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import eyes_of, visible_to
from aimwell.domain.access.eyes import Detail, Eyes
from aimwell.domain.pdsa.coverage import TEAM_ONLY, Kind


def conditions_of(user: User, team: Team) -> QuerySet[Condition]:
    """The team's list in its own order. `used`: in how many cycles."""
    inside = Q(runs__ended_at=None, runs__cycle__ended_at=None)
    rows = visible_to(user, Condition, team=team)
    return rows.annotate(used=Count("runs", filter=inside, distinct=True)).order_by("pk")


@dataclass(frozen=True)
class Listed:
    """One kind of condition with the team's values."""

    words: str
    rows: list[Condition]


def by_kind(rows: list[Condition]) -> list[Listed]:
    """Kinds in the order of their first value; a kind of the team's own by its own name."""
    found: dict[str, list[Condition]] = {}
    for row in rows:
        found.setdefault(kind_words(row), []).append(row)
    return [Listed(words, held) for words, held in found.items()]


def kind_words(row: Condition) -> str:
    return row.own_kind or row.get_kind_display()


def seen_here(eyes: Eyes, kind: str) -> bool:
    """Rooms, teachers, groups and a team's own kinds stay with the team; the rest goes as far as places go."""
    return eyes.sees(Detail.ROOMS) or (eyes.sees(Detail.PLACES) and Kind(kind) not in TEAM_ONLY)


@dataclass(frozen=True)
class RunView:
    """A cycle under one condition."""

    row: RanUnder

    @property
    def text(self) -> str:
        return self.row.condition.text

    @property
    def kind(self) -> str:
        return kind_words(self.row.condition)


def runs_of(user: User, cycle: Cycle) -> list[RunView]:
    """Under which conditions a cycle runs, in the order of the team's list. One query."""
    eyes = eyes_of(user, cycle)
    if not eyes.sees(Detail.PLACES):
        return []
    rows = visible_to(user, RanUnder, team=cycle.owner_team).filter(cycle=cycle).select_related("condition")
    return [RunView(row) for row in rows.order_by("condition_id") if seen_here(eyes, row.condition.kind)]
