"""The page on which a team chooses how its chart is made: what fits its numbers, and what each choice costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from aimwell.contexts.measures.models import AnnotationKind, Chart, LineFrom, Measure, Period, Unit
from aimwell.contexts.measures.queries.charts import ChartView, annotations_for, chart_from
from aimwell.contexts.measures.queries.false_signals import condition_words, expected_words
from aimwell.contexts.measures.queries.foresight import Plan, plan_of
from aimwell.contexts.measures.queries.possible import Numbers, fitting, missing_for, possible
from aimwell.contexts.measures.queries.values import dated_values, read, with_choice
from aimwell.contexts.people.queries import Reader
from aimwell.domain.spc.kinds import CHART_KINDS, ChartKind
from aimwell.domain.spc.last_year import matching_stretch
from aimwell.domain.spc.reading import Reading
from aimwell.domain.spc.recommend import recommend
from aimwell.domain.spc.rulesets import EXPERIMENTAL, RULE_SET_NAMES, RULE_SETS, RuleSetName
from aimwell.domain.words.spc import TABLE as SPC

LINES_SHOWN = 12
"""Small charts that stand on one page of the measure."""
LACKS = {
    "wholes": gettext_lazy("It needs a count and its whole for each number."),
    "share": gettext_lazy("It needs shares: a count and its whole for each number."),
    "rate": gettext_lazy("It needs counts with how much each could have been, such as days or pages."),
    "several": gettext_lazy("It needs several values for each point, such as one for each day or room."),
    "count": gettext_lazy("It needs plain counts, without a whole."),
    "between": gettext_lazy("It needs times or amounts above zero, without a whole."),
}


@dataclass(frozen=True)
class Option:
    value: str
    label: str
    why: str


@dataclass(frozen=True)
class ChartPage:
    """`preview`: the chart as it would be. `charts` can be made from these numbers, `others` cannot, and say why.

    `sessions`, `last_year`: numbers per school day, and a line from last year, make sense here. `breaks_wanted`: the
    former would, once days without school are marked.
    """

    preview: ChartView
    advice: Option
    charts: list[Option]
    others: list[Option]
    rules: list[Option]
    saved: bool
    plan: Plan | None
    sessions: bool
    breaks_wanted: bool
    last_year: bool

    @property
    def measured(self) -> str:
        return condition_words(self.preview.reading, self.preview.measure.rules, self.preview.lang)

    @property
    def chosen(self) -> str:
        """A run chart where the one that was chosen does not fit the numbers any more."""
        chart = self.preview.measure.chart
        return chart if chart in {one.value for one in self.charts} else Chart.RUN.value


def chart_page(
    user: Reader, measure: Measure, *, chart: str = "", rules: str = "", to: float | None = None, **settings: Any
) -> ChartPage:
    """`chart`, `rules`, `settings`: what would be chosen; without them, what is. `to`: a level to plan for."""
    values, marks = dated_values([measure]), annotations_for(user, measure)
    wanted = fitting(
        chart or measure.chart,
        sessions=settings.get("per_session", measure.per_session),
        before=measure.per_session,
    )
    asked = with_choice(measure, wanted, rules or measure.rules, **settings)
    view = chart_from(asked, None, values, marks)
    lines = list(values.values())[:LINES_SHOWN] if len(values) > 1 else []
    readings = [
        view.reading,
        *(read(asked, line, period=view.period, annotations=marks, together=False) for line in lines),
    ]
    with_breaks = any(one.kind == AnnotationKind.BREAK for one in marks) or measure.period == Period.MONTH
    sessions = _may_stand_over_sessions(asked, view.numbers)
    numbers, lang, advice = view.numbers, view.lang, _advice(view)
    return ChartPage(
        preview=view,
        advice=advice,
        charts=[_chart_option(kind, lang, advised=kind == advice.value) for kind in possible(numbers)],
        others=[_other(kind, numbers, lang) for kind in CHART_KINDS if missing_for(kind, numbers)],
        rules=[_rules_option(rules, readings, lang) for rules in RULE_SET_NAMES if rules not in EXPERIMENTAL],
        plan=plan_of(view, to),
        saved=all(getattr(asked, name) == getattr(measure, name) for name in Measure.CHART_SETTINGS),
        sessions=sessions and (with_breaks or asked.per_session or measure.per_session),
        breaks_wanted=sessions and not with_breaks,
        last_year=measure.line_from == LineFrom.LAST_YEAR or _has_last_year(view),
    )


def _may_stand_over_sessions(measure: Measure, numbers: Numbers) -> bool:
    """Plain counts of weeks or months."""
    if measure.unit != Unit.COUNT or measure.period == Period.DAY:
        return False
    return measure.per_session or numbers.has("count")


def _has_last_year(view: ChartView) -> bool:
    counted = [point.on for point in view.reading.values if not point.excluded]
    return matching_stretch(counted, view.period) is not None


@dataclass(frozen=True)
class Made:
    """How the charts of a page are made, in words. `why_run`: why it is not the chart that was chosen. `why_own`: why
    its line does not come from last year.
    """

    chart: str
    rules: str
    why_run: str
    why_own: str
    expected: str

    @property
    def whys(self) -> list[str]:
        return [why for why in (self.why_run, self.why_own) if why]


def made_of(view: ChartView, readings: Sequence[Reading]) -> Made:
    measure = view.measure
    lack = missing_for(measure.chart, view.numbers)  # type: ignore[arg-type]
    return Made(
        chart=str(Chart.RUN.label) if lack else measure.get_chart_display(),
        rules=measure.get_rules_display(),
        why_run=_("It stands in for the %(chart)s.") % {"chart": measure.get_chart_display()} + f" {LACKS[lack]}"
        if lack
        else "",
        why_own=_why_own(view),
        expected=expected_words(readings, measure.rules),
    )


def _why_own(view: ChartView) -> str:
    if view.measure.line_from != LineFrom.LAST_YEAR or view.reading.method.last_year is not None:
        return ""
    return _("It needs four numbers or more from the same time last year. Until then the chart makes its own line.")


def _chart_option(kind: str, lang: str, *, advised: bool) -> Option:
    when = SPC.say(f"when.{kind}", lang)
    best = _("Fits best.")
    return Option(kind, SPC.say(f"chart.{kind}", lang), f"{best} {when}" if advised else when)


def _other(kind: ChartKind, numbers: Numbers, lang: str) -> Option:
    return Option(kind, SPC.say(f"chart.{kind}", lang), str(LACKS[missing_for(kind, numbers)]))


def _rules_option(rules: RuleSetName, readings: Sequence[Reading], lang: str) -> Option:
    why = [SPC.say(f"rules_when.{rules}", lang), expected_words(readings, rules), f"({RULE_SETS[rules].source})"]
    return Option(rules, SPC.say(f"rules.{rules}", lang), " ".join(why))


def _advice(view: ChartView) -> Option:
    """The chart that fits best, with its reason."""
    points = [point for point in view.reading.points if point.value is not None]
    wholes = view.numbers.wholes
    found = recommend(
        len(points),
        unit=view.reading.unit,
        numerators=[point.numerator for point in points] if wholes else (),
        denominators=[point.denominator for point in points] if wholes else (),
        values=[point.value for point in points],
        counts=view.measure.unit == Unit.COUNT and view.numbers.counted,
        subgroup_sizes=[2] if view.numbers.has("several") else (),
    )
    return Option(found.chart, SPC.say(f"chart.{found.chart}", view.lang), SPC.say(f"why.{found.reason}", view.lang))
