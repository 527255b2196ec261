"""A job as its handler sees it."""

from __future__ import annotations

import datetime
from typing import Any

from django.conf import settings
from django.utils import timezone

from aimwell.core.jobs.models import Job, JobState


class Stopped(Exception):
    """Somebody asked for the job to stop; raised by `progress`, caught by the worker."""


class LeaseLost(Exception):
    """Another worker has taken the job over, so this one must not finish it."""


class RunningJob:
    """`id`, `args`, `scope_id`, `requested_by` and `attempt` (1 for the first), and `progress`."""

    def __init__(self, job: Job) -> None:
        self.id: int = job.pk
        self.kind = job.kind
        self.args: dict[str, Any] = job.args
        self.scope_id = job.scope_id
        self.requested_by = job.requested_by
        self.attempt = job.attempts

    def progress(self, done: int, total: int | None = None) -> None:
        """Say how far the work is, and keep the lease. Raises Stopped, LeaseLost.

        Call it at least every few seconds. Called last inside the transaction that stores the effect, it ties
        both together: when the lease is gone, the effect is rolled back.
        """
        changes: dict[str, Any] = {"done": done, "lease_until": lease_end()}
        if total is not None:
            changes["total"] = total
        if not self._mine().update(**changes):
            raise LeaseLost
        if self._mine().filter(cancel_asked=True).exists():
            raise Stopped

    def finish(self, state: JobState, **changes: Any) -> None:
        """Leave the running state. Raises LeaseLost."""
        changes.setdefault("finished_at", timezone.now())
        if not self._mine().update(state=state, lease_until=None, **changes):
            raise LeaseLost

    def _mine(self) -> Any:
        return Job.objects.filter(pk=self.id, state=JobState.RUNNING, attempts=self.attempt)


def lease_end() -> datetime.datetime:
    return timezone.now() + datetime.timedelta(seconds=settings.JOB_LEASE_SECONDS)
