"""A school's card: depth and spread in words, no ranking, and what was seen that no cycle records."""

import pytest
from django.urls import reverse

from aimwell.contexts.cycles.conditions.models import SeenPractice
from aimwell.contexts.people.services import share
from aimwell.domain.access import Rung
from aimwell.domain.errors import NotAllowed


def url(org):
    return reverse("conditions:school", args=[org.pk])


def said(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def school(team, readers):
    team.refresh_from_db()
    return team.org


@pytest.mark.ac("S1 R-49")
def test_no_cycle_recorded_and_no_zero(page, school, readers):
    shown = said(page(readers["principal"], url(school)))
    assert "No cycle recorded. What is not recorded here may still have been done." in shown
    assert ">0<" not in shown


@pytest.mark.ac("S1 R-48")
def test_the_card_counts_what_is_open_to_the_reader(page, ana, school, readers, finished):
    cycle = finished(decision="adopt").cycle
    assert "No cycle recorded" in said(page(readers["principal"], url(school)))
    share(by=ana, obj=cycle, rung=Rung.SCHOOL)
    shown = said(page(readers["principal"], url(school)))
    assert "One thread of cycles in one team. The longest thread has one finished cycle." in shown
    assert "rank" not in shown.lower()


@pytest.mark.ac("S1 R-49")
def test_a_supervisor_notes_a_seen_practice_and_takes_it_back(page, school, readers):
    supervisor = readers["supervisor"]
    page(supervisor, url(school), {"text": "Partners rehearse before they talk", "seen_on": "2026-11-03"})
    note = SeenPractice.objects.get()
    assert "Partners rehearse before they talk" in said(page(readers["principal"], url(school)))
    assert supervisor.name in said(page(readers["principal"], url(school)))
    from aimwell.contexts.cycles.conditions.services import take_note_back

    with pytest.raises(NotAllowed):
        take_note_back(by=readers["principal"], note=note)
    page(supervisor, url(school), {"take_back": note.pk})
    assert "Partners rehearse" not in said(page(readers["principal"], url(school)))


def test_those_who_only_keep_the_school_in_order_write_no_notes(page, api, school, readers):
    assert page(readers["org admin"], url(school), {"text": "x"}).status_code == 404
    assert api(readers["org admin"], "POST", f"/orgs/{school.pk}/seen-practices", {"text": "x"}).status_code == 404
    assert page(readers["colleague"], url(school)).status_code == 404
    assert not SeenPractice.objects.exists()


def test_api_tells_the_same_words(api, school, readers):
    supervisor = readers["supervisor"]
    note = api(supervisor, "POST", f"/orgs/{school.pk}/seen-practices", {"text": "Rehearsing"}).json()
    told = api(supervisor, "GET", f"/orgs/{school.pk}/cycles").json()
    assert told["words"].startswith("No cycle recorded.")
    assert [one["text"] for one in told["seen"]] == ["Rehearsing"]
    gone = api(supervisor, "POST", f"/orgs/{school.pk}/seen-practices/{note['id']}/take-back")
    assert gone.status_code == 200


def test_a_note_of_a_day_to_come_comes_back_with_its_words(page, school, readers):
    answer = page(readers["supervisor"], url(school), {"text": "Partners rehearse", "seen_on": "2999-01-01"})
    assert (answer.status_code, 'value="Partners rehearse"' in said(answer)) == (422, True)
    assert not SeenPractice.objects.exists()


@pytest.mark.ac("S1 R-48")
def test_three_teams_with_one_cycle_each_are_spread_without_depth_on_the_card(page, school, readers, person):
    """Fixture f of S1 4.2: threads, the longest of them and the number of teams, in words."""
    from aimwell.contexts.cycles.services import begin_study, draft_cycle, finish, start_do
    from aimwell.contexts.theory.services import start_inquiry
    from integration.readers import make_team

    answers = {"result": 8, "result_out_of": 24, "learned": "They stop.", "decision": "adopt", "decision_reason": "So"}
    for number in range(3):
        lead = person(f"Lead {number}")
        team = make_team(lead)
        team.org = school
        team.save(update_fields=["org"])
        effort = start_inquiry(by=lead, team=team, problem="Few explain")
        plan = {"kind": "at_least", "low": 12, "out_of": 24, "look_on": "2027-01-29"}
        cycle = start_do(by=lead, cycle=draft_cycle(by=lead, inquiry=effort, try_what="Cards", **plan))
        cycle = begin_study(by=lead, cycle=cycle)
        done = finish(by=lead, cycle=cycle, version=cycle.version, **answers).cycle
        share(by=lead, obj=done, rung=Rung.SCHOOL)
    shown = said(page(readers["principal"], url(school)))
    assert "Spread, no depth." in shown
    assert "Three threads of cycles in three teams. The longest thread has one finished cycle." in shown
