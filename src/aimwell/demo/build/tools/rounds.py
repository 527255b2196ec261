"""The rounds of Room 12: one in each quarter, with its cycles inside."""

from __future__ import annotations

from aimwell.contexts.cycles.rounds.services import start_round
from aimwell.demo.build.cycles import Bench
from aimwell.demo.clock import as_if
from aimwell.demo.worlds import room12_rounds as story


def build(team: str, bench: Bench) -> None:
    if team != "room12":
        return
    for first in story.BEGAN_ON:
        with as_if(bench.calendar.at(first, "15:40")):
            start_round(by=bench.lead, inquiry=bench.inquiry, starts_on=first)
