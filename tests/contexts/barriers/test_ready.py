"""What is to be ready for a meeting, whose turn it is, and whose hands it was over time (S1 R-45, R-70)."""

import datetime as dt
import uuid

import pytest
import time_machine
from django.urls import reverse

from aimwell.contexts.cycles import services as cycles
from aimwell.contexts.cycles.quick.services import pause_cycles
from aimwell.contexts.measures.services import create_measure
from aimwell.contexts.meetings.barriers import queries, services
from aimwell.contexts.meetings.barriers.models import PrepLine
from aimwell.contexts.meetings.services import add_meeting, call_off
from aimwell.contexts.people.models import Membership, TeamRole
from aimwell.contexts.people.services import add_member_without_login
from aimwell.contexts.theory.services import start_inquiry
from aimwell.domain.errors import NotFound, Refused, StaleEdit
from aimwell.domain.rhythm.turns import Month

TODAY = dt.date(2027, 2, 9)


@pytest.fixture(autouse=True)
def _tuesday():
    with time_machine.travel(dt.datetime(2027, 2, 9, 15, 0, tzinfo=dt.UTC), tick=True):
        yield


@pytest.fixture
def meeting(ana, team):
    return add_meeting(by=ana, team=team, kind="huddle", on=dt.date(2027, 2, 11))


def url(name, *args):
    return reverse(f"barriers:{name}", args=args)


def words(response):
    return " ".join(response.content.decode().split())


def open_cycle(ana, team, **plan):
    inquiry = start_inquiry(by=ana, team=team, problem="Few explain", for_whom="grade 5")
    plan = {"kind": "at_least", "low": 12, "out_of": 24, "unit_name": "students", "look_on": TODAY, **plan}
    draft = cycles.draft_cycle(by=ana, inquiry=inquiry, try_what="Starters on desk cards", **plan)
    return cycles.start_do(by=ana, cycle=draft)


@pytest.mark.ac("S1 R-45")
def test_the_list_is_proposed_from_what_open_cycles_plan_and_can_be_changed(ana, team, meeting, page):
    measure = create_measure(by=ana, team=team, name="Pairs who explain")
    open_cycle(ana, team, count_what="pairs who give a reason", measure=measure)
    open_cycle(ana, team)
    told = words(page(ana, url("ready", meeting.pk)))
    offered = [
        "Bring the counts: pairs who give a reason", "Print the chart: Pairs who explain",
        "Bring the counts of cycle 1",
    ]  # fmt: skip
    assert all(text in told for text in offered)
    page(ana, url("take", meeting.pk), {"take": offered[:2], "ready_by": "coach"})
    lines = list(meeting.prep_lines.all())
    assert [(one.text, one.ready_by) for one in lines] == [(text, "coach") for text in offered[:2]]
    assert queries.proposed(ana, meeting, lines, "en") == offered[2:]
    page(ana, url("ready", meeting.pk), {"text": "Exit tickets", "ready_by": "turns"})
    place = Membership.objects.get(user=ana, team=team)
    page(ana, url("prep", lines[0].pk), {"text": "The counts", "ready_by": "member", "place": place.pk, "version": "1"})
    shown = words(page(ana, reverse("meetings:meeting", args=[meeting.pk])))
    assert "The counts" in shown
    assert "Ana Ruiz, whose turn it is" in shown
    assert "our coach" in shown


def test_a_resting_or_a_drafted_cycle_proposes_nothing(ana, team, meeting):
    cycle = open_cycle(ana, team, count_what="pairs")
    cycles.draft_cycle(by=ana, inquiry=cycle.inquiry, try_what="Later", count_what="later")
    pause_cycles(by=ana, cycles=[cycle], reason="Testing week")
    assert queries.proposed(ana, meeting, [], "en") == []


@pytest.mark.ac("S1 R-45")
def test_turns_go_round_the_core_of_the_team(ana, devon, team, meeting):
    core = [place.name for place in queries.takes_turns(team)]
    add_member_without_login(by=ana, team=team, name="Zoe Zimmer")
    Membership.objects.create(team=team, name="Aaron Coach", role=TeamRole.CONTENT_COACH)
    Membership.objects.create(team=team, name="Bea Called", on_call=True)
    got = [services.add_prep(by=ana, meeting=meeting, text=f"Line {n}").place.name for n in range(6)]
    assert got == [*core, "Zoe Zimmer"] * 2
    later = add_meeting(by=ana, team=team, kind="huddle", on=dt.date(2027, 2, 18))
    services.set_aside(by=ana, thing=PrepLine.objects.get(text="Line 5"))
    assert services.add_prep(by=ana, meeting=later, text="Next").place.name == "Zoe Zimmer"


def test_a_turn_stays_with_whoever_has_it_when_the_words_change(ana, devon, team, meeting):
    line = services.add_prep(by=ana, meeting=meeting, text="The counts")
    now = services.change_prep(by=ana, line=line, version=line.version, text="All counts", ready_by="turns")
    assert now.place == line.place
    with pytest.raises(StaleEdit):
        services.change_prep(by=ana, line=line, version=line.version, text="Counts")


def test_a_content_coach_of_the_team_is_a_coach(ana, team, meeting):
    coach = Membership.objects.create(team=team, name="Aaron Coach", role=TeamRole.CONTENT_COACH)
    line = services.add_prep(by=ana, meeting=meeting, text="The counts", ready_by="member", place=coach)
    assert (line.ready_by, line.place) == ("coach", coach)


def test_what_does_not_fit_is_refused_in_words(ana, team, meeting, page):
    Membership.objects.filter(team=team).update(on_call=True)
    for code, facts in (
        ("words_needed", {"text": " ", "ready_by": "coach"}), ("ready_person", {"text": "x", "ready_by": "member"}),
        ("unknown_choice", {"text": "x", "ready_by": "robot"}), ("nobody_for_turns", {"text": "x"}),
    ):  # fmt: skip
        with pytest.raises(Refused) as refused:
            services.add_prep(by=ana, meeting=meeting, **facts)
        assert refused.value.code == code
    asked = page(ana, url("ready", meeting.pk), {"text": "The counts", "ready_by": "member"})
    assert asked.status_code == 422
    assert "Choose one of your team." in words(asked)
    call_off(by=ana, meeting=meeting)
    with pytest.raises(Refused):
        services.add_prep(by=ana, meeting=meeting, text="x", ready_by="coach")
    assert "This meeting does not take place." in words(page(ana, url("ready", meeting.pk)))


def test_what_was_not_ready_is_proposed_for_the_next_meeting(ana, team, meeting):
    services.add_prep(by=ana, meeting=meeting, text="The counts")
    done = services.add_prep(by=ana, meeting=meeting, text="The chart")
    services.mark_ready(by=ana, line=done)
    later = add_meeting(by=ana, team=team, kind="huddle", on=dt.date(2027, 2, 18))
    assert queries.proposed(ana, later, [], "en") == []
    call_off(by=ana, meeting=meeting)
    assert queries.proposed(ana, later, [], "en") == ["The counts"]


@pytest.mark.ac("S1 R-45")
def test_a_line_is_ticked_and_unticked(ana, team, meeting, page):
    line = services.add_prep(by=ana, meeting=meeting, text="The counts")
    assert "You get it ready" in words(page(ana, reverse("reports:today", args=[team.pk])))
    page(ana, url("mark", line.pk), {"at": "meeting"})
    line.refresh_from_db()
    assert line.ready_on == TODAY
    assert "You get it ready" not in words(page(ana, reverse("reports:today", args=[team.pk])))
    page(ana, url("mark", line.pk), {"ready": "no"})
    line.refresh_from_db()
    assert line.ready_on is None
    page(ana, url("prep_aside", line.pk), {})
    assert not queries.prep_of(ana, meeting).exists()
    page(ana, url("prep_restore", line.pk), {})
    assert queries.prep_of(ana, meeting).exists()


@pytest.mark.ac("S1 R-45")
def test_a_coach_gets_ready_what_is_in_the_coachs_hands_and_sees_nothing_else(ana, team, meeting, readers, page, api):
    coach = readers["coach"]
    mine = services.add_prep(by=ana, meeting=meeting, text="Pull the counts", ready_by="coach")
    both = services.add_prep(by=ana, meeting=meeting, text="Draw the chart", ready_by="together")
    ours = services.add_prep(by=ana, meeting=meeting, text="Exit tickets")
    told = words(page(coach, reverse("participation:support")))
    assert "Pull the counts" in told
    assert "Draw the chart" in told
    assert "Exit tickets" not in told
    assert [one["text"] for one in api(coach, "GET", "/prep-lines").json()["items"]] == [mine.text, both.text]
    page(coach, url("mark", mine.pk), {})
    assert api(coach, "POST", f"/prep-lines/{both.pk}/ready", {}).status_code == 200
    assert PrepLine.objects.filter(ready_on=TODAY).count() == 2
    assert page(coach, url("mark", ours.pk), {}).status_code == 404
    assert page(coach, url("ready", meeting.pk)).status_code == 404
    assert page(coach, url("prep", mine.pk)).status_code == 404
    for name, user in readers.items():
        if name in ("member", "coach") or user is None or not user.is_authenticated:
            continue
        assert "Pull the counts" not in words(page(user, reverse("participation:support"))), name
        assert page(user, url("mark", mine.pk), {}).status_code == 404, name
        assert api(user, "GET", f"/meetings/{meeting.pk}/prep").status_code == 404, name
        with pytest.raises(NotFound):
            services.mark_ready(by=user, line=mine, ready=False)


@pytest.mark.ac("S1 R-45")
def test_the_hand_over_is_shown_over_time_and_never_by_person(ana, team, page, api):
    for on, who in (
        ("2026-12-03", "coach"),
        ("2027-01-14", "together"),
        ("2027-01-21", "turns"),
        ("2027-01-21", "turns"),
    ):
        meeting = add_meeting(by=ana, team=team, kind="huddle", on=dt.date.fromisoformat(on))
        services.mark_ready(by=ana, line=services.add_prep(by=ana, meeting=meeting, text="Counts", ready_by=who))
    services.add_prep(by=ana, meeting=meeting, text="Not ready", ready_by="coach")
    months = [Month(dt.date(2027, 1, 1), 0, 1, 2), Month(dt.date(2026, 12, 1), 1, 0, 0)]
    assert queries.over_time(ana, team) == months
    told = words(page(ana, url("ready", meeting.pk)))
    table = told[told.index("<table") : told.index("</table>")]
    assert "January 2027" in table
    assert "<td>0</td><td>1</td><td>2</td>" in table
    assert "Ana" not in table
    sent = api(ana, "GET", f"/teams/{team.pk}/prep-over-time").json()["months"]
    assert sent[0] == {"month": "2027-01-01", "coach": 0, "together": 1, "team": 2}


def test_a_meeting_that_is_open_to_others_shows_them_no_list(ana, team, meeting, readers, page):
    from aimwell.contexts.people.services import share
    from aimwell.domain.access import Rung

    services.add_prep(by=ana, meeting=meeting, text="Pull the counts")
    services.log_barrier(by=ana, team=team, text="The bell", since=dt.date(2027, 1, 1))
    share(by=ana, obj=meeting, rung=Rung.SCHOOL)
    shown = page(readers["colleague"], reverse("meetings:meeting", args=[meeting.pk]))
    assert shown.status_code == 200
    assert "Pull the counts" not in words(shown)
    assert "The bell" not in words(shown)


@pytest.mark.ac("S1 R-45")
def test_programs_do_the_same(ana, devon, team, meeting, api):
    open_cycle(ana, team, count_what="pairs")
    at = f"/meetings/{meeting.pk}/prep"
    assert api(ana, "GET", at).json() == {"lines": [], "proposed": ["Bring the counts: pairs"]}
    place = Membership.objects.get(user=devon, team=team)
    sent = {"text": "The counts", "ready_by": "member", "place": place.pk, "key": str(uuid.uuid4())}
    made = api(ana, "POST", at, sent)
    assert made.status_code == 201
    assert api(ana, "POST", at, sent).json()["id"] == made.json()["id"]
    line = f"/prep-lines/{made.json()['id']}"
    changed = api(ana, "PATCH", line, {"text": "All counts", "version": 1}).json()
    assert (changed["text"], changed["place"], changed["ready_by"]) == ("All counts", place.pk, "member")
    assert api(ana, "POST", f"{line}/ready", {"ready": True}).json()["ready_on"] == str(TODAY)
    assert api(ana, "POST", f"{line}/set-aside", {}).status_code == 200


def test_the_page_costs_the_same_however_much_is_stored(ana, devon, team, meeting, page, django_assert_num_queries):
    services.add_prep(by=ana, meeting=meeting, text="One")
    open_cycle(ana, team)
    page(ana, url("ready", meeting.pk))
    with django_assert_num_queries(11):
        page(ana, url("ready", meeting.pk))
    for number in range(6):
        services.add_prep(by=ana, meeting=meeting, text=f"Line {number}")
        open_cycle(ana, team)
    with django_assert_num_queries(11):
        page(ana, url("ready", meeting.pk))
