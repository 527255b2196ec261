"""Process maps: where each step goes, what is not said yet, and a drawing in which nothing overlaps."""

import re
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.render.process import process_svg
from aimwell.domain.theory.process import Node, exits, hints
from aimwell.domain.theory.process_layout import arrange
from aimwell.domain.words.processes import hint_words, process_text

TALK = (
    Node("1", "start", "The task is read aloud", "teacher"),
    Node("2", "step", "Students think alone"),
    Node("3", "decision", "Does everyone have a first idea?", "teacher", else_to="2", no="not yet"),
    Node("4", "step", "Partners talk"),
    Node("5", "end", "Each partner said why"),
)


@pytest.mark.ac("S2 R-11")
def test_each_step_goes_to_the_next_unless_it_says_otherwise():
    found = [(one.source, one.target, one.way) for one in exits(TALK)]
    assert found == [("1", "2", ""), ("2", "3", ""), ("3", "4", "yes"), ("3", "2", "no"), ("4", "5", "")]
    assert hints(TALK) == ()


def test_a_map_says_what_it_does_not_say_yet():
    nodes = (
        Node("1", "step", "Bell", goes_to="3"), Node("2", "step", "Never reached"),
        Node("3", "decision", "Here?"), Node("4", "step", "Go on"),
    )  # fmt: skip
    found = [(one.gap, one.node) for one in hints(nodes)]
    assert found == [("no_start", ""), ("no_end", ""), ("cut_off", "2"), ("one_way", "3"), ("stops", "4")]
    assert all(hint_words(one, nodes, lang) for one in hints(nodes) for lang in ("en", "es"))
    assert hints(()) == ()


def test_text_and_drawing_hold_the_same_steps():
    text = process_text(TALK, {"3": "9 of 40 otherwise"}, name="Partner talk", lang="en")
    line = "3. Yes or no: Does everyone have a first idea? (teacher)  -> yes: goes to 4; not yet: goes to 2; 9 of 40"
    assert line in text
    drawn = process_svg(TALK, name="Partner talk", lang="en", notes={"3": "9 of 40 otherwise"}, href="#step-{id}")
    assert drawn.count('class="d-node') == 5
    assert drawn.count('class="d-link"') == 5
    assert "not yet" in drawn
    assert 'href="#step-4"' in drawn


def test_what_people_write_is_text_in_the_drawing():
    drawn = process_svg([Node("1", "start", "<script>alert(1)</script>")], name="<b>", lang="es")
    assert "<script" not in drawn
    assert "<b>" not in drawn


def test_a_way_back_is_dashed_in_a_channel_at_the_right():
    layout = arrange(TALK)
    [back] = [way for way in layout.ways if way.back]
    assert (back.exit.source, back.exit.target) == ("3", "2")
    assert max(x for x, _y in back.points) > max(box.x + box.width for box in layout.boxes)


kinds = st.sampled_from(("start", "step", "decision", "end"))
ids = st.sampled_from([str(number) for number in range(9)])
maps = st.lists(st.tuples(kinds, st.text(max_size=30), ids, ids), max_size=9).map(
    lambda rows: tuple(
        Node(str(place), kind, text, goes_to=there, else_to=other)
        for place, (kind, text, there, other) in enumerate(rows)
    )
)


@given(maps)
def test_any_map_is_drawn_without_overlap_and_onward_ways_lead_down(nodes):
    layout = arrange(nodes)
    assert len(layout.boxes) == len(nodes)
    assert len(layout.ways) == len(exits(nodes))
    for one, other in combinations(layout.boxes, 2):
        beside = one.x + one.width <= other.x or other.x + other.width <= one.x
        assert beside or one.bottom <= other.y or other.bottom <= one.y
    for way in layout.ways:
        assert way.back or way.points[0][1] < way.points[-1][1]
        assert all(-0.01 <= x <= layout.width + 0.01 for x, _y in way.points)
    assert arrange(nodes) == layout
    drawn = process_svg(nodes, name="x", lang="en")
    assert not re.search(r"nan|inf", drawn.replace("info", ""))


@given(maps)
def test_every_step_without_a_hint_is_on_the_way(nodes):
    cut_off = {one.node for one in hints(nodes) if one.gap == "cut_off"}
    reached = {one.target for one in exits(nodes)} | {node.id for node in nodes if node.kind == "start"}
    assert all(node.id in reached or node is nodes[0] for node in nodes if node.id not in cut_off)
