"""Before the first week: six people find together, and plan their rhythm."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from aimwell.contexts.meetings.models import Meeting, MeetingKind
from aimwell.contexts.people.models import Membership
from browser.eight_weeks.crew import Crew
from browser.eight_weeks.script import CREW, FACILITATOR, LEAD, MONDAY, THURSDAYS


def find_together(crew: Crew) -> None:
    """One link for each; then Grace is the one who facilitates."""
    crew.at(MONDAY, "07:40", week=0)
    ana = crew(LEAD)
    for name in CREW[1:]:
        ana.page.goto(f"/t/{crew.things.team.pk}/people/")
        ana.press("Make a link")
        link = ana.page.get_by_label("Send this link to one colleague").input_value()
        colleague = crew(name)
        colleague.page.goto(re.sub(r"^https?://[^/]+", "", link))
        colleague.press("Join the team")
    give_role(crew, LEAD, FACILITATOR, "facilitator")
    roles = dict(Membership.objects.filter(team=crew.things.team, ended=None).values_list("name", "role"))
    assert sorted(roles) == sorted(CREW)
    assert (roles[LEAD], roles[FACILITATOR]) == ("lead", "facilitator")


def give_role(crew: Crew, by: str, name: str, role: str) -> None:
    hand = crew(by)
    hand.page.goto(f"/t/{crew.things.team.pk}/people/")
    hand.follow(f"Change for {name}")
    hand.choose("Role", role)
    hand.press("Save")


def plan_the_rhythm(crew: Crew) -> None:
    """Eight Thursdays, huddle and PDSA meeting in turn (S1 R-54)."""
    ana = crew(LEAD)
    ana.page.goto(f"/t/{crew.things.team.pk}/meetings/")
    ana.follow("Plan a rhythm")
    ana.choose("Day of the week", "Thursday")
    ana.write("Time of day", "12:20")
    ana.open("Minutes, how often, whose time")
    ana.date("Last day", THURSDAYS[-1])
    ana.press("Show the meetings")
    expect(ana.page.get_by_role("heading", name="8 meetings")).to_be_visible()
    ana.press("Plan these meetings")
    rows = Meeting.objects.filter(owner_team=crew.things.team, ended_at=None)
    turns = [MeetingKind.HUDDLE, MeetingKind.PDSA] * 4
    assert list(rows.values_list("on", "kind")) == list(zip(THURSDAYS, turns, strict=True))
