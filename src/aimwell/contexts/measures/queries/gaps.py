"""One measure, group by group: who moved, how far two groups are apart, and how sure that is."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from django.core.paginator import Page, Paginator
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from aimwell.contexts.measures.models import Annotation, Measure, Series
from aimwell.contexts.measures.queries.charts import SmallView, permitted_period, small_charts
from aimwell.contexts.measures.queries.gap_chart import GapChart, GapKind, GapRow, gap_chart, gap_rows, span
from aimwell.contexts.measures.queries.gap_hiding import (
    ForOthers,
    Hidden,
    RuleChoice,
    for_others,
    period_for_others,
    rule_choices,
    rule_of,
    why_hidden,
)
from aimwell.contexts.measures.queries.gap_parts import (
    Compared,
    Days,
    Estimate,
    Part,
    Stretches,
    compare,
    days_of,
    is_share,
    latest_size,
    part_of,
    stretches_of,
)
from aimwell.contexts.measures.queries.lists import annotations_of, in_order, series_of
from aimwell.contexts.measures.queries.numbers import Line, _exact
from aimwell.contexts.measures.queries.values import dated_values, last_day, read
from aimwell.contexts.people.queries import Reader, may_edit_team
from aimwell.domain.equity.presets import SmallGroups
from aimwell.domain.equity.telling import GapWords, gap_words
from aimwell.domain.equity.whom import ForWhom, GroupLine, for_whom
from aimwell.domain.errors import NotFound
from aimwell.domain.render.numbers import Voice, voice_for
from aimwell.domain.spc.reading import Reading
from aimwell.domain.tables.cells import harmless

GROUPS_A_PAGE = 12


@dataclass(frozen=True)
class Group:
    """`size`: how many one count looks at; None where no count says, or where it is hidden. `hidden`: why others do not
    see it, `why` in words; then it has no chart and no parts. `small`: so few that it is for its team only.
    """

    line: Series
    size: int | None
    small: bool
    hidden: Hidden
    why: str
    chart: SmallView | None
    before: Part | None
    after: Part | None
    before_text: str
    after_text: str


@dataclass(frozen=True)
class Gap:
    """Two groups side by side: `a` minus `b`, and `a` over `b`. `rows`: by period, oldest first.

    `stretches`: each of the two as a whole. `verdict`: None where no numbers of students are known.
    """

    a: Series
    b: Series
    chart: GapChart
    voice: Voice
    rows: list[Compared]
    stretches: list[Compared]
    verdict: ForWhom | None

    @property
    def stretch_rows(self) -> list[GapRow]:
        return gap_rows(self.stretches, self.voice)

    @property
    def latest_first(self) -> list[GapRow]:
        return gap_rows(self.rows[::-1], self.voice)


@dataclass(frozen=True)
class ForWhomPage:
    """`outside`: as those would see it who are not on the team; they do not see `left_out` numbers of shown groups, and
    in `few` periods all together are too few. `rule`: that small groups are hidden by; `rules`: all on offer. `shown`:
    the groups that can be compared.

    `gap`: None with fewer than two groups to show.
    """

    measure: Measure
    period: str
    lang: str
    outside: bool
    left_out: int
    few: int
    rule: SmallGroups
    rules: list[RuleChoice]
    groups: list[Group]
    page: Page[Series]
    shown: list[Series]
    stretches: Stretches | None
    stretch_names: tuple[str, str]
    gap: Gap | None

    @property
    def words(self) -> GapWords | None:
        return self.words_in(self.lang)

    def words_in(self, lang: str) -> GapWords | None:
        """What the two groups show; None where it cannot be said how sure that is."""
        if self.gap is None or self.gap.verdict is None or self.stretches is None:
            return None
        hidden = bool(self.left_out) or any(one.hidden for one in self.groups)
        return gap_words(self.gap.verdict, since=self.stretches.after[0], hidden=hidden, lang=lang)


def for_whom_page(
    user: Reader, measure: Measure, *, a: int | None = None, b: int | None = None, period: str = "",
    outside: bool = False, page: str = "", kind: GapKind = "difference",
) -> ForWhomPage:  # fmt: skip
    """`measure` must come from `visible_to`. `a`, `b`: the lines to compare; else the first two by the alphabet.
    `page`: of groups; empty for all. `kind`: of the chart of the gap.

    Lines may be rooms, and nothing tells a room from a group of students; so, as single lines, they are for the team.
    Raises NotFound for other readers, and for a line that is not shown here.
    """
    if not may_edit_team(user, measure.owner_team):
        raise NotFound
    period = period_for_others(measure) if outside else permitted_period(user, measure, None, period)
    rule = rule_of(measure.owner_team)
    lang = get_language() or "en"
    lines = in_order(series_of(user, measure))
    marks = list(annotations_of(user, measure))
    stored = dated_values([measure])
    counts = {line.pk: stored.get((measure.pk, line.pk), []) for line in lines}
    seen = for_others(counts, marks, period=period, rule=rule, lang=lang) if outside else ForOthers({}, counts)
    rules = rule_choices(counts, marks, period=period_for_others(measure), lang=lang)
    counts = seen.values
    shown = [line for line in lines if line.pk in counts]
    readings = {
        line.pk: read(measure, counts[line.pk], period=period, annotations=marks, together=False) for line in shown
    }
    stretches = stretches_of(readings.values(), marks)
    leaf = Paginator(lines, GROUPS_A_PAGE if page else max(1, len(lines))).get_page(page)
    drawn = small_charts(
        measure, shown, {(measure.pk, pk): values for pk, values in counts.items()}, marks, period=period,
        shown=[line for line in leaf if line.pk in readings], lang=lang,
    )  # fmt: skip
    charts = {one.series.pk: one for one in drawn}
    pair = _pair(shown, a, b)
    gap = _gap(measure, pair, readings, marks, stretches, period=period, lang=lang, kind=kind) if pair else None
    return ForWhomPage(
        measure=measure, period=period, lang=lang, outside=outside, left_out=seen.left_out, few=seen.few, rule=rule,
        rules=rules, page=leaf, shown=shown, stretches=stretches,
        groups=[_group(line, seen, charts.get(line.pk), stretches, rule, lang) for line in leaf],
        stretch_names=_names(stretches, list(readings.values()), period, lang), gap=gap,
    )  # fmt: skip


def _group(
    line: Series, seen: ForOthers, chart: SmallView | None, stretches: Stretches | None, rule: SmallGroups, lang: str
) -> Group:
    size, hidden = latest_size(seen.values.get(line.pk, [])), seen.reasons.get(line.pk, "")
    head = (line, size, size is not None and size < rule.minimum, hidden, why_hidden(hidden, rule, lang), chart)
    if chart is None or stretches is None:
        return Group(*head, None, None, "", "")
    voice = voice_for(chart.reading, lang)
    before, after = (part_of(chart.reading, dates) for dates in (stretches.before, stretches.after))
    texts = ["" if part is None else voice.value(part.value) for part in (before, after)]
    return Group(*head, before, after, *texts)


def _pair(shown: Sequence[Series], a: int | None, b: int | None) -> tuple[Series, Series] | None:
    """Two different lines; the same one asked for twice is held against the first other one."""
    by_key = {line.pk: line for line in shown}
    if any(asked is not None and asked not in by_key for asked in (a, b)):
        raise NotFound
    if len(shown) < 2:
        return None
    one = by_key[a] if a is not None else next(line for line in shown if line.pk != b)
    other = by_key[b] if b is not None and b != one.pk else next(line for line in shown if line.pk != one.pk)
    return one, other


def _gap(
    measure: Measure,
    pair: tuple[Series, Series],
    readings: Mapping[int, Reading],
    marks: Sequence[Annotation],
    stretches: Stretches | None,
    *,
    period: str,
    lang: str,
    kind: GapKind,
) -> Gap:
    a, b = (readings[line.pk] for line in pair)
    rows = compare(days_of(a, b), unit=a.unit)
    wholes = [
        Days(dates[0], last_day(dates[-1], period), part_of(a, dates), part_of(b, dates))
        for dates in ((stretches.before, stretches.after) if stretches else ())
    ]
    names = (pair[0].name, pair[1].name)
    return Gap(
        a=pair[0], b=pair[1], chart=gap_chart(measure, names, rows, marks, period=period, lang=lang, kind=kind),
        voice=voice_for(a, lang), rows=rows, stretches=compare(wholes, unit=a.unit),
        verdict=_verdict(names, rows, stretches, unit=a.unit),
    )  # fmt: skip


def _verdict(
    names: tuple[str, str], rows: Sequence[Compared], stretches: Stretches | None, *, unit: str
) -> ForWhom | None:
    """None where a count of the two stretches is no share with its wholes."""
    if stretches is None:
        return None
    days = {*stretches.before, *stretches.after}
    kept = [row for row in rows if row.first in days and not row.left_out]
    if not all(part is None or is_share(part, unit=unit) for row in kept for part in (row.a, row.b)):
        return None
    lines = [_line(names[0], [row.a for row in kept]), _line(names[1], [row.b for row in kept])]
    return for_whom(lines, [int(row.first in stretches.after) for row in kept], pair=names)


def _line(name: str, parts: Sequence[Part | None]) -> GroupLine:
    counts, wholes = ([getattr(part, field, None) for part in parts] for field in ("count", "of"))
    return GroupLine(name, np.array(counts, dtype=np.float64), np.array(wholes, dtype=np.float64))


def _names(stretches: Stretches | None, readings: Sequence[Reading], period: str, lang: str) -> tuple[str, str]:
    """ "Sep 14 to Nov 8" for each stretch."""
    if stretches is None:
        return "", ""
    voice = voice_for(max(readings, key=lambda one: len(one.points)), lang)
    before, after = (
        span(dates[0], last_day(dates[-1], period), voice) for dates in (stretches.before, stretches.after)
    )
    return before, after


def gap_csv(gap: Gap | None) -> Iterator[str]:
    """Exact values: both stretches, then the periods, oldest first; only the heads of the columns without a gap."""
    writer = csv.writer(Line())
    yield "\ufeff"
    yield writer.writerow(
        [
            *(_("First day"), _("Last day"), _("First group"), _("Count"), _("Of"), _("Value")),
            *(_("Second group"), _("Count"), _("Of"), _("Value"), _("Difference"), _("Lower limit"), _("Upper limit")),
            *(_("Ratio"), _("Lower limit"), _("Upper limit"), _("Left out")),
        ]
    )
    if gap is None:
        return
    for row in (*gap.stretches, *gap.rows):
        yield writer.writerow(
            [
                row.first.isoformat(), row.last.isoformat(), harmless(gap.a.name), *_part_cells(row.a),
                harmless(gap.b.name), *_part_cells(row.b), *_estimate_cells(row.difference),
                *_estimate_cells(row.ratio), int(row.left_out),
            ]
        )  # fmt: skip


def _part_cells(part: Part | None) -> list[str]:
    return ["", "", ""] if part is None else [_exact(part.count), _exact(part.of), _exact(part.value)]


def _estimate_cells(found: Estimate | None) -> list[str]:
    return ["", "", ""] if found is None else [_exact(found.value), _exact(found.lower), _exact(found.upper)]
