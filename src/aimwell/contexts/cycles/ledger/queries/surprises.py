"""What surprised a team, as far as a reader may see each cycle and its notes. Nothing of it is stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.utils import timezone

from aimwell.contexts.cycles.ledger.queries.forecasts import JUDGED
from aimwell.contexts.cycles.models import Cycle, CycleState, Entry, EntryKind
from aimwell.contexts.cycles.queries import CycleRow, cycle_seen, few
from aimwell.contexts.cycles.queries.facts import verdict_of
from aimwell.contexts.cycles.queries.threads import language
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import eyes_of, visible_to
from aimwell.domain.access.eyes import Detail, Eyes
from aimwell.domain.pdsa.judging import Outcome
from aimwell.domain.words.dates import long_date

SURPRISES_A_PAGE = 12


@dataclass(frozen=True)
class SurpriseRow:
    """A finished cycle that came out another way than predicted, or where something surprised the team."""

    row: CycleRow
    notes: tuple[str, ...]

    @property
    def outside(self) -> str:
        """Prediction beside result, where they differ."""
        return self.row.found if _outside(self.row.cycle) else ""

    @property
    def day(self) -> str:
        at = self.row.cycle.done_at
        return long_date(timezone.localdate(at), self.row.lang) if at else ""


def surprises(user: User, team: Team, page: str | None = None) -> Page[SurpriseRow]:
    """Newest first. The number of queries is the same whatever is stored."""
    shown: Page[Any] = Paginator(surprising(user, team), SURPRISES_A_PAGE).get_page(page)
    shown.object_list = surprise_rows(user, team, shown.object_list, language())
    return shown


def surprising(user: User, team: Team) -> list[int]:
    """Keys of the cycles to tell of, as far as `user` may see each of them and its notes."""
    light = finished_of(user, team).annotate(noted=Exists(SURPRISES.filter(cycle=OuterRef("pk"))))
    light = light.only("rung", "origin", "surprised_by", *JUDGED)
    return [cycle.pk for cycle, eyes in looked_at(user, team, light) if _surprises(eyes, cycle)]


SURPRISES = Entry.objects.filter(kind=EntryKind.SURPRISE, ended_at=None).exclude(text="")


def surprise_rows(user: User, team: Team, keys: Iterable[int], lang: str) -> list[SurpriseRow]:
    noted = Prefetch("entries", SURPRISES, to_attr="surprises")
    rows = finished_of(user, team).filter(pk__in=list(keys)).prefetch_related(noted)
    return [_surprise_row(eyes, cycle, lang) for cycle, eyes in looked_at(user, team, rows)]


def finished_of(user: User, team: Team) -> QuerySet[Cycle]:
    rows = visible_to(user, Cycle, team=team).filter(state=CycleState.DONE, practice=False)
    return rows.order_by("-done_at", "-id")


def looked_at(user: User, team: Team, rows: QuerySet[Cycle]) -> Iterator[tuple[Cycle, Eyes]]:
    """Each cycle with the eyes on it; these differ by rung only."""
    eyes: dict[int, Eyes] = {}
    for cycle in rows:
        cycle.owner_team = team
        if cycle.rung not in eyes:
            eyes[cycle.rung] = eyes_of(user, cycle)
        yield cycle, eyes[cycle.rung]


def _surprises(eyes: Eyes, cycle: Cycle) -> bool:
    noted = bool(getattr(cycle, "noted", False) or cycle.surprised_by.strip())
    return (noted and eyes.sees(Detail.NOTES)) or (_outside(cycle) and not few(eyes, cycle))


def _outside(cycle: Cycle) -> bool:
    """Whether a locked prediction and its result differ."""
    verdict = None if cycle.origin else verdict_of(cycle)
    return verdict is not None and not verdict.held and verdict.outcome is not Outcome.NOT_COLLECTED


def _surprise_row(eyes: Eyes, cycle: Cycle, lang: str) -> SurpriseRow:
    """Raw notes go as far as the team's own notes do."""
    entries: list[Entry] = getattr(cycle, "surprises", [])
    notes = [cycle.surprised_by, *(entry.text for entry in entries)] if eyes.sees(Detail.NOTES) else []
    return SurpriseRow(CycleRow(cycle_seen(eyes, cycle), lang), tuple(text for text in notes if text.strip()))
