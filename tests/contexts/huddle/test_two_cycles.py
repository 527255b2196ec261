"""A meeting with two open cycles: each part speaks of its own, and what one of them drafts is found at the end."""

import pytest
from django.utils import timezone

from aimwell.contexts.cycles import services as cycles
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.meetings import services as meetings
from aimwell.contexts.meetings.huddle import services
from aimwell.contexts.meetings.huddle.models import NoteUse


@pytest.fixture
def both(ana, team, studying):
    """Cycle 1 is in Study, cycle 2 in Do with its day to look; the meeting is about both, its notes about the first."""
    today = timezone.localdate()
    draft = cycles.draft_cycle(
        by=ana, inquiry=studying.inquiry, try_what="Strips on the wall", look_on=today, kind="at_least", low=15,
        out_of=24,
    )  # fmt: skip
    second = cycles.start_do(by=ana, cycle=draft)
    meeting = meetings.add_meeting(by=ana, team=team, kind="huddle", on=today, minutes=15)
    services.begin(by=ana, meeting=meeting)
    meeting.refresh_from_db()
    assert meeting.cycle == studying
    return meeting, studying, second


def to_part_of(ana, meeting, cycle):
    services.go_to(by=ana, meeting=meeting, item=meeting.items.get(purpose="decide", cycle=cycle))


@pytest.mark.ac("S1 R-56")
def test_a_sentence_goes_to_the_cycle_of_the_part_it_was_written_in(ana, both, page):
    meeting, _first, second = both
    to_part_of(ana, meeting, second)
    services.add_line(by=ana, meeting=meeting, text="Nobody looks up.")
    shown = page(ana, f"/meetings/{meeting.pk}/huddle/").content.decode()
    assert "send it to cycle 2" in shown
    page(
        ana, f"/meetings/{meeting.pk}/huddle/send/", {"sentence": "Nobody looks up.", "place": "do", "cycle": second.pk}
    )
    assert NoteUse.objects.get().cycle == second
    assert second.entries.get().text == "Nobody looks up."


def test_a_page_that_was_opened_before_the_meeting_went_on_sends_where_it_said(ana, both, page):
    meeting, first, second = both
    to_part_of(ana, meeting, second)
    services.add_line(by=ana, meeting=meeting, text="They stop.")
    page(ana, f"/meetings/{meeting.pk}/huddle/send/", {"sentence": "They stop.", "place": "study", "cycle": first.pk})
    assert NoteUse.objects.get().cycle == first
    first.refresh_from_db()
    assert first.learned == "They stop."


def test_the_cycle_of_another_team_is_not_a_place_for_notes(ana, both, page, person):
    from aimwell.contexts.theory.services import start_inquiry
    from integration.readers import make_team

    meeting, first, _second = both
    stranger = person("Sid")
    inquiry = start_inquiry(by=stranger, team=make_team(stranger), problem="Something else")
    theirs = cycles.draft_cycle(by=stranger, inquiry=inquiry, try_what="Not ours")
    services.add_line(by=ana, meeting=meeting, text="They stop.")
    page(ana, f"/meetings/{meeting.pk}/huddle/send/", {"sentence": "They stop.", "place": "study", "cycle": theirs.pk})
    assert NoteUse.objects.get().cycle == first


@pytest.mark.ac("S1 R-32")
def test_what_one_of_two_drafts_is_the_next_test_of_the_meeting(ana, both, page):
    meeting, first, second = both
    to_part_of(ana, meeting, second)
    answers = {"result": 10, "result_out_of": 24, "learned": "They look up once.", "decision": "adapt"}
    done = services.choose(
        by=ana, meeting=meeting, cycle=second, version=second.version, decision_reason="It hangs too high",
        decision_object="idea", what_changes="Strips at the height of their eyes", **answers,
    )  # fmt: skip
    services.go_to(by=ana, meeting=meeting, item=meeting.items.get(purpose="next_test"))
    form = page(ana, f"/meetings/{meeting.pk}/huddle/").context["next_form"]
    assert form["try_what"].value() == "Strips at the height of their eyes"
    cycles.set_aside(by=ana, cycle=done.successor)
    assert "next_form" not in page(ana, f"/meetings/{meeting.pk}/huddle/").context
    assert Cycle.objects.filter(predecessor=first).count() == 0


def test_a_count_asks_for_the_whole_of_the_plan_once(ana, studying, page):
    form = page(ana, f"/cycles/{studying.pk}/").context["entry_form"]
    assert form["out_of"].value() == 24
