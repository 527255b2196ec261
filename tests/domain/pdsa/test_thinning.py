"""Counts of an adopted change thin in steps, and a slip still shows within the stated delay (products N-17)."""

import datetime
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.calendar.breaks import Closure
from aimwell.domain.calendar.periods import week_of
from aimwell.domain.calendar.session import SchoolDays
from aimwell.domain.pdsa.recheck import slippage
from aimwell.domain.pdsa.thinning import (
    NEEDED,
    WEEKS,
    Pace,
    Watch,
    counting_weeks,
    delay_weeks,
    next_counting_week,
    proposed,
    watch_of,
)
from aimwell.domain.words.thinning import delay_words, proposal_words, rule_words

MONDAY = datetime.date(2026, 9, 7)
EVERY_WEEK = tuple(range(1, 200))
THINNED = (*range(1, 9), *range(10, 21, 2), *range(24, 400, 4))
"""Eight counts by the week, six every other week, then every fourth week: as the rule proposes."""
DRIFT = 30
RUNS = 400


def simulated(watch: Watch, weeks: tuple[int, ...], seed: int) -> list[list[int]]:
    """For each run the weeks in which the watch spoke up; from week 30 on the level has slipped."""
    chance = np.random.default_rng(seed)
    found = []
    for _ in range(RUNS):
        shares = [watch.usual if week < DRIFT else watch.slipped for week in weeks]
        counts = [(float(chance.binomial(watch.cases, share)), float(watch.cases)) for share in shares]
        slip = slippage(counts, lower_is_worse=watch.slipped < watch.usual)
        found.append([weeks[at - 1] for at in slip.signals] if slip else [])
    return found


WATCHES = (
    Watch(0.75, 0.6, 20),
    Watch(0.5, 1 / 3, 12),
    Watch(0.25, 0.4, 24),
)


@pytest.mark.ac("N-17")
@pytest.mark.parametrize("watch", WATCHES)
@pytest.mark.parametrize(("pace", "weeks"), [(Pace.EVERY_WEEK, EVERY_WEEK), (Pace.EVERY_FOURTH, THINNED)])
def test_drift_planted_at_week_30_is_caught_within_the_stated_delay(watch, pace, weeks):
    delay = delay_weeks(watch.sure_delay(), pace)
    runs = simulated(watch, weeks, seed=7)
    caught = sum(any(DRIFT <= week < DRIFT + delay for week in run) for run in runs)
    assert caught / RUNS >= 0.87  # stated: 9 of 10, and two standard errors of 400 runs


@pytest.mark.ac("N-17")
@pytest.mark.parametrize("watch", WATCHES)
@pytest.mark.parametrize("weeks", [EVERY_WEEK, THINNED])
def test_false_alarms_stay_near_the_stated_rate(watch, weeks):
    stated = watch.alarm_within(sum(week < DRIFT for week in weeks[8:]))
    runs = simulated(watch, weeks, seed=11)
    alarms = sum(any(week < DRIFT for week in run) for run in runs) / RUNS
    assert alarms == pytest.approx(stated, abs=0.06)


def test_thinner_counts_wait_longer_and_speak_up_less_often_by_chance():
    watch = Watch(0.75, 0.6, 20)
    assert [delay_weeks(4, pace) for pace in Pace] == [4, 8, 16]
    rates = [watch.by_chance(pace) for pace in Pace]
    assert rates == sorted(rates, reverse=True)
    assert delay_words(watch, Pace.EVERY_FOURTH, "en")[0] == "10 counts, which is 40 school weeks"


@given(st.floats(0.05, 0.95), st.integers(1, 300))
def test_more_cases_a_count_never_wait_longer(usual, cases):
    def delay(number: int) -> int:
        odds = usual / (1 - usual) / 2
        return Watch(usual, odds / (1 + odds), number).sure_delay()

    assert 1 <= delay(4 * cases) <= delay(cases)


@given(st.sampled_from(Pace), st.integers(0, 60))
def test_a_step_is_proposed_only_after_enough_settled_counts(pace, counts):
    step = proposed(pace, counts, signal=False)
    if step is None:
        assert pace is Pace.EVERY_FOURTH or counts < NEEDED[pace]
    else:
        assert counts >= NEEDED[pace]
        assert WEEKS[step] == 2 * WEEKS[pace]
    assert proposed(pace, counts, signal=True) is (None if pace is Pace.EVERY_WEEK else Pace.EVERY_WEEK)


@given(st.sampled_from(Pace), st.dates(datetime.date(2026, 1, 1), datetime.date(2030, 1, 1)))
def test_so_many_school_weeks_lie_between_two_counts(pace, since):
    break_ = Closure(week_of(since) + datetime.timedelta(weeks=3), week_of(since) + datetime.timedelta(days=34), "")
    school = SchoolDays(closures=(break_,))
    weeks = list(zip(range(6), counting_weeks(since, pace, school), strict=False))
    assert weeks[0][1] == week_of(since)
    for (_, one), (_, other) in pairwise(weeks):
        between = (other - one).days // 7
        closed = sum(one < break_.start + datetime.timedelta(weeks=k) < other for k in range(2))
        assert between - closed == WEEKS[pace]


def test_the_next_week_to_count_is_this_one_or_a_later_one():
    school = SchoolDays()
    for weeks, expected in ((0, 0), (1, 2), (2, 2), (3, 4)):
        today = MONDAY + datetime.timedelta(weeks=weeks, days=3)
        found = next_counting_week(MONDAY, Pace.EVERY_OTHER, school, today=today)
        assert found == MONDAY + datetime.timedelta(weeks=expected)
    closed = SchoolDays(weekdays=frozenset())
    assert next_counting_week(MONDAY, Pace.EVERY_WEEK, closed, today=MONDAY) is None


def test_a_week_left_out_is_no_count():
    """The same counts say the same, however many weeks lie between them."""
    counts = [(15.0, 20.0)] * 20
    assert slippage(counts, lower_is_worse=True) == slippage([*counts], lower_is_worse=True)
    assert watch_of(counts[:7], lower_is_worse=True) is None
    assert watch_of([(20.0, 20.0)] * 8, lower_is_worse=True) is None
    assert watch_of(counts, lower_is_worse=True) == Watch(0.75, pytest.approx(0.6), 20)


def test_a_slip_is_told_before_there_are_sixteen_counts():
    found = slippage([(15.0, 20.0)] * 8 + [(6.0, 20.0)] * 2, lower_is_worse=True)
    assert found is not None
    assert found.at == 9


@pytest.mark.parametrize("lang", ["en", "es"])
def test_every_proposal_has_its_words(lang):
    said = {
        proposal_words(pace, proposed(pace, counts, signal=signal), thinner, counts=counts, signal=signal, lang=lang)
        for pace, thinner in ((Pace.EVERY_WEEK, Pace.EVERY_OTHER), (Pace.EVERY_FOURTH, None))
        for counts in (3, 9)
        for signal in (False, True)
    }
    assert len(said) == 5
    assert "8" in rule_words(lang)
