"""The team's home asks the database as often with a thousand cycles as with two, and shows no more of them."""

import itertools

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.services import draft_cycle, start_do
from aimwell.contexts.theory.services import start_inquiry

MANY = 1000
PREDICTED = {"kind": "at_least", "low": 12, "out_of": 24}


@pytest.fixture
def inquiry(ana, team):
    """One cycle is done, and one that follows it is in Do."""
    made = start_inquiry(by=ana, team=team, problem="Few students explain their thinking")
    done = stored(ana, made, [1])[0]
    plan = {"look_on": timezone.localdate() + timezone.timedelta(days=7), "why_follows": "Begun", **PREDICTED}
    after = draft_cycle(by=ana, inquiry=made, predecessor=done, try_what="Now", **plan)
    start_do(by=ana, cycle=after)
    return made


def stored(ana, inquiry, numbers):
    now = timezone.now()
    done = {"state": "done", "locked_at": now, "done_at": now, "result": 13, "result_out_of": 24, "learned": "Begun"}
    rows = [
        Cycle(
            owner_team=inquiry.owner_team, inquiry=inquiry, number=number, created_by=ana, try_what=f"Try {number}",
            decision="repeat", decision_reason="Once more", **PREDICTED, **done,
        )
        for number in numbers
    ]  # fmt: skip
    return Cycle.objects.bulk_create(rows)


def asked(page, ana, team):
    page(ana, f"/t/{team.pk}/")  # what is asked once is kept
    with CaptureQueriesContext(connection) as found:
        shown = page(ana, f"/t/{team.pk}/").content.decode()
    return len(found), shown


@pytest.mark.ac("S1 R-33")
def test_the_home_of_a_team_is_flat_at_a_thousand_cycles(page, ana, team, inquiry):
    few, before = asked(page, ana, team)
    made = stored(ana, inquiry, range(3, MANY + 1))
    for one, after in itertools.pairwise(made):
        after.predecessor = one
    Cycle.objects.bulk_update(made[1:], ["predecessor"], batch_size=200)
    many, shown = asked(page, ana, team)
    assert Cycle.objects.count() == MANY
    assert many == few
    assert "Now" in shown
    assert len(shown) < len(before) + 2_000
