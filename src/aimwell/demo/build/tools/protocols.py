"""A talk of Room 12 by a protocol, kept with its meeting."""

from __future__ import annotations

from aimwell.contexts.meetings.models import Meeting
from aimwell.contexts.meetings.protocols import services
from aimwell.contexts.people.models import Membership, User
from aimwell.contexts.people.queries import members_of
from aimwell.demo.build.cycles import Bench
from aimwell.demo.clock import as_if
from aimwell.demo.worlds import room12_protocols as story
from aimwell.domain.rhythm.protocols import BY_KEY


def build(team: str, bench: Bench) -> None:
    if team != "room12":
        return
    owner = bench.inquiry.owner_team
    meeting = Meeting.objects.filter(owner_team=owner, on=bench.calendar.day(story.ON)).order_by("pk").first()
    with as_if(bench.calendar.at(story.ON, story.BEGAN)):
        run = services.start_run(
            by=bench.person(story.LEADER), team=owner, source=BY_KEY[story.PROTOCOL], lang="en", meeting=meeting,
            leader=_place(bench, story.LEADER), note_taker=_place(bench, story.NOTES),
            timekeeper=_place(bench, story.TIME),
        )  # fmt: skip
    with as_if(bench.calendar.at(story.ON, story.ENDED)):
        for step, said in zip(run.steps.all(), story.SAID, strict=True):
            services.write(by=bench.person(story.NOTES), step=step, version=None, said=said)
            services.go_to(by=bench.person(story.LEADER), run=run, step=step)
        services.finish(by=bench.person(story.LEADER), run=run)


def _place(bench: Bench, key: str) -> Membership | None:
    user: User = bench.person(key)
    return members_of(bench.inquiry.owner_team).filter(user=user).first()
