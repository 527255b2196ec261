import datetime

import pytest
import time_machine
from django.db import DatabaseError, connection

from aimwell.core.jobs.queries import find_job, jobs_of
from aimwell.core.jobs.services import enqueue
from aimwell.domain.errors import NotFound


def nothing(job):
    return {}


def test_a_job_is_found_by_who_asked_and_by_who_shares_its_scope(ana, stranger, kind):
    job = enqueue(by=ana, kind=kind(nothing), args={}, scope_id=7)
    assert find_job(ana, job.pk) == job
    assert find_job(stranger, job.pk, scopes=[7]) == job


@pytest.mark.parametrize("scopes", [[], [8]])
def test_a_job_of_others_is_as_absent_as_no_job(ana, stranger, kind, scopes):
    job = enqueue(by=ana, kind=kind(nothing), args={}, scope_id=7)
    with pytest.raises(NotFound):
        find_job(stranger, job.pk, scopes=scopes)
    with pytest.raises(NotFound):
        find_job(ana, job.pk + 1)
    assert list(jobs_of(stranger)) == []


def test_jobs_of_nobody_belong_to_nobody(stranger, kind):
    job = enqueue(by=None, kind=kind(nothing), args={})
    with pytest.raises(NotFound):
        find_job(stranger, job.pk)


def test_healthz_answers_without_signing_in(client, db):
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json() == {"ok": True, "database": "up", "queued": 0, "oldest_queued_seconds": 0}


def test_healthz_says_how_long_the_oldest_job_waits(client, ana, kind):
    with time_machine.travel(datetime.datetime(2026, 11, 9, 8, 0, tzinfo=datetime.UTC), tick=False) as clock:
        enqueue(by=ana, kind=kind(nothing), args={})
        clock.shift(90)
        assert client.get("/healthz").json() == {
            "ok": True,
            "database": "up",
            "queued": 1,
            "oldest_queued_seconds": 90,
        }


def test_healthz_says_when_the_database_is_away(client, db, monkeypatch):
    def away():
        raise DatabaseError("password=secret")

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(connection, "ensure_connection", away)
        answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json() == {"ok": False, "database": "down", "queued": None, "oldest_queued_seconds": None}


def test_healthz_is_read_only(client, db):
    assert client.post("/healthz").status_code == 405
