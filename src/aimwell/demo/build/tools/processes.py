"""The process map of Room 12, drawn a week before its first counts."""

from __future__ import annotations

import datetime as dt

from aimwell.contexts.theory.processes import services
from aimwell.demo.build.cycles import Bench
from aimwell.demo.clock import as_if
from aimwell.demo.worlds import room12_processes as world

DRAWN = dt.date(2026, 10, 7)


def build(team: str, bench: Bench) -> None:
    if team != "room12":
        return
    with as_if(bench.calendar.at(DRAWN)):
        process = services.start_process(by=bench.lead, inquiry=bench.inquiry, name=world.NAME)
        steps = {
            key: services.add_step(by=bench.lead, process=process, text=text, kind=kind, owner=owner)
            for key, kind, text, owner in world.STEPS
        }
        for key, target, words in world.OTHERWISE:
            step = steps[key]
            services.change_step(
                by=bench.lead, step=step, version=None, text=step.text, kind=step.kind, owner=step.owner,
                else_to=steps[target], no_label=words,
            )  # fmt: skip
    for key, day, looks, breaks in world.COUNTS:
        with as_if(bench.calendar.at(day)):
            services.add_look(by=bench.lead, step=steps[key], on=bench.calendar.day(day), looks=looks, breaks=breaks)
