"""What the engine proposes, watches and plans, in words. Nothing here changes a chart; a person does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from aimwell.contexts.measures.models import Annotation, AnnotationKind, Rules
from aimwell.contexts.measures.queries.charts import ChartView
from aimwell.contexts.measures.queries.values import read_points, with_choice
from aimwell.domain.render.numbers import voice_for
from aimwell.domain.spc.holding import holding
from aimwell.domain.spc.kinds import KINDS
from aimwell.domain.spc.planner import Expected, Wanted, expected_signal
from aimwell.domain.spc.proposals import Proposal, propose_phases
from aimwell.domain.spc.reading import ENOUGH_POINTS
from aimwell.domain.words.numbers import number_text, one_in

NEAR = timedelta(days=14)
"""A proposal this near to one that was looked at already is the same one."""
SIGMA_PER_RANGE = 1.128
PLANNED_POINTS = 40

HELD = {
    "too_early": gettext_lazy("It is early to say whether the new level of %(level)s holds. Keep counting."),
    "holding": ngettext_lazy(
        "The new level of %(level)s holds so far, %(watched)s point on.",
        "The new level of %(level)s holds so far, %(watched)s points on.",
        "watched",
    ),
    "further": gettext_lazy(
        "The line has moved further: the last %(run)s points lie beyond the new level of %(level)s."
    ),
    "drifting": gettext_lazy(
        "The last %(run)s points lie short of the new level of %(level)s. Look at what changed in the work."
    ),
    "back": gettext_lazy(
        "The last %(run)s points lie nearer to the earlier %(before)s than to the new level of %(level)s. "
        "Look at what changed in the work."
    ),
}
SHOWS = {
    "day": ngettext_lazy("about %(n)s day with a count", "about %(n)s days with a count", "n"),
    "week": ngettext_lazy("about %(n)s week", "about %(n)s weeks", "n"),
    "month": ngettext_lazy("about %(n)s month", "about %(n)s months", "n"),
}


@dataclass(frozen=True)
class ProposedPhase:
    """`day`: the first point that it would have."""

    day: str
    words: str


def proposed_phase(chart: ChartView, marks: Sequence[Annotation]) -> ProposedPhase | None:
    """The latest proposal that nobody has looked at yet, by Anhoej's rules whatever the chart is read with: they are
    the ones that tell a lasting move.
    """
    seen = [one.starts_on for one in marks if one.kind == AnnotationKind.NO_PHASE]
    measure = with_choice(chart.measure, chart.measure.chart, Rules.ANHOEJ)
    reading = read_points(measure, chart.gathered, period=chart.period, annotations=marks)
    open_ones = [one for one in propose_phases(reading) if not any(abs(one.starts - day) <= NEAR for day in seen)]
    return ProposedPhase(open_ones[-1].starts.isoformat(), _proposal_words(chart, open_ones[-1])) if open_ones else None


def _proposal_words(chart: ChartView, found: Proposal) -> str:
    voice = voice_for(chart.reading, chart.lang)
    said = [
        _("The line seems to have moved on %(day)s: since then %(points)s points around %(centre)s, not %(before)s.")
        % {
            "day": voice.date(found.starts), "points": found.points, "centre": voice.centre(found.centre),
            "before": voice.centre(found.before),
        }
    ]  # fmt: skip
    if found.evidence is not None:
        times = one_in(found.evidence.chance)
        said.append(_("With no change at all, such a chart still rings about 1 time in %(times)s.") % {"times": times})
    if found.trial:
        said.append(_("With fewer than %(n)s points the new line would be a first guess.") % {"n": ENOUGH_POINTS})
    return " ".join(said)


def holding_words(chart: ChartView) -> str:
    """How the latest gain holds; empty where there is none."""
    found = holding(chart.reading)
    if found is None:
        return ""
    voice = voice_for(chart.reading, chart.lang)
    level = found.level if found.level is not None else chart.reading.phases[-1].centre
    return HELD[found.state] % {
        "level": "" if level is None else voice.centre(level), "before": voice.centre(found.before),
        "watched": found.watched, "run": found.run_length,
    }  # fmt: skip


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
    reading, voice = chart.reading, voice_for(chart.reading, chart.lang)
    phase = reading.phases[-1]
    centre = phase.centre or 0.0
    wanted = _wanted(chart, centre, to)
    if wanted is None:
        return _("This level is out of reach for these numbers, or they do not differ at all.")
    found = _expected(wanted)
    levels = {"from": voice.centre(centre), "to": voice.value(to)}
    if wanted.denominator is not None:
        start = _("With about %(n)s students each time, a move from %(from)s to %(to)s") % {
            "n": wanted.denominator, **levels,
        }  # fmt: skip
    else:
        start = _("With ups and downs as before, a move from %(from)s to %(to)s") % levels
    if found.likely is None:
        return start + " " + _("would most likely not show within %(n)s points.") % {"n": PLANNED_POINTS}
    after = SHOWS[chart.period] % {"n": found.likely}
    return start + " " + _("would show after %(after)s in 4 of 5 cases.") % {"after": after}


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
