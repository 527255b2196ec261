"""Old events can go after their time; what stays can still be proved."""

import datetime

import pytest
from django.core.management import call_command

from aimwell.core.history.models import ChainHead, Event
from aimwell.core.history.proof import Breach, Broken, proofs
from aimwell.core.history.retention import drop_before, let_everything_go
from aimwell.demo.clock import as_if

pytestmark = pytest.mark.django_db
NOON = datetime.datetime(2026, 1, 1, 12, tzinfo=datetime.UTC)


def at(day):
    return as_if(NOON + datetime.timedelta(days=day))


def test_the_chain_is_proved_from_where_it_was_cut(write):
    for day in range(5):
        with at(day):
            [event] = write(1)
            write(1, scope_id=2)
    assert drop_before(NOON + datetime.timedelta(days=3)) == 6
    assert list(Event.objects.filter(scope_id=1).order_by("number").values_list("number", flat=True)) == [4, 5]
    assert [(proof.chain, proof.events, proof.anchor_number, proof.broken) for proof in proofs()] == [
        ("team:1", 2, 3, None), ("team:2", 2, 3, None),
    ]  # fmt: skip
    write(1)
    assert [proof.broken for proof in proofs(witness={"team:1": (2, "x"), "team:2": (3, "x")})] == [
        None, Broken(Breach.CHANGED, 3, None),
    ]  # fmt: skip
    assert event.number == 5


def test_an_old_event_behind_a_newer_one_stays(write):
    for day in (0, 5, 1):
        with at(day):
            write(1)
    assert drop_before(NOON + datetime.timedelta(days=3)) == 1
    assert drop_before(NOON + datetime.timedelta(days=3)) == 0


def test_everything_may_be_old(write):
    with at(0):
        write(2)
    assert drop_before(NOON + datetime.timedelta(days=9)) == 2
    [proof] = proofs()
    assert (proof.events, proof.anchor_number, proof.broken) == (0, 2, None)


def test_the_command_says_how_many(write, capsys):
    with at(0):
        write(2)
    write(1)
    call_command("drop_history", "--before", "2026-01-02")
    assert capsys.readouterr().out == "2 events dropped.\n"


def test_emptying_the_database_opens_the_guard(write):
    write(2)
    let_everything_go()
    Event.objects.all()._raw_delete(Event.objects.db)
    assert (Event.objects.count(), ChainHead.objects.get().anchor_number) == (0, 2)


@pytest.mark.django_db(transaction=True)
def test_flush_empties_the_history_too(write):
    write(2)
    call_command("flush", interactive=False, verbosity=0)
    assert (Event.objects.count(), ChainHead.objects.count()) == (0, 0)
