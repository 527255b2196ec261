"""Clause by clause what the sources ask of meetings, where other tests show one part only."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from aimwell.contexts.meetings import queries, services
from aimwell.contexts.meetings.models import Meeting, TimeSource
from aimwell.contexts.people.models import Membership
from contexts.meetings.conftest import BEAT

NEXT = dt.date(2027, 2, 18)


def words(response: Any) -> str:
    return " ".join(response.content.decode().split())


@pytest.mark.ac("S3 R-34")
def test_the_team_reads_its_planned_minutes_and_who_pays_for_them(page: Any, api: Any, ana: Any, team: Any) -> None:
    services.make_rhythm(by=ana, team=team, time_source="contract", funding="Title II", **BEAT)
    told = words(page(ana, reverse("meetings:list", args=[team.pk])))
    assert "Planned minutes, by whose time it is" in told
    assert "within the contract day: 75" in told
    assert "Paid by: Title II" in told
    first = api(ana, "GET", f"/teams/{team.pk}/meeting-minutes").json()[0]
    assert (first["minutes"], first["sources"]) == (75, [{"source": "within the contract day", "minutes": 75}])
    assert TimeSource.values == ["contract", "plc", "paid", "release"]


@pytest.mark.ac("S3 R-35")
def test_the_district_team_reads_the_last_eight_weeks_of_a_team_and_the_principal_does_not(
    page: Any, api: Any, readers: dict[str, Any], team: Any, planned: Callable[..., Meeting]
) -> None:
    for weeks, status in ((1, "held"), (2, "cancelled"), (3, "shortened")):
        meeting = planned(on=dt.date(2027, 2, 8) - dt.timedelta(weeks=weeks))
        Meeting.objects.filter(pk=meeting.pk).update(status=status, why="emergency" if status != "held" else "")
    sentence = "2 of the 3 meetings planned in the last 8 weeks took place."
    leader, principal = readers["district leader"], readers["principal"]
    told = words(page(leader, reverse("meetings:list", args=[team.pk])))
    assert sentence in told
    assert "emergency" not in told
    assert "No list puts teams side by side." in told
    assert api(leader, "GET", f"/teams/{team.pk}/meetings-held").json()["held"]["held"] == 2
    assert sentence not in words(page(principal, reverse("meetings:list", args=[team.pk])))
    assert api(principal, "GET", f"/teams/{team.pk}/meetings-held").json()["held"] is None


@pytest.mark.ac("S3 R-38")
def test_a_coach_and_the_lead_plan_one_agenda_at_once_and_nothing_is_lost(
    page: Any, person: Any, ana: Any, team: Any, planned: Callable[..., Meeting]
) -> None:
    coach, meeting = person("Imani"), planned()
    Membership.objects.create(team=team, user=coach, name="Imani", role="facilitator")
    slips = services.add_item(by=ana, meeting=meeting, title="Slips")
    trip = services.add_item(by=ana, meeting=meeting, title="The trip")
    opened = {item.pk: item.version for item in (slips, trip)}  # both have the page open
    for user, item, purpose, minutes in ((ana, slips, "data", "6"), (coach, trip, "question", "4")):
        sent = {"title": item.title, "purpose": purpose, "minutes": minutes, "owner": user.pk}
        answer = page(user, reverse("meetings:item", args=[item.pk]), {**sent, "version": opened[item.pk]})
        assert answer.status_code == 302
    rows = [(item.purpose, item.minutes, item.owner) for item in queries.meeting_view(ana, meeting.pk).items]
    assert rows == [("data", 6, ana), ("question", 4, coach)]
