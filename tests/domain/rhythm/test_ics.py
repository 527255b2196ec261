"""The calendar file, line by line as RFC 5545 asks."""

import datetime as dt
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.rhythm.ics import Event, calendar, escaped, folded

NEW_YORK = ZoneInfo("America/New_York")
CHANGED = dt.datetime(2027, 1, 4, 8, 30, tzinfo=NEW_YORK)


def event(**changes: object) -> Event:
    begins = dt.datetime(2027, 2, 11, 12, 20, tzinfo=NEW_YORK)
    facts = {
        "uid": "meeting-7@aimwell.example", "title": "Huddle", "on": begins.date(), "begins": begins, "minutes": 15,
        "place": "Room 12", "changed": CHANGED, "sequence": 2,
    }  # fmt: skip
    return Event(**{**facts, **changes})  # type: ignore[arg-type]


def lines(text: str) -> list[str]:
    assert text.endswith("\r\n")
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def test_a_meeting_has_its_moments_in_utc_and_a_stable_name() -> None:
    told = lines(calendar("My meetings", [event()]))
    assert told[0] == "BEGIN:VCALENDAR"
    assert told[-1] == "END:VCALENDAR"
    for line in (
        "VERSION:2.0", "UID:meeting-7@aimwell.example", "DTSTAMP:20270104T133000Z", "SEQUENCE:2",
        "DTSTART:20270211T172000Z", "DTEND:20270211T173500Z", "SUMMARY:Huddle", "LOCATION:Room 12", "STATUS:CONFIRMED",
    ):  # fmt: skip
        assert told.count(line) == 1, line


def test_a_change_of_the_clocks_moves_the_moment_in_utc_not_the_one_on_the_wall() -> None:
    summer = event(begins=dt.datetime(2027, 4, 8, 12, 20, tzinfo=NEW_YORK))
    assert "DTSTART:20270408T162000Z" in lines(calendar("x", [summer]))


def test_a_meeting_without_a_time_is_a_day() -> None:
    told = lines(calendar("x", [event(begins=None)]))
    assert "DTSTART;VALUE=DATE:20270211" in told
    assert "DTEND;VALUE=DATE:20270212" in told


def test_a_meeting_that_was_called_off_says_so() -> None:
    assert "STATUS:CANCELLED" in lines(calendar("x", [event(cancelled=True)]))


def test_text_is_escaped() -> None:
    assert escaped("a,b;c\\d\ne\x07") == "a\\,b\\;c\\\\d\\ne"


@given(st.text(max_size=400))
def test_lines_are_at_most_75_bytes_and_unfold_to_the_same(text: str) -> None:
    line = f"SUMMARY:{escaped(text)}"
    parts = folded(line).split("\r\n")
    assert all(len(part.encode()) <= 75 for part in parts)
    assert all(part.startswith(" ") for part in parts[1:])
    assert folded(line).replace("\r\n ", "") == line


@given(st.lists(st.text(max_size=80), max_size=4))
def test_no_text_makes_a_line_of_its_own(titles: list[str]) -> None:
    told = lines(calendar("x", [event(title=title, place=title) for title in titles]))
    assert sum(line == "BEGIN:VEVENT" for line in told) == len(titles)
    assert all(":" in line for line in told)
