"""The pages of meetings, as people use them."""

import datetime as dt
import uuid
from typing import Any

import pytest
from django.urls import reverse

from aimwell.contexts.meetings import services
from aimwell.contexts.meetings.models import Attendance, CalendarLink, Decision, Held, Meeting, Rhythm
from aimwell.contexts.meetings.views.feed import LIMITS

THURSDAY, NEXT = dt.date(2027, 2, 11), dt.date(2027, 2, 18)
ASKED = {
    "starts_on": "2027-02-09", "ends_on": "2027-03-12", "weekday": "3", "at": "12:20", "pattern": "alternate",
    "every": "1", "huddle_minutes": "15", "pdsa_minutes": "45", "place": "Room 12", "time_source": "plc", "funding": "",
}  # fmt: skip


def url(name: str, *args: Any) -> str:
    return reverse(f"meetings:{name}", args=args)


def words(response: Any) -> str:
    return " ".join(response.content.decode().split())


@pytest.mark.ac("S1 R-54")
def test_the_rhythm_is_shown_before_it_is_made_and_can_be_taken_back(page: Any, ana: Any, team: Any) -> None:
    shown = words(page(ana, url("new_rhythm", team.pk), {**ASKED, "go": "preview"}))
    assert "5 meetings" in shown
    assert "Feb 18" in shown
    assert not Meeting.objects.exists()
    sent = {**ASKED, "go": "make", "key": str(uuid.uuid4())}
    for _ in range(2):
        answer = page(ana, url("new_rhythm", team.pk), sent)
    assert answer["Location"] == url("list", team.pk)
    assert Meeting.objects.count() == 5
    told = words(page(ana, url("list", team.pk)))
    assert "Huddle, Thursday 12:20" in told
    assert "Every week on Thursday, 12:20, Room 12: huddle and PDSA meeting in turn, to March 12, 2027." in told
    page(ana, url("rhythm_back", Rhythm.objects.get().pk), {})
    assert not Meeting.objects.filter(ended_at=None).exists()


def test_a_rhythm_that_cannot_be_says_why_and_keeps_what_was_typed(page: Any, ana: Any, team: Any) -> None:
    answer = page(ana, url("new_rhythm", team.pk), {**ASKED, "ends_on": "2027-02-01", "go": "make"})
    assert answer.status_code == 422
    assert "No meeting fits between these two days" in words(answer)
    assert 'value="Room 12"' in words(answer)


def test_changing_a_rhythm_says_what_moves_and_undo_puts_it_back(
    page: Any, ana: Any, team: Any, rhythm: Rhythm
) -> None:
    asked = {**ASKED, "weekday": "0", "version": rhythm.version}
    assert "0 stay, 4 move, 0 are new, 1 fall away." in words(
        page(ana, url("rhythm", rhythm.pk), {**asked, "go": "preview"})
    )
    page(ana, url("rhythm", rhythm.pk), {**asked, "go": "make"})
    assert {row.on.weekday() for row in Meeting.objects.filter(ended_at=None)} == {0}
    page(ana, url("rhythm_back", rhythm.pk), {})
    assert [row.on.day for row in Meeting.objects.filter(ended_at=None)] == [11, 18, 25, 4, 11]


def test_an_empty_list_teaches_with_one_example(page: Any, ana: Any, team: Any) -> None:
    told = words(page(ana, url("list", team.pk)))
    assert "When do you meet?" in told
    assert "Every Thursday, 12:20, Room 12" in told


@pytest.mark.ac("S2 R-58")
@pytest.mark.ac("S1 R-56")
def test_the_page_shows_the_suggested_agenda_and_what_is_open_with_its_first_date(
    page: Any, ana: Any, devon: Any, cycle: Any, planned: Any
) -> None:
    earlier, meeting = planned(on=dt.date(2027, 2, 4)), planned()
    services.decide(by=ana, meeting=earlier, text="Devon brings the slips", owner=devon, due_on=THURSDAY)
    told = words(page(ana, url("meeting", meeting.pk)))
    assert "Cycle 1: keep, change or drop?" in told
    assert "Feb 4" in told
    assert "by Feb 11" in told
    page(ana, url("fill", meeting.pk), {})
    assert "15 of 15 minutes" in words(page(ana, url("meeting", meeting.pk)))


@pytest.mark.ac("S3 R-38")
def test_two_people_who_change_one_item_meet_on_the_merge_page(page: Any, ana: Any, devon: Any, planned: Any) -> None:
    item = services.add_item(by=ana, meeting=planned(), title="Slips")
    services.change_item(by=devon, item=item, version=item.version, title="All slips")
    sent = {"title": "Exit slips", "purpose": "data", "minutes": "5", "version": item.version}
    answer = page(ana, url("item", item.pk), sent)
    assert answer.status_code == 409
    assert "All" in words(answer)


def test_an_agenda_that_needs_more_than_there_is_says_so(page: Any, ana: Any, planned: Any) -> None:
    meeting = planned()
    services.add_item(by=ana, meeting=meeting, title="Slips", minutes=20)
    assert "5 minutes more than there are" in words(page(ana, url("meeting", meeting.pk)))


@pytest.mark.ac("S3 R-35")
def test_one_press_calls_a_meeting_off_and_undo_brings_it_back(page: Any, ana: Any, planned: Any) -> None:
    meeting = planned()
    page(ana, url("call_off", meeting.pk), {"why": "emergency"})
    meeting.refresh_from_db()
    assert (meeting.status, meeting.why) == (Held.CANCELLED, "emergency")
    assert "cancelled: emergency" in words(page(ana, url("meeting", meeting.pk)))
    page(ana, url("after_all", meeting.pk), {})
    meeting.refresh_from_db()
    assert meeting.status == Held.PLANNED


@pytest.mark.ac("S0 R-51")
def test_closing_asks_for_the_next_date_and_loses_nothing(page: Any, ana: Any, planned: Any) -> None:
    meeting = planned()
    sent = {"version": meeting.version, "status": "shortened", "why": "event", "why_words": "Assembly"}
    answer = page(ana, url("close", meeting.pk), sent)
    assert answer.status_code == 422
    assert "When do you meet next?" in words(answer)
    assert "Assembly" in words(answer)
    page(ana, url("close", meeting.pk), {**sent, "next_on": "2027-02-18"})
    meeting.refresh_from_db()
    assert (meeting.status, meeting.why_words) == (Held.SHORTENED, "Assembly")
    assert Meeting.objects.filter(on=NEXT, status=Held.PLANNED).exists()


def test_decisions_are_written_done_and_let_go(page: Any, ana: Any, devon: Any, planned: Any, team: Any) -> None:
    meeting = planned()
    sent = {"text": "Print cards", "owner": devon.pk, "due_on": "2027-02-18", "key": str(uuid.uuid4())}
    for _ in range(2):
        page(ana, url("decide", meeting.pk), sent)
    decision = Decision.objects.get()
    assert page(ana, url("let_go", decision.pk), {"reason": ""}).status_code == 422
    answer = page(ana, url("done", decision.pk), {"at": "list"})
    assert answer["Location"].startswith(url("list", team.pk))
    decision.refresh_from_db()
    assert decision.done_on == dt.date(2027, 2, 9)
    page(ana, url("reopen", decision.pk), {})
    page(ana, url("let_go", decision.pk), {"reason": "The printer is gone"})
    decision.refresh_from_db()
    assert (decision.done_on, decision.let_go) == (None, "The printer is gone")


@pytest.mark.ac("S0 R-51")
def test_decisions_go_out_as_a_table_without_formulas(page: Any, ana: Any, team: Any, planned: Any) -> None:
    services.decide(by=ana, meeting=planned(), text="=cmd()", owner_name="Ms. Lopez", due_on=NEXT)
    told = b"".join(page(ana, url("decisions_csv", team.pk)).streaming_content).decode().splitlines()
    assert told == [
        "Decided on,Meeting,Decision,Who,By when,Done on,Let go because",
        "2027-02-11,huddle,'=cmd(),Ms. Lopez,2027-02-18,,",
    ]


def test_who_was_there_is_kept_with_guests(page: Any, ana: Any, devon: Any, planned: Any) -> None:
    meeting = planned()
    page(ana, url("attend", meeting.pk), {"person": [devon.pk], "guest": "Ms. Lopez"})
    page(ana, url("attend", meeting.pk), {"person": [devon.pk], "name": ["Ms. Lopez"]})
    told = {str(row): row.present for row in Attendance.objects.all()}
    assert told == {"Ana Ruiz": False, "Devon Park": True, "Ms. Lopez": True}


def test_notes_start_and_set_aside(page: Any, ana: Any, planned: Any) -> None:
    meeting = planned()
    page(ana, url("start", meeting.pk), {})
    meeting.refresh_from_db()
    page(ana, url("notes", meeting.pk), {"notes": "Two argued in Spanish.", "version": meeting.version})
    assert "Two argued in Spanish." in words(page(ana, url("meeting", meeting.pk)))
    page(ana, url("set_aside", meeting.pk), {})
    assert "set aside" in words(page(ana, url("meeting", meeting.pk)))
    page(ana, url("restore", meeting.pk), {})
    meeting.refresh_from_db()
    assert meeting.ended_at is None


def test_the_team_page_shows_the_next_meeting_and_what_is_mine(
    page: Any, ana: Any, team: Any, cycle: Any, planned: Any
) -> None:
    meeting = planned(facilitator=ana)
    services.decide(by=ana, meeting=meeting, text="Print the cards", owner=ana, due_on=THURSDAY)
    told = words(page(ana, reverse("reports:today", args=[team.pk])))
    assert "Huddle, Thursday 12:20" in told
    assert "Ana Ruiz leads it. No scribe yet." in told
    assert "Print the cards" in told


def test_a_coach_reads_how_often_the_team_could_meet_and_no_meeting(
    page: Any, readers: Any, team: Any, planned: Any
) -> None:
    planned(on=dt.date(2027, 2, 4))
    told = words(page(readers["coach"], url("list", team.pk)))
    assert "Of 1 we do not know yet." in told
    assert "Feb 4" not in told


def test_the_pages_cost_the_same_however_much_is_stored(
    page: Any, ana: Any, team: Any, planned: Any, django_assert_num_queries: Any
) -> None:
    meeting = planned(on=dt.date(2027, 2, 9))
    for number in range(2):
        _more(ana, meeting, planned, number)
    page(ana, url("list", team.pk))
    with django_assert_num_queries(LIST):
        page(ana, url("list", team.pk))
    with django_assert_num_queries(MEETING):
        page(ana, url("meeting", meeting.pk))
    for number in range(2, 8):
        _more(ana, meeting, planned, number)
    with django_assert_num_queries(LIST):
        page(ana, url("list", team.pk))
    with django_assert_num_queries(MEETING):
        page(ana, url("meeting", meeting.pk))


LIST, MEETING = 10, 17


def _more(ana: Any, meeting: Meeting, planned: Any, number: int) -> None:
    services.add_item(by=ana, meeting=meeting, title=f"Item {number}", owner=ana)
    services.decide(by=ana, meeting=meeting, text=f"Decision {number}", owner=ana)
    earlier = planned(on=dt.date(2027, 1, 5) + dt.timedelta(days=number))
    services.decide(by=ana, meeting=earlier, text=f"Before {number}", owner=ana)
    planned(on=dt.date(2027, 3, 1) + dt.timedelta(days=number))


# the calendar of a person


def test_a_calendar_reads_the_times_and_nothing_else(page: Any, client: Any, ana: Any, planned: Any) -> None:
    meeting = planned(name="About Rosa", place="Room 12")
    services.write_notes(by=ana, meeting=meeting, version=meeting.version, notes="Rosa cried")
    off = services.call_off(by=ana, meeting=planned(on=NEXT))
    secret = services.make_link(by=ana, language="en")
    assert CalendarLink.objects.get().digest != secret
    answer = client.get(url("feed", secret))
    told = answer.content.decode().replace("\r\n ", "")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert "DTSTART:20270211T172000Z" in told
    assert "SUMMARY:Huddle" in told
    assert told.count("STATUS:CANCELLED") == 1
    assert "Rosa" not in told
    assert off.pk
    again = client.get(url("feed", secret)).content.decode()
    assert [line for line in again.splitlines() if line.startswith("UID:")] == [
        line for line in answer.content.decode().splitlines() if line.startswith("UID:")
    ]


def test_a_meeting_that_was_set_aside_leaves_every_calendar(client: Any, ana: Any, planned: Any) -> None:
    services.set_aside(by=ana, thing=planned())
    assert "STATUS:CANCELLED" in client.get(url("feed", services.make_link(by=ana, language="en"))).content.decode()


def test_the_address_is_shown_once_renewed_and_taken_back(
    page: Any, client: Any, ana: Any, stranger: Any, planned: Any
) -> None:
    planned()
    made = page(ana, url("calendar_make"), {})
    address = made.context["address"]
    assert client.get(address).status_code == 200
    assert address not in words(page(ana, url("calendar")))
    page(ana, url("calendar_make"), {})
    assert client.get(address).status_code == 404
    renewed = services.make_link(by=ana, language="en")
    page(ana, url("calendar_take_back"), {})
    assert client.get(url("feed", renewed)).status_code == 404
    assert (
        "BEGIN:VEVENT" not in client.get(url("feed", services.make_link(by=stranger, language="en"))).content.decode()
    )


def test_the_address_of_somebody_who_left_opens_nothing(client: Any, ana: Any) -> None:
    secret = services.make_link(by=ana, language="en")
    type(ana).objects.filter(pk=ana.pk).update(is_active=False)
    assert client.get(url("feed", secret)).status_code == 404


def test_the_feed_speaks_the_language_in_which_it_was_made(client: Any, ana: Any, planned: Any) -> None:
    planned(kind="pdsa", minutes=45)
    told = client.get(url("feed", services.make_link(by=ana, language="es"))).content.decode()
    assert "SUMMARY:Reunión PDSA" in told


def test_many_requests_from_one_place_are_told_to_wait(client: Any, ana: Any, monkeypatch: Any) -> None:
    monkeypatch.setitem(LIMITS, "calendar", "2/m/ip")
    secret = services.make_link(by=ana, language="en")
    assert [client.get(url("feed", secret)).status_code for _ in range(3)] == [200, 200, 429]


def test_a_day_beyond_all_calendars_is_asked_for_again(page: Any, ana: Any, team: Any) -> None:
    rhythm = {**ASKED, "starts_on": "9999-12-01", "ends_on": "9999-12-31", "go": "make"}
    for address, sent in (
        (url("new_rhythm", team.pk), rhythm),
        (url("new", team.pk), {"kind": "huddle", "on": "9999-12-31"}),
    ):
        answer = page(ana, address, sent)
        assert answer.status_code == 422
        assert "Choose a day, such as 2027-01-29." in words(answer)
    assert not Meeting.objects.exists()


def test_ticks_of_two_people_do_not_undo_each_other(page: Any, ana: Any, devon: Any, planned: Any) -> None:
    meeting = planned(on=dt.date(2027, 2, 9))
    services.attend(by=ana, meeting=meeting, person=ana)
    assert f'name="was" value="{ana.pk}"' in words(page(ana, url("meeting", meeting.pk)))
    services.attend(by=devon, meeting=meeting, name="Ms. Lopez")
    page(ana, url("attend", meeting.pk), {"person": [devon.pk], "was": [ana.pk]})
    told = {str(row): row.present for row in Attendance.objects.all()}
    assert told == {"Ana Ruiz": False, "Devon Park": True, "Ms. Lopez": True}


def test_the_page_offers_the_agenda_beside_what_came_over(page: Any, ana: Any, cycle: Any, planned: Any) -> None:
    meeting, later = planned(), planned(on=NEXT)
    services.mark_not_reached(by=ana, item=services.add_item(by=ana, meeting=meeting, title="Family night"))
    services.close_meeting(by=ana, meeting=meeting, version=meeting.version)
    told = words(page(ana, url("meeting", later.pk)))
    assert "Family night" in told
    assert "Cycle 1: keep, change or drop?" in told
    assert "Put these on the agenda" in told
    page(ana, url("fill", later.pk), {})
    assert "Put these on the agenda" not in words(page(ana, url("meeting", later.pk)))
