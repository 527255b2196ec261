"""The share-out of Room 12, with two questions that were said aloud; one still waits."""

from __future__ import annotations

from aimwell.contexts.cycles.models import Cycle, CycleState
from aimwell.contexts.meetings.shareout import services
from aimwell.demo.build.cycles import Bench
from aimwell.demo.clock import as_if
from aimwell.demo.worlds import room12_shareout as story


def build(team: str, bench: Bench) -> None:
    if team != "room12":
        return
    cycle = Cycle.objects.filter(inquiry=bench.inquiry, state=CycleState.DONE).order_by("-number").first()
    if cycle is None:
        return
    with as_if(bench.calendar.at(story.TOLD_ON, "16:10")):
        services.say_question(by=bench.lead, cycle=cycle, question=story.QUESTION)
        for text, role, answer in story.ASKED:
            row = services.ask(by=bench.lead, cycle=cycle, text=text, role=role)
            if answer:
                services.answer(by=bench.lead, question=row, answer=answer, version=row.version)
