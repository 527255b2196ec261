import datetime

import pytest
import time_machine

from aimwell.contexts.people.queries import relations, teams_of
from aimwell.contexts.people.services import invite, join_team, open_invitation
from aimwell.domain.access import Relation
from aimwell.domain.errors import NotAllowed, Refused


@pytest.mark.ac("S2 R-56")
def test_start_team_needs_no_organisation(ana, team):
    assert team.org is None
    assert list(teams_of(ana)) == [team]
    assert relations(ana, team) == {Relation.MEMBER, Relation.OTHER}


def test_invite_only_by_members(stranger, team):
    with pytest.raises(NotAllowed):
        invite(by=stranger, team=team)
    assert team.invitations.count() == 0


def test_join_team_makes_one_membership(ana, team, stranger):
    token = invite(by=ana, team=team).token
    assert join_team(by=stranger, token=token) == team
    assert team.memberships.filter(user=stranger, ended=None).count() == 1


def test_open_invitation_used_twice_says_used(ana, team, stranger):
    token = invite(by=ana, team=team).token
    join_team(by=stranger, token=token)
    with pytest.raises(Refused) as refusal:
        open_invitation(token)
    assert refusal.value.code == "used_link"


def test_open_invitation_after_two_weeks_says_expired(ana, team):
    token = invite(by=ana, team=team).token
    later = datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=15)
    with time_machine.travel(later), pytest.raises(Refused) as refusal:
        open_invitation(token)
    assert refusal.value.code == "expired_link"
