"""How one reading says its values and dates: the same decimals and years in chart, table and sentences."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from math import floor

from aimwell.domain.spc.reading import PhaseReading, Reading, ReadingPoint
from aimwell.domain.words.dates import month_year, short_date
from aimwell.domain.words.numbers import decimals_for, number_text, value_text, with_unit
from aimwell.domain.words.readings import TABLE

LONG_SPAN = 330
"""Days from which on two dates of a chart may look alike without their year."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Formats for one reading in one language."""

    lang: str
    unit: str
    decimals: int
    centre_decimals: int
    with_year: bool
    period: str
    line: str
    """What the line in the middle is called."""
    per_session: bool = False

    def value(self, value: float) -> str:
        return value_text(value, self.unit, self.decimals)

    def bare(self, value: float) -> str:
        """Without the unit."""
        return number_text(value, self.decimals)

    def label(self, value: float, decimals: int | None = None) -> str:
        """Inside a chart: a long unit stands at the axis and is not said again."""
        text = number_text(value, self.decimals if decimals is None else decimals)
        return with_unit(text, self.unit) if short_unit(self.unit) else text

    def cell(self, value: float, decimals: int | None = None) -> str:
        """In a table, where the heading says “per school day”."""
        decimals = self.decimals if decimals is None else decimals
        return value_text(value, "" if self.per_session else self.unit, decimals)

    def aim(self, value: float) -> int:
        """Decimals of an aim: none when it is a whole number."""
        return 0 if value == floor(value) else max(self.decimals, 1)

    def centre(self, value: float) -> str:
        return value_text(value, self.unit, self.centre_decimals)

    def date(self, day: datetime.date) -> str:
        """Short; a month when the points are months."""
        if self.period == "month":
            return month_year(day, self.lang)
        return short_date(day, self.lang, year=self.with_year)

    def when(self, day: datetime.date) -> str:
        """ "Week of Feb 1"."""
        return TABLE.say(f"when.{self.period}", self.lang, date=self.date(day))

    def of(self, point: ReadingPoint) -> str:
        """ "39 of 72", or nothing where no denominator is known."""
        if point.numerator is None or point.denominator is None or point.value is None:
            return ""
        if self.per_session:
            days = int(point.denominator)
            return TABLE.say("in_days", self.lang, top=plain(point.numerator), n=days)
        return TABLE.say("of", self.lang, top=plain(point.numerator), bottom=plain(point.denominator))

    def reason(self, phase: PhaseReading) -> str:
        """Why a phase began: as a person said, or with its school year."""
        return phase.reason or (TABLE.say("new_year", self.lang) if phase.last_year else "")

    def full(self, point: ReadingPoint) -> str:
        """ "54 % (39 of 72)"; empty for a missing value."""
        if point.value is None:
            return ""
        of = self.of(point)
        return f"{self.value(point.value)} ({of})" if of else self.value(point.value)


def short_unit(unit: str) -> bool:
    """Short enough to stand at a number inside a chart."""
    return len(unit) <= 3


def voice_for(reading: Reading, lang: str) -> Voice:
    values = [point.value for point in reading.points if point.value is not None]
    sizes = [p.denominator for p in reading.points if p.value is not None and p.denominator is not None]
    decimals = decimals_for(values, unit=reading.unit, denominators=sizes)
    halves = (
        not decimals
        and not sizes
        and any(phase.centre is not None and phase.centre != floor(phase.centre) for phase in reading.phases)
    )
    first, last = (reading.points[0].on, reading.points[-1].on) if reading.points else (None, None)
    return Voice(
        lang=lang,
        unit=unit_words(reading, lang),
        decimals=decimals,
        centre_decimals=_centre_decimals(reading, 1 if halves else decimals),
        with_year=first is not None and last is not None and (last - first).days > LONG_SPAN,
        period=reading.period,
        line=TABLE.say(f"line.{reading.method.centre}", lang),
        per_session=reading.method.per_session,
    )


def unit_words(reading: Reading, lang: str) -> str:
    """As it stands at a number: a count per day in session says so, in the reader's language."""
    if not reading.method.per_session:
        return reading.unit
    return f"{reading.unit} {TABLE.say('per_session', lang)}".strip()


def _centre_decimals(reading: Reading, usual: int) -> int:
    """All that a person gave to a line set by hand, up to four."""
    if reading.method.centre != "given":
        return usual
    line = next((phase.centre for phase in reading.phases if phase.centre is not None), 0.0)
    return max(usual, next((n for n in range(4) if abs(round(line, n) - line) < 1e-9), 4))


def plain(value: float) -> str:
    return number_text(value, 0 if value == floor(value) else 1)
