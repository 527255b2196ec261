"""The smallest test first, and how sure a prediction is."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.errors import Refused
from aimwell.domain.pdsa.carry import FinishedCycle, draft_next
from aimwell.domain.pdsa.moves import Act, Decision
from aimwell.domain.pdsa.predictions import chance_words, check_chance
from aimwell.domain.pdsa.ramps import CycleLink, State, one_shot, threads
from aimwell.domain.pdsa.sizes import LADDER, Size, could_shrink, larger_start, next_larger

TODAY = datetime.date(2027, 2, 9)


@pytest.mark.ac("S2 R-30")
def test_a_first_test_above_the_smallest_is_a_larger_start() -> None:
    assert [larger_start(size) for size in LADDER] == [False, True, True, True]


@pytest.mark.ac("S4 R-50")
@given(before=st.sampled_from(LADDER), size=st.sampled_from(LADDER))
def test_only_a_jump_of_more_than_one_step_asks(before: Size, size: Size) -> None:
    assert larger_start(size, before) == (LADDER.index(size) - LADDER.index(before) > 1)
    assert not larger_start(next_larger(before), before)


@pytest.mark.ac("S3 R-45")
@pytest.mark.parametrize(
    ("size", "rooms", "days", "told"),
    [
        (Size.ONE, None, 7, ()),
        (Size.ONE, 3, 28, ()),
        (Size.ONE, 4, 28, ("rooms",)),
        (Size.ONE, None, 29, ("time",)),
        (Size.FEW, 5, 60, ("size", "rooms", "time")),
    ],
)
def test_what_of_a_first_test_could_be_smaller(size: Size, rooms: int | None, days: int, told: tuple[str, ...]) -> None:
    assert could_shrink(size, rooms, TODAY + datetime.timedelta(days=days), TODAY) == told
    assert could_shrink(Size.ONE, None, None, TODAY) == ()


@pytest.mark.parametrize(
    ("chance", "english", "spanish"),
    [
        (100, "Very sure: 10 in 10", "Casi con certeza: 10 de 10"),
        (70, "Quite sure: 7 in 10", "Con bastante seguridad: 7 de 10"),
        (75, "Quite sure: 75 in 100", "Con bastante seguridad: 75 de 100"),
        (50, "It could go either way: 5 in 10", "Podría pasar o no: 5 de 10"),
        (0, "Not very sure: 0 in 10", "Con poca seguridad: 0 de 10"),
    ],
)
def test_how_sure_in_words(chance: int, english: str, spanish: str) -> None:
    assert (chance_words(chance, "en"), chance_words(chance, "es")) == (english, spanish)


@given(st.one_of(st.none(), st.integers(-300, 300)))
def test_a_chance_is_a_percentage(chance: int | None) -> None:
    if chance is None or 0 <= chance <= 100:
        check_chance(chance)
    else:
        with pytest.raises(Refused, match="bad_prediction"):
            check_chance(chance)


@pytest.mark.ac("S0 R-14")
def test_scaling_goes_one_step_up_and_the_rest_is_copied() -> None:
    done = FinishedCycle("c1", "Cards", who_counts="Ana", steps="1. Hand out", level="school", size=Size.FEW)
    for act, size in ((Act.SCALE, Size.MANY), (Act.REPEAT, Size.FEW), (Act.ADAPT, Size.FEW)):
        drafted = draft_next(done, Decision(act, "why", change="Other cards", evidence="Held"))
        assert drafted is not None
        assert (drafted.size, drafted.steps, drafted.who_counts, drafted.level) == (
            size, "1. Hand out", "Ana", "school",
        )  # fmt: skip
        assert {"steps", "who_counts"} <= set(drafted.carries_over)


@pytest.mark.ac("S0 R-14")
@pytest.mark.parametrize(("days", "told"), [(59, False), (60, True), (400, True)])
def test_one_cycle_without_a_next_one_is_told_after_a_while(days: int, told: bool) -> None:
    [alone] = threads([CycleLink("1", State.DONE)])
    assert one_shot(alone, TODAY - datetime.timedelta(days=days), TODAY) is told
    [followed] = threads([CycleLink("1", State.DONE), CycleLink("2", follows="1")])
    assert not one_shot(followed, TODAY - datetime.timedelta(days=days), TODAY)
    [running] = threads([CycleLink("1", State.DOING)])
    assert not one_shot(running, None, TODAY)


def test_a_thread_of_thousands_is_walked_without_recursion() -> None:
    count = 5000
    links = [CycleLink(str(n), State.DONE, str(n - 1) if n else "") for n in range(count)]
    [thread] = threads(links)
    assert len(thread.main) == count
    part = thread.around("4000", before=3, after=3)
    assert [step.cycle.id for step in part.steps] == [str(n) for n in range(3997, 4004)]
    assert [step.depth for step in part.steps] == list(range(7))
