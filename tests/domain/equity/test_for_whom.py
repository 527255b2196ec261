"""Before and after, the gap between two groups, and what is said of them."""

import datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.equity.change import Change, change_of_values, t_quantile
from aimwell.domain.equity.telling import gap_words
from aimwell.domain.equity.whom import GroupLine, for_whom

PHASE = [0] * 6 + [1] * 6
SINCE = datetime.date(2026, 11, 9)
WAVE = np.tile([-2.0, 0.0, 2.0], 4)
BESIDE = np.tile([1.0, -1.0], 6)


def line(name, before, after, size=100, wave=WAVE):
    return GroupLine(name, np.repeat([before, after], 6) * size / 100 + wave * size / 100, np.full(12, float(size)))


def pair(first, second):
    lines = [line("Some", *first), line("others", *second, wave=BESIDE)]
    return for_whom(lines, PHASE, pair=("Some", "others"))


def words(found, lang="en", since=SINCE, hidden=False):
    return gap_words(found, since=since, hidden=hidden, lang=lang)


@pytest.mark.parametrize(
    ("first", "second", "movement", "trend", "said"),
    [
        ((20, 35), (40, 56), "up_all", "same", "Rising together, gap about the same."),
        ((20, 45), (40, 50), "up_all", "closing", "Rising together, gap closing."),
        ((20, 30), (40, 70), "up_all", "widening", "Rising together, gap widening."),
        ((45, 20), (60, 36), "down_all", "same", "Falling together, gap about the same."),
        ((20, 40), (50, 50), "up_some", "closing", "Rising for some, gap closing."),
        ((20, 10), (50, 50), "down_some", "widening", "Falling for some, gap widening."),
        ((20, 70), (50, 20), "mixed", "turned", "Rising for some, falling for others, gap turned around."),
        ((20, 20), (50, 50), "none", "same", "No clear change, gap about the same."),
    ],
)
def test_verdicts(first, second, movement, trend, said):
    found = pair(first, second)
    assert (found.movement, found.gap.trend) == (movement, trend)
    assert (found.gap.first, found.gap.second) == ("others", "Some")
    assert words(found).one_line == said
    assert found.names == ("others", "Some")


def test_exact_numbers_of_a_gap():
    found = pair((20, 35), (40, 50)).gap
    assert found.before.difference == pytest.approx(20)
    assert found.after.difference == pytest.approx(15)
    assert (found.before.ratio, found.after.ratio) == pytest.approx((2, 50 / 35))
    assert found.before.lower < 20 < found.before.upper
    assert found.before.ratio_lower < 2 < found.before.ratio_upper
    assert found.change.difference == pytest.approx(-5)
    assert found.series[:3] == pytest.approx((23, 19, 19))


def test_three_sentences():
    assert words(pair((20, 45), (40, 50))).sentences == (
        "others and Some were 20 points apart before November 9, 2026, and 5 points since.",
        "The gap closed by 15 points, more than ordinary ups and downs explain (likely 12 to 18).",
        "This does not say why, nor how any one student does.",
    )
    assert words(pair((20, 45), (40, 50)), "es").sentences[0] == (
        "others y Some estaban a 20 puntos antes del 9 de noviembre de 2026, y a 5 puntos desde entonces."
    )


@pytest.mark.parametrize(
    ("first", "second", "sure"),
    [
        ((20, 36), (40, 55), "Too early to say it is closing."),
        ((20, 35), (40, 56), "Too early to say it is widening."),
        ((20, 20), (40, 40), "No sign so far that it is closing or widening."),
        ((20, 30), (40, 70), "The gap grew by 20 points, more than ordinary ups and downs explain (likely 17 to 23)."),
        (
            (20, 70),
            (50, 20),
            "That is a turn of 80 points, more than ordinary ups and downs explain (likely 77 to 83).",
        ),
    ],
)
def test_how_sure(first, second, sure):
    assert words(pair(first, second)).sentences[1] == sure


def test_words_of_a_turn_and_of_one_point():
    assert words(pair((20, 70), (50, 20))).sentences[0] == (
        "others were 30 points above Some before November 9, 2026, and 50 points below since."
    )
    assert words(pair((20, 40), (21, 40.5))).sentences[0] == (
        "others and Some were 1 point apart before November 9, 2026, and 0.5 points since."
    )


def test_few_periods_are_too_early():
    lines = [line("a", 20, 60), line("b", 40, 60, wave=BESIDE)]
    found = for_whom(lines, [0] * 8 + [1] * 4, pair=("a", "b"))
    assert (found.movement, found.gap.trend) == ("early", "early")
    said = words(found, hidden=True)
    assert said.one_line == "Too early to say for whom."
    assert said.sentences[1] == "Both groups need five numbers before and five after to say more."
    assert said.sentences[2] == "This does not say why, and it leaves out the groups that are hidden."


def test_one_phase():
    assert for_whom([line("a", 20, 60)], [0] * 12, pair=("a", "b")) is None
    assert words(None).sentences[1].startswith("There is one phase so far.")
    assert words(pair((20, 45), (40, 50)), since=None).one_line == "Too early to say for whom."


def test_the_last_two_of_three_phases():
    found = for_whom([line("a", 20, 60), line("b", 40, 60)], [0, 1, 1, 1, 1, 1, *[2] * 6], pair=("a", "b"))
    assert found.changes[0].before == pytest.approx(20 + WAVE[1:6].mean())


def test_a_group_that_is_empty_in_a_phase():
    gone = GroupLine("b", np.array([9.0] * 6 + [np.nan] * 6), np.array([20.0] * 6 + [0.0] * 6))
    found = for_whom([line("a", 20, 60), gone], PHASE, pair=("a", "b"))
    assert found.changes[1] is None
    assert found.gap is None
    assert found.movement == "early"
    assert words(found).sentences[0] == "There are not two groups to set side by side."
    assert for_whom([line("a", 20, 60)], PHASE, pair=("a", "b")).gap is None
    assert for_whom([], PHASE, pair=("a", "b")).movement == "early"


def test_a_lower_group_at_0_has_no_ratio():
    lines = [line("a", 30, 30), line("b", 0, 0, wave=0 * WAVE)]
    level = for_whom(lines, PHASE, pair=("a", "b")).gap.before
    assert (level.ratio, level.ratio_upper) == (None, None)
    assert level.ratio_lower > 1


def test_t_as_printed_in_tables():
    for freedom, wanted in ((1, 12.7062047362), (5, 2.5705818356), (30, 2.0422724563), (200, 1.9718962236)):
        assert t_quantile(0.975, freedom) == pytest.approx(wanted, rel=1e-10)


def test_values_that_never_vary():
    assert change_of_values((1, 2), np.ones(5), np.full(5, 2.0)) == Change(1, 2, 1, 1)


def test_change_has_the_interval_of_welch():
    before, after = np.array([1.0, 2, 3, 4, 5, np.nan]), np.array([2.0, 4, 6, 8, 10])
    found = change_of_values((3, 6), before, after)
    half = t_quantile(0.975, 2.5**2 / (0.5**2 / 4 + 2**2 / 4)) * np.sqrt(2.5)
    assert (found.lower, found.upper) == pytest.approx((3 - half, 3 + half))
    assert found.moved == "unclear"


@given(st.lists(st.integers(0, 60), min_size=12, max_size=12), st.lists(st.integers(0, 60), min_size=12, max_size=12))
def test_the_order_of_the_groups_does_not_matter(one, other):
    lines = [GroupLine(name, np.array(tops, float), np.full(12, 60.0)) for name, tops in (("a", one), ("b", other))]
    found = for_whom(lines, PHASE, pair=("a", "b"))
    back = for_whom(lines[::-1], PHASE, pair=("b", "a"))
    assert found.changes == back.changes
    if found.gap.before.difference > 0:
        assert found == back
    assert found.gap.before.difference >= 0
