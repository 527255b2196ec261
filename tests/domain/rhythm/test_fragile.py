"""Which facts call for support, and that the team reads them before anybody else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.rhythm.fragile import BEGIN_DAYS, Cause, Ear, Facts, causes

days = st.integers(0, 400)
facts = st.builds(
    Facts, age_days=days, people=st.integers(0, 6), missed=st.integers(0, 8), has_lead=st.booleans(),
    needs_sponsor=st.booleans(), quiet_days=days, away=st.booleans(),
)  # fmt: skip


@pytest.mark.ac("S3 R-36")
def test_a_team_of_one_is_told_all_that_holds():
    solo = Facts(age_days=200, people=1, missed=3, has_lead=False, needs_sponsor=True, quiet_days=130)
    assert causes(solo, Ear.HELPER) == tuple(Cause)
    assert solo.weeks == 18
    assert causes(Facts(age_days=200, people=2), Ear.TEAM) == ()


@pytest.mark.ac("S3 R-36")
@pytest.mark.parametrize(
    ("more", "team", "helper"),
    [
        ({"missed": 1}, (), ()),
        ({"missed": 2}, (Cause.MEETINGS,), ()),
        ({"missed": 3}, (Cause.MEETINGS,), (Cause.MEETINGS,)),
        ({"quiet_days": 59}, (), ()),
        ({"quiet_days": 60}, (Cause.CYCLES,), ()),
        ({"quiet_days": 119}, (Cause.CYCLES,), ()),
        ({"quiet_days": 120}, (Cause.CYCLES,), (Cause.CYCLES,)),
    ],
)
def test_the_team_reads_it_first(more, team, helper):
    found = Facts(age_days=300, people=3, **more)
    assert (causes(found, Ear.TEAM), causes(found, Ear.HELPER)) == (team, helper)


@pytest.mark.ac("S3 R-36")
@given(facts)
def test_helpers_never_read_more_than_the_team_and_a_pause_says_nothing(found):
    assert set(causes(found, Ear.HELPER)) <= set(causes(found, Ear.TEAM))
    if found.away or found.age_days < BEGIN_DAYS:
        assert causes(found, Ear.TEAM) == ()
