"""How far two groups are apart, as a chart, in words and as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.utils.translation import gettext as _

from aimwell.contexts.measures.models import Annotation, AnnotationKind, Measure, Unit
from aimwell.contexts.measures.queries.drawn import DrawnChart
from aimwell.contexts.measures.queries.gap_parts import Compared, Estimate, Part
from aimwell.contexts.measures.queries.values import bands_of, marks_of, phases_of, unit_of
from aimwell.domain.calendar.breaks import Closure
from aimwell.domain.calendar.periods import Dated
from aimwell.domain.render.chart_frame import Level
from aimwell.domain.render.numbers import Voice
from aimwell.domain.spc.chart_reading import chart_reading
from aimwell.domain.spc.reading import Phase
from aimwell.domain.words.gaps import TABLE
from aimwell.domain.words.numbers import number_text

GapKind = Literal["difference", "ratio"]


@dataclass(frozen=True)
class GapChart(DrawnChart):
    """The run chart of a - b, or of a / b."""

    measure: Measure
    names: tuple[str, str]
    kind: GapKind

    @property
    def name(self) -> str:
        text = _("%(a)s over %(b)s") if self.kind == "ratio" else _("%(a)s minus %(b)s")
        return text % {"a": self.names[0], "b": self.names[1]}

    @property
    def prefix(self) -> str:
        return f"gap-{self.measure.pk}"

    @property
    def level(self) -> Level:
        """Where both groups are alike."""
        return Level(1 if self.kind == "ratio" else 0, TABLE.say(f"level.{self.kind}", self.lang))


def gap_chart(
    measure: Measure, names: tuple[str, str], rows: Sequence[Compared], marks: Sequence[Annotation], *, period: str,
    lang: str, kind: GapKind = "difference",
) -> GapChart:  # fmt: skip
    """A period in which either group has no value is a gap in the line, and so is one without a ratio. No way is good:
    a - b may have either sign.
    """
    points = [_point(row, kind) for row in rows]
    reading = chart_reading(
        points,
        phases=tuple(Phase(one.starts_on, one.label) for one in phases_of(marks)),
        exclude=frozenset(row.first for row in rows if row.left_out),
        closures=tuple(
            Closure(one.starts_on, one.ends_on or one.starts_on, one.label)
            for one in marks
            if one.kind == AnnotationKind.BREAK
        ),
        unit="" if kind == "ratio" else gap_unit(measure),
        period=period,  # type: ignore[arg-type]
    )
    return GapChart(
        reading=reading, annotations=tuple(marks_of(marks, reading, period=period)), bands=tuple(bands_of(marks)),
        lang=lang, measure=measure, names=names, kind=kind,
    )  # fmt: skip


def _point(row: Compared, kind: GapKind) -> Dated:
    found = row.ratio if kind == "ratio" else row.difference
    if found is not None:
        return Dated(row.first, found.value)
    both = row.difference is not None
    return Dated(row.first, missing=_("The second is 0.") if both else _("One of the two has no number."))


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
