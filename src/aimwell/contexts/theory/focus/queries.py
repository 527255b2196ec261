"""How far two groups are apart now, and on how many aims a team works."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from aimwell.contexts.measures.models import Annotation, Measure, Series
from aimwell.contexts.measures.queries.gap_hiding import for_others, period_for_others, rule_of
from aimwell.contexts.measures.queries.gap_parts import compare, days_of
from aimwell.contexts.measures.queries.lists import in_order
from aimwell.contexts.measures.queries.values import dated_values, read, unit_of
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.queries import Reader, visible_to
from aimwell.contexts.theory.focus.models import AimPause, GapAim
from aimwell.contexts.theory.models import Inquiry
from aimwell.contexts.theory.queries import InquiryView
from aimwell.contexts.theory.queries.loose import NOT_LOOSE
from aimwell.domain.calendar.periods import Dated
from aimwell.domain.calendar.years import school_year
from aimwell.domain.render.numbers import voice_for
from aimwell.domain.theory import gap_aim
from aimwell.domain.theory.aims import Run
from aimwell.domain.theory.focus import USUAL, most_in
from aimwell.domain.words.dates import long_date
from aimwell.domain.words.focus import say


@dataclass(frozen=True, slots=True)
class FoundGap:
    """How far two groups were apart on the last day on which both were counted."""

    value: float
    on: date
    words: str


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups of one measure that are large enough to be shown to anyone, with what of their values may be."""

    measure: Measure
    lines: tuple[Series, ...]
    values: dict[int, list[Dated]]
    marks: tuple[Annotation, ...]

    def gap(self, a: Series, b: Series, lang: str) -> FoundGap | None:
        """None where both were never counted on one day."""
        period = period_for_others(self.measure)
        readings = [
            read(self.measure, self.values[one.pk], period=period, annotations=self.marks, together=False)
            for one in (a, b)
        ]
        unit = unit_of(self.measure)
        rows = [row for row in compare(days_of(*readings), unit=unit) if row.difference and not row.left_out]
        if not rows or rows[-1].a is None or rows[-1].b is None or rows[-1].difference is None:
            return None
        last, voice = rows[-1], voice_for(readings[0], lang)
        value = round(abs(last.difference.value), 1)
        told = {
            "day": long_date(last.first, lang, year=school_year(last.first) != school_year(timezone.localdate())),
            "a": a.name, "at_a": voice.value(last.a.value), "b": b.name, "at_b": voice.value(last.b.value),
        }  # fmt: skip
        return FoundGap(value, last.first, say("gap.found", lang, apart=gap_aim.apart(value, unit, lang), **told))


def groups_of(user: Reader, team: Team, lang: str) -> list[Groups]:
    """Measures with two groups or more to show, each by the alphabet. The aim is printed and shared, so the rule for
    small groups holds for the team as well. Four queries however many measures and groups there are.
    """
    measures = list(visible_to(user, Measure, team=team))
    lines: dict[int, list[Series]] = {}
    for line in in_order(Series.objects.filter(measure__in=measures, ended_at=None)):
        lines.setdefault(line.measure_id, []).append(line)
    asked = [one for one in measures if len(lines.get(one.pk, ())) > 1]
    stored = dated_values(asked) if asked else {}
    marks: dict[int, list[Annotation]] = {one.pk: [] for one in asked}
    for mark in Annotation.objects.filter(measure__in=asked, ended_at=None) if asked else ():
        marks[mark.measure_id].append(mark)
    found = [_groups(one, lines[one.pk], stored, marks[one.pk], team, lang) for one in asked]
    return [one for one in found if len(one.lines) > 1]


def _groups(
    measure: Measure, lines: list[Series], stored: dict[tuple[int, int], list[Dated]], marks: list[Annotation],
    team: Team, lang: str,
) -> Groups:  # fmt: skip
    counts = {line.pk: stored.get((measure.pk, line.pk), []) for line in lines}
    seen = for_others(counts, marks, period=period_for_others(measure), rule=rule_of(team), lang=lang)
    shown = tuple(line for line in lines if line.pk in seen.values)
    return Groups(measure, shown, seen.values, tuple(marks))


@dataclass(frozen=True)
class GapLook:
    """The gap aim of an effort as this reader may see it. Only the team knows which lines it is read from."""

    user: Reader
    view: InquiryView
    row: GapAim

    @cached_property
    def groups(self) -> list[Groups]:
        """For the team alone."""
        return groups_of(self.user, self.view.inquiry.owner_team, self.view.lang) if self.view.may_edit else []

    @cached_property
    def measure(self) -> Measure | None:
        """The measure that its lines belong to."""
        if self.row.line_a_id is None or self.row.line_b_id is None or self.row.line_a is None:
            return None
        return self.row.line_a.measure

    @cached_property
    def _pair(self) -> tuple[Groups, Series, Series] | None:
        """None without two lines, and where one of them may not be shown now."""
        asked = {self.row.line_a_id, self.row.line_b_id}
        if None in asked or len(asked) < 2:
            return None
        inside = self.groups if self.view.may_edit else _groups_of_measure(self.measure, self.view)
        for one in inside:
            here = {line.pk: line for line in one.lines}
            if asked <= set(here):
                return one, here[self.row.line_a_id or 0], here[self.row.line_b_id or 0]
        return None

    @property
    def hidden(self) -> bool:
        """Two lines are chosen, and one of them has too few students now."""
        return self.measure is not None and self._pair is None

    @cached_property
    def found(self) -> FoundGap | None:
        """For the team: what the numbers say today."""
        if not self.view.may_edit or self._pair is None:
            return None
        one, a, b = self._pair
        return one.gap(a, b, self.view.lang)

    @property
    def found_words(self) -> str:
        if self.hidden:
            return say("gap.hidden", self.view.lang)
        if self.found is not None:
            return self.found.words
        return say("gap.none", self.view.lang) if self.measure is not None and self.view.may_edit else ""

    @cached_property
    def _gap(self) -> gap_aim.GapAim:
        row, aim = self.row, self.view.aim
        now = row.now if row.now is not None else self.found.value if self.found else None
        return gap_aim.GapAim(
            group=row.group, beside=row.beside, now=None if self.hidden else now, target=row.target,
            by_when=row.by_when, unit=unit_of(self.measure) if self.measure else "%", what=aim.what if aim else "",
        )  # fmt: skip

    @property
    def written(self) -> bool:
        return any(getattr(self.row, name) not in ("", None) for name in ("group", "beside", "now", "target"))

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        day = self.row.by_when
        with_year = day is not None and school_year(day) != school_year(timezone.localdate())
        return gap_aim.sentence(self._gap, self.view.lang, with_year=with_year)

    @property
    def sentence(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def missing(self) -> tuple[str, ...]:
        return gap_aim.missing_parts(self._gap)

    @property
    def open_words(self) -> list[str]:
        """The parts that are not there yet, one by one."""
        return [say(f"open.{part}", self.view.lang) for part in self.missing]

    @property
    def hints(self) -> list[str]:
        return [say(key, self.view.lang) for key in gap_aim.hints(self._gap)]


def _groups_of_measure(measure: Measure | None, view: InquiryView) -> list[Groups]:
    """The groups of one measure for readers who are shown none of its numbers: only whether they may be told at all."""
    if measure is None:
        return []
    lines = in_order(Series.objects.filter(measure=measure, ended_at=None))
    marks = list(Annotation.objects.filter(measure=measure, ended_at=None))
    return [_groups(measure, lines, dated_values([measure]), marks, view.inquiry.owner_team, view.lang)]


def gap_look(user: Reader, view: InquiryView, row: GapAim | None = None) -> GapLook:
    """`row`: what is typed so far; else what is stored."""
    if row is None:
        stored = GapAim.objects.filter(inquiry=view.inquiry, ended_at=None)
        row = stored.select_related("line_a__measure", "line_b").first()
    return GapLook(user, view, row or GapAim(inquiry=view.inquiry, version=0))


@dataclass(frozen=True)
class AimsAtOnce:
    """The aims of a team in the order in which their efforts began. `most`: how many at one time are usual here."""

    most: int
    active: tuple[Inquiry, ...]
    paused: tuple[AimPause, ...]

    @property
    def too_many(self) -> bool:
        return len(self.active) > self.most

    @property
    def first(self) -> Inquiry | None:
        return self.active[0] if self.active else None

    def pause_of(self, inquiry: Inquiry) -> AimPause | None:
        return next((one for one in self.paused if one.inquiry_id == inquiry.pk), None)


def most_of(team: Team) -> int:
    """How many aims at one time are usual here, as a place above chose, else one."""
    return most_in(team.words) or USUAL


def aims_of(user: Reader, team: Team) -> AimsAtOnce:
    """For members. An aim counts once it says what or how much, while its effort is open. Two queries."""
    open_pause = AimPause.objects.filter(resumed_on=None, ended_at=None)
    written = Q(aim__ended_at=None) & (~Q(aim__what="") | Q(aim__target__isnull=False))
    rows = visible_to(user, Inquiry, team=team).filter(NOT_LOOSE, written, closed_at=None).select_related("aim")
    rows = rows.exclude(aim=None).annotate(rests=Exists(open_pause.filter(inquiry=OuterRef("pk")))).order_by("pk")
    found = list(rows)
    paused = open_pause.filter(inquiry__owner_team=team, inquiry__ended_at=None).select_related("inquiry")
    active = tuple(one for one in found if not one.rests)  # type: ignore[attr-defined]
    return AimsAtOnce(most_of(team), active, tuple(paused))
