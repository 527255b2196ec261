"""A huddle of Room 12 that is over."""

from __future__ import annotations

from aimwell.contexts.cycles.models import Cycle, CycleState
from aimwell.contexts.meetings import services as meetings
from aimwell.contexts.meetings.huddle import services
from aimwell.contexts.meetings.models import MeetingKind
from aimwell.demo.build.cycles import Bench
from aimwell.demo.clock import as_if
from aimwell.demo.worlds import room12_huddle as story


def build(team: str, bench: Bench) -> None:
    if team != "room12":
        return
    cycle = Cycle.objects.filter(inquiry=bench.inquiry).exclude(state__in=(CycleState.DRAFT, CycleState.DONE)).first()
    on = bench.calendar.day(story.ON)
    with as_if(bench.calendar.at(story.ON, story.BEGAN)):
        meeting = meetings.add_meeting(
            by=bench.lead, team=bench.inquiry.owner_team, kind=MeetingKind.HUDDLE, on=on, name=story.NAME,
            minutes=story.MINUTES, cycle=cycle,
        )  # fmt: skip
        services.begin(by=bench.lead, meeting=meeting)
        silence = meeting.silences.get()
        for key, text in story.THOUGHTS:
            name = "" if key else story.FAMILY
            services.write_thought(by=bench.person(key), silence=silence, text=text, name=name)
        services.show_thoughts(by=bench.lead, silence=silence)
        services.add_line(by=bench.person(story.OWNER), meeting=meeting, text=story.LINE, item=silence.item)
    with as_if(bench.calendar.at(story.ON, story.LATER)):
        meetings.decide(
            by=bench.lead, meeting=meeting, text=story.DECISION, owner=bench.person(story.OWNER),
            due_on=bench.calendar.day(story.DUE), cycle=cycle,
        )  # fmt: skip
        if cycle is not None:
            services.send(by=bench.lead, meeting=meeting, chosen=[story.SENT], place="do")
        services.end_meeting(by=bench.lead, meeting=meeting, version=None, without_next=story.NO_DATE)
