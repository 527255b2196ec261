"""A prediction that can turn out wrong: a number, a bound, a range, a direction or an event (S1 R-26, L1367)."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from aimwell.domain.errors import Refused
from aimwell.domain.theory.numbers import exact, written
from aimwell.domain.words.numbers import NBSP
from aimwell.domain.words.pdsa import say

Value = int | float | Decimal | Fraction


class Kind(StrEnum):
    NUMBER = "number"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    RANGE = "range"
    DIRECTION = "direction"
    EVENT = "event"


class Trend(StrEnum):
    UP = "up"
    DOWN = "down"
    SAME = "same"


@dataclass(frozen=True)
class Prediction:
    """Which fields count depends on `kind`.

    `low` and `high` are the bounds, both inclusive; a number has both equal, "at least" only `low`, "at most" only
    `high`. `out_of` is the whole for a count; `unit` is "%" or a word such as "minutes". `expected` says whether
    the event is predicted to happen.
    """

    kind: Kind
    low: Value | None = None
    high: Value | None = None
    out_of: Value | None = None
    unit: str = ""
    trend: Trend | None = None
    event: str = ""
    expected: bool = True

    @classmethod
    def number(cls, value: Value, *, out_of: Value | None = None, unit: str = "") -> "Prediction":
        return cls(Kind.NUMBER, value, value, out_of, unit)

    @classmethod
    def at_least(cls, low: Value, *, out_of: Value | None = None, unit: str = "") -> "Prediction":
        return cls(Kind.AT_LEAST, low, None, out_of, unit)

    @classmethod
    def at_most(cls, high: Value, *, out_of: Value | None = None, unit: str = "") -> "Prediction":
        return cls(Kind.AT_MOST, None, high, out_of, unit)

    @classmethod
    def between(cls, low: Value, high: Value, *, out_of: Value | None = None, unit: str = "") -> "Prediction":
        return cls(Kind.RANGE, low, high, out_of, unit)

    @property
    def counted(self) -> bool:
        """Whether a number is predicted, and so a strip can be drawn."""
        return self.kind not in (Kind.DIRECTION, Kind.EVENT)

    def holds(self, value: Value) -> bool:
        """Whether the value lies in the predicted interval, bounds included."""
        known = exact(value)
        above = self.low is None or known >= exact(self.low)
        return above and (self.high is None or known <= exact(self.high))


NEEDS: dict[Kind, tuple[str, ...]] = {
    Kind.NUMBER: ("low", "high"),
    Kind.AT_LEAST: ("low",),
    Kind.AT_MOST: ("high",),
    Kind.RANGE: ("low", "high"),
    Kind.DIRECTION: ("trend",),
    Kind.EVENT: ("event",),
}


def problems(prediction: Prediction) -> tuple[str, ...]:
    """Keys of `words.pdsa` for what does not add up; empty when the prediction can be locked."""
    if any(getattr(prediction, name) in (None, "") for name in NEEDS[prediction.kind]):
        return (f"problem.needs_{_need(prediction.kind)}",)
    if prediction.kind is Kind.EVENT and not prediction.event.strip():
        return ("problem.needs_event",)
    return _number_problems(prediction) if prediction.counted else ()


def _number_problems(prediction: Prediction) -> tuple[str, ...]:
    bounds = [exact(value) for value in (prediction.low, prediction.high) if value is not None]
    found = []
    if len(bounds) == 2 and bounds[0] > bounds[1]:
        found.append("problem.reversed")
    if prediction.out_of is not None:
        whole = exact(prediction.out_of)
        if whole <= 0:
            found.append("problem.empty_whole")
        elif max(bounds) > whole:
            found.append("problem.above_whole")
        if min(bounds) < 0:
            found.append("problem.below_zero")
    return tuple(found)


def _need(kind: Kind) -> str:
    return {Kind.DIRECTION: "trend", Kind.EVENT: "event", Kind.RANGE: "range"}.get(kind, "number")


def check_prediction(prediction: Prediction) -> None:
    """Raises Refused("bad_prediction", problems=keys)."""
    found = problems(prediction)
    if found:
        raise Refused("bad_prediction", problems=found)


def words(prediction: Prediction, lang: str, *, short: bool = False, whole: bool = True) -> str:
    """ "30 to 36 of 50", "12 or more of 24", "goes up", or the event itself.

    `whole=False` leaves out "of 50"; `short` does so too and writes a range as "30–36".

    Raises Refused("bad_prediction") for one that is not complete.
    """
    check_prediction(prediction)
    if prediction.kind is Kind.EVENT:
        return prediction.event if prediction.expected else say("event.not", lang, event=prediction.event)
    if prediction.kind is Kind.DIRECTION:
        return say(f"trend.{prediction.trend}", lang)
    told = say(f"kind.{_form(prediction, short=short)}", lang, **_numbers(prediction))
    if short or not whole or prediction.out_of is None:
        return told
    return told + say("of", lang, whole=written(prediction.out_of))


def _form(prediction: Prediction, *, short: bool) -> str:
    if prediction.kind is Kind.RANGE:
        return "range_short" if short else "range"
    if prediction.kind is Kind.AT_MOST and (prediction.unit or prediction.out_of is None):
        return "at_most_amount"
    return str(prediction.kind)


def _numbers(prediction: Prediction) -> dict[str, str]:
    """The bounds as text; the unit stands once, after the last number."""
    unit = f"{NBSP}{prediction.unit}" if prediction.unit else ""
    low = "" if prediction.low is None else written(prediction.low)
    high = "" if prediction.high is None else written(prediction.high)
    return {"low": low, "high": high, "unit": unit}


VERY, QUITE, EVEN = 90, 60, 40


def check_chance(chance: int | None) -> None:
    """How sure, in percent. Raises Refused("bad_prediction", problems=keys)."""
    if chance is not None and not 0 <= chance <= 100:
        raise Refused("bad_prediction", problems=("problem.chance",))


def chance_words(chance: int, lang: str) -> str:
    """ "Quite sure: 7 in 10"."""
    sure = "very" if chance >= VERY else "quite" if chance >= QUITE else "even" if chance >= EVEN else "little"
    return say(f"chance.{sure}", lang, share=share_words(chance, lang))


def share_words(chance: int, lang: str) -> str:
    """ "7 in 10"; one that tenths do not hold is told out of 100."""
    many, whole = (chance // 10, 10) if chance % 10 == 0 else (chance, 100)
    return say("chance.share", lang, many=many, whole=whole)
