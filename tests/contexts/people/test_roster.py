"""Who was in the team, when and in which role: from use alone, at any day."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from aimwell.contexts.people.models import Membership, TeamRole
from aimwell.contexts.people.queries import members_on
from aimwell.contexts.people.services import add_member_without_login, change_place, leave_team


def words(response):
    return " ".join(response.content.decode().split())


def on(*day):
    return time_machine.travel(dt.datetime(*day, 15, tzinfo=dt.UTC), tick=False)


@pytest.fixture
def years(ana, team):
    """Lee joins in fall, stands in for the lead from January on, and leaves in June; Ida comes the year after."""
    Membership.objects.filter(team=team).update(started=dt.date(2026, 8, 20), role=TeamRole.LEAD)
    with on(2026, 9, 7):
        lee = add_member_without_login(by=ana, team=team, name="Lee Park", role="member")
    with on(2027, 1, 11):
        lee = change_place(by=ana, place=lee, role="backup", on_call=False, covers=[])
    with on(2027, 6, 11):
        leave_team(by=ana, membership=lee)
    with on(2027, 9, 6):
        add_member_without_login(by=ana, team=team, name="Ida Cruz", role="member")
    return team


@pytest.mark.ac("S0 R-44")
@pytest.mark.parametrize(
    ("day", "there"),
    [
        (dt.date(2026, 8, 19), []),
        (dt.date(2026, 9, 6), [("Ana Ruiz", "lead")]),
        (dt.date(2026, 9, 7), [("Ana Ruiz", "lead"), ("Lee Park", "member")]),
        (dt.date(2027, 1, 11), [("Ana Ruiz", "lead"), ("Lee Park", "backup")]),
        (dt.date(2027, 6, 11), [("Ana Ruiz", "lead")]),
        (dt.date(2027, 9, 6), [("Ana Ruiz", "lead"), ("Ida Cruz", "member")]),
    ],
)
def test_the_team_of_any_day(years, day, there):
    assert [(place.name, place.role) for place in members_on(years, day)] == there


@pytest.mark.ac("S0 R-44")
def test_a_member_is_added_in_one_step_and_the_page_and_the_api_tell_of_a_day(page, api, ana, years, stranger):
    added = {"name": "Rosa Lima", "role": "member"}
    address = reverse("people:members", args=[years.pk])
    with on(2027, 9, 8):
        assert page(ana, reverse("people:add_member", args=[years.pk]), added).status_code == 302
        assert "Rosa Lima" in words(page(ana, address))
        then = words(page(ana, f"{address}?on=2027-02-01")).split('id="then"')[1].split("</ul>")[0]
    assert "On February 1, 2027:" in then
    assert 'Lee Park <span class="quiet">backup</span>' in then
    assert "Rosa Lima" not in then
    told = api(ana, "GET", f"/teams/{years.pk}/members?on=2027-02-01").json()["items"]
    assert [(one["name"], one["role"], one["ended"]) for one in told] == [
        ("Ana Ruiz", "lead", None), ("Lee Park", "backup", "2027-06-11"),
    ]  # fmt: skip
    assert page(stranger, f"{address}?on=2027-02-01").status_code == 404
    assert api(stranger, "GET", f"/teams/{years.pk}/members?on=2027-02-01").status_code == 404


def test_a_day_before_the_team_and_a_day_that_is_none(page, ana, years):
    address = reverse("people:members", args=[years.pk])
    assert "Nobody was in the team on that day." in words(page(ana, f"{address}?on=2020-01-01"))
    asked = words(page(ana, f"{address}?on=soon"))
    assert "Choose a day, such as 2027-01-29." in asked
    spoken = words(page(ana, f"{address}?on=2027-02-01", headers={"accept-language": "es"}))
    assert "En un día pasado" in spoken
