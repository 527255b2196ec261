"""Somebody's own forecasts: what they came to. For nobody else. Nothing of it is stored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch, QuerySet
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from aimwell.contexts.cycles.models import Amendment, Cycle, CycleState
from aimwell.contexts.cycles.queries import CycleRow, PredictionWords
from aimwell.contexts.cycles.queries.facts import complete, verdict_of
from aimwell.contexts.cycles.queries.threads import language
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import teams_of, visible_to
from aimwell.domain.pdsa.judging import Outcome
from aimwell.domain.pdsa.ledger import FEWEST, Forecast, Ledger, ledger
from aimwell.domain.pdsa.predictions import Kind
from aimwell.domain.render.calibration import calibration_svg, tenth_words
from aimwell.domain.words.dates import long_date
from aimwell.domain.words.ledger import TABLE as WORDS
from aimwell.domain.words.numbers import number_text
from aimwell.domain.words.pdsa import say

FORECASTS_A_PAGE = 20
JUDGED = (
    "kind", "low", "high", "out_of", "trend", "event", "unit_name", "chance", "result", "result_out_of", "result_trend",
    "result_happened", "not_collected_because",
)  # fmt: skip


@dataclass(frozen=True)
class ForecastRow:
    """One of the reader's own locked predictions, with what was changed beside it."""

    row: CycleRow
    forecast: Forecast

    @property
    def said(self) -> str:
        """ "7 in 10"."""
        return said(self.forecast.chance, self.row.lang)

    @property
    def day(self) -> str:
        at = self.row.cycle.done_at
        return long_date(timezone.localdate(at), self.row.lang) if at else ""

    @property
    def changes(self) -> list[tuple[PredictionWords, str]]:
        rows: list[Amendment] = getattr(self.row.cycle, "changed_beside", [])
        told = [(PredictionWords.of(row, self.row.lang), said(row.chance, self.row.lang)) for row in rows]
        return [(words, chance) for words, chance in told if words]


@dataclass(frozen=True)
class Mine:
    """What the reader's own forecasts came to. For nobody else."""

    ledger: Ledger
    page: Page[ForecastRow]
    lang: str

    @property
    def picture(self) -> SafeString:
        """Empty while there are few."""
        drawn = calibration_svg(self.ledger.tenths, lang=self.lang) if self.ledger.enough else ""
        return mark_safe(drawn)  # noqa: S308  (written by the drawing, which escapes)

    @property
    def sentences(self) -> list[str]:
        """The numbers in words; where they would rest on few forecasts, that stands there instead."""
        found = self.ledger
        if not found.enough:
            told = [WORDS.say("few", self.lang, n=found.with_chance, least=FEWEST)]
        else:
            expected = number_text(float(found.expected), 1)
            told = [WORDS.say("sum", self.lang, expected=expected, all=found.with_chance, held=found.held)]
        return [*told, self.ranges] if found.ranges else told

    @property
    def distance(self) -> str:
        found = self.ledger.brier
        if found is None or not self.ledger.enough:
            return ""
        return WORDS.say("brier", self.lang, brier=number_text(float(found), 2))

    @property
    def ranges(self) -> str:
        found = self.ledger
        if not found.enough_ranges:
            return WORDS.say("few_ranges", self.lang, n=found.ranges, least=FEWEST)
        return WORDS.say("coverage", self.lang, held=found.ranges_held, n=found.ranges)

    @property
    def table(self) -> list[tuple[str, int, int]]:
        """("7 in 10", forecasts, held)."""
        tenths = self.ledger.tenths if self.ledger.enough else ()
        return [(said(one.tenth * 10, self.lang), one.count, one.held) for one in tenths]

    @property
    def in_words(self) -> list[str]:
        return [tenth_words(one, self.lang) for one in self.ledger.tenths] if self.ledger.enough else []


def said(chance: int | None, lang: str) -> str:
    if chance is None:
        return WORDS.say("no_chance", lang)
    many, whole = (chance // 10, 10) if chance % 10 == 0 else (chance, 100)
    return say("chance.share", lang, many=many, whole=whole)


def mine(user: User, page: str | None = None) -> Mine:
    """The number of queries is the same whatever is stored."""
    rows = own_forecasts(user)
    found = ledger(forecast for cycle in rows.only(*JUDGED) if (forecast := forecast_of(cycle)))
    shown: Page[Any] = Paginator(rows.prefetch_related(CHANGES), FORECASTS_A_PAGE).get_page(page)
    shown.object_list = forecast_rows(shown.object_list, language())
    return Mine(found, shown, language())


CHANGES = Prefetch("amendments", Amendment.objects.filter(ended_at=None), to_attr="changed_beside")


def own_forecasts(user: User) -> QuerySet[Cycle]:
    """Finished cycles whose prediction `user` locked, newest first, in the teams where `user` has a place.

    Practice counts for nothing, and neither does what was imported or began as a quick log: nothing was locked before.
    """
    rows = visible_to(user, Cycle).filter(owner_team__in=teams_of(user), locked_by=user, state=CycleState.DONE)
    return rows.filter(practice=False, origin="").exclude(kind="").order_by("-done_at", "-id")


def forecast_rows(cycles: Iterable[Cycle], lang: str) -> list[ForecastRow]:
    told = [(CycleRow(cycle, lang), forecast_of(cycle)) for cycle in cycles]
    return [ForecastRow(row, forecast) for row, forecast in told if forecast]


def forecast_of(cycle: Cycle) -> Forecast | None:
    """The original prediction counts, never a later change of it (S1 R-27)."""
    if complete(cycle) is None:
        return None
    verdict = verdict_of(cycle)
    counted = verdict is not None and verdict.outcome is not Outcome.NOT_COLLECTED
    return Forecast(Kind(cycle.kind), cycle.chance, verdict.held if verdict and counted else None)
