"""Words about phases to decide on, gains to hold and measures to plan."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from aimwell.domain.render.planning_words import (
    expected_words,
    holding_words,
    last_year_words,
    proposal_words,
    wanted_words,
)
from aimwell.domain.spc.chart_reading import Point, chart_reading
from aimwell.domain.spc.holding import holding
from aimwell.domain.spc.planner import Expected
from aimwell.domain.spc.proposals import propose_phases
from aimwell.domain.spc.reading import Phase
from domain.render.samples import START, weeks

LOW = [10, 12, 11, 13, 10, 12, 11, 9, 12, 11, 13, 10]
HIGH = [18, 17, 19, 18, 20, 17, 19, 18, 17, 19, 18]


def test_a_shift_to_decide_on():
    reading = weeks([*LOW, *HIGH])
    (found,) = propose_phases(reading)
    said = proposal_words(found, reading, "en")
    assert said[0] == (
        "Since Dec 7, eleven values in a row are above the line of 13. "
        "A new phase from that day would have its middle at 18, from 11 values."
    )
    assert said[1].startswith("On as many ordinary values with no change, these rules ring about 1 time in ")
    assert said[2:] == (
        "So few values make only a trial line.",
        "You decide: begin a phase only if you know what changed, and say it.",
    )


def test_a_school_year_to_decide_on():
    reading = weeks([*LOW, *LOW])
    (found,) = propose_phases(reading, year_starts=[START + timedelta(weeks=12)])
    assert proposal_words(found, reading, "es") == (
        "Los datos de un nuevo año escolar empiezan el 7 dic. "
        "Una nueva fase desde ese día tendría su mediana en 11, con 12 valores; antes era 11.",
        "Ustedes deciden: empiecen una fase solo si saben qué cambió, y díganlo.",
    )


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (HIGH[:3], "The new level since Dec 7 is too young to tell whether it holds. Keep counting."),
        (HIGH, "The gain since Dec 7 holds so far: the values stay around 18."),
        ([*HIGH[:8], *[21, 22, 23] * 3], "The gain since Dec 7 has gone further: the last ten values are above 18."),
        (
            [*HIGH[:8], *[16, 15, 16] * 3],
            "The gain since Dec 7 is slipping: the last nine values are below 18, still nearer to it than to 11. "
            "Look at what changed in the work.",
        ),
        (
            [*HIGH[:8], *[11, 12, 11] * 3],
            "The last nine values are below 18, nearer to 11, where they were before Dec 7. "
            "Look at what changed in the work.",
        ),
    ],
)
def test_whether_a_gain_holds(after, said):
    reading = weeks([*LOW, *after], phases=[Phase(START + timedelta(weeks=12), "Calls home")], direction="up")
    assert holding_words(holding(reading), reading, "en") == said


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        ((0.2, 0.6, 0.9), "it shows after two weeks in half of the cases, and after three weeks in four of five."),
        ((0.2, 0.6, 0.7), "it shows after two weeks in half of the cases; for four of five, 3 points are too few."),
        ((0.1, 0.2, 0.3), "A change of this size would mostly stay unseen in 3 points."),
    ],
)
def test_how_long_it_takes(seen, said):
    first, second = expected_words(Expected(seen, (0.01, 0.02, 0.06)), "week", "en")
    assert said in first
    assert second == "With no change at all, the rules would ring in 6\u00a0% of such charts by then."


def test_one_point_is_said_as_one():
    assert "se ve después de una semana en la mitad" in expected_words(Expected((0.9,), (0.01,)), "week", "es")[0]
    assert "after one day with a count in half" in expected_words(Expected((0.9,), (0.01,)), "day", "en")[0]


def test_the_move_that_is_planned():
    reading = weeks(LOW, unit="%")
    assert wanted_words(11, 20, reading, "en", students=1200) == (
        "A move from 11\u00a0% to 20\u00a0%, with about 1,200 students each time."
    )
    assert wanted_words(11, 20, reading, "es") == ("Un cambio de 11\u00a0% a 20\u00a0%, con altas y bajas como antes.")


def test_the_same_weeks_last_year():
    values = [*[31.0] * 52, *[40.0] * 8]
    assert last_year_words(weeks(values, unit="%"), "en") == "The same weeks last year: a middle of 31\u00a0%."
    assert last_year_words(weeks(values), "es") == "Las mismas semanas del año pasado: una mediana de 31."
    assert last_year_words(weeks(LOW), "en") == ""
    assert last_year_words(weeks([]), "en") == ""


def test_weeks_that_were_left_out_are_not_last_year():
    left_out = [START + timedelta(weeks=k) for k in range(5)]
    assert last_year_words(weeks([*[31.0] * 52, *[40.0] * 8], exclude=left_out), "en") == ""


def test_the_same_months_last_year():
    months = [date(2025 + (8 + k) // 12, (8 + k) % 12 + 1, 1) for k in range(20)]
    values = [10, 10, 10, 10, 90, 90, 90, 90, 90, 90, 90, 90, *[20] * 8]
    points = [Point(day, float(value)) for day, value in zip(months, values, strict=True)]
    assert last_year_words(chart_reading(points, period="month"), "en") == (
        "The same months last year: a middle of 50."
    )
    assert last_year_words(chart_reading(points, period="month"), "es").startswith("Los mismos meses del año pasado")
