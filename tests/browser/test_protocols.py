"""A talk by a protocol on a phone, with the keyboard alone: led, gone on, back, kept, and decided."""

import pytest
from playwright.sync_api import expect

from browser.hands import Keys


@pytest.mark.ac("S2 R-57")
def test_a_team_leads_a_talk_and_keeps_what_was_said(live_server, ana, devon, team, phone, sign_in, axe, tmp_path):
    import datetime

    from aimwell.contexts.meetings.models import Decision
    from aimwell.contexts.meetings.protocols.models import ProtocolRun
    from aimwell.contexts.meetings.protocols.services import write
    from aimwell.contexts.meetings.services import add_meeting

    meeting = add_meeting(by=ana, team=team, kind="huddle", on=datetime.date.today())
    sign_in(phone, ana)
    hand = Keys(phone, tmp_path)
    phone.goto(f"/meetings/{meeting.pk}/")
    hand.follow("Lead a talk by a protocol")
    axe(phone)
    hand.follow("Pause and look back")
    axe(phone)
    hand.follow("Lead it now")
    axe(phone)
    hand.choose("Who takes notes", "Devon Park")
    hand.press("Begin with the first step")
    expect(phone.get_by_role("timer")).to_contain_text("left")
    expect(phone.get_by_role("heading", name="What we expected")).to_be_visible()
    hand.write("What was said", "Twelve of 24 give a reason")
    hand.press("Next step")
    hand.write("What was said", "Eight did")
    axe(phone)
    hand.press("Back one step")
    expect(phone.get_by_label("What was said")).to_have_value("Twelve of 24 give a reason")
    hand.press("Next step")
    expect(phone.get_by_label("What was said")).to_have_value("Eight did")
    run = ProtocolRun.objects.get()
    step = run.steps.all()[1]
    write(by=devon, step=step, version=step.version, said="Eight did. Two in Spanish")
    hand.write("What was said", "Nine did")
    hand.press("Next step")
    expect(phone.get_by_text("Two in Spanish").first).to_be_visible()
    phone.goto(f"/protocol-runs/{run.pk}/")
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for _ in range(2):
        hand.press("Next step")
    hand.press("Finish and keep")
    expect(phone.get_by_text("This talk is kept.")).to_be_visible()
    expect(phone.get_by_text("Twelve of 24 give a reason")).to_be_visible()
    axe(phone)
    hand.open("Write a decision or a next step")
    hand.write("What we decided", "Ask about the bell")
    hand.press("Keep this decision")
    expect(phone.get_by_text("The decision stands with the meeting.")).to_be_visible()
    assert Decision.objects.get().meeting == meeting
    phone.goto(f"/meetings/{meeting.pk}/")
    hand.follow("Pause and look back")
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    phone.emulate_media(media="print")
    expect(phone.get_by_role("button", name="Open this talk again")).to_be_hidden()
    expect(phone.get_by_text("Eight did. Two in Spanish")).to_be_visible()


@pytest.mark.ac("S2 R-57")
def test_a_team_changes_a_copy(live_server, ana, team, phone, sign_in, axe, tmp_path):
    sign_in(phone, ana)
    hand = Keys(phone, tmp_path)
    phone.goto(f"/t/{team.pk}/protocols/stuck/")
    hand.press("Make our own from it")
    axe(phone)
    first = phone.locator("#steps li").first
    hand.open("Change", first)
    hand.write("Minutes", "5", first)
    hand.go(hand.find("button", "Keep this step", first, exact=False))
    expect(phone.get_by_text("Our protocol · 17 minutes")).to_be_visible()
    phone.get_by_role("button", name="Undo").click()
    expect(phone.get_by_text("Our protocol · 15 minutes")).to_be_visible()
    axe(phone)
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
