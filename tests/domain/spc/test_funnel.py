from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.spc.funnel import GroupCount, funnel, reference_sizes
from aimwell.domain.spc.funnel_limits import FunnelScale, limits
from aimwell.domain.spc.overdispersion import Scores, average_ranks, dispersion, scores
from aimwell.domain.spc.quantiles import binomial_limit

EVEN = [
    GroupCount(name, count, 100) for name, count in (("B", 20), ("a", 18), ("C", 22), ("d", 20), ("10", 40), ("9", 20))
]


def test_groups_stand_by_the_alphabet_never_by_their_value():
    assert [point.name for point in funnel(EVEN).points] == ["9", "10", "a", "B", "C", "d"]


def test_plain_limits_of_a_share_are_binomial():
    found = funnel(EVEN, adjust=False)
    assert found.target == pytest.approx(140 / 600)
    point = found.points[0]
    assert point.plain.lower_998 == binomial_limit(0.001, 100, found.target)
    assert point.plain.upper_95 == binomial_limit(0.975, 100, found.target)
    assert [one.name for one in found.outside] == ["10"]
    assert found.points[1].beyond == "above"
    assert found.limits_of(point) == (point.plain.lower_998, point.plain.upper_998)


def test_inner_limits_can_be_chosen():
    groups = [GroupCount("low", 11, 100), *(GroupCount(str(k), 20, 100) for k in range(20))]
    assert [point.name for point in funnel(groups, limit="95", adjust=False).outside] == ["low"]
    assert funnel(groups, adjust=False).outside == ()
    assert funnel(groups, limit="95", adjust=False).points[-1].beyond == "below"


def test_names_given_twice_are_summed_and_missing_counts_left_out():
    found = funnel(
        [GroupCount("a", 1, 10), GroupCount("a", 3, 10), GroupCount("b", math.nan, 5), GroupCount("c", 2, 8)]
    )
    assert [(point.name, point.numerator, point.denominator) for point in found.points] == [("a", 4, 20), ("c", 2, 8)]


def test_small_groups_leave_no_trace_but_their_number():
    with_small = funnel([*EVEN, GroupCount("few", 4, 6), GroupCount("none", 0, 0)], least_size=10)
    without = funnel(EVEN, least_size=10)
    assert with_small.too_small == 2
    assert (with_small.points, with_small.target) == (without.points, without.target)


@pytest.mark.parametrize("groups", [[], [GroupCount("a", 0, 10)], [GroupCount("a", 1, 3)]])
def test_nothing_to_show_is_refused(groups):
    with pytest.raises(ValueError, match="a funnel needs groups"):
        funnel(groups, least_size=5)


def test_a_ratio_of_observed_and_expected_has_poisson_limits():
    found = funnel(
        [GroupCount("a", 12, 10.004), GroupCount("b", 9, 10.0)], kind="SR", adjust=False, round_expected=True
    )
    assert (found.target, found.points[0].denominator) == (1.0, 10.0)
    low, high = found.points[0].plain.lower_95, found.points[0].plain.upper_95
    # Garwood's exact limits of 10 events, 4.795 and 18.390 (1936).
    assert (round(low * 10, 3), round(high * 10, 3)) == (4.795, 18.39)


def test_the_multiplier_moves_values_and_limits_alike():
    one, hundred = funnel(EVEN), funnel(EVEN, multiplier=100)
    assert hundred.points[2].value == pytest.approx(100 * one.points[2].value)
    assert hundred.points[2].adjusted.upper_998 == pytest.approx(100 * one.points[2].adjusted.upper_998)
    assert np.allclose(hundred.curve, 100 * one.curve)


def test_wide_differences_widen_the_limits():
    groups = [GroupCount(str(k), 50 + 25 * (k % 7), 1000) for k in range(21)]
    found = funnel(groups)
    assert found.adjusted
    assert found.dispersion.phi > 1
    assert all(point.adjusted.upper_998 > point.plain.upper_998 for point in found.points)
    assert found.outside == ()
    assert len(funnel(groups, adjust=False).outside) > 0


def test_equal_groups_are_not_widened():
    found = funnel([GroupCount(str(k), 20, 100) for k in range(12)])
    assert (found.adjusted, found.dispersion.tau2) == (False, 0.0)


def test_dispersion_by_hand():
    """Four equal groups: phi is the mean of z squared, tau2 its excess over the room of the weights."""
    z, s = np.array([2.0, -2.0, 3.0, -3.0]), np.full(4, 0.5)
    found = dispersion(Scores(z, s, z))
    assert (found.phi, found.used) == (6.5, 4)
    assert found.tau2 == pytest.approx((4 * 6.5 - 3) / (16 - 4))


def test_dispersion_without_groups_or_room():
    nothing = np.full(2, np.nan)
    assert dispersion(Scores(nothing, nothing, nothing)).used == 0
    one = np.array([3.0])
    assert dispersion(Scores(one, one, one)).tau2 == 0.0


def test_outermost_scores_are_pulled_in():
    tops, bottoms = np.array([5.0, 20, 21, 22, 20, 19, 21, 20, 20, 60, 20]), np.full(11, 100.0)
    found = scores(tops, bottoms, kind="PR")
    assert found.trimmed.max() == np.quantile(found.z, 0.9) < found.z.max()
    assert found.trimmed.min() == np.quantile(found.z, 0.1) > found.z.min()


def test_outermost_ratios_are_left_out():
    tops = np.arange(10.0, 29.0)
    found = scores(tops, np.full(19, 20.0), kind="SR")
    assert np.flatnonzero(np.isnan(found.trimmed)).tolist() == [0, 17, 18]
    assert found.z[10] == 0.0
    assert not np.isnan(scores(tops, np.full(19, 20.0), kind="SR", trim_by=0).trimmed).any()


def test_a_ratio_without_an_event_is_left_out_of_the_dispersion():
    found = funnel([GroupCount(str(k), k, 10) for k in range(20)], kind="SR")
    assert found.points[0].z == -math.inf
    assert found.points[0].z_trimmed is None


def test_equal_values_share_their_rank():
    assert average_ranks(np.array([3.0, 1.0, 3.0, 2.0])).tolist() == [3.5, 1.0, 3.5, 2.0]


def test_scores_that_cannot_be_made_stay_missing():
    assert np.isnan(scores(np.array([0.0]), np.array([0.0]), kind="SR", sr_method="CQC").trimmed[0])


SIZES = np.array([20.0, 80.0, 320.0])


@pytest.mark.parametrize("kind", ["PR", "SR", "RC"])
@pytest.mark.parametrize("method", ["SHMI", "CQC"])
@pytest.mark.parametrize("tau2", [None, 0.0, 0.01])
@pytest.mark.parametrize("as_reference", [False, True])
def test_limits_lie_in_order_around_the_target_and_narrow(kind, method, tau2, as_reference):
    target = 1.0 if kind == "SR" else 0.3
    low, high, lowest, highest = limits(SIZES, FunnelScale(kind, target, method, as_reference=as_reference), tau2=tau2)
    assert np.all((lowest <= low) & (low < target) & (target < high) & (high <= highest))
    assert np.all(np.diff(high - low) < 0)


def test_square_root_ratios_are_squared_back_unless_as_the_reference():
    ours = limits(SIZES, FunnelScale("SR", 1.0, "CQC"), tau2=0.0)
    reference = limits(SIZES, FunnelScale("SR", 1.0, "CQC", as_reference=True), tau2=0.0)
    assert np.allclose(ours, reference**2)


def test_the_reference_cuts_limits_that_fold_back():
    found = limits(np.array([1.0, 2.0, 400.0]), FunnelScale("PR", 0.1, as_reference=True), tau2=0.0)
    assert found[2, 0] == 0.0
    assert found[0, -1] > 0
    high = limits(np.array([1.0, 2.0, 3.0, 400.0]), FunnelScale("PR", 0.9, as_reference=True), tau2=0.0)
    assert high[3, 0] == 1.0


def test_our_arcsine_limits_stop_at_the_bounds():
    found = limits(np.array([1.0, 400.0]), FunnelScale("PR", 0.1), tau2=0.0)
    assert (found[2, 0], found[3, 0]) == (0.0, 1.0)


counts = st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(st.lists(counts, min_size=1, max_size=12), st.booleans())
def test_every_share_has_limits_between_0_and_1(rows, adjust):
    groups = [GroupCount(f"g{k}", top, bottom) for k, (top, bottom) in enumerate(rows)]
    if not any(top for top, _ in rows):
        return
    found = funnel(groups, adjust=adjust)
    for point in found.points:
        low, high = found.limits_of(point)
        assert 0 <= low <= high <= 1
        assert (point.beyond is None) == (low <= point.value <= high)


def test_the_sizes_of_the_reference():
    sizes = reference_sizes(np.array([2.0, 40.5]), "PR")
    assert (sizes[0], sizes[1], sizes[-1], sizes.size) == (2.0, 3.0, 41.0, 1002)
    assert reference_sizes(np.array([2.0, 40.5]), "SR")[0] == 1.1
    as_reference = funnel(EVEN, as_reference=True)
    angle = math.asin(as_reference.target**0.5) + 1.959964 / 20
    assert as_reference.points[0].plain.upper_95 == pytest.approx(math.sin(angle) ** 2)


def test_scores_of_a_ratio_of_counts_by_hand():
    found = scores(np.array([10.0, 20.0]), np.array([20.0, 20.0]), kind="RC")
    s = (10 / 10.5**2 + 20 / 20.5**2) ** 0.5
    assert found.s[0] == pytest.approx(s)
    assert found.z[0] == pytest.approx((math.log(10.5 / 20.5) - math.log(30 / 40)) / s)
