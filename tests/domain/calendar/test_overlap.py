"""In which weeks several schools have room at once."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.calendar.overlap import Marked, Room, best, monday, overlap, room_in

D = datetime.date
MONDAY = D(2027, 2, 15)
DAYS = st.dates(D(2027, 2, 1), D(2027, 4, 30))
MARKS = st.builds(
    lambda room, one, other: Marked(room, min(one, other), max(one, other)), st.sampled_from(Room), DAYS, DAYS
)


def week(room, starts=MONDAY, days=5):
    return Marked(room, starts, starts + datetime.timedelta(days=days - 1))


@pytest.mark.parametrize(
    ("marks", "told"),
    [
        ([], None),
        ([week(Room.MORE)], Room.MORE),
        ([week(Room.MORE, days=1)], Room.MORE),
        ([week(Room.MORE), week(Room.LITTLE, days=1)], Room.LITTLE),
        ([week(Room.MORE), week(Room.CLOSED, days=1)], Room.LITTLE),
        ([week(Room.MORE), week(Room.CLOSED)], Room.CLOSED),
        ([week(Room.CLOSED, days=2), week(Room.CLOSED, MONDAY + datetime.timedelta(days=2), 3)], Room.CLOSED),
        ([week(Room.MORE, MONDAY + datetime.timedelta(days=5), 2)], None),
    ],
)
def test_a_week_of_one_school(marks, told):
    assert room_in(MONDAY, marks) == told


def test_the_overlap_of_eight_schools_and_its_best_week():
    high, low = week(Room.MORE, days=12), week(Room.LITTLE, days=5)
    schools = {n: [high] for n in range(6)} | {6: [high, low], 7: []}
    first, second, third = overlap(MONDAY + datetime.timedelta(days=2), 3, schools)
    assert (first.more, first.little, first.closed, first.schools) == (6, 1, 0, 8)
    assert (second.more, second.little) == (7, 0)
    assert (third.starts, third.ends, third.more) == (D(2027, 3, 1), D(2027, 3, 5), 0)
    assert best([first, second, third]) == (second,)
    assert best([third]) == ()
    assert overlap(MONDAY, 1, {n: [high] for n in range(3)})[0].everyone


@given(schools=st.dictionaries(st.integers(0, 20), st.lists(MARKS, max_size=4), max_size=12), day=DAYS)
def test_counts_never_exceed_the_schools_and_the_best_is_never_beaten(schools, day):
    weeks = overlap(day, 6, schools)
    assert weeks[0].starts == monday(day)
    assert all(week.more + week.little + week.closed <= week.schools == len(schools) for week in weeks)
    assert all(one.more >= week.more for one in best(weeks) for week in weeks)
