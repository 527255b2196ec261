"""One screen: everyone who opens it sees the same clock; nothing ends by itself."""

import datetime

import pytest
from django.utils import timezone

from aimwell.contexts.meetings import services as meetings
from aimwell.contexts.meetings.huddle import services
from aimwell.contexts.meetings.huddle.models import Clock
from aimwell.contexts.meetings.huddle.queries import last_huddle
from aimwell.demo.clock import as_if
from aimwell.domain.errors import Refused


@pytest.mark.ac("S1 R-55")
def test_a_huddle_opens_with_four_parts_about_the_active_cycle(page, ana, meeting, studying):
    shut = page(ana, f"/meetings/{meeting.pk}/huddle/").content.decode()
    assert "Start the clock" in shut
    answer = page(ana, f"/meetings/{meeting.pk}/huddle/begin/", {})
    assert answer.url == f"/meetings/{meeting.pk}/huddle/"
    meeting.refresh_from_db()
    assert meeting.cycle == studying
    assert [item.purpose for item in meeting.items.all()] == ["surprise", "decide", "next_test", "who_does"]
    shown = page(ana, answer.url).content.decode()
    assert "Part 1 of 4" in shown
    assert "First alone, in silence." in shown


@pytest.mark.ac("S1 R-55")
def test_the_clock_is_the_same_for_everyone_and_runs_over_calmly(page, ana, devon, running):
    with as_if(Clock.objects.get().began_at + datetime.timedelta(seconds=160)):
        said = [page(user, f"/meetings/{running.pk}/huddle/now/").json() for user in (ana, devon)]
        shown = page(devon, f"/meetings/{running.pk}/huddle/").content.decode()
    assert said[0] == said[1]
    assert (said[0]["left"], said[0]["leftAll"]) == (-40, 740)
    assert "over for this. Finish, then go on." in shown


def test_two_who_press_next_at_once_do_not_jump_over_a_part(page, ana, devon, running, part):
    for user in (ana, devon):
        page(user, f"/meetings/{running.pk}/huddle/clock/", {"to": part("decide").pk})
    assert Clock.objects.get().item == part("decide")
    assert "Part 2 of 4" in page(ana, f"/meetings/{running.pk}/huddle/").content.decode()
    assert part("decide").silences.count() == 1


def test_a_pause_stops_it_and_a_second_press_changes_nothing(page, ana, running):
    for _ in range(2):
        page(ana, f"/meetings/{running.pk}/huddle/clock/", {"rest": "1"})
    began = Clock.objects.get().resting_since
    with as_if(began + datetime.timedelta(minutes=9)):
        told = page(ana, f"/meetings/{running.pk}/huddle/now/").json()
        assert told["resting"]
        assert told["left"] > 115
        page(ana, f"/meetings/{running.pk}/huddle/clock/", {"rest": "0"})
        assert page(ana, f"/meetings/{running.pk}/huddle/now/").json()["left"] > 115


@pytest.mark.ac("S0 R-51")
def test_the_end_asks_for_the_next_date_or_a_sentence(page, ana, running, part):
    address = f"/meetings/{running.pk}/huddle/end/"
    answer = page(ana, address, {"version": running.version})
    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {"next_on"}
    assert "No date yet, because" in answer.content.decode()
    later = timezone.localdate() + datetime.timedelta(days=7)
    assert page(ana, address, {"version": running.version, "next_on": later.isoformat()}).status_code == 302
    running.refresh_from_db()
    assert (running.status, running.closed_at is not None) == ("held", True)
    assert "What we leave with" in page(ana, f"/meetings/{running.pk}/summary/").content.decode()
    assert "This meeting is over" in page(ana, f"/meetings/{running.pk}/huddle/").content.decode()


@pytest.mark.ac("S0 R-51")
def test_notes_and_decisions_with_owner_and_date_stand_in_the_summary_and_on_today(page, ana, devon, running, part):
    services.add_line(by=ana, meeting=running, text="Room 14 ran out of time.")
    due = timezone.localdate() + datetime.timedelta(days=7)
    page(ana, f"/meetings/{running.pk}/huddle/decide/", {"text": "Print cards", "owner": devon.pk, "due_on": due})
    services.end_meeting(by=ana, meeting=running, version=None, without_next="Break")
    shown = page(devon, f"/meetings/{running.pk}/summary/").content.decode()
    assert all(words in shown for words in ("Print cards", "Devon Park", "Room 14 ran out of time."))
    last = last_huddle(ana, running.owner_team)
    assert (last.notes, [one.text for one in last.decisions]) == (("Room 14 ran out of time.",), ["Print cards"])


def test_today_tells_nothing_to_others(stranger, running):
    assert last_huddle(stranger, running.owner_team) is None


def test_what_was_not_reached_goes_over(ana, running, part):
    meetings.add_item(by=ana, meeting=running, title="The trip", purpose="question", minutes=2)
    services.end_meeting(
        by=ana, meeting=running, version=None, next_on=timezone.localdate() + datetime.timedelta(days=7)
    )
    assert [item.title for item in running.items.filter(not_reached=True)] == ["The trip"]
    with pytest.raises(Refused, match="meeting_ended"):
        services.go_to(by=ana, meeting=running, item=part("decide"))


def test_nothing_runs_before_it_begins(ana, meeting):
    with pytest.raises(Refused, match="not_begun"):
        services.rest(by=ana, meeting=meeting, resting=True)
    with pytest.raises(Refused, match="next_date_needed"):
        services.end_meeting(by=ana, meeting=meeting, version=None)


def test_the_page_costs_the_same_however_much_is_stored(
    client, ana, devon, leticia, running, part, django_assert_num_queries
):
    services.go_to(by=ana, meeting=running, item=part("decide"))
    silence = part("decide").silences.get()
    client.force_login(ana)
    client.get(f"/meetings/{running.pk}/huddle/")

    def count() -> int:
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as caught:
            client.get(f"/meetings/{running.pk}/huddle/")
        return len(caught)

    services.add_line(by=ana, meeting=running, text="One. Two.")
    services.send(by=ana, meeting=running, chosen=["One."], place="do")
    services.write_thought(by=ana, silence=silence, text="A")
    few = count()
    for n in range(6):
        services.add_line(by=ana, meeting=running, text=f"Line {n}.")
        services.send(by=ana, meeting=running, chosen=[f"Line {n}."], place="do")
        services.write_thought(by=ana, silence=silence, text="B", name=f"Guest {n}")
        meetings.decide(by=ana, meeting=running, text=f"Decision {n}", owner=devon)
    with django_assert_num_queries(few):
        client.get(f"/meetings/{running.pk}/huddle/")
    assert few < 45
