from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.spc.chart_panel import chart_panel
from aimwell.domain.spc.panels import stack
from aimwell.domain.spc.rates import false_run_rate, false_signal_rate
from aimwell.domain.spc.rules import crossings_min, longest_run_max
from domain.spc import plain

values = st.lists(st.one_of(st.none(), st.integers(-9, 9).map(float)), max_size=40)


def array(series):
    return np.array([np.nan if value is None else value for value in series], dtype=float)


def parts_of(values, **options):
    return chart_panel(values, **options).parts


def facts(panel, row=0):
    (part,) = panel
    return (
        int(part.runs.n_useful[row]),
        int(part.runs.longest_run[row]),
        int(part.runs.crossings[row]),
        bool(part.runs_signal[row]),
    )


@given(values)
def test_the_panel_agrees_with_its_plain_twin(series):
    centre, *expected = plain.run_chart(series)
    panel = parts_of(array(series)[None, :])
    assert facts(panel) == tuple(expected)
    ours = panel[0].centre[0]
    assert np.isnan(ours) if centre is None else ours == centre


@given(st.lists(values, min_size=1, max_size=6))
def test_a_panel_is_its_series_one_by_one(many):
    together = parts_of(stack([array(series) for series in many]))
    alone = [facts(parts_of(array(series)[None, :])) for series in many]
    assert [facts(together, row) for row in range(len(many))] == alone


@given(values, st.integers(-50, 50), st.sampled_from([0.5, 2.0, 8.0]))
def test_moving_and_stretching_the_scale_changes_no_count(series, move, stretch):
    moved = array(series) * stretch + move
    assert facts(parts_of(moved[None, :])) == facts(parts_of(array(series)[None, :]))


@given(values)
def test_upside_down_the_counts_are_the_same(series):
    assert facts(parts_of(-array(series)[None, :])) == facts(parts_of(array(series)[None, :]))


@given(values, st.integers(0, 40))
def test_a_missing_point_changes_no_run(series, at):
    with_gap = [*series[:at], None, *series[at:]]
    assert facts(parts_of(array(with_gap)[None, :])) == facts(parts_of(array(series)[None, :]))


@given(st.integers(0, 400))
def test_limits_equal_their_definition(n):
    assert crossings_min(n) == plain.fewest_crossings(n)
    assert longest_run_max(n) == plain.longest_ordinary(n)


def test_a_point_within_the_tolerance_is_on_the_line():
    near = parts_of(np.array([[1.0, 3.0, 2.0 + 1e-9, 2.0 - 1e-9]]), centre=2.0)[0]
    off = parts_of(np.array([[1.0, 3.0, 2.0 + 5e-9, 2.0 - 5e-9]]), centre=2.0)[0]
    assert near.signs.tolist() == [[-1, 1, 0, 0]]
    assert off.signs.tolist() == [[-1, 1, 1, -1]]


def test_a_freeze_holds_inside_each_phase_unless_told_otherwise():
    series = np.array([[1.0, 3.0, 9.0, 9.0, 20.0, 30.0, 90.0]])
    both = parts_of(series, after=[4], freeze=[2, 6])
    assert [part.centre[0] for part in both] == [2.0, 25.0]
    reference = parts_of(series, after=[4], freeze=[2, 6], freeze_within_phases=False)
    assert [part.centre[0] for part in reference] == [6.0, 30.0]


def test_categories_never_signal():
    series = np.array([[1.0] * 6 + [9.0] * 6])
    assert parts_of(series)[0].runs_signal.tolist() == [True]
    assert parts_of(series, ordered=False)[0].runs_signal.tolist() == [False]


def test_an_empty_panel_has_no_points():
    part = parts_of(np.zeros((2, 0)))[0]
    assert (part.n.tolist(), part.runs_signal.tolist()) == ([0, 0], [False, False])


@pytest.mark.parametrize(("n", "rate"), [(12, 0.013), (24, 0.031), (36, 0.042), (60, 0.043)])
def test_false_signals_beside_the_own_median(n, rate):
    """Simulated figures of the project's statistics, section 6."""
    assert false_signal_rate(n) == pytest.approx(rate, abs=0.0015)


@pytest.mark.parametrize(("n", "rate"), [(10, 0.045), (24, 0.066), (36, 0.085), (100, 0.071)])
def test_false_signals_beside_a_known_line(n, rate):
    """Exact figures of the project's statistics, section 4."""
    assert false_signal_rate(n, baseline=0) == pytest.approx(rate, abs=0.0006)


def test_false_signals_equal_a_count_of_every_order():
    orders = 2 * np.array(list(product((0, 1), repeat=12)), dtype=float) - 1
    signal = parts_of(orders, centre=0.0)[0].runs_signal
    assert false_signal_rate(12, baseline=0) == pytest.approx(signal.mean(), abs=1e-12)
    assert false_signal_rate(12) == pytest.approx(signal[orders.sum(axis=1) == 0].mean(), abs=1e-12)


def test_false_signal_rates_agree_with_a_simulation():
    ordinary = np.random.default_rng(20260914).standard_normal((40_000, 36))
    own = parts_of(ordinary)[0].runs_signal.mean()
    frozen = parts_of(ordinary, freeze=[24])[0].runs_signal.mean()
    before = np.median(ordinary[:, :8], axis=1)
    later = parts_of(ordinary[:, 8:18], centre=before)[0].runs.longest_run
    assert false_signal_rate(36) == pytest.approx(own, abs=0.004)
    assert false_signal_rate(36, baseline=24) == pytest.approx(frozen, abs=0.006)
    assert false_run_rate(10, baseline=8, longer_than=7) == pytest.approx((later > 7).mean(), abs=0.008)


def test_one_point_never_signals():
    assert [false_signal_rate(n) for n in (0, 1)] == [0.0, 0.0]
    assert false_run_rate(0, baseline=8, longer_than=7) == 0.0
