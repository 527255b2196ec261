"""Proposed phases, holding the gains, and planning a measure."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from aimwell.domain.spc.holding import holding
from aimwell.domain.spc.planner import Wanted, chance_by, day_of_point, expected_signal, points_until
from aimwell.domain.spc.proposals import holds, propose_phases
from aimwell.domain.spc.rates import false_signal_rate
from aimwell.domain.spc.reading import Phase, Reading
from domain.render.samples import START, weeks

LOW = (10, 12, 11, 13, 10, 12, 11, 9, 12, 11, 13, 10)
HIGH = (18, 17, 19, 18, 20, 17, 19, 18, 17, 19, 18)


def week(k: int) -> date:
    return START + timedelta(weeks=k)


def test_a_shift_that_goes_on_is_proposed_with_its_evidence():
    reading = weeks([*LOW, *HIGH])
    (found,) = propose_phases(reading)
    assert (found.starts, found.why, found.points, found.trial) == (week(12), "shift", 11, True)
    assert (found.centre, found.before) == (18.0, 13.0)
    assert found.evidence.shift.length == 11
    assert found.evidence.chance == false_signal_rate(reading.phases[0].n_useful)
    assert len(reading.phases) == 1


def test_beside_a_frozen_line_the_chance_is_that_of_its_baseline():
    reading = weeks([*LOW, *HIGH, 18], freeze=week(11))
    (found,) = propose_phases(reading)
    assert (found.before, found.trial) == (11.0, False)
    assert found.evidence.chance == false_signal_rate(reading.phases[0].n_useful, baseline=12)


@pytest.mark.parametrize(
    "values",
    [
        [],
        LOW,
        [*LOW, *HIGH[:7]],
        [*LOW, *HIGH, *LOW[:4]],
        [*LOW, *(14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24)],
    ],
    ids=["empty", "ordinary", "too few", "over again", "still rising"],
)
def test_nothing_is_proposed(values):
    assert propose_phases(weeks(values, freeze=week(11))) == ()


def test_a_run_that_fills_the_phase_is_its_own_phase():
    assert propose_phases(weeks(HIGH, centre=11)) == ()


def test_points_left_out_are_not_evidence():
    (found,) = propose_phases(weeks([*LOW, *HIGH], exclude=[week(14)]))
    assert found.points == 10


def test_a_new_school_year_is_proposed():
    reading = weeks([*LOW, *LOW])
    (found,) = propose_phases(reading, year_starts=[week(12)])
    assert (found.starts, found.why, found.points, found.evidence) == (week(12), "new_year", 12, None)
    assert not found.trial


@pytest.mark.parametrize("day", [0, 3, 20, 40])
def test_a_year_needs_values_on_both_sides(day):
    assert propose_phases(weeks([*LOW, *LOW]), year_starts=[week(day)]) == ()
    assert propose_phases(weeks([]), year_starts=[week(day)]) == ()


def test_a_year_with_a_phase_near_it_needs_no_proposal():
    reading = weeks([*LOW, *LOW], phases=[Phase(week(10), "New team")])
    assert propose_phases(reading, year_starts=[week(12)]) == ()


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (HIGH, True),
        ([18] * 9, True),
        (range(12), False),
        ([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 9, 8, 1, 1], False),
        ([1] * 8 + [2] * 8, False),
        ([5], True),
    ],
)
def test_whether_a_line_would_hold(values, expected):
    assert holds(np.array(list(values), dtype=np.float64)) is expected


def gained(after, direction="up", before=LOW) -> Reading:
    return weeks([*before, *after], phases=[Phase(week(len(before)), "Calls home")], direction=direction)


def test_a_gain_that_holds():
    found = holding(gained([*HIGH, 18, 17]))
    assert (found.state, found.since, found.before, found.level, found.watched) == ("holding", week(12), 11.0, 18.0, 5)
    assert (found.run_first, found.run_last, found.run_length, found.run_side) == (week(24), week(24), 1, "below")


@pytest.mark.parametrize(
    ("after", "state", "side"),
    [
        ([*HIGH[:8], *(16, 15, 16, 17, 16, 15, 16, 16, 15)], "drifting", "below"),
        ([*HIGH[:8], *(11, 12, 11, 10, 11, 12, 11, 11, 12)], "back", "below"),
        ([*HIGH[:8], *(21, 22, 23, 22, 21, 22, 23, 22, 21)], "further", "above"),
    ],
)
def test_a_long_run_beside_the_level_is_told(after, state, side):
    found = holding(gained(after))
    assert (found.state, found.run_side, found.run_last) == (state, side, week(28))
    assert found.run_length > found.limit


def test_down_is_a_gain_where_down_is_good():
    assert holding(gained(LOW, "down", before=HIGH)).state == "holding"
    assert holding(gained(LOW, "up", before=HIGH)) is None


@pytest.mark.parametrize(("n", "level"), [(3, None), (8, 18.0)])
def test_too_early_to_tell(n, level):
    found = holding(gained(HIGH[:n]))
    assert (found.state, found.level, found.watched, found.run_side) == ("too_early", level, 0, None)


def test_values_that_stay_on_the_level_hold_it():
    found = holding(gained([18] * 12))
    assert (found.state, found.run_first) == ("holding", None)


def test_nothing_to_hold():
    assert holding(weeks(LOW, direction="up")) is None
    assert holding(gained(HIGH, "")) is None
    assert holding(gained([None, None])) is None


PLAN = Wanted(level=0.46, change=0.15, denominator=72)


def test_the_same_question_has_the_same_answer():
    assert expected_signal(PLAN, points=12, simulated=100) == expected_signal(PLAN, points=12, simulated=100)


def test_chances_grow_with_points_and_with_the_change():
    found = expected_signal(PLAN, points=24, simulated=400)
    larger = expected_signal(Wanted(level=0.46, change=0.3, denominator=72), points=24, simulated=400)
    assert list(found.seen) == sorted(found.seen)
    assert all(a <= b for a, b in zip(found.seen, larger.seen, strict=True))
    assert found.seen[-1] > 0.9 > 0.3 > found.rings[-1]
    assert found.usual <= found.likely
    assert found.points_for(1.01) is None


def test_a_large_change_is_seen_as_soon_as_the_rule_allows():
    """Eight in a row are wanted on 19 or 20 points (Anhoej); in half of the charts the baseline ends on that side."""
    found = expected_signal(Wanted(level=10, change=30, sd=1), points=12, simulated=200)
    assert found.seen[5] < 0.4 < found.seen[6] < 0.6
    assert found.seen[7] == 1.0
    at_once = expected_signal(
        Wanted(level=10, change=30, sd=1, with_limits=True, rules="nelson"), points=2, simulated=200
    )
    assert at_once.seen[0] > 0.99


def test_a_share_with_limits():
    found = expected_signal(Wanted(level=0.5, change=-0.3, denominator=60, with_limits=True), points=4, simulated=200)
    assert found.seen[2] > 0.9


@pytest.mark.parametrize(
    "changes",
    [
        {"denominator": None},
        {"sd": 1.0},
        {"denominator": 0},
        {"level": 1.2},
        {"change": 0.6},
        {"denominator": None, "sd": 0.0},
        {"denominator": None, "sd": float("inf")},
        {"baseline": 1},
    ],
)
def test_what_cannot_be_planned_is_refused(changes):
    given = {"level": 0.46, "change": 0.15, "denominator": 72} | changes
    with pytest.raises(ValueError):
        expected_signal(Wanted(**given), points=5, simulated=10)


@pytest.mark.parametrize("points", [0, 601])
def test_a_horizon_out_of_reach_is_refused(points):
    with pytest.raises(ValueError, match="one to come"):
        expected_signal(PLAN, points=points)


def test_points_and_days():
    assert [points_until(day, start=START, every_days=7) for day in (week(-1), START, week(1), week(4))] == [0, 1, 2, 5]
    assert day_of_point(5, start=START, every_days=7) == week(4)
    assert day_of_point(2, start=START, every_days=30.4) == START + timedelta(days=31)
    found = expected_signal(PLAN, points=6, simulated=50)
    assert chance_by(found, week(-1), start=START, every_days=7) == 0.0
    assert chance_by(found, week(2), start=START, every_days=7) == found.seen[2]
    assert chance_by(found, week(90), start=START, every_days=7) == found.seen[-1]
