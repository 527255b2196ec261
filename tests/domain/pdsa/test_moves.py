"""Moves, locks, threads, carry-over, taps."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.errors import NotReady, Refused
from aimwell.domain.pdsa.carry import FinishedCycle, NextDraft, draft_next
from aimwell.domain.pdsa.locks import Amendment, LockedPrediction, check_unlocked
from aimwell.domain.pdsa.moves import (
    Act,
    CycleFacts,
    Decision,
    Move,
    State,
    after,
    check_finish,
    check_start,
    missing_to_finish,
    missing_to_start,
    moves_from,
)
from aimwell.domain.pdsa.predictions import Prediction
from aimwell.domain.pdsa.ramps import CycleLink, check_predecessor, depth_words, spread_words, threads
from aimwell.domain.pdsa.tally import Tally, Tap, Undo

READY = CycleFacts("One quiet minute", Prediction.at_least(12, out_of=24), date(2026, 11, 20))
STUDIED = replace(READY, has_result=True, learning="They read the card.", decision=Decision(Act.REPEAT, "once more"))


@pytest.mark.ac("S1 R-25")
def test_three_fields_start_a_cycle() -> None:
    assert missing_to_start(CycleFacts(" ")) == ("what", "prediction", "look_on")
    assert missing_to_start(READY) == ()
    with pytest.raises(NotReady) as caught:
        check_start(replace(READY, look_on=None))
    assert caught.value.missing == ("look_on",)


def test_a_prediction_that_does_not_add_up_does_not_start() -> None:
    with pytest.raises(Refused) as caught:
        check_start(replace(READY, prediction=Prediction.between(9, 3)))
    assert caught.value.code == "bad_prediction"


@pytest.mark.ac("S1 R-31")
@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        (READY, ("result", "learning", "decision")),
        (STUDIED, ()),
        (replace(STUDIED, decision=Decision(Act.ADAPT)), ("reason", "change")),
        (replace(STUDIED, decision=Decision(Act.ADAPT, "because", change="a timer")), ()),
        (replace(STUDIED, decision=Decision(Act.SCALE, "held in three rooms")), ("evidence",)),
        (replace(STUDIED, decision=Decision(Act.ABANDON, "no difference")), ()),
        (replace(STUDIED, learning=" "), ("learning",)),
    ],
)
def test_missing_to_finish(facts: CycleFacts, missing: tuple[str, ...]) -> None:
    assert missing_to_finish(facts) == missing
    if missing:
        with pytest.raises(NotReady) as caught:
            check_finish(facts)
        assert caught.value.missing == missing


@pytest.mark.parametrize(
    ("state", "moves"),
    [
        (State.DRAFT, (Move.START, Move.PAUSE)),
        (State.DOING, (Move.STUDY, Move.PAUSE)),
        (State.STUDYING, (Move.BACK_TO_DO, Move.FINISH, Move.PAUSE)),
        (State.DONE, (Move.REOPEN,)),
        (State.PAUSED, (Move.RESUME,)),
    ],
)
def test_moves_from_each_state(state: State, moves: tuple[Move, ...]) -> None:
    assert moves_from(state) == moves
    for move in Move:
        if move not in moves:
            with pytest.raises(Refused) as caught:
                after(state, move)
            assert caught.value.code == "wrong_state"


@pytest.mark.parametrize("state", [State.DRAFT, State.DOING, State.STUDYING])
def test_resuming_leads_back_to_where_it_paused(state: State) -> None:
    assert after(after(state, Move.PAUSE), Move.RESUME, paused_from=state) is state
    with pytest.raises(Refused):
        after(State.PAUSED, Move.RESUME)


@pytest.mark.ac("S1 R-27")
def test_a_locked_prediction_keeps_its_original_beside_dated_changes() -> None:
    at = datetime(2027, 1, 11, 7, 42, tzinfo=UTC)
    locked = LockedPrediction(Prediction.between(30, 36, out_of=50), at)
    later = locked.amended(Prediction.at_least(20, out_of=50), at=at, reason=" Room 9 joined ")
    assert later.original == locked.original
    assert later.latest == Prediction.at_least(20, out_of=50)
    assert later.amendments == (Amendment(Prediction.at_least(20, out_of=50), at, "Room 9 joined"),)
    with pytest.raises(Refused) as caught:
        locked.amended(Prediction.number(1), at=at, reason=" ")
    assert caught.value.code == "reason_needed"


@pytest.mark.ac("S1 R-27")
@pytest.mark.parametrize("state", list(State))
def test_prediction_is_open_only_before_do(state: State) -> None:
    if state in (State.DRAFT, State.PAUSED):
        check_unlocked(state)
    else:
        with pytest.raises(Refused, match="prediction_locked"):
            check_unlocked(state)
    with pytest.raises(Refused, match="prediction_locked"):
        check_unlocked(State.PAUSED, locked_at=datetime(2027, 1, 11, tzinfo=UTC))


RAMP = [
    CycleLink("1", State.DONE),
    CycleLink("2", State.DONE, "1"),
    CycleLink("2b", State.DONE, "2"),
    CycleLink("3", State.DONE, "2"),
    CycleLink("4", State.DRAFT, "3"),
]


@pytest.mark.ac("S1 R-33")
def test_thread_of_the_mockup() -> None:
    (thread,) = threads(RAMP)
    places = [(step.cycle.id, step.label, step.depth, step.line) for step in thread.steps]
    assert places == [("1", "1", 0, 0), ("2", "2", 1, 0), ("3", "3", 2, 0), ("4", "4", 3, 0), ("2b", "2b", 2, 1)]
    assert depth_words(thread, "en") == (
        "This thread goes deep: three finished cycles linked by a reason, and a next one drafted."
    )


def test_depth_and_spread_in_words() -> None:
    one, two = (
        threads([CycleLink("1", State.DONE)])[0],
        threads([CycleLink("1", State.DONE), CycleLink("2", State.DONE, "1")])[0],
    )
    assert depth_words(threads([CycleLink("1")])[0], "en").startswith("No cycle here has finished yet.")
    assert depth_words(one, "en").startswith("One finished cycle and no next one yet.")
    assert depth_words(two, "es").startswith("Dos ciclos terminados")
    assert spread_words([one, one], "en") == "Your two other ideas have one cycle each and no next one."
    assert spread_words([two], "en") == ""


@st.composite
def histories(draw: st.DrawFn) -> list[CycleLink]:
    """Cycles that each follow an earlier one or none, in a drawn order."""
    count = draw(st.integers(0, 14))
    earlier = [draw(st.integers(-1, number - 1)) for number in range(count)]
    made = [CycleLink(f"c{n}", State.DONE, f"c{e}" if e >= 0 else "") for n, e in enumerate(earlier)]
    return draw(st.permutations(made))


@given(histories())
def test_every_cycle_stands_in_one_thread_right_after_its_predecessor(cycles: list[CycleLink]) -> None:
    found = threads(cycles)
    steps = [step for thread in found for step in thread.steps]
    assert sorted(step.cycle.id for step in steps) == sorted(cycle.id for cycle in cycles)
    depth = {step.cycle.id: step.depth for step in steps}
    assert all(depth[one.id] == (depth[one.follows] + 1 if one.follows else 0) for one in cycles)
    for thread in found:
        assert len({step.label for step in thread.steps}) == len(thread.steps)


@pytest.mark.ac("S1 R-33")
@given(histories(), st.data())
def test_a_link_is_refused_exactly_when_it_closes_a_loop(cycles: list[CycleLink], data: st.DataObject) -> None:
    if not cycles:
        return
    ids = st.sampled_from([cycle.id for cycle in cycles])
    cycle, follows = data.draw(ids), data.draw(ids)
    before = {link.id: link.follows for link in cycles}
    chain, here = [follows], follows
    while before[here]:
        here = before[here]
        chain.append(here)
    if cycle in chain:
        with pytest.raises(Refused, match="own_predecessor"):
            check_predecessor(cycles, cycle, follows)
    else:
        check_predecessor(cycles, cycle, follows)


CYCLE = FinishedCycle(
    "c3", "A task with two answers", "two-answer tasks", "explains", "Room 14", "reasons", "Skipped. "
)


@pytest.mark.ac("S1 R-32")
def test_adapt_drafts_the_next_cycle_with_one_change() -> None:
    assert draft_next(CYCLE, Decision(Act.ADAPT, "why", change=" A timer on the board ")) == NextDraft(
        follows="c3",
        what="A timer on the board",
        idea="two-answer tasks",
        measure="explains",
        where="Room 14",
        count_what="reasons",
        carries_over=("idea", "measure", "where", "count_what"),
        changes="A timer on the board",
        why="Skipped.",
    )


@pytest.mark.ac("S1 R-32")
def test_repeat_keeps_all_and_scale_leaves_the_place_open() -> None:
    repeated, scaled = draft_next(CYCLE, Decision(Act.REPEAT)), draft_next(CYCLE, Decision(Act.SCALE))
    assert repeated is not None
    assert scaled is not None
    assert repeated.carries_over == ("idea", "measure", "where", "count_what", "what")
    assert (scaled.where, scaled.carries_over) == ("", ("idea", "measure", "count_what", "what"))


@pytest.mark.parametrize("act", [Act.ADOPT, Act.ABANDON])
def test_adopt_and_abandon_close_the_thread(act: Act) -> None:
    assert draft_next(CYCLE, Decision(act, "why")) is None


events = st.lists(
    st.builds(Tap, st.sampled_from("abcdef"), st.just(True)) | st.builds(Undo, st.sampled_from("abcdef")), max_size=20
)


@given(events, st.randoms(use_true_random=False))
def test_tally_does_not_care_how_often_or_in_what_order_taps_arrive(sent: list[Tap | Undo], random) -> None:
    once = Tally().with_events(sent)
    again = sent * 2
    random.shuffle(again)
    twice = Tally().with_events(again)
    assert (twice.heard, twice.yes) == (once.heard, once.yes)


def test_tally_counts_heard_and_yes_and_undoes_the_last() -> None:
    tally = Tally().with_events([Tap("a", True), Tap("b", False), Tap("c", True), Tap("c", True), Undo("z")])
    assert (tally.heard, tally.yes, tally.last()) == (3, 2, "c")
    undone = tally.with_events([Undo("c"), Undo("c")])
    assert (undone.heard, undone.yes, undone.last()) == (2, 1, "b")
    assert Tally().last() is None
