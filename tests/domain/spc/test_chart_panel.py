from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from aimwell.domain.spc.chart_panel import chart_panel, without_flat_limits
from aimwell.domain.spc.differences import OURS, Differences
from aimwell.domain.spc.kinds import CHART_KINDS, KINDS
from aimwell.domain.spc.panels import stack
from domain.spc import plain_charts

EMPTY_COUNT = Differences(empty_denominators_count=True)
WITH_GAPS = Differences(prime_sigma_from_all=True, empty_subgroups_count=True, ranges_from_excluded_count=True)
LINES = ("lower", "upper", "lower_2", "upper_2")
SHARES = tuple(kind for kind in CHART_KINDS if KINDS[kind].needs == "share")


def maybe(values):
    return st.one_of(st.none(), values, values, values)


@st.composite
def parts(draw, kind, min_size=1):
    """Lists of one part for the plain twin; None = missing."""
    size = draw(st.integers(min_size, 14))
    if KINDS[kind].needs == "share":
        tops = draw(st.lists(maybe(st.integers(0, 20)), min_size=size, max_size=size))
        n = draw(st.lists(maybe(st.integers(20, 60)), min_size=size, max_size=size))
        both = [(t, m) if t is not None and m is not None else (None, None) for t, m in zip(tops, n, strict=True)]
        return {"y": [None if t is None else t / m for t, m in both], "n": [m for _, m in both]}
    if KINDS[kind].needs == "subgroup":
        groups = draw(st.lists(st.lists(st.integers(1, 50), max_size=5), min_size=size, max_size=size))
        return {
            "y": [sum(g) / len(g) if g else None for g in groups],
            "sizes": [len(g) for g in groups],
            "sds": [float(np.std(g, ddof=1)) if len(g) > 1 else None for g in groups],
        }
    return {"y": draw(st.lists(maybe(st.integers(1, 40)), min_size=size, max_size=size))}


def row(values):
    return np.array([[np.nan if value is None else value for value in values]], dtype=np.float64)


def arrays(part):
    found = {"values": row(part["y"])}
    names = {"n": "denominators", "sizes": "sizes", "sds": "sds"}
    return found | {names[name]: row(part[name]) for name in names if name in part}


def joined(several):
    return {name: [value for part in several for value in part[name]] for name in several[0]}


def near(ours, theirs):
    return np.allclose(ours, row(theirs)[0], rtol=1e-9, atol=1e-9, equal_nan=True)


def assert_same(panel, here, twin):
    drawn, centre, found = twin
    assert near(panel.values[0, here], drawn)
    assert near(panel.centre[0, here], [centre] * len(drawn))
    for k, name in enumerate(LINES):
        assert near(getattr(panel, name)[0, here], [one[k] for one in found]), name


@settings(max_examples=400)
@given(st.data(), st.sampled_from(CHART_KINDS), st.booleans(), st.booleans(), st.booleans())
def test_every_chart_agrees_with_its_plain_twin(data, kind, screen, reference, ordered):
    several = data.draw(st.lists(parts(kind), min_size=1, max_size=3))
    whole = joined(several)
    excluded = data.draw(st.sets(st.integers(0, len(whole["y"]) - 1), max_size=3))
    lengths = [len(part["y"]) for part in several]
    starts = [sum(lengths[:k]) for k in range(len(several))]
    freeze = data.draw(st.one_of(st.none(), st.integers(1, lengths[-1])))
    known = data.draw(st.one_of(st.none(), st.floats(0.05, 0.9)))
    mask = np.zeros((1, len(whole["y"])), dtype=bool)
    mask[0, sorted(excluded)] = True
    panel = chart_panel(
        **arrays(whole),
        chart=kind,
        after=starts[1:],
        freeze=() if freeze is None else [starts[-1] + freeze],
        excluded=mask,
        centre=known,
        screen=screen,
        ordered=ordered,
        freeze_within_phases=not reference,
        as_reference=WITH_GAPS if reference else OURS,
    )
    assert len(panel.parts) == len(several)
    for index, part in enumerate(several):
        frozen = freeze if index == len(several) - 1 and not (reference and index) else None
        last = lengths[index] if frozen is None else frozen
        base = [k for k in range(last) if k + starts[index] not in excluded]
        twin = plain_charts.chart(
            kind, part, base=base, given=known, screen=screen, ordered=ordered, reference=reference
        )
        assert_same(panel, slice(starts[index], starts[index] + lengths[index]), twin)


@given(st.data(), st.sampled_from(CHART_KINDS))
def test_a_panel_is_its_series_one_by_one(data, kind):
    several = data.draw(st.lists(parts(kind), min_size=1, max_size=4))
    many = [arrays(part) for part in several]
    together = chart_panel(**{name: stack([one[name][0] for one in many]) for name in many[0]}, chart=kind)
    for k, one in enumerate(many):
        alone = chart_panel(**one, chart=kind)
        size = one["values"].shape[1]
        for name in ("values", "centre", *LINES):
            ours, theirs = getattr(together, name)[k, :size], getattr(alone, name)[0]
            assert np.allclose(ours, theirs, rtol=1e-12, atol=1e-12, equal_nan=True), name
        assert together.parts[0].runs.crossings[k] == alone.parts[0].runs.crossings[0]
        assert together.screened[k] == alone.screened[0]


@given(st.data(), st.sampled_from(("run", "i", "mr", "xbar")), st.integers(-40, 40), st.sampled_from([0.5, 2.0, 4.0]))
def test_moving_and_stretching_the_values_moves_and_stretches_the_lines(data, kind, move, stretch):
    one = arrays(data.draw(parts(kind)))
    other = one | {"values": one["values"] * stretch + move}
    if "sds" in one:
        other["sds"] = one["sds"] * stretch
    before, after = chart_panel(**one, chart=kind), chart_panel(**other, chart=kind)
    shift = 0 if kind == "mr" else move
    for name in ("values", "centre", *LINES):
        ours, theirs = getattr(after, name), getattr(before, name) * stretch + shift
        if kind == "mr" and name in ("lower", "lower_2"):
            theirs = getattr(before, name)
        assert np.allclose(ours, theirs, rtol=1e-9, atol=1e-9, equal_nan=True), name
    assert (after.beyond == before.beyond).all()


@given(st.data(), st.sampled_from(("xbar", "s", "p", "c", "u", "g")), st.randoms(use_true_random=False))
def test_where_no_neighbours_are_compared_the_order_changes_no_line(data, kind, random):
    one = arrays(data.draw(parts(kind)))
    order = list(range(one["values"].shape[1]))
    random.shuffle(order)
    before = chart_panel(**one, chart=kind)
    after = chart_panel(**{name: array[:, order] for name, array in one.items()}, chart=kind)
    for name in ("values", "centre", *LINES):
        ours, theirs = getattr(after, name), getattr(before, name)[:, order]
        assert np.allclose(ours, theirs, rtol=1e-9, atol=1e-12, equal_nan=True), name


@given(st.data(), st.sampled_from(CHART_KINDS), st.sampled_from([100.0, 1000.0, 0.5]))
def test_multiply_stretches_everything_and_changes_no_signal(data, kind, multiply):
    one = arrays(data.draw(parts(kind)))
    plain, times = chart_panel(**one, chart=kind), chart_panel(**one, chart=kind, multiply=multiply)
    for name in ("values", "centre", *LINES):
        assert np.allclose(getattr(times, name), getattr(plain, name) * multiply, rtol=1e-12, equal_nan=True)
    assert (times.beyond == plain.beyond).all()
    assert np.array_equal(times.parts[0].centre, times.centre[:, 0], equal_nan=True)


@given(st.data(), st.sampled_from(CHART_KINDS))
def test_limits_enclose_the_centre_and_two_sigma_lie_inside_three(data, kind):
    assume(kind not in ("run", "g"))
    panel = chart_panel(**arrays(data.draw(parts(kind, min_size=3))), chart=kind)
    seen = ~np.isnan(panel.upper)
    slack = 1e-9
    for low, high in (("lower", "lower_2"), ("lower_2", "centre"), ("centre", "upper_2"), ("upper_2", "upper")):
        assert (getattr(panel, low)[seen] <= getattr(panel, high)[seen] + slack).all()


def test_a_zero_denominator_gives_no_value_and_no_limits():
    panel = chart_panel(chart="p", numerators=np.array([[1.0, 0.0, 3.0]]), denominators=np.array([[10.0, 0.0, 20.0]]))
    assert np.isnan([panel.values[0, 1], panel.lower[0, 1], panel.upper[0, 1]]).all()
    assert panel.centre[0, 0] == pytest.approx(4 / 30)


def test_a_numerator_without_its_denominator_counts_for_nothing():
    panel = chart_panel(
        chart="u", numerators=np.array([[1.0, 9.0, 3.0]]), denominators=np.array([[10.0, np.nan, 20.0]])
    )
    assert panel.centre[0, 0] == pytest.approx(4 / 30)
    assert np.isnan(panel.values[0, 1])


def test_a_flat_series_has_no_limits_screened_and_none_of_width_unscreened():
    flat = np.full((1, 12), 0.1)
    assert np.isnan(chart_panel(flat, chart="i").upper).all()
    unscreened = chart_panel(flat, chart="i", screen=False)
    assert unscreened.upper[0, 0] == pytest.approx(0.1)
    assert not unscreened.beyond.any()
    assert np.isnan(without_flat_limits(unscreened).upper).all()


def test_screening_drops_the_largest_ranges_once():
    values = np.array([[1.0, 2.0] * 6 + [60.0] + [1.0, 2.0] * 6])
    panel = chart_panel(values, chart="i")
    assert panel.screened.tolist() == [2]
    assert (panel.upper - panel.centre)[0, 0] == pytest.approx(3 / 1.128)


@pytest.mark.parametrize("kind", ["pp", "up"])
def test_the_prime_charts_may_be_floored_at_the_plain_ones(kind):
    tops, bottoms = np.array([[10.0, 11, 10, 11, 10, 11]]), np.full((1, 6), 40.0)
    plain = chart_panel(chart=kind[0], numerators=tops, denominators=bottoms)
    narrow = chart_panel(chart=kind, numerators=tops, denominators=bottoms)
    floored = chart_panel(chart=kind, numerators=tops, denominators=bottoms, floor_of_one=True)
    assert (narrow.upper < plain.upper).all()
    assert floored.upper == pytest.approx(plain.upper)


def test_a_time_of_zero_leaves_no_limits():
    panel = chart_panel(np.array([[3.0, 0.0, 4.0], [3.0, 2.0, 4.0]]), chart="t")
    assert np.isnan(panel.upper[0]).all()
    assert not np.isnan(panel.upper[1]).any()


def test_lower_limits_below_zero_are_cut_only_where_no_value_is_negative():
    values = np.array([[1.0, 5.0, 2.0, 9.0], [-1.0, 5.0, 2.0, 9.0], [np.nan] * 4])
    panel = chart_panel(values, chart="i", lower_below_zero=False)
    assert (panel.lower[0, 0], panel.lower_2[0, 0]) == (0.0, 0.0)
    assert panel.lower[1, 0] < 0
    assert np.isnan(panel.lower[2]).all()


def test_a_known_centre_for_each_point():
    values = np.array([[11.0, 12.0, 23.0, 22.0]])
    lines = np.array([[10.0, 10.0, 20.0, 20.0]])
    panel = chart_panel(values, chart="i", centre=lines)
    assert panel.centre.tolist() == lines.tolist()
    assert panel.parts[0].signs.tolist() == [[1, 1, 1, 1]]
    assert (panel.upper - panel.centre)[0].tolist() == pytest.approx([3 * 1 / 1.128] * 4)


def test_where_no_centre_is_known_it_is_found():
    values = np.array([[1.0, 3.0], [1.0, 3.0]])
    assert chart_panel(values, chart="i", centre=np.array([7.0, np.nan])).centre[:, 0].tolist() == [7.0, 2.0]
    assert chart_panel(values, chart="t", centre=np.array([7.0, 4.0])).centre[:, 0] == pytest.approx([7.0, 4.0])


def test_on_an_moving_range_chart_runs_never_signal():
    values = np.cumsum(np.array([[1.0] * 15 + [9.0] * 15]), axis=1)
    part = chart_panel(values, chart="mr").parts[0]
    assert part.runs.longest_run[0] > part.longest_run_max[0]
    assert part.runs_signal.tolist() == [False]


def test_an_individuals_prime_chart_of_equal_sizes_is_an_individuals_chart():
    values = np.array([[3.0, 5.0, 4.0, 8.0, 6.0]])
    plain, prime = chart_panel(values, chart="i", screen=False), chart_panel(values, chart="ip", screen=False)
    # sqrt(pi) / 2 = 0.88623 beside 1 / 1.128 = 0.88652.
    assert prime.upper == pytest.approx(plain.upper, rel=1e-3)
    assert chart_panel(values, chart="ip", denominators=np.full((1, 5), 7.0), screen=False).upper == pytest.approx(
        prime.upper
    )


@pytest.mark.parametrize("kind", CHART_KINDS)
def test_a_panel_without_points_or_values(kind):
    for shape in ((2, 0), (2, 3)):
        empty = np.full(shape, np.nan)
        panel = chart_panel(empty, chart=kind, denominators=empty, sizes=empty, sds=empty)
        assert panel.upper.shape == shape
        assert np.isnan(panel.centre).all()


@pytest.mark.parametrize(
    ("kind", "inputs"), [("p", {"values": np.ones((1, 3))}), ("xbar", {"values": np.ones((1, 3))}), ("i", {})]
)
def test_inputs_that_are_absent_are_named(kind, inputs):
    with pytest.raises(ValueError, match="needed"):
        chart_panel(**inputs, chart=kind)


def test_cases_without_a_denominator_count_in_the_centre_only_if_asked_for():
    tops, bottoms = np.array([[2.0, 4.0, 3.0]]), np.array([[10.0, 10.0, 0.0]])
    values = tops / np.array([[10.0, 10.0, np.nan]])
    given = {"chart": "u", "numerators": tops, "denominators": bottoms}
    assert chart_panel(values, **given).centre[0, 0] == pytest.approx(0.3)
    assert chart_panel(values, **given, as_reference=EMPTY_COUNT).centre[0, 0] == pytest.approx(0.45)
    without = chart_panel(values, chart="u", denominators=bottoms, as_reference=EMPTY_COUNT)
    assert without.centre[0, 0] == pytest.approx(0.3)


def test_over_categories_a_gap_voids_the_spread_only_if_asked_for():
    shares = {"chart": "pp", "numerators": np.array([[2.0, 4.0, np.nan, 3.0]]), "denominators": np.full((1, 4), 10.0)}
    assert np.isfinite(chart_panel(**shares, ordered=False).upper[0, 0])
    assert np.isnan(
        chart_panel(**shares, ordered=False, as_reference=Differences(gaps_void_deviation=True)).upper[0, 0]
    )


def test_a_known_centre_of_a_t_chart_is_on_the_scale_shown_or_that_of_the_root():
    times = np.array([[1.0, 12.0, 50.0, 12.0]])
    assert chart_panel(times, chart="t", centre=9.0).centre[0, 0] == pytest.approx(9)
    rooted = chart_panel(times, chart="t", centre=1.5, as_reference=Differences(centre_on_root_scale=True))
    assert rooted.centre[0, 0] == pytest.approx(1.5**3.6)


def test_a_line_that_cannot_be_drawn_is_not_cut_at_zero():
    values, sizes = np.array([[3.0, 4.0, 6.0]]), np.array([[0.0, 2.0, 2.0]])
    sized = chart_panel(values, chart="ip", denominators=sizes, screen=False, lower_below_zero=False)
    assert sized.lower[0, 0] == -np.inf
    assert sized.lower[0, 1] >= 0
