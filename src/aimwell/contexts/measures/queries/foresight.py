"""What the engine proposes, watches and plans, in words. Nothing here changes a chart; a person does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import numpy as np

from aimwell.contexts.measures.models import Annotation, AnnotationKind, Rules
from aimwell.contexts.measures.queries.charts import ChartView
from aimwell.contexts.measures.queries.values import read_points, with_choice
from aimwell.domain.calendar.years import rollovers
from aimwell.domain.render.planning_words import (
    expected_words,
    holding_words,
    proposal_words,
    unreachable_words,
    wanted_words,
)
from aimwell.domain.spc.holding import holding
from aimwell.domain.spc.kinds import KINDS
from aimwell.domain.spc.planner import Expected, Wanted, expected_signal
from aimwell.domain.spc.proposals import propose_phases
from aimwell.domain.spc.reading import ENOUGH_POINTS, Reading
from aimwell.domain.words.numbers import number_text

NEAR = timedelta(days=14)
"""A proposal this near to one that was looked at already is the same one."""
SIGMA_PER_RANGE = 1.128
PLANNED_POINTS = 40


@dataclass(frozen=True)
class ProposedPhase:
    """`day`: the first point that it would have."""

    day: str
    words: str


def proposed_phase(chart: ChartView, marks: Sequence[Annotation]) -> ProposedPhase | None:
    """The latest proposal that nobody has looked at yet, by Anhoej's rules whatever the chart is read with: they are
    the ones that tell a lasting move. A known line stays where it is, so none is proposed beside it.
    """
    seen = [one.starts_on for one in marks if one.kind == AnnotationKind.NO_PHASE]
    measure = with_choice(chart.measure, chart.measure.chart, Rules.ANHOEJ)
    reading = read_points(measure, chart.gathered, period=chart.period, annotations=marks)
    known = reading.method.centre in ("given", "last_year")
    found = () if known else propose_phases(reading, year_starts=year_starts(reading))
    open_ones = [one for one in found if not any(abs(one.starts - day) <= NEAR for day in seen)]
    if not open_ones:
        return None
    return ProposedPhase(open_ones[-1].starts.isoformat(), " ".join(proposal_words(open_ones[-1], reading, chart.lang)))


def year_starts(reading: Reading) -> tuple[date, ...]:
    """The first day counted in the latest school year, where the chart holds an earlier one too."""
    return rollovers([point.on for point in reading.values if not point.excluded])[-1:]


def held_gain(chart: ChartView) -> str:
    """How the latest gain holds; empty where there is none."""
    found = holding(chart.reading)
    return "" if found is None else holding_words(found, chart.reading, chart.lang)


@dataclass(frozen=True)
class Plan:
    """`to`: the level that is hoped for, on the scale of the chart. `words`: empty until somebody asked."""

    to: str
    words: str


def plan_of(chart: ChartView, to: float | None) -> Plan | None:
    """When a move from the line of today to `to` would show; None where the numbers are too few to say."""
    phase = chart.reading.phases[-1] if chart.reading.phases else None
    if phase is None or phase.centre is None or phase.n_values < ENOUGH_POINTS // 2:
        return None
    hoped = to if to is not None else _hoped(chart, phase.centre)
    return Plan(number_text(hoped, 0 if hoped == round(hoped) else 1), "" if to is None else _plan_words(chart, to))


def _hoped(chart: ChartView, centre: float) -> float:
    """The target, else ten points or a tenth in the good direction."""
    if chart.measure.target is not None:
        return chart.measure.target
    step = (10.0 if chart.reading.unit == "%" else abs(centre) / 10) * (-1 if chart.reading.direction == "down" else 1)
    return round(min(max(centre + step, 0.0), 100.0) if chart.reading.unit == "%" else centre + step, 1)


def _plan_words(chart: ChartView, to: float) -> str:
    reading, lang = chart.reading, chart.lang
    centre = reading.phases[-1].centre or 0.0
    wanted = _wanted(chart, centre, to)
    if wanted is None:
        return unreachable_words(lang)
    move = wanted_words(centre, to, reading, lang, students=wanted.denominator)
    return " ".join([move, *expected_words(_expected(wanted), reading.period, lang)])


def _wanted(chart: ChartView, centre: float, to: float) -> Wanted | None:
    reading = chart.reading
    with_limits = KINDS[reading.method.chart].with_limits
    baseline = min(max(reading.phases[-1].n_baseline, 2), 24)
    sizes = [point.denominator for point in reading.values if point.denominator]
    if reading.unit == "%" and chart.numbers.wholes:
        if not 0 <= to <= 100:
            return None
        return Wanted(
            centre / 100, (to - centre) / 100, denominator=max(1, round(float(np.median(sizes)))), baseline=baseline,
            rules=chart.measure.rules, with_limits=with_limits,
        )  # fmt: skip
    values = np.array([p.value for p in reading.values if p.phase == reading.phases[-1].index and not p.excluded])
    spread = float(np.abs(np.diff(values)).mean()) / SIGMA_PER_RANGE if values.size > 1 else 0.0
    if spread <= 0:
        return None
    return Wanted(centre, to - centre, sd=spread, baseline=baseline, rules=chart.measure.rules, with_limits=with_limits)


@lru_cache(maxsize=64)
def _expected(wanted: Wanted) -> Expected:
    return expected_signal(wanted, points=PLANNED_POINTS)
