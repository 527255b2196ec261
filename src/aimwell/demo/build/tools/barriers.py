"""What stood in the way of Room 12, and who got the numbers ready."""

from __future__ import annotations

import datetime as dt

from aimwell.contexts.meetings.barriers import services
from aimwell.contexts.meetings.models import Meeting
from aimwell.demo.build.cycles import Bench
from aimwell.demo.clock import as_if
from aimwell.demo.worlds import room12_barriers as story

DAY = dt.timedelta(days=1)


def build(team: str, bench: Bench) -> None:
    if team != "room12":
        return
    calendar, owner = bench.calendar, bench.inquiry.owner_team
    for one in story.BARRIERS:
        with as_if(calendar.at(one["on"], "15:20")):
            who = bench.person(one["who"]) if one["who"] else None
            made = services.log_barrier(
                by=bench.lead, team=owner, text=one["text"], owner=who, owner_words=one["owner_words"]
            )
        if one["stands"]:
            with as_if(calendar.at(one["settled"], "15:25")):
                services.say_barrier(by=bench.lead, barrier=made, stands=one["stands"], how=one["how"])
    for on, text, ready_by, ready in story.READY:
        meeting = Meeting.objects.select_related("owner_team__org").get(owner_team=owner, on=calendar.day(on))
        with as_if(calendar.at(on - 3 * DAY, "15:30")):
            line = services.add_prep(by=bench.lead, meeting=meeting, text=text, ready_by=ready_by)
        if ready:
            with as_if(calendar.at(on - DAY, "15:30")):
                services.mark_ready(by=bench.lead, line=line)
