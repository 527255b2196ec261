"""How many change ideas a team works on now, and how many it wants to (S0 R-20)."""

from __future__ import annotations

from dataclasses import dataclass

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.theory.choosing.models import WorkLimit
from aimwell.contexts.theory.models import Part, PartKind
from aimwell.domain.theory.choosing import MOST_ACTIVE, is_over

OPEN = ("draft", "doing", "studying")
"""States of a cycle that is not done. Cycles point at ideas; only their relation is known here."""


@dataclass(frozen=True, slots=True)
class WorkLoad:
    """`active`: ideas with an open cycle. `version` is that of the limit, 0 before a team sets one."""

    active: tuple[Part, ...]
    most: int
    version: int

    def is_full_for(self, idea: Part | None) -> bool:
        """Whether work on `idea`, or on a new one, would be one too many."""
        others = [one for one in self.active if idea is None or one.pk != idea.pk]
        return is_over(len(others), self.most)

    @property
    def is_full(self) -> bool:
        return self.is_full_for(None)


def work_load(team: Team) -> WorkLoad:
    rows = Part.objects.filter(
        inquiry__owner_team=team, inquiry__ended_at=None, kind=PartKind.IDEA, ended_at=None, abandoned_because="",
        cycles__ended_at=None, cycles__state__in=OPEN,
    )  # fmt: skip
    limit = WorkLimit.objects.filter(team=team).first()
    most, version = (limit.most, limit.version) if limit else (MOST_ACTIVE, 0)
    return WorkLoad(tuple(rows.distinct()), most, version)
