"""A team of six in its first eight weeks, by mouse and by finger: the whole weekly rhythm as people would walk it."""

import pytest
import time_machine
from playwright.sync_api import expect

from browser.eight_weeks import after_snow, before_snow, reading, setting, start
from browser.eight_weeks.crew import Crew
from browser.eight_weeks.script import MONDAY

STEPS = [
    start.find_together,
    start.plan_the_rhythm,
    before_snow.week_1,
    before_snow.week_2,
    before_snow.week_3,
    before_snow.week_4,
    after_snow.week_5,
    after_snow.week_6,
    after_snow.week_7,
    after_snow.week_8,
    reading.read_by_the_rubric,
    reading.ask_the_gate,
    reading.look_at_the_forecasts,
    reading.look_at_the_chart,
    reading.meet_the_dropped_idea,
    reading.count_the_typing,
]


@pytest.fixture
def crew(open_page, sign_in, tmp_path):
    """One clock for the server and for everybody; it ticks on from the moment it is set to."""
    expect.set_options(timeout=30_000)
    with time_machine.travel(MONDAY, tick=True) as clock:
        yield Crew(clock=clock, open_page=open_page, sign_in=sign_in, folder=tmp_path)
    expect.set_options(timeout=5_000)


@pytest.mark.ac("S1 R-25")
@pytest.mark.ac("S1 R-30")
@pytest.mark.ac("S1 R-31")
@pytest.mark.ac("S1 R-32")
@pytest.mark.ac("S1 R-33")
@pytest.mark.ac("S1 R-34")
@pytest.mark.ac("S1 R-39")
@pytest.mark.ac("S1 R-47")
@pytest.mark.ac("S1 R-50")
@pytest.mark.ac("S1 R-54")
@pytest.mark.ac("S1 R-55")
@pytest.mark.ac("S1 R-56")
@pytest.mark.ac("N-1")
@pytest.mark.ac("N-19")
@pytest.mark.timeout(600)
def test_a_team_of_six_runs_eight_weeks(crew):
    setting.bring(crew)
    for step in STEPS:
        step(crew)
