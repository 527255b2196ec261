"""Prediction beside result: what came out, and by how much it differs (S1 R-30, L176).

Verdicts use exact values; only the words round. A missed prediction is told in the same tone as a met one.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from aimwell.domain.pdsa.predictions import Kind, Prediction, Trend, Value, words
from aimwell.domain.theory.numbers import exact, percent, written
from aimwell.domain.words.numbers import NBSP
from aimwell.domain.words.pdsa import say


class Outcome(StrEnum):
    MET = "met"
    BELOW = "below"
    ABOVE = "above"
    OTHER_DIRECTION = "other_direction"
    HAPPENED = "happened"
    DID_NOT_HAPPEN = "did_not_happen"
    NOT_COLLECTED = "not_collected"


@dataclass(frozen=True)
class Result:
    """What came in. `before` is the value a direction starts from, where `trend` is not given by hand."""

    value: Value | None = None
    out_of: Value | None = None
    unit: str = ""
    trend: Trend | None = None
    before: Value | None = None
    happened: bool | None = None
    not_collected: str = ""


@dataclass(frozen=True)
class Verdict:
    """`gap` is the exact distance to the nearer bound, 0 when met, None where no number was predicted.

    With `shares` the gap is a difference of shares of one; else it is in the unit of the prediction.
    """

    outcome: Outcome
    gap: Fraction | None = None
    shares: bool = False
    went: Trend | None = None

    @property
    def held(self) -> bool:
        """Whether the prediction was met: the one fact that evidence strength counts."""
        return self.outcome is Outcome.MET

    @property
    def mark(self) -> str:
        """The name of the mark in `render.marks`; where it went another way, the triangle points that way."""
        return "above" if self.went is Trend.UP and not self.held else MARK_OF[self.outcome]


MARK_OF: dict[Outcome, str] = {
    Outcome.MET: "met",
    Outcome.BELOW: "below",
    Outcome.ABOVE: "above",
    Outcome.OTHER_DIRECTION: "below",
    Outcome.HAPPENED: "above",
    Outcome.DID_NOT_HAPPEN: "below",
    Outcome.NOT_COLLECTED: "set_aside",
}


def judge(prediction: Prediction, result: Result) -> Verdict:
    """The verdict; NOT_COLLECTED where the result holds nothing that the prediction speaks of."""
    if prediction.kind is Kind.EVENT:
        return _judge_event(prediction, result)
    if prediction.kind is Kind.DIRECTION:
        trend = trend_of(result)
        if trend is None:
            return Verdict(Outcome.NOT_COLLECTED)
        return Verdict(Outcome.MET if trend is prediction.trend else Outcome.OTHER_DIRECTION, went=trend)
    if result.value is None or (result.out_of is not None and exact(result.out_of) <= 0):
        return Verdict(Outcome.NOT_COLLECTED)
    return _judge_number(prediction, result)


def trend_of(result: Result) -> Trend | None:
    """Which way it went: as stated, or from before and after."""
    if result.trend is not None or result.value is None or result.before is None:
        return result.trend
    change = exact(result.value) - exact(result.before)
    return Trend.SAME if change == 0 else Trend.UP if change > 0 else Trend.DOWN


def share_of(value: Value, out_of: Value | None, unit: str) -> Fraction | None:
    """The value as a share of one, where it has a whole or is a percentage; else None."""
    if unit == "%":
        return exact(value) / 100
    return exact(value) / exact(out_of) if out_of is not None and exact(out_of) > 0 else None


def in_words(prediction: Prediction, result: Result, lang: str) -> str:
    """One or two neutral sentences: "Lower than predicted: 27 of 50; you predicted 30 to 36."."""
    verdict = judge(prediction, result)
    if verdict.outcome is Outcome.NOT_COLLECTED:
        reason = result.not_collected.strip().rstrip(".")
        return say("verdict.not_collected" if reason else "verdict.not_collected_plain", lang, reason=reason)
    if prediction.kind is Kind.EVENT:
        met = "met_event" if prediction.expected else "met_no_event"
        happened = met if verdict.held else str(verdict.outcome)
        return say(f"verdict.{happened}", lang, event=prediction.event.strip().rstrip("."))
    if prediction.kind is Kind.DIRECTION:
        key = "met_direction" if verdict.held else "other_direction"
        went = say(f"went.{trend_of(result)}", lang)
        return say(f"verdict.{key}", lang, went=went, prediction=words(prediction, lang))
    return _number_words(prediction, result, verdict, lang)


def gap_words(prediction: Prediction, result: Result, lang: str) -> str:
    """How far the result lies from the nearer end of what was predicted: "The gap: 4."; empty where it was met."""
    verdict = judge(prediction, result)
    if not verdict.gap:
        return ""
    if not verdict.shares and prediction.unit != "%":
        return say("gap", lang, gap=written(verdict.gap))
    share = verdict.gap if verdict.shares else verdict.gap / 100
    points = percent(share, places=max(1, _places(prediction, result, verdict))).split(NBSP)[0]
    return say("gap.points", lang, gap=points)


def _judge_event(prediction: Prediction, result: Result) -> Verdict:
    if result.happened is None:
        return Verdict(Outcome.NOT_COLLECTED)
    if result.happened == prediction.expected:
        return Verdict(Outcome.MET)
    return Verdict(Outcome.HAPPENED if result.happened else Outcome.DID_NOT_HAPPEN)


def _judge_number(prediction: Prediction, result: Result) -> Verdict:
    value, low, high, shares = _comparable(prediction, result)
    if low is not None and value < low:
        return Verdict(Outcome.BELOW, low - value, shares)
    if high is not None and value > high:
        return Verdict(Outcome.ABOVE, value - high, shares)
    return Verdict(Outcome.MET, Fraction(0), shares)


def _comparable(prediction: Prediction, result: Result) -> tuple[Fraction, Fraction | None, Fraction | None, bool]:
    """Value and bounds on one scale. A result without a whole of its own is read on the scale of the prediction."""
    value = exact(result.value or 0)
    low = None if prediction.low is None else exact(prediction.low)
    high = None if prediction.high is None else exact(prediction.high)
    share = share_of(value, result.out_of, result.unit)
    whole = share_of(1, prediction.out_of, prediction.unit)
    if share is None or whole is None or _same_scale(prediction, result):
        return value, low, high, False
    return share, None if low is None else low * whole, None if high is None else high * whole, True


def _same_scale(prediction: Prediction, result: Result) -> bool:
    if prediction.unit == "%" or result.unit == "%":
        return prediction.unit == result.unit
    return exact(prediction.out_of or 0) == exact(result.out_of or 0)


def _number_words(prediction: Prediction, result: Result, verdict: Verdict, lang: str) -> str:
    key = "met_number" if verdict.held and prediction.kind is Kind.NUMBER else verdict.outcome
    if not verdict.shares:
        told = words(prediction, lang, whole=result.out_of is None)
        return say(f"verdict.{key}", lang, result=result_words(result, lang), prediction=told)
    places = _places(prediction, result, verdict)
    told = words(prediction, lang)
    if prediction.unit != "%":
        told += f" ({_share_bounds(prediction, places)})"
    share = percent(_comparable(prediction, result)[0], places=places)
    mine = result_words(result, lang) + (f" ({share})" if result.unit != "%" else "")
    sentence = say(f"verdict.{key}", lang, result=mine, prediction=told)
    counts = result.out_of is not None and prediction.out_of is not None
    return f"{sentence} {say('verdict.shares', lang)}" if counts else sentence


def result_words(result: Result, lang: str) -> str:
    """ "27 of 50", "54 %", "12 minutes"."""
    if result.value is None:
        return ""
    whole = "" if result.out_of is None else say("of", lang, whole=written(result.out_of))
    return written(result.value) + (f"{NBSP}{result.unit}" if result.unit else "") + whole


def _places(prediction: Prediction, result: Result, verdict: Verdict) -> int:
    """As many decimals as it takes for a missed share to look different from its bound."""
    value, low, high, _ = _comparable(prediction, result)
    bound = low if verdict.outcome is Outcome.BELOW else high
    for places in range(4):
        if verdict.held or bound is None or percent(value, places=places) != percent(bound, places=places):
            return places
    return 4


def _share_bounds(prediction: Prediction, places: int) -> str:
    known = [
        share
        for bound in (prediction.low, prediction.high)
        if bound is not None and (share := share_of(bound, prediction.out_of, prediction.unit)) is not None
    ]
    first, last = percent(known[0], places=places), percent(known[-1], places=places)
    return first if first == last else f"{first.split(NBSP)[0]}–{last}"
