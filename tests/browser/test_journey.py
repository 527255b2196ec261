"""One team's whole journey, from a felt problem to a tested change and a decision: by mouse, by finger, by keyboard."""

import pytest
from playwright.sync_api import expect

from browser.conftest import DESKTOP, PHONE
from browser.hands import Finger, Keys, Mouse
from browser.journey import begin, causes, chart, cycle, first, history, numbers, team, theory

STEPS = [
    begin.sign_up,
    begin.say_the_problem,
    begin.hear_and_see,
    causes.draw_the_fishbone,
    causes.say_what_is_known,
    causes.see_both_views,
    theory.build_the_aim,
    theory.draw_the_drivers,
    theory.link_the_idea_twice,
    theory.find_the_loose_end,
    theory.keep_the_map,
    numbers.name_the_measure,
    numbers.paste_from_a_spreadsheet,
    numbers.upload_a_file,
    chart.read_the_chart,
    chart.keep_the_numbers,
    chart.give_the_aim_its_measure,
    cycle.start_with_three_lines,
    cycle.date_a_change,
    cycle.write_what_happens,
    cycle.count_in_class,
    cycle.study_it,
    cycle.climb_the_ramp,
    chart.see_the_cycle_on_it,
    team.see_today,
    team.print_where_we_are,
    history.set_aside_a_cause,
    history.set_aside_a_driver,
    history.set_aside_a_cycle,
    history.bring_them_back,
    history.find_them_as_they_were,
    numbers.take_a_citys_file,
]
WAYS = {"mouse at 1280": (Mouse, DESKTOP), "finger at 390": (Finger, PHONE), "keys at 1280": (Keys, DESKTOP)}


@pytest.fixture
def hand(request, open_page, worker, tmp_path):
    """Somebody new, with one of three ways to use a page."""
    hand_of, size = WAYS[request.param]
    page = open_page(**size)
    page.context.set_default_timeout(30_000)
    expect.set_options(timeout=20_000)
    yield hand_of(page, tmp_path)
    expect.set_options(timeout=5_000)


@pytest.mark.ac("S2 R-56")
@pytest.mark.timeout(600)
@pytest.mark.parametrize("hand", WAYS, indirect=True)
def test_the_whole_journey(hand):
    for step in STEPS:
        step(hand)


@pytest.mark.ac("S1 R-25")
@pytest.mark.ac("S0 R-58")
@pytest.mark.parametrize("hand", ["finger at 390"], indirect=True)
def test_a_first_chart_and_a_first_cycle_ask_for_few_things(hand):
    """From the first page: ten fields with what somebody new has to say, twelve at most. Nothing else is needed."""
    first.sign_up(hand)
    assert hand.filled == ["The problem, in one sentence", "Your name", "Email", "Password"]
    first.see_a_chart(hand)
    first.start_a_cycle(hand)
    assert len(hand.filled) == 10  # one of them says why a problem that nobody checked is tested
    first.print_one_page(hand)
    assert len(hand.filled) == 10
