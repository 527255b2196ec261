"""A history that was written before there were chains is tied into them, and is guarded again afterwards."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from aimwell.core.history.models import ChainHead, Event
from aimwell.core.history.proof import proofs

BEFORE, NOW = ("history", "0002_rows_stay_as_they_are"), ("history", "0004_fill_and_guard")


def go(target):
    MigrationExecutor(connection).migrate([target])


@pytest.mark.django_db(transaction=True)
def test_events_from_before_are_tied_into_chains(write):
    write(3)
    write(2, scope_id=None)
    try:
        go(BEFORE)
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("UPDATE history_event SET reason = 'x'")
    finally:
        go(NOW)
    assert [(proof.chain, proof.events, proof.broken) for proof in proofs()] == [("none", 2, None), ("team:1", 3, None)]
    write(1)
    assert [proof.broken for proof in proofs()] == [None, None]
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM history_event")
    assert (Event.objects.count(), ChainHead.objects.count()) == (6, 2)
