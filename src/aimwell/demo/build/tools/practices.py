"""What Room 12 does already, its three answers, one source and one open hunch."""

from __future__ import annotations

import datetime as dt

from aimwell.contexts.theory.practices import services
from aimwell.demo.build.cycles import Bench
from aimwell.demo.clock import as_if
from aimwell.demo.worlds import room12_practices as world

LISTED, READ = dt.date(2026, 10, 1), dt.date(2026, 10, 8)


def build(team: str, bench: Bench) -> None:
    if team != "room12":
        return
    by, inquiry = bench.lead, bench.inquiry
    with as_if(bench.calendar.at(LISTED)):
        for text, for_whom, effect, choice, how_known in world.PRACTICES:
            services.add_practice(
                by=by, inquiry=inquiry, text=text, for_whom=for_whom, effect=effect, choice=choice, how_known=how_known
            )
    with as_if(bench.calendar.at(READ)):
        services.calibrate(by=by, inquiry=inquiry, version=0, **world.ANSWERS)
        for title, where, link, says, idea in world.SOURCES:
            services.add_source(
                by=by, inquiry=inquiry, title=title, where=where, link=link, says=says, idea=bench.ideas[idea]
            )
        for idea in world.HUNCHES:
            services.add_source(by=by, inquiry=inquiry, hunch=True, idea=bench.ideas[idea])
