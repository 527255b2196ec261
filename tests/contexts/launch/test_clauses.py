"""What a launch is made of, and where the norms are seen again."""

import datetime

import pytest
from django.urls import reverse

from aimwell.contexts.meetings import services as meetings
from aimwell.contexts.meetings.launch import services


def words(response):
    return " ".join(response.content.decode().split())


@pytest.mark.ac("S3 R-25")
def test_the_kit_of_a_new_team_holds_every_part_with_both_agendas(ana, team, page):
    shown = words(page(ana, reverse("launch:kit", args=[team.pk])))
    for step in ("primer", "norms", "roles", "time", "first_data"):
        assert f'<li id="{step}">' in shown
        assert f'action="{reverse("launch:step", args=[team.pk, step])}"' in shown
    for length in ("half", "full"):
        address = reverse("launch:agenda", args=[team.pk, length])
        assert f'href="{address}"' in shown
        assert page(ana, address).status_code == 200


@pytest.mark.ac("S3 R-26")
def test_what_was_agreed_stands_where_a_meeting_starts(ana, team, page):
    meeting = meetings.add_meeting(by=ana, team=team, kind="huddle", on=datetime.date.today(), at=datetime.time(12))
    places = (reverse("meetings:meeting", args=[meeting.pk]), reverse("huddle:huddle", args=[meeting.pk]))
    for address in places:
        assert "Our norms" not in words(page(ana, address))
    services.agree_norms(by=ana, team=team, text="We begin on time", number=0)
    for address in places:
        told = words(page(ana, address))
        assert "Our norms" in told
        assert "We begin on time" in told
