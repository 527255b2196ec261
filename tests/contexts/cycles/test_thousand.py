"""A thousand cycles of one team: pages stay as light as with ten (queries and rows)."""

import datetime
import itertools

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from aimwell.contexts.cycles.models import Cycle, CycleState
from aimwell.contexts.cycles.queries import one_shot_of
from aimwell.contexts.cycles.queries.threads import STEPS, THREADS, ramp_whole
from aimwell.contexts.reports.queries.team import team_view
from aimwell.domain.pdsa.next_step import StepKind

MANY = 1000


def text(response):
    return " ".join(response.content.decode().split())


def asked(client, address):
    """How many queries a page takes, and what it shows."""
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address)
    assert answer.status_code == 200
    return len(queries), text(answer)


def at(cycle):
    return reverse("cycles:cycle", args=[cycle.pk])


@pytest.fixture
def thousand(ana, inquiry):
    """`thousand(chained=True)`: finished cycles made at once, each following the one before or none."""

    def make(*, chained):
        now = timezone.now()
        first = Cycle.objects.count()
        made = Cycle.objects.bulk_create(
            Cycle(
                owner_team=inquiry.owner_team, inquiry=inquiry, number=first + n + 1, created_by=ana,
                try_what=f"Try {n}", kind="at_least", low=12, out_of=24, state=CycleState.DONE, locked_at=now,
                done_at=now, result=13, result_out_of=24, learned="More began", decision="repeat",
                decision_reason="Once more",
            )
            for n in range(MANY)
        )  # fmt: skip
        if chained:
            for before, cycle in itertools.pairwise(made):
                cycle.predecessor = before
            Cycle.objects.bulk_update(made[1:], ["predecessor"], batch_size=200)
        return made

    return make


@pytest.mark.ac("S1 R-33")
def test_the_list_shows_a_page_of_threads(client, ana, inquiry, finished, thousand):
    finished(decision="adopt")
    client.force_login(ana)
    address = reverse("cycles:list", args=[inquiry.owner_team_id])
    few, _shown = asked(client, address)
    thousand(chained=False)
    many, shown = asked(client, address)
    assert many == few
    assert shown.count('class="thread-name"') == THREADS
    assert "Try 999" in shown
    assert "Page 1 of 101" in shown
    last = text(client.get(address, {"page": "100"}))
    assert "Try 0<" in last
    assert "Older threads" not in text(client.get(address, {"page": "101"}))
    assert client.get(address, {"page": "x9"}).status_code == 200


@pytest.mark.ac("S1 R-33")
def test_a_thread_of_a_thousand_shows_a_part_on_every_page(client, ana, inquiry, finished, thousand):
    first = finished(decision="adapt")
    client.force_login(ana)
    listed, ramped = reverse("cycles:list", args=[inquiry.owner_team_id]), reverse("cycles:ramp", args=[inquiry.pk])
    few = [asked(client, address)[0] for address in (listed, ramped, at(first.cycle))]
    first.successor.delete(), first.cycle.delete()
    made = thousand(chained=True)
    many = [asked(client, address) for address in (listed, ramped, at(made[500]))]
    assert [count for count, _shown in many] == few
    (_, in_list), (_, in_ramp), (_, on_page) = many
    assert (in_list.count('class="thread-name"'), "Here are the newest 12." in in_list) == (STEPS, True)
    assert in_ramp.count('class="thread-name"') == STEPS
    assert "before=12" in in_ramp
    oldest = text(client.get(ramped, {"thread": made[0].pk, "before": "996"}))
    assert "Try 0<" in oldest
    assert "Earlier cycles" not in oldest
    assert [f"Try {n}<" in on_page for n in (496, 497, 500, 503, 504)] == [False, True, True, True, False]
    [whole] = ramp_whole(ana, inquiry)
    assert len(whole.steps) == MANY


@pytest.mark.ac("S0 R-14")
def test_one_finished_cycle_without_a_next_one_is_told_after_two_months(page, ana, inquiry, finished):
    done = finished(decision="adopt").cycle
    address = reverse("cycles:ramp", args=[inquiry.pk])
    assert "What would you like to know next?" not in text(page(ana, address))
    Cycle.objects.filter(pk=done.pk).update(done_at=timezone.now() - datetime.timedelta(days=61))
    shown = text(page(ana, address))
    assert "What would you like to know next?" in shown
    assert "What would you like to know next?" in text(page(ana, reverse("cycles:list", args=[inquiry.owner_team_id])))
    assert one_shot_of(ana, inquiry.owner_team) == done
    asked = team_view(ana, inquiry.owner_team, lang="en").steps[-1]
    assert (asked.kind, asked.cycle.id) == (StepKind.TEST_AGAIN, done.pk)
    Cycle.objects.filter(pk=done.pk).update(decision="abandon")
    assert one_shot_of(ana, inquiry.owner_team) is None
    assert "What would you like to know next?" not in text(page(ana, address))
