"""Planned counts, what was done in each room, and a shared reading of Room 12's third cycle."""

from __future__ import annotations

from aimwell.contexts.cycles.collecting import services
from aimwell.contexts.cycles.models import Cycle
from aimwell.demo.build.cycles import Bench
from aimwell.demo.clock import as_if
from aimwell.demo.worlds import room12_collecting as story
from aimwell.demo.worlds.room12_cycles import THIRD


def build(team: str, bench: Bench) -> None:
    if team != "room12":
        return
    cycle = Cycle.objects.get(inquiry=bench.inquiry, try_what=THIRD.try_what)
    _plan(bench, cycle)
    _rooms(bench, cycle)
    _read(bench, cycle)


def _plan(bench: Bench, cycle: Cycle) -> None:
    people, first, last, weekdays = story.PLAN
    day = bench.calendar.day
    with as_if(bench.calendar.at(THIRD.starts, "08:10")):
        services.plan_counts(
            by=bench.lead, cycle=cycle, people=people, first=day(first), last=day(last), weekdays=weekdays
        )  # fmt: skip


def _rooms(bench: Bench, cycle: Cycle) -> None:
    with as_if(bench.calendar.at(story.TOLD_ON, "15:30")):
        for who, how, different, why, by in story.ROOMS:
            services.tell_try(by=bench.person(by), cycle=cycle, who=who, how=how, different=different, why=why)


def _read(bench: Bench, cycle: Cycle) -> None:
    what, pieces, codes, place = story.READING
    with as_if(bench.calendar.at(story.READ_ON, "15:40")):
        words = bench.calendar.told(what)
        reading = services.start_reading(
            by=bench.lead, cycle=cycle, what=words, pieces=pieces, codes=codes, place=place
        )
        for key, given in story.READ_BY.items():
            by = bench.person(key)
            services.start_own(by=by, reading=reading)
            services.give_codes(by=by, reading=reading, codes=dict(enumerate(given, start=1)))
            services.say_done(by=by, reading=reading)
        services.settle(by=bench.lead, reading=reading, codes=story.AGREED)
