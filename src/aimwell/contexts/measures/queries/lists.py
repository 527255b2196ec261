from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from aimwell.contexts.measures.models import Annotation, Measure, Series
from aimwell.contexts.measures.queries.seen import marks_seen
from aimwell.contexts.measures.queries.values import dated_values, read
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.queries import Reader, eyes_of, find, visible_to
from aimwell.domain.calendar.periods import Dated
from aimwell.domain.render.chart_small import common_range, small_chart_svg
from aimwell.domain.render.readings import reading_words
from aimwell.domain.spc.reading import Reading

_PARTS = re.compile(r"\d+|\D+")


@dataclass(frozen=True)
class MeasureRow:
    """A measure in a list: its small chart (empty without numbers) and what it says in one line."""

    measure: Measure
    reading: Reading
    latest: str
    finding: str
    svg: SafeString
    lines: int


def find_measure(user: Reader, pk: int, *, with_ended: bool = False) -> Measure:
    """Raises NotFound."""
    return find(user, Measure, pk, with_ended=with_ended)


def measures_of(user: Reader, team: Team, *, lang: str = "") -> list[MeasureRow]:
    """The team's measures that `user` may read, in three queries whatever their number."""
    language = lang or get_language() or "en"
    measures = list(visible_to(user, Measure, team=team))
    values = dated_values(measures)
    marks: dict[int, list[Annotation]] = {}
    for one in visible_to(user, Annotation, team=team).filter(measure__in=measures):
        marks.setdefault(one.measure_id, []).append(one)
    return [_row(one, values, marks.get(one.pk, []), language) for one in measures]


def _row(
    measure: Measure, values: dict[tuple[int, int], list[Dated]], marks: list[Annotation], lang: str
) -> MeasureRow:
    lines = [dated for (owner, _), dated in values.items() if owner == measure.pk]
    reading = read(measure, [one for dated in lines for one in dated], period=measure.period, annotations=marks)
    words = reading_words(reading, lang)
    svg = "" if reading.last is None else small_chart_svg(
        reading, lang=lang, y_range=common_range([reading]), title=measure.name, id_prefix=f"list-{measure.pk}"
    )  # fmt: skip
    return MeasureRow(measure, reading, words.latest, words.finding, mark_safe(svg), len(lines))  # noqa: S308


def series_of(user: Reader, measure: Measure) -> QuerySet[Series]:
    """By the alphabet, never by value."""
    return visible_to(user, Series, team=measure.owner_team).filter(measure=measure).order_by("name", "id")


def in_order(lines: Iterable[Series]) -> list[Series]:
    """By the alphabet, with Room 9 before Room 12."""
    return sorted(lines, key=_spoken)


def _spoken(line: Series) -> list[str]:
    return [part.zfill(12) if part.isdigit() else part for part in _PARTS.findall(line.name.lower())]


def annotations_of(user: Reader, measure: Measure) -> list[Annotation]:
    """`measure` must come from `visible_to`."""
    return marks_seen(eyes_of(user, measure), measure.annotations.filter(ended_at=None).select_related("created_by"))
