"""A team on Tuesday, February 9, 2027, at 10:00 in New York, and people who want to hear of it."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from aimwell.contexts.cycles import services as cycles
from aimwell.contexts.meetings import services as meetings
from aimwell.contexts.reports.digest import services
from aimwell.contexts.reports.digest.models import DigestChoice
from aimwell.contexts.theory.services import start_inquiry

TODAY = dt.date(2027, 2, 9)
NOW = dt.datetime(2027, 2, 9, 15, 0, tzinfo=dt.UTC)
SITE = "https://aimwell.example.org/"
PREDICTS = {"kind": "at_least", "low": 12, "out_of": 24, "unit_name": "students"}


@pytest.fixture(autouse=True)
def clock() -> Iterator[Any]:
    """`clock.move_to(...)` goes to another moment."""
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def chosen() -> Callable[..., DigestChoice]:
    """`chosen(ana, pace="daily")`: a person who asked for a digest; weekly on Wednesday at 7:00, unless said."""

    def make(person: Any, **changes: Any) -> DigestChoice:
        facts = {"pace": "weekly", "weekday": 2, "address": SITE, **changes}
        return services.choose(by=person, **facts)

    return make


@pytest.fixture
def inquiry(ana: Any, team: Any) -> Any:
    return start_inquiry(by=ana, team=team, problem="Few students explain their thinking")


@pytest.fixture
def huddle(ana: Any, team: Any) -> Any:
    """On Thursday."""
    return meetings.add_meeting(by=ana, team=team, kind="huddle", on=dt.date(2027, 2, 11), at=dt.time(12, 20))


@pytest.fixture
def in_do(inquiry: Any) -> Callable[..., Any]:
    """A cycle in Do: `in_do(ana, "Cards", look_on=...)`."""

    def make(by: Any, try_what: str, look_on: dt.date, **more: Any) -> Any:
        draft = cycles.draft_cycle(by=by, inquiry=inquiry, try_what=try_what, look_on=look_on, **PREDICTS, **more)
        return cycles.start_do(by=by, cycle=draft)

    return make


@pytest.fixture
def go(run_jobs: Any) -> Callable[[], int]:
    """What the worker does at one sweep."""

    def sweep_and_run() -> int:
        services.put_aside_due(now=timezone.now())
        return int(run_jobs())

    return sweep_and_run
