"""When a team meets: pure rules of the rhythm."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.calendar.breaks import Closure
from aimwell.domain.errors import Refused
from aimwell.domain.rhythm.generator import Beat, end_of_year, generate

FIRST = dt.date(2027, 1, 7)  # a Thursday
THURSDAY = 3
DAYS = st.dates(dt.date(2026, 8, 1), dt.date(2028, 7, 31))


@st.composite
def beats(draw: st.DrawFn) -> Beat:
    starts = draw(DAYS)
    ends = starts + dt.timedelta(days=draw(st.integers(0, 400)))
    pattern = draw(st.sampled_from(["alternate", "huddles", "pdsa"]))
    return Beat(starts, ends, draw(st.integers(0, 6)), pattern, draw(st.integers(1, 4)))


@st.composite
def closures(draw: st.DrawFn) -> list[Closure]:
    starts = draw(st.lists(DAYS, max_size=6))
    return [Closure(day, day + dt.timedelta(days=draw(st.integers(0, 14))), f"closed {day}") for day in starts]


@pytest.mark.ac("S1 R-54")
def test_a_huddle_and_a_pdsa_meeting_take_turns_to_the_last_day_without_the_holidays() -> None:
    break_ = Closure(dt.date(2027, 1, 20), dt.date(2027, 1, 22), "Winter break")
    year = generate(Beat(FIRST, dt.date(2027, 2, 4), THURSDAY), [break_])
    assert [(one.on.day, one.kind, one.minutes) for one in year.sessions] == [
        (7, "huddle", 15), (14, "pdsa", 45), (28, "huddle", 15), (4, "pdsa", 45),
    ]  # fmt: skip
    assert [(one.on.day, one.name) for one in year.skipped] == [(21, "Winter break")]


@given(beats(), closures())
def test_every_meeting_is_on_its_weekday_within_the_days_and_outside_closures(
    beat: Beat, closed: list[Closure]
) -> None:
    year = generate(beat, closed)
    for one in year.sessions:
        assert one.on.weekday() == beat.weekday
        assert beat.starts_on <= one.on <= beat.ends_on
        assert not any(gap.start <= one.on <= gap.end for gap in closed)


@given(beats(), closures())
def test_no_beat_is_lost_each_is_a_meeting_or_is_named_as_skipped(beat: Beat, closed: list[Closure]) -> None:
    year = generate(beat, closed)
    days = sorted([one.on for one in year.sessions] + [one.on for one in year.skipped])
    steps = {(after - before).days for before, after in pairwise(days)}
    assert steps <= {7 * beat.every}
    first = next(
        beat.starts_on + dt.timedelta(k)
        for k in range(7)
        if (beat.starts_on + dt.timedelta(k)).weekday() == beat.weekday
    )
    assert (days[:1] == [first]) == (first <= beat.ends_on)


@given(beats(), closures())
def test_the_kinds_take_turns_over_the_meetings_that_take_place(beat: Beat, closed: list[Closure]) -> None:
    kinds = [one.kind for one in generate(beat, closed).sessions]
    if beat.pattern == "alternate":
        assert all(before != after for before, after in pairwise(kinds))
        assert kinds[:1] in ([], ["huddle"])
    else:
        assert set(kinds) <= {"huddle" if beat.pattern == "huddles" else "pdsa"}


@given(beats())
def test_days_that_are_taken_are_left_alone_and_keep_their_turn(beat: Beat) -> None:
    whole = generate(beat).sessions
    taken = {one.on: one.kind for one in whole[1::2]}
    assert generate(beat, taken=taken).sessions == whole[::2]


@pytest.mark.parametrize(
    ("beat", "code"),
    [
        (Beat(FIRST, FIRST - dt.timedelta(days=1), THURSDAY), "rhythm_dates"),
        (Beat(FIRST, FIRST + dt.timedelta(days=401), THURSDAY), "rhythm_too_long"),
        (Beat(FIRST, FIRST, 7), "unknown_choice"),
        (Beat(FIRST, FIRST, THURSDAY, every=0), "unknown_choice"),
    ],
)
def test_a_rule_that_cannot_be_kept_says_so(beat: Beat, code: str) -> None:
    with pytest.raises(Refused) as error:
        generate(beat)
    assert error.value.code == code


def test_the_year_is_over_in_june() -> None:
    assert end_of_year(dt.date(2026, 9, 3)) == dt.date(2027, 6, 15)
    assert end_of_year(dt.date(2027, 6, 15)) == dt.date(2027, 6, 15)
    assert end_of_year(dt.date(2027, 6, 16)) == dt.date(2028, 6, 15)
