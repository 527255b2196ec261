"""The worker process: threads that do jobs, and a sweep at a steady pace."""

from __future__ import annotations

from django.conf import settings
from huey.consumer import Consumer, Scheduler

from aimwell.core.jobs.tasks import open_queue


class Sweeper(Scheduler):  # type: ignore[misc]
    """Huey asks for periodic tasks once a minute; our pace is a setting."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.periodic_task_seconds = settings.JOB_SWEEP_SECONDS


class JobConsumer(Consumer):  # type: ignore[misc]
    scheduler_class = Sweeper


def run_worker(*, threads: int) -> None:
    """Do jobs until SIGINT or SIGTERM. SIGINT lets running jobs end; what SIGTERM cuts off starts again later."""
    JobConsumer(open_queue(), workers=threads, max_delay=1.0, backoff=1.15).run()
