"""The quick log of Room 12 and its own days in the calendar."""

from __future__ import annotations

from aimwell.contexts.cycles.quick import services
from aimwell.contexts.meetings.windows.services import add_days
from aimwell.demo.build.cycles import Bench
from aimwell.demo.clock import as_if
from aimwell.demo.worlds import room12_quick as story


def build(team: str, bench: Bench) -> None:
    if team == "room12":
        _log(bench)
        _days(bench)


def _log(bench: Bench) -> None:
    team = bench.inquiry.owner_team
    for text, on in (*story.TRIED, story.SET_ASIDE):
        with as_if(bench.calendar.at(on, "15:10")):
            row = services.log_tried(by=bench.lead, team=team, text=text, tried_on=bench.calendar.day(on))
            if text == story.SET_ASIDE[0]:
                services.set_aside(by=bench.lead, tried=row)


def _days(bench: Bench) -> None:
    day = bench.calendar.day
    with as_if(bench.calendar.at(story.DAYS_ON, "15:10")):
        for kind, name, first, last in story.DAYS:
            place = bench.inquiry.owner_team
            add_days(by=bench.lead, place=place, kind=kind, name=name, starts_on=day(first), ends_on=day(last))
