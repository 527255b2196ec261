"""Which charts can be made from a measure's numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from aimwell.contexts.measures.models import Unit
from aimwell.domain.calendar.periods import Dated
from aimwell.domain.spc.kinds import CHART_KINDS, ChartKind

SUBGROUP_CHARTS: tuple[ChartKind, ...] = ("xbar", "s")
NEEDS: dict[ChartKind, str] = {
    "ip": "wholes", "p": "share", "pp": "share", "u": "rate", "up": "rate", "xbar": "several", "s": "several",
    "c": "count", "g": "count", "t": "between",
}  # fmt: skip
"""What a chart asks of the numbers; `missing_for` says which of these they are not. Run, I and MR ask nothing."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """`wholes`: each value has its numerator and denominator. `several`: most points join two values or more.

    `counted`: whole numbers, none below zero. `positive`: all above zero.
    """

    unit: str
    wholes: bool
    several: bool
    counted: bool
    positive: bool

    def has(self, need: str) -> bool:
        return {
            "wholes": self.wholes,
            "share": self.wholes and self.unit == Unit.PERCENT,
            "rate": self.wholes and self.unit != Unit.PERCENT and self.counted,
            "several": self.several and not self.wholes,
            "count": self.unit == Unit.COUNT and self.counted and not self.wholes,
            "between": self.unit == Unit.NUMBER and self.positive and not self.wholes,
        }[need]


def numbers_of(unit: str, values: Sequence[Dated], dates: Sequence[date]) -> Numbers:
    """What `values` are like; `dates`: of the point that each value goes into."""
    present = [value for value in values if value.value is not None or value.numerator is not None]
    shown = [value.value if value.numerator is None else value.numerator for value in present]
    counts = [value.value is not None or value.numerator is not None for value in values]
    joined = Counter(day for day, there in zip(dates, counts, strict=True) if there)
    return Numbers(
        unit=unit,
        wholes=bool(present) and all(value.denominator is not None for value in present),
        several=sum(1 for n in joined.values() if n > 1) * 2 > len(joined),
        counted=all(number is not None and number >= 0 and number == int(number) for number in shown),
        positive=bool(shown) and all(number is not None and number > 0 for number in shown),
    )


def missing_for(chart: ChartKind, numbers: Numbers) -> str:
    """What the numbers lack for this chart, as a key of `NEEDS`; empty when it can be made."""
    need = NEEDS.get(chart, "")
    return "" if not need or numbers.has(need) else need


def fitting(chart: str, *, sessions: bool, before: bool) -> str:
    """Counts over school days have sizes: with `sessions` a C chart is a U chart, and back where they were `before`."""
    if sessions:
        return {"c": "u"}.get(chart, chart)
    return {"u": "c", "up": "c"}.get(chart, chart) if before else chart


def possible(numbers: Numbers) -> list[ChartKind]:
    return [kind for kind in CHART_KINDS if not missing_for(kind, numbers)]
