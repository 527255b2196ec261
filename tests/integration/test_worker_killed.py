"""A worker that dies in the middle of a job: the job is finished by another, once."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import connection

from aimwell.core.history.models import Event
from aimwell.core.jobs import registry
from aimwell.core.jobs.models import Job, JobState
from aimwell.core.jobs.services import enqueue
from aimwell.core.jobs.tasks import make_queue, run_job

STEPS = [f"step {number}" for number in range(1, 7)]
WORKER = Path(__file__).parent / "workers" / "step_worker.py"


def database_url() -> str:
    at = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:{at['NAME']}"
    return f"postgres://{at['USER']}:{at['PASSWORD']}@{at['HOST']}:{at['PORT']}/{at['NAME']}"


def queue_url(tmp_path: Path) -> str:
    return f"sqlite:{tmp_path / 'queue.sqlite3'}" if connection.vendor == "sqlite" else database_url()


@pytest.fixture
def start_worker(transactional_db: None, tmp_path: Path) -> Iterator[Callable[[], subprocess.Popen[bytes]]]:
    env = os.environ | {
        "DJANGO_SETTINGS_MODULE": "aimwell.config.settings",
        "AIMWELL_DATABASE": database_url(),
        "AIMWELL_QUEUE": queue_url(tmp_path),
        "AIMWELL_JOB_LEASE_SECONDS": "2",
        "AIMWELL_JOB_SWEEP_SECONDS": "1",
    }
    started = []

    def start() -> subprocess.Popen[bytes]:
        started.append(subprocess.Popen([sys.executable, str(WORKER)], env=env))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()


@pytest.fixture
def slow_job(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Job:
    monkeypatch.setattr(registry, "_kinds", {})
    registry.job(kind="tests.steps")(lambda running: {})  # what it does, only the worker process knows
    return enqueue(by=None, kind="tests.steps", args={})


def until(condition: Callable[[], bool], *, seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.05)


def test_killed_in_the_middle_the_job_is_finished_once_by_another_worker(start_worker, slow_job, tmp_path):
    first = start_worker()
    until(lambda: Event.objects.count() >= 3)
    first.send_signal(signal.SIGKILL)
    first.wait()
    slow_job.refresh_from_db()
    assert (slow_job.state, slow_job.attempts) == (JobState.RUNNING, 1)
    assert Event.objects.count() < 6

    second = start_worker()
    deliver_twice_more(slow_job, tmp_path)
    until(lambda: Job.objects.get().is_finished)

    slow_job.refresh_from_db()
    assert (slow_job.state, slow_job.attempts) == (JobState.SUCCEEDED, 2)
    assert slow_job.result == {"steps": 6, "attempt": 2}
    assert sorted(Event.objects.values_list("verb", flat=True)) == STEPS
    second.send_signal(signal.SIGINT)
    assert second.wait(timeout=15) == 0


def deliver_twice_more(job: Job, tmp_path: Path) -> None:
    queue = make_queue(queue_url(tmp_path))
    queue.storage.initialize_schema()
    for _ in range(2):
        message = run_job.s(job.pk)
        queue.storage.enqueue(run_job.huey.serialize_task(message))
    queue.storage.close()
