"""Facts beside the seven questions, the six principles, and threads walked both ways."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.theory.coherence import Fact, Known, Question, facts, in_order
from aimwell.domain.theory.principles import Work, principle_map, principles_of
from aimwell.domain.theory.trace import Gap, Node, Stage, Web

FULL = Known(
    problem_parts=3, evidence=2, voices=1, verified=True,
    aim_parts=frozenset({"target", "by_when", "for_whom", "baseline"}),
    ideas=2, ideas_on_causes=2, ideas_on_supported=1, ideas_at_the_aim=2, actions=3, actions_with_owner=3,
    indicator_days=(date(2027, 1, 5), date(2027, 3, 1)), to_be_made=1, overarching=True, aim_measured=True,
    ideas_measured=1, predictions=1, predictions_with_number=1,
)  # fmt: skip


def shown(known):
    return {question: {fact.key: fact.holds for fact in of} for question, of in facts(known).items()}


@pytest.mark.ac("S1 R-22")
def test_the_three_structural_facts_are_computed():
    assert shown(FULL)[Question.AIM] == {
        "aim_target": True, "aim_by_when": True, "aim_for_whom": True, "aim_baseline": True,
    }  # fmt: skip
    assert shown(FULL)[Question.CAUSE] == {"on_causes": True, "on_supported": False, "at_the_aim": True}
    assert shown(FULL)[Question.SEQUENCE] == {"indicators": True, "in_order": True, "all_there": False}
    without = replace(FULL, aim_parts=frozenset({"for_whom"}))
    assert shown(without)[Question.AIM]["aim_target"] is False


def test_where_there_is_nothing_yet_no_fact_is_claimed():
    found = shown(Known())
    assert found[Question.CAUSE] == {"on_causes": None, "on_supported": None, "at_the_aim": None}
    assert found[Question.VIABLE] == {"owned": None}
    assert found[Question.SEQUENCE] == {"indicators": False, "in_order": None, "all_there": None}
    assert facts(FULL)[Question.CAUSE][1] == Fact("on_supported", False, 1, 2)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ((), None),
        ((date(2027, 1, 1),), None),
        ((date(2027, 1, 1), date(2027, 1, 1)), True),
        ((date(2027, 2, 1), date(2027, 1, 1)), False),
        ((date(2027, 1, 1), None), False),
    ],
)
def test_a_sequence_is_in_order_when_no_day_runs_backwards(days, expected):
    assert in_order(days) is expected


@pytest.mark.ac("S0 R-6")
def test_a_fishbone_without_a_cycle_shows_one_and_three_and_not_five():
    found = principle_map({Work.FISHBONE: 1})
    assert [one.number for one in found if one.shown] == [1, 3]
    assert found[4].shown == ()
    assert found[4].next is Work.CYCLES
    assert found[0].next is None


@pytest.mark.ac("S0 R-5")
def test_a_fishbone_serves_the_first_and_third_principle():
    assert principles_of(Work.FISHBONE) == (1, 3)


@given(st.dictionaries(st.sampled_from(list(Work)), st.integers(0, 5)))
def test_more_work_never_takes_a_principle_away(counts):
    before = [bool(one.shown) for one in principle_map(counts)]
    after = [bool(one.shown) for one in principle_map({**counts, Work.CYCLES: counts.get(Work.CYCLES, 0) + 1})]
    assert all(later or not earlier for earlier, later in zip(before, after, strict=True))


NODES = st.integers(2, 12)


@st.composite
def webs(draw):
    n = draw(NODES)
    nodes = tuple(Node(f"n{i}", draw(st.sampled_from(list(Stage))), f"node {i}") for i in range(n))
    pairs = draw(st.sets(st.tuples(st.integers(0, n), st.integers(0, n)), max_size=25))
    return Web(nodes, frozenset((f"n{a}", f"n{b}") for a, b in pairs if a != b))


@pytest.mark.ac("S0 R-7")
@given(webs())
def test_both_directions_tell_the_same(web):
    for one in web.by_id:
        for other in web.by_id:
            assert (other in web.forward(one)) == (one in web.back(other))
        assert {node.id for node in web.thread(one)} == web.back(one) | {one} | web.forward(one)


@pytest.mark.ac("S0 R-7")
def test_from_problem_to_learning_and_back_are_the_same_nodes():
    stages = [
        Stage.PROBLEM,
        Stage.EVIDENCE,
        Stage.CAUSE,
        Stage.AIM,
        Stage.DRIVER,
        Stage.IDEA,
        Stage.CYCLE,
        Stage.LEARNING,
    ]
    nodes = tuple(Node(str(place), stage, stage) for place, stage in enumerate(stages))
    edges = {(str(place), str(place + 1)) for place in range(len(nodes) - 1)}
    web = Web(nodes, frozenset(edges))
    assert web.thread("0") == web.thread("7") == nodes
    assert web.gaps("0") == ()
    broken = Web(nodes, frozenset(edges - {("1", "2"), ("6", "7")} | {("0", "2")}))
    assert broken.gaps("0") == ((Gap.CAUSE_UNCHECKED, nodes[2]), (Gap.NOTHING_LEARNED, nodes[6]))


def test_an_idea_that_hangs_on_nothing_is_told_with_each_gap():
    idea, cycle = Node("i", Stage.IDEA, "Prizes"), Node("c", Stage.CYCLE, "Cycle 1")
    assert Web((idea, cycle), frozenset()).gaps("i") == (
        (Gap.NO_CAUSE, idea),
        (Gap.NO_AIM, idea),
        (Gap.NOT_TRIED, idea),
    )
    assert Web((idea, cycle), frozenset()).gaps("c") == ((Gap.NO_IDEA, cycle), (Gap.NOTHING_LEARNED, cycle))
