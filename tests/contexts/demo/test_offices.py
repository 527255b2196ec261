"""Who keeps Fern Valley in order, the places of its teams, a pause, and two staff lists."""

import datetime as dt

import pytest

from aimwell.contexts.orgs.models import Org, Participation
from aimwell.contexts.people.models import Membership, OrgRole
from aimwell.contexts.people.queries import slots_of, visible_teams
from aimwell.contexts.people.rosters.models import RosterImport, RosterState, StaffPerson
from aimwell.contexts.people.rosters.services import apply_list
from aimwell.core.jobs.models import Job
from aimwell.demo.queries import find_person, team_of
from aimwell.domain.errors import Refused


def test_fern_valley_has_every_office(demo):
    rows = OrgRole.objects.filter(org__path__startswith=Org.objects.get(name="Fern Valley").path)
    assert sorted(rows.values_list("kind", "user__name")) == [
        ("district_team", "Marcus Webb"), ("evaluator", "René Castel"), ("org_admin", "Yara Lindholm"),
        ("principal", "Grace Tan"), ("supervisor", "Delia Northam"),
    ]  # fmt: skip


@pytest.mark.ac("S3 R-3")
def test_a_sponsor_one_on_call_and_a_vacant_place(demo):
    room12, cypress = team_of("room12"), team_of("cypress")
    slots = {slot.role: slot for slot in slots_of([room12])[room12.pk]}
    assert [holder.name for holder in slots["sponsor"].holders] == ["Grace Tan"]
    assert list(Membership.objects.filter(on_call=True, ended=None).values_list("name", "team")) == [
        ("Mr. Abebe", room12.pk)
    ]
    vacant = {slot.role: slot.vacant_since for slot in slots_of([cypress])[cypress.pk]}
    assert vacant["facilitator"] == dt.date(2026, 12, 18)


def test_one_team_takes_a_pause(demo):
    pause = Participation.objects.get()
    assert (pause.team, pause.state, pause.started, pause.expected_return, pause.ended) == (
        team_of("lantern-readers"), "paused", dt.date(2027, 1, 19), dt.date(2027, 3, 2), None,
    )  # fmt: skip


def test_one_list_is_in_and_one_asks_for_a_reason(demo):
    first, second = RosterImport.objects.order_by("pk")
    assert (first.state, second.state) == (RosterState.APPLIED, RosterState.READY)
    assert StaffPerson.objects.count() == 16
    assert second.report["counts"]["person"] == {"unchanged": 13, "changed": 1, "new": 2, "ended": 2}
    assert second.problems.count() == 1
    with pytest.raises(Refused) as refused:
        apply_list(by=find_person("yara"), roster_import=second)
    assert (refused.value.code, refused.value.data) == ("roster_many_ended", {"ended": 2, "current": 16})
    assert set(Job.objects.values_list("kind", "state")) == {("rosters.read", "succeeded")}


def test_the_administrator_reads_no_team(demo):
    assert visible_teams(find_person("yara")).count() == 0
