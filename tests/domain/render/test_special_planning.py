"""Words about phases to decide on, gains to hold and measures to plan."""

from __future__ import annotations

from datetime import timedelta

import pytest

from aimwell.domain.render.planning_words import expected_words, holding_words, proposal_words
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
        "El 7 dic empieza un nuevo año escolar. "
        "Una nueva fase desde ese día tendría su mediana en 11, con 12 valores; antes era 11.",
        "Ustedes deciden: empiecen una fase solo si saben qué cambió, y díganlo.",
    )


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (HIGH[:3], "The new level since Dec 7 is too young to tell whether it holds."),
        (HIGH, "The gain since Dec 7 holds so far: the values stay around 18."),
        ([*HIGH[:8], *[21, 22, 23] * 3], "The gain since Dec 7 has gone further: the last ten values are above 18."),
        (
            [*HIGH[:8], *[16, 15, 16] * 3],
            "The gain since Dec 7 is slipping: the last nine values are below 18, still nearer to it than to 11.",
        ),
        (
            [*HIGH[:8], *[11, 12, 11] * 3],
            "The last nine values are below 18, nearer to 11, where they were before Dec 7.",
        ),
    ],
)
def test_whether_a_gain_holds(after, said):
    reading = weeks([*LOW, *after], phases=[Phase(START + timedelta(weeks=12), "Calls home")], direction="up")
    assert holding_words(holding(reading), reading, "en") == said


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        ((0.2, 0.6, 0.9), "it shows after two points in half of the cases, and after three in four of five."),
        ((0.2, 0.6, 0.7), "it shows after two points in half of the cases; for four of five, 3 points are too few."),
        ((0.1, 0.2, 0.3), "A change of this size would mostly stay unseen in 3 points."),
    ],
)
def test_how_long_it_takes(seen, said):
    first, second = expected_words(Expected(seen, (0.01, 0.02, 0.06)), "en")
    assert said in first
    assert second == "With no change at all, the rules would ring in 6\u00a0% of such charts by then."
