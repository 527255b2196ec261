"""What every other way to look at a measure has: a picture, words, a table, and the same numbers exact."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from aimwell.contexts.measures.models import Measure, Series
from aimwell.domain.render.chart_frame import Size
from aimwell.domain.render.special_words import PlainTable, SpecialWords
from aimwell.domain.spc.reading import Reading, ReadingPoint
from aimwell.domain.words.numbers import NBSP
from aimwell.domain.words.special import TABLE

LookName = Literal["histogram", "scatter", "funnel", "pareto", "cusum"]
LOOKS: tuple[LookName, ...] = get_args(LookName)
OF_LINES: tuple[LookName, ...] = ("funnel", "pareto")
"""They show single lines, which are for the team."""
ALL = "all"


@dataclass(frozen=True)
class Asked:
    """What a reader asks for; all of it may be left out.

    `look`: empty for the first that the numbers allow. `by`: the period. `other`: the measure to hold beside this one.
    `on`: the first day of the period to show, "all" for all together, empty for the usual. `dots`: a dot for each
    value. `wider`: limits that allow for differences between groups. `outside`: as those see it who are not on the
    team.
    """

    look: str = ""
    by: str = ""
    other: int | None = None
    on: str = ""
    dots: bool = False
    wider: bool = False
    outside: bool = False


@dataclass(frozen=True)
class LineReading:
    """One line of the measure: a room, a school, a group, a kind."""

    series: Series
    reading: Reading

    @property
    def name(self) -> str:
        return self.series.name or _("Without a name")

    @property
    def points(self) -> list[ReadingPoint]:
        return in_line(self.reading)


@dataclass(frozen=True)
class Source:
    """The numbers of a measure as its chart shows them: `reading` of all lines together, `lines` those shown.

    `beside`: the other measure, and its reading. `hidden`: how many lines stay out of sight.
    """

    measure: Measure
    reading: Reading
    lines: Sequence[LineReading]
    hidden: int
    others: Sequence[Measure]
    beside: tuple[Measure, Reading] | None
    asked: Asked
    lang: str


@dataclass(frozen=True)
class Look:
    """`rows`: exact, with the columns of the table. `facts`: the numbers that the words speak of."""

    look: LookName
    title: str
    lang: str
    words_in: Callable[[str], SpecialWords]
    table: PlainTable
    rows: Sequence[dict[str, Any]]
    draw: Callable[[Size, str], str]
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        return kind_of(self.look, self.lang, dots=bool(self.facts.get("dots")))

    @property
    def words(self) -> SpecialWords:
        return self.words_in(self.lang)

    def svg(self, size: Size) -> SafeString:
        return mark_safe(self.draw(size, f"{self.look}-{size}"))  # noqa: S308  (the renderer escapes every text)

    @property
    def wide(self) -> SafeString:
        return self.svg("desktop")

    @property
    def phone(self) -> SafeString:
        return self.svg("phone")


def kind_of(look: LookName, lang: str, *, dots: bool = False) -> str:
    """The name of the chart: "Funnel chart"."""
    return TABLE.say("histogram.dots" if dots else f"{look}.title", lang)


def in_line(reading: Reading) -> list[ReadingPoint]:
    """Points with or without a value; those that the team left out count for nothing."""
    return [point for point in reading.points if not point.excluded]


def unbroken(day: str) -> str:
    """A date on one line, in the first column of a table."""
    return day.replace(" ", NBSP)
