"""Put work aside for the worker, run it, stop it, and pick up what a dead worker left."""

from __future__ import annotations

import contextlib
import datetime
import logging
from functools import partial
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.utils import timezone

from aimwell.core.jobs.models import FINISHED, Job, JobState
from aimwell.core.jobs.registry import kind_named, looks
from aimwell.core.jobs.running import LeaseLost, RunningJob, Stopped, lease_end
from aimwell.domain.errors import DomainError, NotAllowed

logger = logging.getLogger(__name__)

RETRY_SECONDS = 10
SWEEP_BATCH = 200


def enqueue(*, by: Any, kind: str, args: dict[str, Any], key: str | None = None, scope_id: int | None = None) -> Job:
    """Store a job in the caller's transaction; a worker is woken when that commits.

    `by` is the person who asked, or None for the product itself. The same `key` again gives the first job back.
    Raises LookupError for an unknown kind, NotAllowed for somebody else's key.
    """
    known = kind_named(kind)
    who = getattr(by, "pk", None)
    if key is not None and (twin := Job.objects.filter(idempotency_key=key).first()):
        return _same(twin, kind=kind, who=who)
    fields = {"kind": kind, "args": args, "scope_id": scope_id, "requested_by": who, "idempotency_key": key}
    try:
        with transaction.atomic():
            job = Job.objects.create(max_attempts=known.max_attempts, **fields)
    except IntegrityError:
        if key is None:
            raise
        return _same(Job.objects.get(idempotency_key=key), kind=kind, who=who)
    _wake_on_commit(job.pk)
    return job


def _same(twin: Job, *, kind: str, who: int | None) -> Job:
    if (twin.kind, twin.requested_by) != (kind, who):
        raise NotAllowed
    return twin


def _wake_on_commit(job_id: int) -> None:
    """A wake-up that is lost costs a minute, not the job: the sweep finds every waiting row."""
    from aimwell.core.jobs.tasks import wake

    transaction.on_commit(partial(wake, job_id), robust=True)


def cancel(*, by: Any, job: Job) -> Job:
    """Stop a job: at once while it waits, at its next step while it runs. A finished job stays as it is.

    Raises NotAllowed unless `by` asked for it.
    """
    if by is None or job.requested_by != by.pk:
        raise NotAllowed
    waiting = Job.objects.filter(pk=job.pk, state=JobState.QUEUED)
    if not waiting.update(state=JobState.CANCELLED, cancel_asked=True, finished_at=timezone.now()):
        Job.objects.filter(pk=job.pk, state=JobState.RUNNING).update(cancel_asked=True)
    job.refresh_from_db()
    return job


def claim(job_id: int) -> Job | None:
    """Take the job for this worker, by one conditional UPDATE; None when somebody else has it or it is finished."""
    now = timezone.now()
    free = Q(state=JobState.QUEUED, ready_at__lte=now) | Q(state=JobState.RUNNING, lease_until__lt=now)
    with transaction.atomic():
        taken = Job.objects.filter(free, pk=job_id, cancel_asked=False, attempts__lt=F("max_attempts")).update(
            state=JobState.RUNNING, attempts=F("attempts") + 1, lease_until=lease_end(), started_at=now, done=0
        )
        return Job.objects.get(pk=job_id) if taken else None


def run(job_id: int) -> Job | None:
    """Do one job, unless it is taken or finished. Safe to call any number of times."""
    job = claim(job_id)
    if job is None:
        return None
    running = RunningJob(job)
    try:
        _run_claimed(running, max_attempts=job.max_attempts)
    except LeaseLost:
        logger.warning("job %s was taken over by another worker", job_id)
    job.refresh_from_db()
    return job


def _run_claimed(running: RunningJob, *, max_attempts: int) -> None:
    try:
        result = kind_named(running.kind).handler(running)
    except Stopped:
        running.finish(JobState.CANCELLED)
    except LeaseLost:
        raise
    except DomainError as refusal:
        _refuse(running, refusal)
    except Exception:
        logger.exception("job %s (%s), attempt %s", running.id, running.kind, running.attempt)
        _try_again(running, max_attempts=max_attempts)
    else:
        running.finish(JobState.SUCCEEDED, result=result)


def _refuse(running: RunningJob, refusal: DomainError) -> None:
    running.finish(JobState.REFUSED, error_code=refusal.code, error_data=_plain(refusal.data))


def _plain(data: dict[str, Any]) -> dict[str, Any]:
    keep = (str, int, float, bool, type(None))
    return {name: value if isinstance(value, keep) else str(value) for name, value in data.items()}


def _try_again(running: RunningJob, *, max_attempts: int) -> None:
    """Wait a while, longer each time; after the last attempt say so in public words."""
    if running.attempt >= max_attempts:
        _refuse(running, DomainError("job_gave_up", attempts=max_attempts))
        return
    pause = datetime.timedelta(seconds=RETRY_SECONDS * 2 ** (running.attempt - 1))
    running.finish(JobState.QUEUED, ready_at=timezone.now() + pause, finished_at=None)


def sweep() -> int:
    """Settle what dead workers left and wake a worker for everything that waits. Returns how many it woke."""
    _look_around()
    now = timezone.now()
    stale = Job.objects.filter(state=JobState.RUNNING, lease_until__lt=now)
    stale.filter(cancel_asked=True).update(state=JobState.CANCELLED, lease_until=None, finished_at=now)
    for job in stale.filter(attempts__gte=F("max_attempts")):
        with contextlib.suppress(LeaseLost):
            _refuse(RunningJob(job), DomainError("job_gave_up", attempts=job.max_attempts))
    requeued = stale.update(state=JobState.QUEUED, lease_until=None)
    if requeued:
        logger.warning("%s jobs were left by a worker that stopped; they start again", requeued)
    waiting = Job.objects.filter(state=JobState.QUEUED, ready_at__lte=now).order_by("ready_at", "id")
    ids = list(waiting.values_list("pk", flat=True)[:SWEEP_BATCH])
    for job_id in ids:
        _wake_on_commit(job_id)
    return len(ids)


def _look_around() -> None:
    """Whatever has a time of its own puts its jobs aside. One that breaks keeps nobody else waiting."""
    for look in looks():
        try:
            look()
        except Exception:
            logger.exception("%s could not look whether a time has come", look.__qualname__)


def forget_finished(*, before: datetime.datetime) -> int:
    """Delete the rows of finished jobs. What the jobs did stays, and so does its history."""
    deleted, _ = Job.objects.filter(state__in=FINISHED, finished_at__lt=before).delete()
    return deleted
