from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.render.scale import Scale, date_ticks, month_ticks, value_ticks


@pytest.mark.parametrize(
    ("values", "unit", "ticks"),
    [
        ([30.6, 54.2, 65], "%", (20, 30, 40, 50, 60, 70)),
        ([91, 99.5], "%", (90, 92, 94, 96, 98, 100)),
        ([0, 100], "%", (0, 20, 40, 60, 80, 100)),
        ([3, 7], "", (2, 4, 6, 8)),
        ([0, 1, 2], "", (0, 1, 2, 3)),
        ([5], "", (3, 4, 5, 6, 7)),
        ([0.5, 1, 2], "", (0, 0.5, 1, 1.5, 2, 2.5)),
        ([-12, 9], "", (-15, -10, -5, 0, 5, 10)),
        ([12_000, 48_500], "", (10_000, 20_000, 30_000, 40_000, 50_000)),
    ],
)
def test_round_ticks(values, unit, ticks):
    assert value_ticks(values, unit=unit).values == ticks


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1, max_size=9))
def test_ticks_surround_the_values_and_stay_few(values):
    ticks = value_ticks(values).values
    assert 3 <= len(ticks) <= 7
    assert sorted(set(ticks)) == list(ticks)
    low, high = (min(1e307, max(-1e307, one)) for one in (min(values), max(values)))
    slack = 1e-9 * max(abs(low), abs(high))
    assert ticks[0] - slack <= low
    assert high <= ticks[-1] + slack


@given(st.floats(-1e308, 1e308))
def test_a_place_stays_on_the_scale(value):
    assert 10 <= Scale(-1e308, 1e308, 10, 90)(value) <= 90


def test_date_ticks_keep_their_distance():
    days = [date(2026, 9, 14) + timedelta(weeks=k) for k in range(21)]
    x = Scale(days[0].toordinal(), days[-1].toordinal(), 0, 300)
    chosen = date_ticks(days, x, 40)
    places = [x(day.toordinal()) for day in chosen]
    assert chosen[0] == days[0]
    assert chosen[-1] == days[-1]
    assert min(b - a for a, b in pairwise(places)) >= 54


def test_months_are_named_at_their_first_day():
    x = Scale(date(2012, 1, 19).toordinal(), date(2014, 6, 26).toordinal(), 0, 700)
    assert month_ticks(date(2012, 1, 19), date(2014, 6, 26), x, 60) == [
        *(date(2012, 7, 1), date(2013, 1, 1), date(2013, 7, 1), date(2014, 1, 1)),
    ]
