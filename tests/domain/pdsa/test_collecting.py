"""Planned beside received, rooms where the same was done, and two readings of the same work."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.errors import Refused
from aimwell.domain.pdsa.collecting import (
    LONGEST_NAME,
    MOST_DAYS,
    Came,
    Cell,
    TwoReadings,
    checked_days,
    codes_of,
    grid,
    people_of,
    planned_days,
    together,
)

D = [datetime.date(2027, 1, day) for day in (12, 13, 14)]
DAYS = st.dates(datetime.date(2027, 1, 1), datetime.date(2027, 2, 15))
ROOMS = st.sampled_from(["Room 12", "room  12", "Room 14", "T7"])
CAME = st.lists(st.builds(Came, ROOMS, DAYS, st.booleans(), st.just("Fire drill")), max_size=25)
PLANNED = st.dictionaries(st.sampled_from(["Room 12", "Room 14", "T7"]), st.sets(DAYS, min_size=1, max_size=9))


@pytest.mark.ac("S1 R-29")
def test_what_did_not_come_in_is_missing_and_never_zero():
    came = [
        Came("room 12", D[0], True),
        Came("Room 12", D[1], False, "Fire drill"),
        Came("Room 9", D[0], True),
    ]
    found = grid({"Room 12": D, "Room 14": D[:1]}, came)
    assert [cell.state for cell in found.rows[0].cells] == [Cell.IN, Cell.MISSED, Cell.OPEN]
    assert [cell.state for cell in found.rows[1].cells] == [Cell.OPEN, Cell.NONE, Cell.NONE]
    assert [cell.why for cell in found.rows[0].missed] == ["Fire drill"]
    assert (found.received, found.planned, found.beside) == (1, 4, 1)


def test_a_count_that_came_late_after_all_is_in():
    came = [Came("Room 12", D[0], False, "A substitute"), Came("Room 12", D[0], True)]
    assert grid({"Room 12": D[:1]}, came).rows[0].cells[0].state is Cell.IN


@given(PLANNED, CAME)
def test_every_planned_day_is_in_exactly_one_state(planned, came):
    found = grid(planned, came)
    for row in found.rows:
        assert row.received + len(row.missed) + len(row.open) == row.planned == len(planned[row.who])
        assert len(row.cells) == len(found.days)
    assert found.received + found.beside <= sum(one.counted for one in came)


@given(PLANNED, CAME, CAME)
def test_more_counts_never_make_fewer_received(planned, came, more):
    assert grid(planned, [*came, *more]).received >= grid(planned, came).received


def test_a_plan_leaves_out_weekends_and_days_without_school():
    days = planned_days(datetime.date(2027, 1, 14), datetime.date(2027, 1, 20), range(5), [(D[2], D[2])])
    assert [day.day for day in days] == [15, 18, 19, 20]


@pytest.mark.parametrize(
    ("first", "last", "weekdays", "code"),
    [
        (D[1], D[0], [0], "plan_backwards"),
        (D[0], D[0], [4], "plan_without_days"),
        (datetime.date(2020, 1, 1), D[0], [0], "plan_too_long"),
        (datetime.date(2026, 9, 1), D[0], range(5), "plan_too_long"),
    ],
)
def test_a_plan_that_cannot_be_says_why(first, last, weekdays, code):
    with pytest.raises(Refused) as refused:
        planned_days(first, last, weekdays)
    assert refused.value.code == code


@given(st.lists(DAYS, max_size=80))
def test_days_stand_once_and_in_order(days):
    if not days or len(set(days)) > MOST_DAYS:
        with pytest.raises(Refused):
            checked_days(days)
        return
    assert list(checked_days(days)) == sorted(set(days))


def test_rooms_stand_once_however_they_are_written():
    assert people_of(["Room 12", " room  12 ", "", "T7"]) == ("Room 12", "T7")
    for lines, code in (([" "], "plan_without_people"), ([f"R{n}" for n in range(31)], "plan_too_many")):
        with pytest.raises(Refused) as refused:
            people_of(lines)
        assert refused.value.code == code


@pytest.mark.ac("S1 R-42")
def test_counts_of_rooms_that_did_the_same_are_added_up():
    middles = {"Room 12": (16, 24), "Room 14": (11, 26)}
    found = together(["room 12", "Room 14", "Room 9"], middles)
    assert (found.count, found.out_of) == (27, 50)
    assert together(["Room 9"], middles).count is None


def test_codes_are_at_least_two():
    assert codes_of(["reason", " no  reason ", "reason"]) == ("reason", "no reason")
    for lines in (["reason"], [str(n) for n in range(9)]):
        with pytest.raises(Refused):
            codes_of(lines)


@pytest.mark.ac("S1 R-43")
def test_ten_tickets_read_by_two():
    first = dict(enumerate([0, 0, 0, 0, 0, 0, 1, 1, 1, 1], start=1))
    second = {**first, 6: 1, 10: 0}
    found = TwoReadings(10, 2, first, second, {})
    assert (found.agreement.alike, found.agreement.both) == (8, 10)
    assert found.agreement.kappa == pytest.approx(7 / 12)
    assert found.differ == (6, 10)
    settled = TwoReadings(10, 2, first, second, {6: 1, 10: 1})
    assert (settled.settled, settled.counted) == (True, 5)
    assert settled.agreement == found.agreement


GIVEN = st.dictionaries(st.integers(1, 12), st.integers(0, 2))


@given(GIVEN, GIVEN, GIVEN)
def test_a_talk_comes_before_what_each_said_and_changes_no_agreement(first, second, agreed):
    found, alone = TwoReadings(12, 3, first, second, agreed), TwoReadings(12, 3, first, second, {})
    assert all(found.final[piece] == code for piece, code in agreed.items())
    assert found.agreement == alone.agreement
    assert set(found.differ) == set(alone.differ) - set(agreed)
    assert 0 <= found.counted <= 12


def test_a_name_has_room_in_its_row() -> None:
    assert people_of(["x" * LONGEST_NAME]) == ("x" * LONGEST_NAME,)
    with pytest.raises(Refused, match="name_too_long"):
        people_of(["x" * (LONGEST_NAME + 1)])
