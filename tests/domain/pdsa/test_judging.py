"""Prediction beside result: exact verdicts, neutral words."""
# ruff: noqa: E501  one case, one line

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.errors import Refused
from aimwell.domain.pdsa.judging import Outcome, Result, Verdict, gap_words, in_words, judge
from aimwell.domain.pdsa.predictions import Kind, Prediction, Trend, check_prediction, problems, words

P = Prediction
MET, BELOW, ABOVE = Outcome.MET, Outcome.BELOW, Outcome.ABOVE


@pytest.mark.ac("S1 R-30")
@pytest.mark.parametrize(
    ("prediction", "result", "outcome", "gap", "english"),
    [
        (P.at_least(12, out_of=24), Result(8, 24), BELOW, 4, "Lower than predicted: 8 of 24; you predicted 12 or more."),
        (P.at_least(12, out_of=24), Result(13, 24), MET, 0, "In the predicted range: 13 of 24; you predicted 12 or more."),
        (P.between(30, 36, out_of=50), Result(27, 50), BELOW, 3, "Lower than predicted: 27 of 50; you predicted 30 to 36."),
        (P.between(6, 9, out_of=11), Result(9, 11), MET, 0, "In the predicted range: 9 of 11; you predicted 6 to 9."),
        (P.at_most(6, out_of=24), Result(7, 24), ABOVE, 1, "Higher than predicted: 7 of 24; you predicted 6 or fewer."),
        (P.number(12, out_of=24), Result(12, 24), MET, 0, "As predicted: 12 of 24; you predicted 12."),
        (P.at_most(6, unit="minutes"), Result(9, unit="minutes"), ABOVE, 3,
         "Higher than predicted: 9 minutes; you predicted 6 minutes or less."),
    ],
)  # fmt: skip
def test_judge_counts(prediction: P, result: Result, outcome: Outcome, gap: int, english: str) -> None:
    assert judge(prediction, result) == Verdict(outcome, Fraction(gap))
    assert in_words(prediction, result, "en").replace("\u00a0", " ") == english


def test_groups_of_other_size_are_compared_by_share_and_it_says_so() -> None:
    prediction, result = P.at_least(12, out_of=24), Result(12, 26)
    assert judge(prediction, result) == Verdict(BELOW, Fraction(1, 2) - Fraction(12, 26), shares=True)
    assert in_words(prediction, result, "en").replace("\u00a0", " ") == (
        "Lower than predicted: 12 of 26 (46 %); you predicted 12 or more of 24 (50 %). "
        "The two groups differ in size, so shares are compared."
    )


def test_a_per_cent_prediction_meets_a_count() -> None:
    prediction = P.at_least(60, unit="%")
    assert judge(prediction, Result(27, 50)) == Verdict(BELOW, Fraction(3, 50), shares=True)
    assert judge(prediction, Result(30, 50)).outcome is MET
    assert in_words(prediction, Result(27, 50), "es").replace("\u00a0", " ") == (
        "Menos de lo predicho: 27 de 50 (54 %); ustedes predijeron 60 % o más."
    )


def test_a_near_miss_is_told_with_as_many_decimals_as_it_needs() -> None:
    told = in_words(P.at_least(2, out_of=3), Result(1999, 3000), "en").replace("\u00a0", " ")
    assert told.startswith("Lower than predicted: 1,999 of 3,000 (66.6 %); you predicted 2 or more of 3 (66.7 %).")


def test_tenths_are_tenths() -> None:
    assert judge(P.at_least(0.3), Result(0.1 + 0.2)).outcome is MET
    assert judge(P.number(0.1), Result(0.1)) == Verdict(MET, Fraction(0))


@pytest.mark.parametrize(
    ("predicted", "result", "verdict", "mark"),
    [
        (Trend.UP, Result(5, before=3), Verdict(MET, went=Trend.UP), "met"),
        (Trend.UP, Result(3, before=5), Verdict(Outcome.OTHER_DIRECTION, went=Trend.DOWN), "below"),
        (Trend.DOWN, Result(trend=Trend.UP), Verdict(Outcome.OTHER_DIRECTION, went=Trend.UP), "above"),
        (Trend.SAME, Result(5, before=5), Verdict(MET, went=Trend.SAME), "met"),
        (Trend.UP, Result(5), Verdict(Outcome.NOT_COLLECTED), "set_aside"),
    ],
)
def test_directions(predicted: Trend, result: Result, verdict: Verdict, mark: str) -> None:
    found = judge(P(Kind.DIRECTION, trend=predicted), result)
    assert (found, found.mark) == (verdict, mark)


@pytest.mark.parametrize(
    ("expected", "happened", "outcome", "english"),
    [
        (True, True, MET, "As predicted, it happened: Room 9 starts on time."),
        (True, False, Outcome.DID_NOT_HAPPEN,
         "It did not happen: Room 9 starts on time. You predicted that it would."),
        (False, True, Outcome.HAPPENED, "It happened: Room 9 starts on time. You predicted that it would not."),
        (False, False, MET, "As predicted, it did not happen: Room 9 starts on time."),
    ],
)  # fmt: skip
def test_events(expected: bool, happened: bool, outcome: Outcome, english: str) -> None:
    prediction = P(Kind.EVENT, event="Room 9 starts on time.", expected=expected)
    assert judge(prediction, Result(happened=happened)).outcome is outcome
    assert in_words(prediction, Result(happened=happened), "en") == english


@pytest.mark.ac("S1 R-30")
def test_not_collected_is_a_result_with_a_reason() -> None:
    assert judge(P.number(3), Result()).outcome is Outcome.NOT_COLLECTED
    assert judge(P.number(3), Result(0, 0)).outcome is Outcome.NOT_COLLECTED
    assert in_words(P.number(3), Result(not_collected="fire drill."), "en") == "Not collected, because: fire drill."
    assert in_words(P.number(3), Result(), "es") == "No se recogió."


counts = st.integers(0, 60)


@given(counts, counts, counts)
def test_judge_agrees_with_the_interval(low: int, high: int, value: int) -> None:
    low, high = sorted((low, high))
    prediction = P.between(low, high, out_of=60)
    verdict = judge(prediction, Result(value, 60))
    assert verdict.held == prediction.holds(value) == (low <= value <= high)
    assert verdict.gap == max(low - value, value - high, 0)


@given(counts, counts, st.integers(1, 60), st.integers(1, 9))
def test_the_size_of_the_whole_does_not_matter_to_a_share(low: int, value: int, whole: int, times: int) -> None:
    low, value = min(low, whole), min(value, whole)
    once = judge(P.at_least(low, out_of=whole), Result(value, whole))
    often = judge(P.at_least(low, out_of=whole), Result(value * times, whole * times))
    assert once.outcome is often.outcome


@given(st.sampled_from(list(Outcome)))
def test_no_verdict_blames_or_praises(outcome: Outcome) -> None:
    from aimwell.domain.words.pdsa import VERDICT

    for text in [text for pair in VERDICT.values() for text in pair]:
        assert not any(word in text.lower() for word in ("fail", "wrong", "only", "good", "!", "fall", "mal ", "solo"))


@pytest.mark.parametrize(
    ("prediction", "expected"),
    [
        (P(Kind.NUMBER), ("problem.needs_number",)),
        (P(Kind.RANGE, 3), ("problem.needs_range",)),
        (P(Kind.DIRECTION), ("problem.needs_trend",)),
        (P(Kind.EVENT, event="  "), ("problem.needs_event",)),
        (P.between(36, 30), ("problem.reversed",)),
        (P.between(36, 30, out_of=20), ("problem.reversed", "problem.above_whole")),
        (P.at_least(2, out_of=0), ("problem.empty_whole",)),
        (P.at_least(-2, out_of=9), ("problem.below_zero",)),
        (P.at_least(-2, unit="°C"), ()),
    ],
)
def test_problems_of_a_prediction(prediction: P, expected: tuple[str, ...]) -> None:
    assert problems(prediction) == expected
    if expected:
        with pytest.raises(Refused) as caught:
            check_prediction(prediction)
        assert (caught.value.code, caught.value.data) == ("bad_prediction", {"problems": expected})


@pytest.mark.parametrize(
    ("prediction", "english", "spanish", "short"),
    [
        (P.between(30, 36, out_of=50), "30 to 36 of 50", "de 30 a 36 de 50", "30–36"),
        (P.at_least(16, out_of=26), "16 or more of 26", "16 o más de 26", "16 or more"),
        (P.at_most(6, out_of=24), "6 or fewer of 24", "6 o menos de 24", "6 or fewer"),
        (P.at_least(60, unit="%"), "60 % or more", "60 % o más", "60 % or more"),
        (P(Kind.DIRECTION, trend=Trend.SAME), "stays the same", "se mantiene igual", "stays the same"),
        (P(Kind.EVENT, event="A bell"), "A bell", "A bell", "A bell"),
    ],
)
def test_words_of_a_prediction(prediction: P, english: str, spanish: str, short: str) -> None:
    said = (words(prediction, "en"), words(prediction, "es"), words(prediction, "en", short=True))
    assert tuple(text.replace("\u00a0", " ") for text in said) == (english, spanish, short)


@pytest.mark.ac("S1 R-30")
@pytest.mark.parametrize(
    ("prediction", "result", "english", "spanish"),
    [
        (P.at_least(12, out_of=24), Result(8, 24), "The gap: 4.", "La diferencia: 4."),
        (P.between(30, 36, out_of=50), Result(39, 50), "The gap: 3.", "La diferencia: 3."),
        (P.at_most(6, unit="minutes"), Result(8.5, unit="minutes"), "The gap: 2.5.", "La diferencia: 2.5."),
        (P.at_least(60, unit="%"), Result(27, 50), "The gap in percentage points: 6.", "La diferencia en puntos porcentuales: 6."),
        (P.at_least(60, unit="%"), Result(54.5, unit="%"), "The gap in percentage points: 5.5.", "La diferencia en puntos porcentuales: 5.5."),
        (P.at_least(12, out_of=24), Result(12, 26), "The gap in percentage points: 3.8.", "La diferencia en puntos porcentuales: 3.8."),
        (P.at_least(12, out_of=24), Result(13, 24), "", ""),
        (P.at_least(12, out_of=24), Result(not_collected="A fire drill"), "", ""),
        (P(Kind.EVENT, event="Room 9 starts on time"), Result(happened=False), "", ""),
    ],
)  # fmt: skip
def test_how_large_the_gap_is(prediction: P, result: Result, english: str, spanish: str) -> None:
    assert (gap_words(prediction, result, "en"), gap_words(prediction, result, "es")) == (english, spanish)


@given(st.integers(0, 99), st.integers(0, 99))
def test_a_gap_is_told_exactly_where_a_number_was_not_met(predicted: int, found: int) -> None:
    told = gap_words(P.number(predicted), Result(found), "en")
    assert told == (f"The gap: {abs(predicted - found)}." if predicted != found else "")
