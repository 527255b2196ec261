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
from aimwell.contexts.measures.queries.gap_chart import GapChart, GapRow, gap_chart, gap_rows, span
from aimwell.contexts.measures.queries.gap_hiding import FLOOR, Hidden, hidden_from_others
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
from aimwell.domain.equity.telling import GapWords, gap_words
from aimwell.domain.equity.whom import ForWhom, GroupLine, for_whom
from aimwell.domain.errors import NotFound
from aimwell.domain.render.numbers import Voice, voice_for
from aimwell.domain.spc.reading import Reading
from aimwell.domain.tables.cells import harmless

GROUPS_A_PAGE = 12


@dataclass(frozen=True)
class Group:
    """`size`: how many one count looks at; None where no count says. `hidden`: why others do not see it; then it has
    no chart and no parts.
    """

    line: Series
    size: int | None
    hidden: Hidden
    chart: SmallView | None
    before: Part | None
    after: Part | None
    before_text: str
    after_text: str

    @property
    def small(self) -> bool:
        return self.size is not None and self.size < FLOOR


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
    """`outside`: as those would see it who are not on the team. `shown`: the groups that can be compared.

    `gap`: None with fewer than two groups to show.
    """

    measure: Measure
    period: str
    lang: str
    outside: bool
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
        hidden = any(one.hidden for one in self.groups)
        return gap_words(self.gap.verdict, since=self.stretches.after[0], hidden=hidden, lang=lang)


def for_whom_page(
    user: Reader, measure: Measure, *, a: int | None = None, b: int | None = None, period: str = "",
    outside: bool = False, page: str = "",
) -> ForWhomPage:  # fmt: skip
    """`measure` must come from `visible_to`. `a`, `b`: the lines to compare; else the first two by the alphabet.
    `page`: of groups; empty for all.

    Lines may be rooms, and nothing tells a room from a group of students; so, as single lines, they are for the team.
    Raises NotFound for other readers, and for a line that is not shown here.
    """
    if not may_edit_team(user, measure.owner_team):
        raise NotFound
    period = permitted_period(user, measure, None, period)
    lang = get_language() or "en"
    lines = in_order(series_of(user, measure))
    marks = list(annotations_of(user, measure))
    values = dated_values([measure])
    counts = {line.pk: values.get((measure.pk, line.pk), []) for line in lines}
    sizes = {pk: latest_size(dated) for pk, dated in counts.items()}
    hidden = hidden_from_others(counts, period=period) if outside else {}
    shown = [line for line in lines if line.pk not in hidden]
    readings = {line.pk: read(measure, counts[line.pk], period=period, annotations=marks) for line in shown}
    stretches = stretches_of(readings.values(), marks)
    leaf = Paginator(lines, GROUPS_A_PAGE if page else max(1, len(lines))).get_page(page)
    drawn = small_charts(
        measure, shown, values, marks, period=period, shown=[line for line in leaf if line.pk in readings], lang=lang
    )
    charts = {one.series.pk: one for one in drawn}
    pair = _pair(shown, a, b)
    gap = _gap(measure, pair, readings, marks, stretches, period=period, lang=lang) if pair else None
    return ForWhomPage(
        measure=measure, period=period, lang=lang, outside=outside, page=leaf, shown=shown, stretches=stretches,
        groups=[
            _group(line, sizes[line.pk], hidden.get(line.pk, ""), charts.get(line.pk), stretches, lang)
            for line in leaf
        ],
        stretch_names=_names(stretches, list(readings.values()), period, lang), gap=gap,
    )  # fmt: skip


def _group(
    line: Series, size: int | None, hidden: Hidden, chart: SmallView | None, stretches: Stretches | None, lang: str
) -> Group:
    if chart is None or stretches is None:
        return Group(line, size, hidden, chart, None, None, "", "")
    voice = voice_for(chart.reading, lang)
    before, after = (part_of(chart.reading, dates) for dates in (stretches.before, stretches.after))
    texts = ["" if part is None else voice.value(part.value) for part in (before, after)]
    return Group(line, size, hidden, chart, before, after, *texts)


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
) -> Gap:
    a, b = (readings[line.pk] for line in pair)
    rows = compare(days_of(a, b), unit=a.unit)
    wholes = [
        Days(dates[0], last_day(dates[-1], period), part_of(a, dates), part_of(b, dates))
        for dates in ((stretches.before, stretches.after) if stretches else ())
    ]
    names = (pair[0].name, pair[1].name)
    return Gap(
        a=pair[0], b=pair[1], chart=gap_chart(measure, names, rows, marks, period=period, lang=lang),
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
