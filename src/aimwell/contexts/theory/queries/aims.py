"""What the numbers say of an aim: where it stands, whom it leaves out, what it asks for, and how it stood before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from aimwell.contexts.measures.models import Annotation, Measure, Series
from aimwell.contexts.measures.queries.gap_hiding import for_others, period_for_others, rule_of, why_hidden
from aimwell.contexts.measures.queries.gap_parts import counted
from aimwell.contexts.measures.queries.lists import in_order
from aimwell.contexts.measures.queries.seen import least_seen
from aimwell.contexts.measures.queries.values import dated_values, read, unit_of
from aimwell.contexts.people.queries import Reader, eyes_of, visible_to
from aimwell.contexts.theory.models import Aim, AimEdition, Indicator, Moves
from aimwell.contexts.theory.queries.graph import aim_of, aim_sentence
from aimwell.contexts.theory.queries.view import InquiryView
from aimwell.domain.calendar.periods import Dated
from aimwell.domain.theory import gap_card, realism
from aimwell.domain.theory.aim_status import Ask, Found, Standing, aim_status
from aimwell.domain.theory.aim_words import group_words, outside_words, realism_words, status_words
from aimwell.domain.theory.indicators import Sign, in_time
from aimwell.domain.words.aims import say

Stood = Aim | AimEdition
Values = list[tuple[date, float]]


@dataclass(frozen=True, slots=True)
class Status:
    """`short` is "met" or "not yet", `words` says from which number."""

    standing: Standing
    value: float | None
    on: date | None
    short: str
    words: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Whom the target leaves out, and who is not there now, group by group; only the team knows its lines."""

    found: gap_card.Outside
    words: str
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Earlier:
    edition: AimEdition
    sentence: str
    status: Status


@dataclass(frozen=True, slots=True)
class AimLook:
    """`pace`: None where the aim does not say from where to where."""

    status: Status
    gap: Gap | None
    pace: realism.Pace | None
    realism: tuple[str, ...]
    earlier: tuple[Earlier, ...]


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The measures that this reader may see, with their values; all the same for every reader."""

    measures: dict[int, Measure]
    values: dict[int, Values]
    lines: dict[int, dict[int, list[Dated]]]
    marks: dict[int, list[Annotation]]

    def fitting(self, aim: Stood) -> Measure | None:
        """The measure of `aim`, where it counts in the unit of the aim."""
        measure = self.measures.get(aim.measure_id or 0)
        return measure if measure is not None and unit_of(measure) == aim_of(aim).unit else None


def aim_look(user: Reader, view: InquiryView) -> AimLook | None:
    """None while no aim is written. The same number of queries however many versions and counts there are."""
    aim = view.aim
    if aim is None:
        return None
    editions = list(aim.editions.all())
    numbers = _numbers(user, view, {one.measure_id for one in (aim, *editions) if one.measure_id})
    pace = _pace(aim, numbers)
    return AimLook(
        status=_status(aim, numbers, view.lang),
        gap=_gap(aim, view, numbers),
        pace=pace,
        realism=realism_words(pace, aim_of(aim).unit, view.lang) if pace else (),
        earlier=tuple(
            Earlier(one, "".join(run.text for run in aim_sentence(one, view.lang)), _status(one, numbers, view.lang))
            for one in editions
        ),
    )


def _numbers(user: Reader, view: InquiryView, wanted: set[int]) -> _Numbers:
    """Weeks where single days are counted, so that all readers are told the same."""
    found = visible_to(user, Measure, team=view.inquiry.owner_team).filter(pk__in=wanted) if wanted else ()
    measures = {one.pk: one for one in found}
    lines: dict[int, dict[int, list[Dated]]] = {pk: {} for pk in measures}
    for (owner, line), values in (dated_values(list(measures.values())) if measures else {}).items():
        lines[owner][line] = values
    marks: dict[int, list[Annotation]] = {pk: [] for pk in measures}
    for mark in Annotation.objects.filter(measure__in=measures, ended_at=None) if measures else ():
        marks[mark.measure_id].append(mark)
    values = {pk: _values(user, one, lines[pk].values(), marks[pk]) for pk, one in measures.items()}
    return _Numbers(measures, values, lines, marks)


def _values(user: Reader, measure: Measure, lines: Iterable[list[Dated]], marks: list[Annotation]) -> Values:
    together = [value for line in lines for value in line]
    least = least_seen(eyes_of(user, measure), measure)
    reading = read(measure, together, period=period_for_others(measure), annotations=marks, least=least)
    return [(point.on, point.value) for point in counted(reading) if point.value is not None]


def _status(aim: Stood, numbers: _Numbers, lang: str) -> Status:
    measure, known = numbers.fitting(aim), aim_of(aim)
    period = period_for_others(measure) if measure else "week"
    ask = Ask(aim.target, known.direction, aim.by_when, measure is not None, period)
    found: Found = aim_status(numbers.values[measure.pk] if measure else [], ask, today=timezone.localdate())
    words = status_words(found, ask, known.unit, lang)
    return Status(found.standing, found.value, found.on, say(f"short.{found.standing}", lang), words)


def _pace(aim: Aim, numbers: _Numbers) -> realism.Pace | None:
    measure = numbers.fitting(aim)
    if measure is None or None in (aim.baseline, aim.target, aim.baseline_on, aim.by_when):
        return None
    span = realism.Span(aim.baseline, aim.baseline_on, aim.target, aim.by_when)  # type: ignore[arg-type]
    return realism.pace(numbers.values[measure.pk], span, aim_of(aim).direction)


def _gap(aim: Aim, view: InquiryView, numbers: _Numbers) -> Gap | None:
    known = aim_of(aim)
    found = gap_card.outside(known.target, known.unit, known.direction, aim.headcount)
    if found is None:
        return None
    groups = _groups(aim, view, numbers) if view.may_edit else ()
    return Gap(found, outside_words(found, view.lang), tuple(group_words(one, view.lang) for one in groups))


def _groups(aim: Aim, view: InquiryView, numbers: _Numbers) -> tuple[gap_card.GroupOutside, ...]:
    """By the alphabet. The card is printed with the aim, so the rule for small groups holds for the team as well."""
    measure = numbers.measures.get(aim.measure_id or 0)
    lines = numbers.lines.get(aim.measure_id or 0, {})
    if measure is None or len(lines) < 2:
        return ()
    rule = rule_of(view.inquiry.owner_team)
    seen = for_others(lines, numbers.marks[measure.pk], period=period_for_others(measure), rule=rule, lang=view.lang)
    direction = aim_of(aim).direction
    told = []
    for line in in_order(Series.objects.filter(pk__in=lines)):
        why = why_hidden(seen.reasons.get(line.pk, ""), rule, view.lang)
        last = next((one for one in reversed(seen.values.get(line.pk, [])) if one.value is not None), None)
        told.append(
            gap_card.not_there(
                line.name, last.numerator if last else None, last.denominator if last else None, direction, why
            )
        )
    return tuple(one for one in told if one.hidden or one.students is not None)


def signs_of(user: Reader, view: InquiryView) -> tuple[list[Indicator], tuple[Sign, ...]]:
    """Signs on the way in the order of time, as rows and for the rules. A measure that is not shared has no name."""
    rows = {str(one.pk): one for one in view.inquiry.indicators.filter(ended_at=None).select_related("measure")}
    seen = set(visible_to(user, Measure, team=view.inquiry.owner_team).values_list("pk", flat=True)) if rows else set()
    signs = in_time(_sign(one) for one in rows.values())
    for one in rows.values():
        one.shown = one.measure if one.measure_id in seen else None  # type: ignore[attr-defined]
    return [rows[sign.key] for sign in signs], signs


def _sign(row: Indicator) -> Sign:
    return Sign(
        str(row.pk), row.name, row.expected_on, early=row.moves == Moves.EARLY, overarching=row.overarching,
        exists=row.measure_id is not None, owner=row.owner, make_by=row.make_by,
    )  # fmt: skip
