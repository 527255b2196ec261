from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.spc.recommend import Reason, overdispersion, recommend
from aimwell.domain.words.spc import TABLE

WIDE = [2000.0, 2900.0] * 8
LARGE = [5000.0] * 16


@pytest.mark.parametrize(
    ("given_", "chart", "reason"),
    [
        ({"n_values": 3, "rare": "cases"}, "g", "rare_cases"),
        ({"n_values": 30, "rare": "time"}, "t", "rare_time"),
        ({"n_values": 11}, "run", "few"),
        ({"n_values": 20, "subgroup_sizes": [5, 4, 5]}, "xbar", "subgroups"),
        ({"n_values": 20, "subgroup_sizes": [1, 1]}, "i", "value"),
        ({"n_values": 16, "unit": "%", "numerators": [30.0] * 16, "denominators": [72.0] * 16}, "p", "share"),
        ({"n_values": 16, "unit": "%", "numerators": WIDE, "denominators": LARGE}, "pp", "share_large"),
        ({"n_values": 16, "numerators": [3.0, 90.0] * 8, "denominators": [40.0] * 16}, "u", "rate"),
        ({"n_values": 16, "numerators": WIDE, "denominators": LARGE}, "up", "rate_large"),
        ({"n_values": 16, "unit": "%", "numerators": [2500.0] * 16, "denominators": LARGE}, "p", "share"),
        ({"n_values": 16, "numerators": [30.5] * 16, "denominators": [10.0, 90.0] * 8}, "ip", "sized"),
        ({"n_values": 16, "numerators": [30.5] * 16, "denominators": [10.0, 11.0] * 8}, "i", "value"),
        ({"n_values": 16, "counts": True, "values": [4.0, 6.0, None, 5.0] * 4}, "c", "count"),
        ({"n_values": 16, "counts": True, "values": [1.0, 90.0] * 8}, "i", "count_spread"),
        ({"n_values": 16, "values": [1.5] * 16}, "i", "value"),
        ({"n_values": 16, "numerators": [None] * 16, "denominators": [0.0] * 16}, "i", "value"),
    ],
)
def test_the_chart_and_its_reason(given_, chart, reason):
    n_values = given_.pop("n_values")
    found = recommend(n_values, **given_)
    assert (found.chart, found.reason) == (chart, reason)


def test_every_reason_has_words():
    assert {f"why.{reason}" for reason in get_args(Reason)} == {key for key in TABLE.entries if key.startswith("why.")}


def test_numerators_without_their_denominators_are_refused():
    with pytest.raises(ValueError):
        recommend(20, numerators=[1.0], denominators=[])


def test_no_spread_is_one():
    assert overdispersion([], [], share=True) == 1.0
    assert overdispersion([0.0, 0.0], [10.0, 10.0], share=True) == 1.0
    assert overdispersion([10.0, 10.0], [10.0, 10.0], share=True) == 1.0


@given(st.integers(2, 40), st.floats(1.0, 50.0), st.integers(2, 30))
def test_sigma_z_of_alternating_counts(n, centre, step):
    """Counts c - d, c + d in turn differ by 2 d, so sigma of z is 2 d / sqrt(c) / 1.128."""
    spread = min(float(step), centre)
    tops = [centre - spread, centre + spread] * n
    found = overdispersion(tops, [1.0] * len(tops), share=False)
    assert found == pytest.approx(2 * spread / centre**0.5 / 1.1283791670955126, rel=1e-9)
