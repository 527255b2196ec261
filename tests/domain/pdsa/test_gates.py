"""The gate of a series: the eight printed-text cases (S1 4.2), and what holds for every series."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.pdsa.gates import Cycle, Outcome, Series, Settings, Verdict, Way, Window, gate
from aimwell.domain.words.rubric import say

SCHOOL = Settings(series=Series.SCHOOL)


def thread(*points, links=None):
    """Cycles with these points; each follows from the one before unless `links` says otherwise."""
    follows = [None, *(links if links is not None else [True] * (len(points) - 1))]
    return [Cycle(met=met, follows=link) for met, link in zip(points, follows, strict=True)]


def three(outcome: Outcome):
    return (outcome.g1, outcome.g2, outcome.g3)


@pytest.mark.ac("S1 R-46")
class TestTheEightCases:
    def test_a_goes_through(self):
        found = gate([thread(6, 7, 7)])
        assert (three(found), found.verdict) == ((True, True, True), Verdict.ALL)

    def test_b_falls_at_the_second_when_read_pairwise(self):
        found = gate([thread(8, 7, 9)])
        assert (three(found), found.verdict) == ((True, True, False), Verdict.FELL)
        assert gate([thread(8, 7, 9)], Settings(way=Way.ENDS)).verdict is Verdict.ALL

    def test_c_has_two_cycles(self):
        found = gate([thread(5, 6)])
        assert (three(found), found.verdict, found.n) == ((False, True, True), Verdict.FEW, 2)

    def test_d_stops_where_a_cycle_does_not_follow(self):
        found = gate([thread(6, 7, None, links=[True, False])])
        assert (three(found), found.verdict, found.stopped) == ((True, False, None), Verdict.LOOSE, True)
        assert found.missing == ()

    def test_e_passes_by_the_letter_and_says_that_there_is_no_minimum(self):
        found = gate([thread(2, 2, 2)])
        assert (three(found), found.verdict, found.no_minimum) == ((True, True, True), Verdict.ALL, True)
        assert "no minimum" in say("no_minimum", "en")
        assert "no tiene un mínimo" in say("no_minimum", "es")

    @pytest.mark.ac("S1 R-48")
    def test_f_is_spread_without_depth(self):
        found = gate([thread(8), thread(7), thread(9)], SCHOOL)
        assert (three(found), found.verdict, found.n) == ((True, False, None), Verdict.SPREAD, 3)
        assert say("verdict.spread", "en").startswith("Spread, but no depth")

    def test_g_depends_on_which_three(self):
        series = [thread(7, 7, 6, 7, 8)]
        found = gate(series)
        assert (three(found), found.verdict, found.depends) == ((True, True, False), Verdict.DEPENDS, True)
        told = {window: gate(series, Settings(window=window)) for window in (Window.FIRST, Window.LAST, Window.ANY)}
        assert {window: one.verdict for window, one in told.items()} == {
            Window.FIRST: Verdict.FELL, Window.LAST: Verdict.ALL, Window.ANY: Verdict.ALL
        }  # fmt: skip
        assert all(one.depends for one in told.values())

    @pytest.mark.ac("S1 R-49")
    def test_h_is_not_documented_and_never_not_done(self):
        found = gate([[Cycle(documented=False)] * 3])
        assert (three(found), found.verdict) == ((False, None, None), Verdict.NOT_DOCUMENTED)
        words = say("verdict.not_documented", "en")
        assert words.startswith("Not documented")
        assert "not done" not in words


def test_what_is_not_read_yet_is_named_and_nothing_is_concluded():
    found = gate([thread(6, None, 7, links=[None, True])])
    assert (three(found), found.verdict) == ((True, None, None), Verdict.UNREAD)
    assert found.missing == ((1, "follows"), (1, "points"))


def test_a_school_with_a_thread_is_read_by_its_longest():
    found = gate([thread(4), thread(6, 7, 7)], SCHOOL)
    assert (found.verdict, found.n) == (Verdict.ALL, 4)


def test_rubrics_of_another_length_are_compared_as_parts():
    nine_of_ten, nine_of_nine = Cycle(met=9), Cycle(met=9, points=9, follows=True)
    assert gate([[nine_of_ten, nine_of_nine, Cycle(met=9, follows=True)]]).verdict is Verdict.FELL
    assert gate([[nine_of_ten, Cycle(met=9, follows=True), nine_of_nine]]).verdict is Verdict.ALL


points = st.lists(st.integers(0, 10), min_size=3, max_size=9)


@given(points)
def test_points_that_never_fall_pass_whatever_the_settings(some):
    for way in Way:
        for window in Window:
            assert gate([thread(*sorted(some))], Settings(way, window)).verdict is Verdict.ALL


@given(points)
def test_pairwise_is_the_stricter_reading(some):
    series = [thread(*some)]
    for window in Window:
        if gate(series, Settings(Way.PAIRWISE, window)).g3:
            assert gate(series, Settings(Way.ENDS, window)).g3


@given(points, st.data())
def test_one_link_that_does_not_follow_decides(some, data):
    at = data.draw(st.integers(1, len(some) - 1))
    series = [Cycle(met=met, follows=place != at if place else None) for place, met in enumerate(some)]
    assert gate([series]).verdict is Verdict.LOOSE
