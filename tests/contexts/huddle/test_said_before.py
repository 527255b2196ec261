"""What was decided before stands on the screen of the meeting, and is ticked off there."""

import datetime

import pytest
from django.utils import timezone

from aimwell.contexts.meetings import services as meetings
from aimwell.contexts.meetings.huddle import services
from aimwell.contexts.meetings.models import Decision


@pytest.fixture
def looking_back(ana, team, studying):
    """A PDSA meeting whose clock runs, a week after a huddle that decided two things."""
    today = timezone.localdate()
    before = meetings.add_meeting(by=ana, team=team, kind="huddle", on=today - datetime.timedelta(days=7))
    for text in ("Print the cards", "Ask room 14"):
        meetings.decide(by=ana, meeting=before, text=text, owner=ana)
    meeting = meetings.add_meeting(by=ana, team=team, kind="pdsa", on=today, minutes=45)
    services.begin(by=ana, meeting=meeting)
    return meeting


@pytest.mark.ac("S2 R-58")
def test_what_was_decided_before_is_read_and_ticked_off_while_the_clock_runs(ana, looking_back, page):
    address = f"/meetings/{looking_back.pk}/huddle/"
    shown = page(ana, address).content.decode()
    assert "Print the cards" in shown
    assert "Ask room 14" in shown
    decision = Decision.objects.get(text="Print the cards")
    answer = page(ana, f"/decisions/{decision.pk}/done/", {"back": address})
    assert answer["Location"] == address
    shown = page(ana, address).content.decode()
    assert f"/decisions/{decision.pk}/done/" not in shown
    assert "Ask room 14" in shown
    decision.refresh_from_db()
    assert decision.done_on == timezone.localdate()


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org", "javascript:alert(1)"])
def test_it_leads_back_to_a_page_of_ours_only(ana, looking_back, page, elsewhere):
    decision = Decision.objects.get(text="Ask room 14")
    answer = page(ana, f"/decisions/{decision.pk}/done/", {"back": elsewhere})
    assert answer["Location"].startswith(f"/meetings/{decision.meeting_id}/")
