"""The conditions of Room 12: its list, what each cycle ran under, and where the third came out differently."""

from __future__ import annotations

from aimwell.contexts.cycles.conditions import services
from aimwell.contexts.cycles.conditions.models import RanUnder
from aimwell.contexts.cycles.models import Cycle
from aimwell.demo.build.cycles import Bench
from aimwell.demo.clock import as_if
from aimwell.demo.worlds import room12_conditions as story


def build(team: str, bench: Bench) -> None:
    if team != "room12":
        return
    with as_if(bench.calendar.at(story.LISTED_ON, "15:40")):
        owner = bench.inquiry.owner_team
        rows = {
            text: services.add_condition(by=bench.lead, team=owner, text=text, kind=kind) for text, kind in story.LISTED
        }
    for key, conditions in story.RAN_UNDER.items():
        cycle = Cycle.objects.get(inquiry=bench.inquiry, try_what=story.TRY_WHAT[key])
        with as_if(cycle.created_at):
            for text in conditions:
                services.add_to_cycle(by=bench.lead, cycle=cycle, condition=rows[text])
        _came_out(bench, cycle, story.CAME_OUT.get(key, {}))


def _came_out(bench: Bench, cycle: Cycle, said: dict[str, str]) -> None:
    with as_if(bench.calendar.at(story.CAME_OUT_ON, "15:40")):
        for row in RanUnder.objects.filter(cycle=cycle, condition__text__in=said).select_related("condition"):
            services.say_came_out(by=bench.lead, row=row, version=None, came_out=said[row.condition.text])
