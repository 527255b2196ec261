"""A team in the middle of its school year, on Tuesday, February 9, 2027, with a rhythm and work that is open."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import time_machine

from aimwell.contexts.cycles import services as cycles
from aimwell.contexts.meetings import services
from aimwell.contexts.meetings.models import Meeting, Rhythm
from aimwell.contexts.theory.services import start_inquiry

TODAY = dt.date(2027, 2, 9)
THURSDAY = 3
BEAT = {"starts_on": TODAY, "ends_on": dt.date(2027, 3, 12), "weekday": THURSDAY, "at": dt.time(12, 20)}
"""Meetings on February 11, 18 and 25, March 4 and 11."""


@pytest.fixture(autouse=True)
def _tuesday() -> Iterator[None]:
    with time_machine.travel(dt.datetime(2027, 2, 9, 15, 0, tzinfo=dt.UTC), tick=True):
        yield


@pytest.fixture
def rhythm(ana: Any, team: Any) -> Rhythm:
    return services.make_rhythm(by=ana, team=team, place="Room 12", **BEAT)


@pytest.fixture
def planned(ana: Any, team: Any) -> Callable[..., Meeting]:
    """`planned(on=...)`: a huddle of fifteen minutes, on Thursday unless another day is given."""

    def make(**changes: Any) -> Meeting:
        facts = {"kind": "huddle", "on": dt.date(2027, 2, 11), "at": dt.time(12, 20), **changes}
        return services.add_meeting(by=ana, team=team, **facts)

    return make


@pytest.fixture
def cycle(ana: Any, team: Any) -> Any:
    """A cycle in Study."""
    inquiry = start_inquiry(by=ana, team=team, problem="Few students explain their thinking", for_whom="grade 5")
    plan = {"kind": "at_least", "low": 12, "out_of": 24, "unit_name": "students", "look_on": TODAY}
    draft = cycles.draft_cycle(by=ana, inquiry=inquiry, try_what="Starters on desk cards", **plan)
    return cycles.begin_study(by=ana, cycle=cycles.start_do(by=ana, cycle=draft))
