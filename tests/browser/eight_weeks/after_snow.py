"""Weeks 5 to 8: an item goes over, the lead is handed on, and the third cycle is adopted."""

from __future__ import annotations

from playwright.sync_api import expect

from aimwell.contexts.people.models import Membership
from browser.eight_weeks import meeting
from browser.eight_weeks.before_snow import DAY, IMANI, LUCIA, SAM, add_count, add_note, finish, open_cycle
from browser.eight_weeks.crew import Crew
from browser.eight_weeks.script import FACILITATOR, LEAD, NEXT_LEAD, THURSDAYS, WHY
from browser.eight_weeks.setting import count_week
from browser.eight_weeks.start import give_role

QUESTION = "Which words do newcomers need on theirs?"


def week_5(crew: Crew) -> None:
    """Grace leads a huddle that ends before its last item, which goes over by itself."""
    crew.at(THURSDAYS[4] - DAY, "15:10", week=5)
    add_note(open_cycle(crew, LUCIA, 4), "We saw", "Partners wait until the whole question is out")
    crew.at(THURSDAYS[4])
    count_week(crew.users[LEAD], crew.things.measure, THURSDAYS[4] - 3 * DAY, 15)
    imani = crew.today(IMANI)
    imani.go(imani.page.locator(".next-meeting .next-name a"))
    imani.press("Put these on the agenda")
    imani.open("Add an item")
    imani.write("What it is about", QUESTION)
    imani.press("Add this item")
    grace = meeting.begin(crew, FACILITATOR)
    meeting.to_part(grace, "Cycle 4: how it goes")
    meeting.end(grace)


def week_6(crew: Crew) -> None:
    """Ana hands the lead to Devon, who holds the meeting from then on."""
    crew.at(THURSDAYS[5] - DAY, "16:00", week=6)
    give_role(crew, LEAD, NEXT_LEAD, "lead")
    give_role(crew, LEAD, LEAD, "member")
    leads = Membership.objects.filter(team=crew.things.team, ended=None, role="lead")
    assert [one.name for one in leads] == [NEXT_LEAD]
    crew.at(THURSDAYS[5])
    count_week(crew.users[LEAD], crew.things.measure, THURSDAYS[5] - 3 * DAY, 16)
    devon = crew.today(NEXT_LEAD)
    devon.go(devon.page.locator(".next-meeting .next-name a"))
    devon.press("Put these on the agenda")
    devon.reads(QUESTION, "not reached on Feb 11")
    meeting.begin(crew, NEXT_LEAD)
    meeting.to_part(devon, QUESTION)
    meeting.keep_line(devon, "Newcomers get the three words that they asked for")
    meeting.end(devon)


def week_7(crew: Crew) -> None:
    """17 of 24 where 16 were predicted: adopted, and the thread closes."""
    crew.at(THURSDAYS[6] - 2 * DAY, "15:10", week=7)
    add_count(open_cycle(crew, LUCIA, 4), 17)
    crew.at(THURSDAYS[6] - DAY, "15:10")
    add_count(open_cycle(crew, SAM, 4), 18)
    crew.at(THURSDAYS[6])
    count_week(crew.users[LEAD], crew.things.measure, THURSDAYS[6] - 3 * DAY, 17)
    devon = meeting.begin(crew, NEXT_LEAD)
    meeting.to_part(devon, "Cycle 4: keep, change or drop?")
    meeting.show(devon)
    devon.pick("radio", "Adopt")
    devon.write("Why", WHY[4])
    finish(devon, 4, count=17)
    meeting.to_part(devon, "Who does what")
    meeting.who_does(devon, "Show the partner question to grade 4", FACILITATOR)
    meeting.end(devon)


def week_8(crew: Crew) -> None:
    """The last meeting looks back; what was decided before stands there with its name."""
    crew.at(THURSDAYS[7], week=8)
    count_week(crew.users[LEAD], crew.things.measure, THURSDAYS[7] - 3 * DAY, 18)
    devon = meeting.begin(crew, NEXT_LEAD)
    page = devon.page.url.split("huddle/")[0]
    meeting.to_part(devon, "What is stuck")
    meeting.end(devon)
    devon.page.goto(page)
    devon.reads("Show the partner question to grade 4", "Bring the sand timer to class")
    devon.press_for("Done", "Show the partner question")
    expect(devon.page.locator("#before")).not_to_contain_text("Show the partner question to grade 4")
