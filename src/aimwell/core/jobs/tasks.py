"""The queue. It carries job numbers and nothing else; what to do stands in the Job row."""

from __future__ import annotations

import functools
from typing import Any

from django.conf import settings
from django.db import close_old_connections
from huey import Huey, PostgresHuey, SqliteHuey

from aimwell.core.jobs import services
from aimwell.core.jobs.serializer import SignedJson


def make_queue(url: str) -> Huey:
    """A queue in an SQLite file (`sqlite:<path>`) or in PostgreSQL (`postgres://...`)."""
    # The tables are made at first use: naming the queue must not need a database.
    options: dict[str, Any] = {"results": False, "create_tables": False, "serializer": SignedJson(settings.SECRET_KEY)}
    if url.startswith("postgres"):
        return PostgresHuey("aimwell", dsn=url, **options)
    return SqliteHuey("aimwell", filename=url.removeprefix("sqlite:"), **options)


huey = make_queue(settings.HUEY_URL)


@functools.cache
def open_queue() -> Huey:
    huey.storage.initialize_schema()
    return huey


def _run(job_id: int) -> None:
    with_fresh_connections(functools.partial(services.run, job_id))


def _sweep() -> None:
    with_fresh_connections(services.sweep)


def with_fresh_connections(work: Any) -> None:
    """As a request does: drop database connections that broke or grew old, before and after."""
    close_old_connections()
    try:
        work()
    finally:
        close_old_connections()


run_job = huey.task(name="run_job")(_run)
# Always due: how often the scheduler asks is the worker's business (see worker.py).
sweep = huey.periodic_task(lambda now: True, name="sweep")(_sweep)


def wake(job_id: int) -> None:
    """Tell a worker that this job waits."""
    open_queue()
    run_job(job_id)
