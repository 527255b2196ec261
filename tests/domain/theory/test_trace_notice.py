"""What is open between an idea and its causes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.theory.causes import CauseStatus
from aimwell.domain.theory.trace_notice import (
    PEOPLE,
    SYSTEM,
    CitedCause,
    Gap,
    Who,
    above,
    asks_only_students,
    gap_of,
    share_of_students,
)

SUPPORTED, ASSUMED = CauseStatus.SUPPORTED, CauseStatus.ASSUMED
PLACES = sorted(SYSTEM | PEOPLE | {"community", ""})
CAUSES = st.lists(
    st.builds(CitedCause, kept=st.booleans(), status=st.sampled_from(CauseStatus), locus=st.sampled_from(PLACES)),
    max_size=5,
)
WHO = st.frozensets(st.sampled_from(Who))


@pytest.mark.ac("S4 R-47")
@pytest.mark.parametrize(
    ("causes", "gap"),
    [
        ([], Gap.NO_CAUSE),
        ([(False, SUPPORTED)], Gap.SET_ASIDE),
        ([(True, CauseStatus.CONTRADICTED)], Gap.CONTRADICTED),
        ([(True, ASSUMED), (True, CauseStatus.CONTRADICTED)], Gap.ASSUMED),
        ([(True, ASSUMED), (True, CauseStatus.CHECKING)], Gap.CHECKING),
        ([(True, SUPPORTED)], None),
        ([(False, ASSUMED), (True, SUPPORTED)], None),
    ],
)
def test_an_idea_rests_on_a_cause_that_is_kept_and_supported(causes, gap):
    assert gap_of([CitedCause(kept, status) for kept, status in causes]) is gap


@pytest.mark.ac("S4 R-47")
def test_a_cause_in_the_system_and_an_idea_for_students_do_not_meet():
    short_wednesday = CitedCause(kept=True, status=SUPPORTED, locus="school")
    assert gap_of([short_wednesday], {Who.STUDENTS}) is Gap.OTHERS_CHANGE
    assert gap_of([short_wednesday], {Who.STUDENTS, Who.SCHEDULE}) is None
    assert gap_of([short_wednesday], ()) is None
    assert gap_of([short_wednesday, CitedCause(True, SUPPORTED, "family")], {Who.STUDENTS}) is None
    assert gap_of([CitedCause(True, SUPPORTED, "")], {Who.STUDENTS}) is None


@given(CAUSES, WHO)
def test_nothing_is_open_only_on_a_kept_and_supported_cause(causes, who):
    supported = [one for one in causes if one.kept and one.status is SUPPORTED]
    found = gap_of(causes, who)
    assert (found in (None, Gap.OTHERS_CHANGE)) == bool(supported)
    if found is Gap.OTHERS_CHANGE:
        assert asks_only_students(who)


@given(CAUSES, WHO)
def test_a_cause_set_aside_never_opens_or_closes_the_point_of_a_kept_one(causes, who):
    kept = [one for one in causes if one.kept]
    if kept:
        assert gap_of(causes, who) == gap_of(kept, who)


@pytest.mark.ac("S4 R-48")
def test_the_share_counts_only_ideas_that_say_who_changes():
    assert share_of_students([{Who.STUDENTS}, {Who.STUDENTS, Who.ADULTS}, set(), {Who.POLICY}]) == (1, 3)
    assert share_of_students([]) == (0, 0)


def test_above_walks_all_lines_once():
    assert above(5, {5: [3, 4], 3: [1], 4: [1, 2]}) == {1, 2, 3, 4}
    assert above(1, {1: [2], 2: [1]}) == {1, 2}
    assert above(9, {}) == frozenset()
