"""One team's whole journey, from a felt problem to a tested change and a decision: by mouse, by finger, by keyboard."""

import pytest

from browser.conftest import DESKTOP, PHONE
from browser.hands import Finger, Keys, Mouse
from browser.journey import begin, causes, theory

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
]
WAYS = {"mouse at 1280": (Mouse, DESKTOP), "finger at 390": (Finger, PHONE), "keys at 1280": (Keys, DESKTOP)}


@pytest.mark.ac("S2 R-56")
@pytest.mark.parametrize("way", WAYS)
def test_the_whole_journey(open_page, worker, way):
    hand_of, size = WAYS[way]
    hand = hand_of(open_page(**size))
    for step in STEPS:
        step(hand)
