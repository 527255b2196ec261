"""Days typed, pasted or brought as a file; and dates that move past closed days."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.calendar.windows import DayRow, moved, read_days, written

D = datetime.date
DAYS = st.dates(D(2026, 8, 1), D(2028, 7, 31))
WINTER = DayRow("Winter break", D(2026, 12, 21), D(2027, 1, 1))
FILE = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
DTSTART;VALUE=DATE:20261221
DTEND;VALUE=DATE:20270102
SUMMARY:Winter
  break
END:VEVENT
BEGIN:VEVENT
DTSTART:20270118T080000Z
DTEND:20270118T150000Z
SUMMARY:King day\\, no school
END:VEVENT
BEGIN:VEVENT
SUMMARY:No date
END:VEVENT
END:VCALENDAR
"""


@pytest.mark.parametrize(
    "text",
    [
        "Winter break, 2026-12-21, 2027-01-01",
        "Winter break;12/21/2026;1/1/2027",
        "2026-12-21\t2027-01-01\tWinter break",
        "Winter break 2026-12-21 to 2027-01-01",
    ],
)
def test_a_line_is_read_in_many_ways(text):
    read = read_days(text)
    assert [(row.starts_on, row.ends_on) for row in read.rows] == [(WINTER.starts_on, WINTER.ends_on)]
    assert read.rows[0].name.startswith("Winter break")
    assert read.odd == ()


def test_lines_without_a_day_are_kept_aside_and_twice_the_same_is_one():
    read = read_days(
        "name,first,last\nKing day, 2027-01-18\n\nKing day, 2027-01-18\nOdd, 2027-13-40\nX, 2027-02-02, 2027-02-01"
    )
    assert read.rows == (DayRow("King day", D(2027, 1, 18), D(2027, 1, 18)),)
    assert read.odd == ("name,first,last", "Odd, 2027-13-40", "X, 2027-02-02, 2027-02-01")


def test_a_calendar_file_ends_the_day_before_its_end():
    read = read_days(FILE)
    assert read.rows == (WINTER, DayRow("King day, no school", D(2027, 1, 18), D(2027, 1, 18)))
    assert read.odd == ("No date",)


def test_a_calendar_file_may_name_the_first_day_of_all():
    event = "BEGIN:VEVENT\nSUMMARY:X\nDTSTART:00010101\nDTEND:00010101\nEND:VEVENT"
    assert read_days(f"BEGIN:VCALENDAR\n{event}").rows == (DayRow("X", D.min, D.min),)


@given(st.lists(st.builds(DayRow, st.text(max_size=40), DAYS, DAYS), max_size=8))
def test_what_was_read_is_read_again_with_the_same_days(rows):
    rows = [DayRow(one.name, *sorted((one.starts_on, one.ends_on))) for one in rows]
    rows = [one for one in rows if (one.ends_on - one.starts_on).days <= 400]
    first = read_days(written(rows))
    assert {(one.starts_on, one.ends_on) for one in read_days(written(first.rows)).rows} == {
        (one.starts_on, one.ends_on) for one in first.rows
    }


@given(st.text(max_size=300))
def test_nothing_that_is_typed_breaks_it(text):
    read_days(text)
    read_days("BEGIN:VCALENDAR\n" + text)


@pytest.mark.ac("S0 R-57")
def test_three_snow_days_move_a_tuesday_to_friday_and_a_thursday_to_tuesday():
    assert moved(D(2027, 2, 9), 3) == D(2027, 2, 12)
    assert moved(D(2027, 2, 11), 3) == D(2027, 2, 15)
    assert moved(D(2027, 2, 11), 3, [(D(2027, 2, 15), D(2027, 2, 15))]) == D(2027, 2, 16)


@given(DAYS, st.integers(1, 60), st.lists(st.tuples(DAYS, st.integers(0, 10)), max_size=5))
def test_a_moved_day_is_later_and_open(day, days, closed):
    spans = [(first, first + datetime.timedelta(days=n)) for first, n in closed]
    after = moved(day, days, spans)
    assert after >= day + datetime.timedelta(days=days)
    assert after.weekday() < 5
    assert not any(first <= after <= last for first, last in spans)
