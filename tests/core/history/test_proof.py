"""Somebody with the keys of the database tampers with the history, in each way there is; the walk names the place."""

import json
import threading

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, connections, transaction

from aimwell.core.history.chain import START, link
from aimwell.core.history.models import ChainHead, Event
from aimwell.core.history.proof import Breach, Broken, proofs
from aimwell.core.history.services import record

pytestmark = pytest.mark.django_db
GUARDS = {"history_stays_as_written": "history_event", "history_stays_there": "history_event"}


@pytest.fixture
def tamper(write):
    """Statements past the guards: `tamper("UPDATE ...")`."""

    def act(*statements):
        with connection.cursor() as cursor:
            for name, table in GUARDS.items():
                on = f" ON {table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")
            for statement in statements:
                cursor.execute(statement)

    return act


def broken(chain="team:1", witness=None):
    [proof] = proofs(chain=chain, witness=witness)
    return proof.broken


def shift(start, by):
    """Statements that move all events from `start` on, past the rule that a place is taken once."""
    return [
        f"UPDATE history_event SET number = number + 1000 WHERE number >= {start} AND chain = 'team:1'",
        f"UPDATE history_event SET number = number - 1000 + {by} WHERE number >= 1000 AND chain = 'team:1'",
    ]


def copy_of(event, number, *, prev_hash, reason="slipped in"):
    """A row made by somebody who knows how the hash is made."""
    fake = Event.objects.get(pk=event.pk)
    fake.pk, fake.number, fake.prev_hash, fake.reason = None, number, prev_hash, reason
    fake.hash = link(fake, prev_hash)
    fake.save(force_insert=True)
    return fake


def test_a_whole_history_holds(write):
    write(5)
    write(3, scope_id=2)
    assert [(proof.chain, proof.events, proof.broken) for proof in proofs()] == [
        ("team:1", 5, None),
        ("team:2", 3, None),
    ]


@pytest.mark.parametrize(
    "change",
    ["reason = 'other'", "actor_name = 'Sam'", "target_id = 9", "org_id = 9", "at = '2020-01-01 00:00:00'",
     "prev_hash = 'x'", "hash = 'x'", "verb = 'joined'"],
)  # fmt: skip
def test_a_changed_event_is_named(write, tamper, change):
    events = write(5)
    tamper(f"UPDATE history_event SET {change} WHERE id = {events[2].pk}")
    assert broken() == Broken(Breach.CHANGED, 3, events[2].pk)


@pytest.mark.parametrize("place", [0, 2, 4])
def test_an_event_written_anew_with_a_hash_that_fits_is_named(write, tamper, place):
    events = write(5)
    event = Event.objects.get(pk=events[place].pk)
    event.reason = "other"
    tamper(f"UPDATE history_event SET reason = 'other', hash = '{link(event, event.prev_hash)}' WHERE id = {event.pk}")
    assert broken() == Broken(Breach.CHANGED, place + 1, event.pk)


@pytest.mark.parametrize("place", [0, 2, 4])
@pytest.mark.parametrize("closed", [False, True], ids=["gap", "gap closed"])
def test_a_missing_event_is_named(write, tamper, place, closed):
    events = write(5)
    tamper(f"DELETE FROM history_event WHERE id = {events[place].pk}", *(shift(place + 2, -1) if closed else []))
    assert broken() == Broken(Breach.MISSING, place + 1, None)


def test_all_events_missing(write, tamper):
    write(2)
    tamper("DELETE FROM history_event")
    assert broken() == Broken(Breach.MISSING, 1, None)


def test_two_events_that_changed_places_are_named(write, tamper):
    events = write(5)
    tamper(
        f"UPDATE history_event SET number = 1000 WHERE id = {events[1].pk}",
        f"UPDATE history_event SET number = 2 WHERE id = {events[2].pk}",
        f"UPDATE history_event SET number = 3 WHERE id = {events[1].pk}",
    )
    assert broken() == Broken(Breach.REORDERED, 2, events[2].pk)


def test_an_event_on_a_place_further_on_is_named(write, tamper):
    events = write(3)
    tamper(f"UPDATE history_event SET number = 9 WHERE id = {events[2].pk}", "UPDATE history_chainhead SET number = 9")
    assert broken() == Broken(Breach.REORDERED, 9, events[2].pk)


@pytest.mark.parametrize("known", [True, False], ids=["tied to the one before", "tied to nothing"])
def test_an_event_slipped_in_between_is_named(write, tamper, known):
    events = write(5)
    tamper(*shift(3, 1))
    fake = copy_of(events[0], 3, prev_hash=events[1].hash if known else "f" * 64)
    assert broken() == Broken(Breach.INSERTED, 3, fake.pk)


def test_an_event_slipped_in_with_a_hash_that_does_not_fit_is_named(write, tamper):
    events = write(3)
    tamper(*shift(2, 1))
    fake = copy_of(events[0], 2, prev_hash=events[0].hash)
    tamper(f"UPDATE history_event SET hash = 'x' WHERE id = {fake.pk}")
    assert broken() == Broken(Breach.INSERTED, 2, fake.pk)


def test_an_event_put_behind_the_end_is_named(write, tamper):
    events = write(2)
    fake = copy_of(events[0], 3, prev_hash=events[1].hash)
    assert broken() == Broken(Breach.INSERTED, 3, fake.pk)


def test_events_of_a_chain_without_a_head_are_named(write, tamper):
    events = write(2)
    head = "history_heads_stay" + (" ON history_chainhead" if connection.vendor == "postgresql" else "")
    tamper(f"DROP TRIGGER {head}", "DELETE FROM history_chainhead")
    assert [(proof.chain, proof.broken) for proof in proofs()] == [("team:1", Broken(Breach.INSERTED, 1, events[0].pk))]


def test_a_chain_written_anew_as_a_whole_is_told_by_its_witness(write, tamper):
    events = write(2)
    witness = {"team:1": (2, events[1].hash), "team:5": (1, "a" * 64)}
    assert [proof.broken for proof in proofs(chain="team:1", witness=witness)] == [None]
    last = Event.objects.get(pk=events[1].pk)
    last.reason = "other"
    anew = link(last, last.prev_hash)
    tamper(
        f"UPDATE history_event SET reason = 'other', hash = '{anew}' WHERE id = {last.pk}",
        f"UPDATE history_chainhead SET hash = '{anew}'",
    )
    assert broken() is None
    assert broken(witness=witness) == Broken(Breach.CHANGED, 2, last.pk)
    assert broken("team:5", witness) == Broken(Breach.MISSING, 1, None)


def test_the_command_names_what_is_wrong_and_ends_with_one(write, tamper, capsys, tmp_path):
    events = write(3)
    call_command("verify_history", "--json")
    kept = tmp_path / "kept.json"
    kept.write_text(capsys.readouterr().out)
    assert json.loads(kept.read_text()) == {
        "whole": True,
        "chains": [
            {"chain": "team:1", "events": 3, "number": 3, "hash": events[2].hash, "anchor_number": 0, "broken": None}
        ],
    }
    call_command("verify_history", "--against", str(kept))
    assert capsys.readouterr().out == "3 events in 1 chains checked; 0 chains do not hold.\n"
    tamper(f"UPDATE history_event SET reason = 'other' WHERE id = {events[1].pk}")
    with pytest.raises(SystemExit) as end:
        call_command("verify_history", "--scope", "1")
    assert (end.value.code, capsys.readouterr().out.splitlines()[0]) == (
        1, f"team:1: event 2 (row {events[1].pk}) is not as it was written.",
    )  # fmt: skip
    call_command("verify_history", "--org", "1")
    with pytest.raises(CommandError, match="no earlier answer"):
        call_command("verify_history", "--against", str(tmp_path / "nothing.json"))


def test_no_statement_takes_an_event_or_a_head_away(write):
    write(1)
    for statement in (
        "UPDATE history_event SET reason = 'x'",
        "DELETE FROM history_event",
        "DELETE FROM history_chainhead",
    ):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    assert (Event.objects.count(), ChainHead.objects.count()) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_writers_at_the_same_moment_make_one_chain(ana):
    def work():
        for _ in range(8):
            record(by=None, verb="changed", target=ana, scope_id=1)
        connections.close_all()

    writers = [threading.Thread(target=work) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [(proof.chain, proof.events, proof.broken) for proof in proofs()] == [("team:1", 32, None)]
    assert Event.objects.get(number=1).prev_hash == START
