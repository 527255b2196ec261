"""An adopted change that is held: the opener team counts every other week, and one of them looks after it."""

from __future__ import annotations

from aimwell.contexts.cycles.conditions import services
from aimwell.contexts.cycles.models import Cycle
from aimwell.demo.build.cycles import Bench
from aimwell.demo.clock import as_if
from aimwell.demo.worlds import held as story


def build(team: str, bench: Bench) -> None:
    if team not in story.HELD:
        return
    cycle = Cycle.objects.get(inquiry=bench.inquiry, try_what=story.HELD[team])
    place = bench.inquiry.owner_team.memberships.get(name=story.KEEPER)
    with as_if(bench.calendar.at(story.CHOSEN_ON, "15:20")):
        services.choose_pace(by=bench.lead, cycle=cycle, pace=story.PACE, words=story.WORDS)
        services.name_keeper(by=bench.lead, cycle=cycle, place=place.pk)
