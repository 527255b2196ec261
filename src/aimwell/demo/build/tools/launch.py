"""How Room 12 began."""

from __future__ import annotations

from aimwell.contexts.meetings.launch import services
from aimwell.demo.build.cycles import Bench
from aimwell.demo.clock import as_if
from aimwell.demo.worlds import room12_launch as story


def build(team: str, bench: Bench) -> None:
    if team != "room12":
        return
    owner = bench.inquiry.owner_team
    with as_if(bench.calendar.at(story.AGREED_ON, "15:30")):
        for who, text in story.PROPOSED:
            services.propose_norms(by=bench.person(who), team=owner, text=text)
        services.show_norms(by=bench.lead, team=owner)
        services.agree_norms(by=bench.lead, team=owner, text=story.AGREED, number=0)
        services.say_ground(by=bench.lead, team=owner, host=story.HOST, text=story.GROUND)
        for who in story.READ:
            services.read_primer(by=bench.person(who), team=owner)
    with as_if(bench.calendar.at(story.LOOKED_ON, "15:40")):
        services.check_conditions(by=bench.lead, team=owner, answers=story.IN_PLACE)
