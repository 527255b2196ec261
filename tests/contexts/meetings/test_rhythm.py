"""The rhythm of a team: made, changed and ended."""

import datetime as dt
import uuid
from typing import Any

import pytest
from django.urls import reverse

from aimwell.contexts.meetings import queries, services
from aimwell.contexts.meetings.models import Meeting, Rhythm
from aimwell.contexts.orgs.models import CalendarSpan, Org, OrgKind
from aimwell.contexts.orgs.services import STEP
from aimwell.contexts.people.services import share
from aimwell.core.history.queries import events_of
from aimwell.domain.access import Rung
from aimwell.domain.errors import NotAllowed, Refused, StaleEdit
from contexts.meetings.conftest import BEAT, TODAY


def days(team: Any) -> list[tuple[int, int, str]]:
    rows = Meeting.objects.filter(owner_team=team, ended_at=None)
    return [(row.on.month, row.on.day, row.kind) for row in rows]


ALL = [(2, 11, "huddle"), (2, 18, "pdsa"), (2, 25, "huddle"), (3, 4, "pdsa"), (3, 11, "huddle")]


@pytest.mark.ac("S1 R-54")
def test_a_first_day_a_weekday_and_a_pattern_make_all_meetings(team: Any, rhythm: Rhythm) -> None:
    assert days(team) == ALL
    first = Meeting.objects.filter(owner_team=team).first()
    assert first is not None
    assert (first.at, first.place, first.minutes) == (dt.time(12, 20), "Room 12", 15)


@pytest.mark.ac("S1 R-54")
def test_days_without_school_here_and_above_are_left_out_and_named(ana: Any, team: Any) -> None:
    district = Org.objects.create(kind=OrgKind.DISTRICT, name="District", path="A" * STEP)
    school = Org.objects.create(kind=OrgKind.SCHOOL, name="School", parent=district, path="A" * 2 * STEP)
    team.org = school
    team.save()
    week = {"starts_on": dt.date(2027, 2, 15), "ends_on": dt.date(2027, 2, 19), "kind": "no_school"}
    CalendarSpan.objects.create(org=district, name="Winter break", **week)
    CalendarSpan.objects.create(team=team, kind="testing", starts_on=dt.date(2027, 3, 4), ends_on=dt.date(2027, 3, 4))
    CalendarSpan.objects.create(team=team, kind="low", starts_on=TODAY, ends_on=dt.date(2027, 3, 30))
    shown = queries.preview_rhythm(team, services.checked({**services.rhythm.DEFAULTS, **BEAT}))
    assert [(one.on.day, one.name) for one in shown.skipped] == [(18, "Winter break"), (4, "testing")]
    services.make_rhythm(by=ana, team=team, **BEAT)
    assert days(team) == [(2, 11, "huddle"), (2, 25, "pdsa"), (3, 11, "huddle")]


def test_sent_twice_it_is_made_once(ana: Any, team: Any) -> None:
    key = uuid.uuid4()
    for _ in range(2):
        services.make_rhythm(by=ana, team=team, key=key, **BEAT)
    assert (Rhythm.objects.count(), len(days(team))) == (1, 5)


def test_nobody_outside_the_team_makes_one(stranger: Any, team: Any) -> None:
    with pytest.raises(NotAllowed):
        services.make_rhythm(by=stranger, team=team, **BEAT)
    assert not Meeting.objects.exists()


def test_a_change_moves_only_planned_meetings_without_notes(ana: Any, team: Any, rhythm: Rhythm) -> None:
    noted, off = Meeting.objects.filter(owner_team=team)[1:3]
    services.write_notes(by=ana, meeting=noted, version=noted.version, notes="Bring the slips.")
    services.call_off(by=ana, meeting=off, why="event")
    facts = {**BEAT, "weekday": 0, "ends_on": dt.date(2027, 3, 5)}  # Mondays
    shown = queries.preview_change(rhythm, services.checked({**services.rhythm.DEFAULTS, **facts}))
    assert [(one.meeting.on.day, one.to.on.day) for one in shown.moved] == [(11, 15), (4, 22), (11, 1)]
    assert [row.pk for row in shown.kept] == [noted.pk, off.pk]
    changed = services.change_rhythm(by=ana, rhythm=rhythm, version=rhythm.version, **facts)
    assert changed.weekday == 0
    assert [day for day in days(team) if day[:2] in ((2, 18), (2, 25))] == [(2, 18, "pdsa"), (2, 25, "huddle")]
    assert [day[:2] for day in days(team)] == [(2, 15), (2, 18), (2, 22), (2, 25), (3, 1)]


def test_meetings_that_are_over_never_move(ana: Any, team: Any, planned: Any) -> None:
    rhythm = services.make_rhythm(by=ana, team=team, **{**BEAT, "starts_on": dt.date(2027, 1, 7)})
    before = [day for day in days(team) if day < (2, 9)]
    services.change_rhythm(by=ana, rhythm=rhythm, version=rhythm.version, weekday=1)
    assert [day for day in days(team) if day < (2, 9)] == before


def test_a_change_can_be_taken_back_with_every_meeting_in_its_place(ana: Any, team: Any, rhythm: Rhythm) -> None:
    services.change_rhythm(by=ana, rhythm=rhythm, version=rhythm.version, weekday=0, ends_on=dt.date(2027, 2, 26))
    assert days(team) != ALL
    services.take_change_back(by=ana, rhythm=rhythm)
    assert days(team) == ALL
    assert Meeting.objects.filter(owner_team=team).count() == 5, "what fell away came back, nothing was made twice"


def test_a_new_end_keeps_the_weeks_in_which_it_beats(ana: Any, team: Any) -> None:
    rhythm = services.make_rhythm(by=ana, team=team, **{**BEAT, "every": 2})
    assert [day[:2] for day in days(team)] == [(2, 11), (2, 25), (3, 11)]
    services.change_rhythm(by=ana, rhythm=rhythm, version=rhythm.version, ends_on=dt.date(2027, 4, 9))
    assert [day[:2] for day in days(team)] == [(2, 11), (2, 25), (3, 11), (3, 25), (4, 8)]
    assert [day[2] for day in days(team)] == ["huddle", "pdsa", "huddle", "pdsa", "huddle"]


def test_ending_it_keeps_what_has_notes_and_can_be_taken_back(ana: Any, team: Any, rhythm: Rhythm) -> None:
    noted = Meeting.objects.filter(owner_team=team)[1]
    services.write_notes(by=ana, meeting=noted, version=noted.version, notes="Bring the slips.")
    ended = services.end_rhythm(by=ana, rhythm=rhythm, version=rhythm.version, reason="Testing season")
    assert days(team) == [(2, 18, "pdsa")]
    assert events_of(ended).first().reason == "Testing season"
    with pytest.raises(Refused) as error:
        services.end_rhythm(by=ana, rhythm=ended, version=ended.version)
    assert error.value.code == "rhythm_ended"
    services.take_change_back(by=ana, rhythm=rhythm)
    assert days(team) == ALL


def test_a_new_rhythm_that_is_taken_back_takes_its_meetings_with_it(ana: Any, team: Any, rhythm: Rhythm) -> None:
    services.take_change_back(by=ana, rhythm=rhythm)
    assert days(team) == []
    rhythm.refresh_from_db()
    assert rhythm.ended_at is not None


def test_two_people_do_not_change_it_over_each_other(ana: Any, devon: Any, rhythm: Rhythm) -> None:
    services.change_rhythm(by=devon, rhythm=rhythm, version=rhythm.version, place="Library")
    with pytest.raises(StaleEdit):
        services.change_rhythm(by=ana, rhythm=rhythm, version=rhythm.version, place="Gym")


@pytest.mark.ac("S3 R-34")
def test_planned_minutes_per_month_by_whose_time_it_is(ana: Any, team: Any, planned: Any) -> None:
    services.make_rhythm(by=ana, team=team, time_source="plc", funding="Title II", **BEAT)
    planned(on=dt.date(2027, 2, 23), minutes=20, time_source="paid")
    services.call_off(by=ana, meeting=planned(on=dt.date(2027, 2, 24), minutes=99, time_source="paid"))
    planned(on=dt.date(2027, 2, 26), minutes=10)
    months = queries.minutes_by_source(team, "en")
    assert [(month.name, month.minutes) for month in months[:2]] == [("Feb 2027", 105), ("Mar 2027", 60)]
    assert months[0].sources == (
        ("time of another meeting, used anew", 75), ("paid time after school", 20), ("not said whose time", 10),
    )  # fmt: skip


def test_a_last_day_before_the_next_beat_leaves_no_meeting(ana: Any, team: Any) -> None:
    rhythm = services.make_rhythm(by=ana, team=team, **{**BEAT, "starts_on": dt.date(2027, 2, 4), "every": 2})
    assert [day[:2] for day in days(team)] == [(2, 4), (2, 18), (3, 4)]
    services.change_rhythm(by=ana, rhythm=rhythm, version=rhythm.version, ends_on=dt.date(2027, 2, 12))
    assert [day[:2] for day in days(team)] == [(2, 4)]


def test_ending_one_that_has_not_begun_keeps_no_meeting_and_can_be_taken_back(ana: Any, team: Any) -> None:
    rhythm = services.make_rhythm(by=ana, team=team, **{**BEAT, "starts_on": dt.date(2027, 2, 11)})
    services.end_rhythm(by=ana, rhythm=rhythm, version=rhythm.version)
    assert days(team) == []
    back = services.take_change_back(by=ana, rhythm=rhythm)
    assert (days(team), back.starts_on) == (ALL, dt.date(2027, 2, 11))


def test_opening_it_to_others_is_no_change_that_is_taken_back(ana: Any, team: Any, rhythm: Rhythm) -> None:
    changed = services.change_rhythm(by=ana, rhythm=rhythm, version=rhythm.version, weekday=0)
    share(by=ana, obj=changed, rung=Rung.SCHOOL)
    back = services.take_change_back(by=ana, rhythm=rhythm)
    assert (back.ended_at, back.weekday, days(team)) == (None, 3, ALL)


@pytest.mark.ac("S1 R-54")
def test_unless_another_day_is_chosen_it_goes_to_the_end_of_the_school_year_and_both_kinds_have_an_agenda(
    page: Any, ana: Any, team: Any
) -> None:
    """The form is ready to be sent as it stands; huddles have 10 to 15 minutes, and each kind its own parts."""
    address = reverse("meetings:new_rhythm", args=[team.pk])
    asked = dict(page(ana, address).context["form"].initial)
    assert asked["ends_on"] == dt.date(2027, 6, 15)
    sent = {name: str(value) for name, value in asked.items()} | {
        "weekday": "3",
        "go": "make",
        "key": str(uuid.uuid4()),
    }
    assert page(ana, address, sent).status_code == 302
    made = list(Meeting.objects.filter(owner_team=team, ended_at=None))
    assert (made[0].on, made[-1].on) == (dt.date(2027, 2, 11), dt.date(2027, 6, 10))
    assert [row.kind for row in made[:4]] == ["huddle", "pdsa"] * 2
    assert {row.minutes for row in made if row.kind == "huddle"} == {15}
    for meeting, purposes in (
        (made[0], ["surprise", "decide", "next_test", "who_does"]),
        (made[1], ["data", "surprise", "decide", "next_test", "who_does"]),
    ):
        filled = services.start_meeting(by=ana, meeting=meeting)
        assert [item.purpose for item in filled.items.all()] == purposes
        assert sum(item.minutes for item in filled.items.all()) == meeting.minutes
