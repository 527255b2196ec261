"""A time of day has no zone; what is sent with one is asked again."""

from aimwell.contexts.meetings.models import Meeting


def test_a_time_with_a_zone_is_asked_again_and_nothing_is_made(api, ana, team):
    body = {"kind": "huddle", "on": "2027-03-03", "minutes": 15}
    assert api(ana, "POST", f"/teams/{team.pk}/meetings", {**body, "at": "12:20Z"}).status_code == 422
    assert Meeting.objects.count() == 0
    made = api(ana, "POST", f"/teams/{team.pk}/meetings", {**body, "at": "12:20"})
    assert (made.status_code, made.json()["at"]) == (201, "12:20:00")
