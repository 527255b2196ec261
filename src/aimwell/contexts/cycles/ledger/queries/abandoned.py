"""What a team abandoned, and what that taught: learning like any other (S1 R-34, L870). Nothing of it is stored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.utils import timezone

from aimwell.contexts.cycles.ledger.queries.surprises import finished_of, looked_at
from aimwell.contexts.cycles.models import Cycle, Decision, DecisionObject
from aimwell.contexts.cycles.queries import CycleRow, cycle_seen
from aimwell.contexts.cycles.queries.threads import language
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import visible_to
from aimwell.contexts.theory.models import Part, PartKind
from aimwell.domain.words.dates import long_date

ABANDONED_A_PAGE = 12


@dataclass(frozen=True)
class AbandonedRow:
    """A cycle that ended with abandon, or an idea that was abandoned on the map without one: one of the two."""

    row: CycleRow | None
    idea: Part | None

    @property
    def title(self) -> str:
        """The idea, or what was tried."""
        return self.idea.text if self.idea is not None else self.row.title if self.row else ""

    @property
    def day(self) -> str:
        at = self.row.cycle.done_at if self.row else None
        return long_date(timezone.localdate(at), self.row.lang) if self.row and at else ""

    @property
    def because(self) -> str:
        if self.row is not None:
            return self.row.cycle.decision_reason
        return self.idea.abandoned_because if self.idea is not None else ""

    @property
    def learned(self) -> str:
        return self.row.cycle.learned if self.row else ""


def abandoned(user: User, team: Team, page: str | None = None) -> Page[AbandonedRow]:
    """Cycles first, newest first, then ideas of the map. The number of queries is the same whatever is stored."""
    shown: Page[Any] = Paginator(abandoned_keys(user, team), ABANDONED_A_PAGE).get_page(page)
    shown.object_list = abandoned_rows(user, team, shown.object_list, language())
    return shown


def abandoned_keys(user: User, team: Team) -> list[tuple[str, int]]:
    """("cycle", its key) and ("idea", its key), as far as `user` may see each. An idea stands once."""
    told = finished_of(user, team).filter(decision=Decision.ABANDON).values_list("pk", "idea_id", "decision_object")
    known = {idea for _pk, idea, about in told if idea and about == DecisionObject.IDEA}
    ideas = visible_to(user, Part, team=team).filter(kind=PartKind.IDEA, inquiry__ended_at=None)
    ideas = ideas.exclude(abandoned_because="").exclude(pk__in=known).order_by("-pk")
    return [
        *(("cycle", pk) for pk, _idea, _about in told), *(("idea", pk) for pk in ideas.values_list("pk", flat=True)),
    ]  # fmt: skip


def abandoned_rows(user: User, team: Team, keys: Iterable[tuple[str, int]], lang: str) -> list[AbandonedRow]:
    asked = list(keys)
    rows = finished_of(user, team).filter(pk__in=[pk for kind, pk in asked if kind == "cycle"]).select_related("idea")
    cycles: dict[int, Cycle] = {cycle.pk: cycle_seen(eyes, cycle) for cycle, eyes in looked_at(user, team, rows)}
    ideas = Part.objects.in_bulk([pk for kind, pk in asked if kind == "idea"])
    return [_of_cycle(cycles[pk], lang) if kind == "cycle" else AbandonedRow(None, ideas[pk]) for kind, pk in asked]


def _of_cycle(cycle: Cycle, lang: str) -> AbandonedRow:
    about = cycle.decision_object == DecisionObject.IDEA
    return AbandonedRow(CycleRow(cycle, lang), cycle.idea if about else None)
