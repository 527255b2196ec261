"""How far two groups are apart, as a chart, in words and as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from aimwell.contexts.measures.models import Annotation, AnnotationKind, Measure, Unit
from aimwell.contexts.measures.queries.drawn import DrawnChart
from aimwell.contexts.measures.queries.gap_parts import Compared, Estimate, Part
from aimwell.contexts.measures.queries.values import bands_of, marks_of, phases_of, unit_of
from aimwell.domain.calendar.breaks import Closure
from aimwell.domain.calendar.periods import Dated
from aimwell.domain.render.numbers import Voice
from aimwell.domain.spc.chart_reading import chart_reading
from aimwell.domain.spc.reading import Phase
from aimwell.domain.words.numbers import number_text


@dataclass(frozen=True)
class GapChart(DrawnChart):
    """The run chart of a - b."""

    measure: Measure
    names: tuple[str, str]

    @property
    def name(self) -> str:
        return _("%(a)s minus %(b)s") % {"a": self.names[0], "b": self.names[1]}

    @property
    def prefix(self) -> str:
        return f"gap-{self.measure.pk}"


def gap_chart(
    measure: Measure, names: tuple[str, str], rows: Sequence[Compared], marks: Sequence[Annotation], *, period: str,
    lang: str,
) -> GapChart:  # fmt: skip
    """A period in which either group has no value is a gap in the line. No way is good: a - b may have either sign."""
    missing = _("One of the two has no number.")
    points = [
        Dated(row.first, None, missing=missing) if row.difference is None else Dated(row.first, row.difference.value)
        for row in rows
    ]
    reading = chart_reading(
        points,
        phases=tuple(Phase(one.starts_on, one.label) for one in phases_of(marks)),
        exclude=frozenset(row.first for row in rows if row.left_out),
        closures=tuple(
            Closure(one.starts_on, one.ends_on or one.starts_on, one.label)
            for one in marks
            if one.kind == AnnotationKind.BREAK
        ),
        unit=gap_unit(measure),
        period=period,  # type: ignore[arg-type]
    )
    return GapChart(
        reading=reading, annotations=tuple(marks_of(marks, reading, period=period)), bands=tuple(bands_of(marks)),
        lang=lang, measure=measure, names=names,
    )  # fmt: skip


def gap_unit(measure: Measure) -> str:
    return _("points") if measure.unit == Unit.PERCENT else unit_of(measure)


@dataclass(frozen=True)
class GapRow:
    """Texts of one row; empty where there is nothing to say."""

    when: str
    a: str
    b: str
    difference: str
    difference_limits: str
    ratio: str
    ratio_limits: str
    left_out: bool


def gap_rows(rows: Sequence[Compared], voice: Voice) -> list[GapRow]:
    """`voice`: of the readings of the groups."""
    return [
        GapRow(
            span(row.first, row.last, voice), part_text(row.a, voice), part_text(row.b, voice),
            *_estimate(row.difference, voice.decimals), *_estimate(row.ratio, 2), row.left_out,
        )
        for row in rows
    ]  # fmt: skip


def span(first: date, last: date, voice: Voice) -> str:
    """ "Sep 14 to Nov 8", or the one day."""
    if first == last:
        return voice.date(first)
    return _("%(first)s to %(last)s") % {"first": voice.date(first), "last": voice.date(last)}


def part_text(part: Part | None, voice: Voice) -> str:
    """ "54 % (39 of 72)"."""
    if part is None:
        return ""
    if part.count is None or part.of is None:
        return voice.value(part.value)
    counts = _("%(count)s of %(of)s") % {"count": _plain(part.count), "of": _plain(part.of)}
    return f"{voice.value(part.value)} ({counts})"


def _estimate(found: Estimate | None, decimals: int) -> tuple[str, str]:
    if found is None:
        return "", ""
    value = number_text(found.value, decimals)
    if found.lower is None or found.upper is None:
        return value, ""
    limits = {"low": number_text(found.lower, decimals), "high": number_text(found.upper, decimals)}
    return value, _("%(low)s to %(high)s") % limits


def _plain(value: float) -> str:
    return number_text(value, 0 if value == int(value) else 1)
