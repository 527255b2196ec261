"""A team of three with a cycle in Study and a huddle of four parts. All made by the product's own services."""

import datetime

import pytest
from django.utils import timezone

from aimwell.contexts.cycles import services as cycles
from aimwell.contexts.meetings import services as meetings
from aimwell.contexts.meetings.huddle import services
from aimwell.contexts.people.services import invite, join_team
from aimwell.contexts.theory.models import PartKind
from aimwell.contexts.theory.services import add_part, go_on_unchecked, start_inquiry


@pytest.fixture
def leticia(person, ana, team):
    user = person("Leticia Gómez")
    join_team(by=user, token=invite(by=ana, team=team).token)
    return user


@pytest.fixture
def studying(ana, team):
    """Cycle 1, which predicted 12 of 24 and is in Study."""
    inquiry = start_inquiry(by=ana, team=team, problem="Few students explain their thinking")
    go_on_unchecked(by=ana, inquiry=inquiry, reason="We see it every day")
    idea = add_part(by=ana, inquiry=inquiry, kind=PartKind.IDEA, text="Starters on desk cards")
    draft = cycles.draft_cycle(
        by=ana, inquiry=inquiry, try_what="Starters on desk cards", look_on=timezone.localdate(), who_where="Room 12",
        kind="at_least", low=12, out_of=24, unit_name="students give a reason", idea=idea,
    )  # fmt: skip
    doing = cycles.start_do(by=ana, cycle=draft)
    cycles.add_entry(by=ana, cycle=doing, kind="count", count=8, out_of=24, place="Room 12")
    cycles.add_entry(by=ana, cycle=doing, kind="surprise", text="Two argued in Spanish first")
    return cycles.begin_study(by=ana, cycle=doing)


@pytest.fixture
def meeting(ana, team, studying):
    return meetings.add_meeting(
        by=ana, team=team, kind="huddle", on=timezone.localdate(), at=datetime.time(12, 20), minutes=15
    )


@pytest.fixture
def running(ana, meeting):
    """The clock runs; the first part is what surprised us."""
    services.begin(by=ana, meeting=meeting)
    meeting.refresh_from_db()
    return meeting


@pytest.fixture
def silence(running):
    return running.silences.get()


@pytest.fixture
def part(running):
    """`part("decide")`: the item of the agenda with that purpose."""
    return lambda purpose: running.items.get(purpose=purpose)
