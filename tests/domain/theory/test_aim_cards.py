"""Where an aim stands, whom it leaves out, what it asks for, and the signs on the way."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.theory import gap_card, realism
from aimwell.domain.theory.aim_status import Ask, Found, Standing, aim_status, reached
from aimwell.domain.theory.aim_words import group_words, outside_words, realism_words, status_words
from aimwell.domain.theory.aims import Aim, Direction, plain, tightness
from aimwell.domain.theory.indicators import Hint, Sign, hints, in_time

MAY, UP, DOWN = date(2027, 5, 28), Direction.UP, Direction.DOWN
CIC = Aim(
    what="achieve more in mathematics, and sooner",
    for_whom="African American and Latinx students",
    where="Grades 4-8",
)
"""The aim of a network of ten districts, in own words; the facts are those of S3 L205."""


def said(text):
    return text.replace("\u00a0", " ")


@pytest.mark.ac("S3 R-14")
def test_a_broad_aim_names_exactly_what_it_lacks():
    assert tightness(CIC, "en") == "how much: missing; by when: missing; baseline: missing"
    assert tightness(CIC, "es") == "cuánto: falta; para cuándo: falta; punto de partida: falta"
    assert said(plain(CIC, "en")) == (
        "From [from how many now?] to [to how many?] of African American and Latinx students in Grades 4-8 "
        "achieve more in mathematics, and sooner [by when?]."
    )


def test_a_tight_aim_lacks_nothing():
    assert tightness(Aim("a", "b", 1, 2, "%", MAY), "en") == ""


@pytest.mark.parametrize(
    ("where", "lang", "sentence"),
    [
        ("Room 12", "en", "From 1 % to 2 % of all in Room 12 read by May 28."),
        ("at Birch School.", "en", "From 1 % to 2 % of all at Birch School read by May 28."),
        ("Salón 12", "es", "Del 1 % al 2 % de all en Salón 12 read para el 28 de mayo."),
        ("del tercer grado", "es", "Del 1 % al 2 % de all del tercer grado read para el 28 de mayo."),
    ],
)
def test_where_stands_behind_for_whom(where, lang, sentence):
    assert said(plain(Aim("read", "all", 1, 2, "%", MAY, where=where), lang)) == sentence


# Status


def ask(**other):
    return Ask(**{"target": 65.0, "direction": UP, "by_when": MAY, "measured": True, "period": "week"} | other)


@pytest.mark.ac("S2 R-15")
@pytest.mark.parametrize(
    ("value", "direction", "standing"),
    [(65.0, UP, "met"), (64.9, UP, "not_yet"), (66.0, DOWN, "not_yet"), (65.0, DOWN, "met"), (12.0, DOWN, "met")],
)
def test_at_its_day_the_last_count_decides(value, direction, standing):
    values = [(date(2027, 5, 17), 99.0), (date(2027, 5, 24), value), (date(2027, 6, 7), 99.0)]
    found = aim_status(values, ask(direction=direction), today=date(2027, 7, 1))
    assert found == Found(Standing(standing), value, date(2027, 5, 24))


def test_before_its_day_an_aim_runs_even_where_it_is_reached():
    values = [(date(2027, 3, 1), 80.0)]
    assert aim_status(values, ask(), today=date(2027, 3, 2)) == Found(Standing.RUNNING, 80.0, date(2027, 3, 1))
    assert aim_status([], ask(), today=date(2027, 3, 2)) == Found(Standing.RUNNING)


@pytest.mark.parametrize(("period", "days", "standing"), [
    ("day", 7, "met"), ("day", 8, "no_data"), ("week", 14, "met"), ("week", 15, "no_data"), ("month", 45, "met"),
    ("month", 46, "no_data"),
])  # fmt: skip
def test_an_old_count_says_nothing_about_the_day(period, days, standing):
    values = [(MAY - timedelta(days=days), 70.0)]
    assert aim_status(values, ask(period=period), today=MAY).standing == standing


@pytest.mark.parametrize(("gone", "missing"), [
    ({"target": None}, ("target",)), ({"by_when": None, "measured": False}, ("by_when", "measure")),
    ({"direction": Direction.NEITHER}, ("direction",)),
])  # fmt: skip
def test_what_is_missing_for_a_status_is_named(gone, missing):
    assert aim_status([(MAY, 70.0)], ask(**gone), today=MAY) == Found(Standing.OPEN, missing=missing)


def test_a_share_of_whole_students_is_met_in_spite_of_its_float():
    assert 29 / 100 * 100 < 29
    assert reached(29 / 100 * 100, 29, UP)


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_one_of_two_values_always_reaches_the_other(value, target):
    assert reached(value, target, UP) or reached(target, value, UP)
    assert [reached(value, value, way) for way in (UP, DOWN)] == [True, True]


def test_status_in_words():
    found = Found(Standing.NOT_YET, 58.0, date(2027, 5, 24))
    assert said(status_words(found, ask(), "%", "en")) == (
        "Not yet: 58 % on May 24, 2027. The target was 65 % by May 28, 2027."
    )
    waits = Found(Standing.OPEN, missing=("target", "measure"))
    assert status_words(waits, ask(target=None), "%", "en").endswith(
        "Still open: how much, a measure that counts in the same unit."
    )
    assert "No data at the date" in status_words(Found(Standing.NO_DATA), ask(), "%", "en")
    assert "aún no se ha contado nada" in status_words(Found(Standing.RUNNING), ask(), "%", "es").lower()


# Whom it leaves out


@pytest.mark.ac("S4 R-34")
def test_a_target_of_90_percent_of_420_seniors_leaves_42():
    found = gap_card.outside(90, "%", UP, 420)
    assert found == gap_card.Outside(42, 420, Fraction(10))
    assert outside_words(found, "en") == "When the target is met, 42 of 420 students are still outside it."


@pytest.mark.parametrize(("target", "unit", "direction", "headcount", "students"), [
    (90, "%", UP, 425, 42),  # 383 are needed for 90 %
    (99.9, "%", UP, 1000, 1),
    (10, "%", DOWN, 420, 42),
    (400, "", UP, 420, 20),
    (30, "", DOWN, 420, 30),
])  # fmt: skip
def test_how_many_a_target_leaves_out(target, unit, direction, headcount, students):
    assert gap_card.outside(target, unit, direction, headcount).students == students


@pytest.mark.parametrize(("target", "unit", "direction", "headcount"), [
    (100, "%", UP, 420), (0, "%", DOWN, 420), (None, "%", UP, 420), (90, "minutes", UP, 420), (90, "", UP, None),
    (420, "", UP, 420), (90, "%", Direction.NEITHER, 420),
])  # fmt: skip
def test_no_card_where_nobody_is_left_out_or_nobody_can_say(target, unit, direction, headcount):
    assert gap_card.outside(target, unit, direction, headcount) is None


@given(st.integers(1, 99), st.integers(1, 100_000))
def test_those_outside_and_those_needed_are_all(target, headcount):
    out = gap_card.outside(target, "%", UP, headcount).students
    assert 100 * (headcount - out) >= target * headcount > 100 * (headcount - out - 1)


def test_without_a_number_of_students_the_share_is_said():
    found = gap_card.outside(92.5, "%", UP, None)
    assert outside_words(found, "en").startswith("When the target is met, 7.5 of every 100 students")


def test_a_hidden_group_has_no_numbers():
    hidden = gap_card.not_there("Room 9", 4, 9, UP, "Too few.")
    assert (hidden.students, hidden.of) == (None, None)
    assert group_words(hidden, "en") == "Room 9: not shown. Too few."
    assert group_words(gap_card.not_there("Room 9", 14, 24, UP, ""), "en") == "Room 9: 10 of 24 are not there now"
    assert gap_card.not_there("Room 9", 14, 24, DOWN, "").students == 14


# What it asks for (products N-15)


def weekly(*values):
    return [(date(2026, 9, 7) + timedelta(weeks=place), float(value)) for place, value in enumerate(values)]


def test_figures_of_the_realism_card_follow_from_the_stored_counts():
    """Middles of three: 20, 30, 40, 40, 50, 60. Stretches of two weeks: 20, 10, 10, 20."""
    values = weekly(20, 20, 30, 40, 90, 40, 50, 60)
    assert [value for _, value in realism.smoothed(values)] == [20, 30, 40, 40, 50, 50]
    span = realism.Span(40, date(2026, 11, 2), 60, date(2026, 11, 16))
    found = realism.pace(values, span, UP)
    assert (found.asked, found.days, found.moves) == (20, 14, (20, 10, 10, 10))
    assert (found.as_far, found.middle, found.a_week, found.enough) == (1, 10, 10, True)
    assert realism_words(found, "%", "en") == (
        "The aim asks for 20 points in 2 weeks. That is about 10 points a week.",
        "1 of 4 stretches of this length in these numbers moved at least that far. The middle one moved by 10 points.",
        "This only looks back. It does not say what will come, or why.",
    )


def test_a_short_history_says_that_it_is_short():
    found = realism.pace(weekly(34, 34, 35, 40, 41), realism.Span(34, date(2026, 11, 2), 65, MAY), UP)
    assert not found.enough
    words = realism_words(found, "%", "en")
    assert words[1] == "These numbers cover 2 weeks. That is too short to say what is usual in 30 weeks."
    assert words[2] == "In that time they moved 6 points toward the aim."
    assert realism_words(realism.pace([], realism.Span(34, date(2026, 11, 2), 65, MAY), UP), "%", "en")[1] == (
        "There are too few numbers yet to look back."
    )


def test_down_is_nearer_where_down_is_good():
    found = realism.pace(weekly(40, 40, 30, 20, 20), realism.Span(40, date(2026, 9, 7), 20, date(2026, 9, 14)), DOWN)
    assert (found.asked, found.moves) == (20, (10, 10))


@pytest.mark.parametrize(("start", "target", "direction"), [(65, 65, UP), (65, 34, UP), (34, 65, Direction.NEITHER)])
def test_no_card_for_a_target_that_asks_nothing(start, target, direction):
    assert realism.pace([], realism.Span(start, date(2026, 11, 2), target, MAY), direction) is None


@given(st.lists(st.integers(0, 100), max_size=40), st.integers(1, 20))
def test_there_are_never_more_stretches_than_counts(values, weeks):
    assert len(realism.stretches(weekly(*values), 7 * weeks)) == max(0, len(values) - weeks)


# Signs on the way


def sign(key, on, **more):
    return Sign(key, key, on, **more)


@pytest.mark.ac("S1 R-20")
def test_signs_stand_in_the_order_of_time():
    test = sign("test", MAY, early=False, overarching=True)
    asked, unasked = sign("asked", date(2026, 10, 1)), sign("unasked", date(2027, 1, 15), exists=True)
    grade = sign("grade", MAY, early=False)
    assert [one.key for one in in_time([test, grade, unasked, asked])] == ["asked", "unasked", "grade", "test"]
    assert [one.is_task for one in (asked, unasked)] == [True, False]


def test_signs_hint_at_the_next_small_move_and_block_nothing():
    late = sign("test", date(2026, 10, 1), early=False, exists=True)
    early = sign("asked", date(2027, 6, 30), owner="Devon")
    assert hints([late, early], by_when=MAY) == (
        Hint("late_first", "test"), Hint("after_aim", "asked"), Hint("no_owner", "asked"),
    )  # fmt: skip
    assert hints([late], by_when=None) == (Hint("no_early"),)
    whole = [sign("asked", MAY, owner="Devon", make_by=date(2026, 12, 1)), sign("goal", MAY, early=False, exists=True)]
    assert hints(whole, by_when=MAY) == ()


@given(st.permutations([sign(str(n), MAY - timedelta(days=n % 3), early=n % 2 == 0) for n in range(6)]))
def test_the_order_does_not_depend_on_how_they_came(signs):
    assert in_time(signs) == in_time(sorted(signs, key=lambda one: one.key))
