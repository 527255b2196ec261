from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import DatabaseError, connection
from django.db.models import Min, Q, QuerySet
from django.utils import timezone
from django.utils.translation import get_language

from aimwell.core.jobs.models import Job, JobState
from aimwell.domain.errors import DomainError, NotFound, sentence


def jobs_of(user: Any, *, scopes: Collection[int] = ()) -> QuerySet[Job]:
    """Jobs that `user` asked for, and those of `scopes`: the teams where the caller knows that the user belongs."""
    return Job.objects.filter(Q(requested_by=user.pk) | Q(scope_id__in=scopes))


def find_job(user: Any, job_id: int, *, scopes: Collection[int] = ()) -> Job:
    """Raises NotFound for a job that this user may not see, as for one that does not exist."""
    job = jobs_of(user, scopes=scopes).filter(pk=job_id).first()
    if job is None:
        raise NotFound
    return job


def error_words(job: Job) -> str:
    """Why the job was refused, in the reader's language; empty for any other job."""
    if not job.error_code:
        return ""
    return sentence(DomainError(job.error_code, **job.error_data), get_language() or "en")


def ready_ids() -> list[int]:
    """Jobs that could start now, oldest first."""
    ready = Job.objects.filter(state=JobState.QUEUED, ready_at__lte=timezone.now())
    return list(ready.order_by("ready_at", "id").values_list("pk", flat=True))


def health() -> dict[str, Any]:
    """`ok`, `database` ("up" or "down"), `queued` (jobs that could start now) and `oldest_queued_seconds`."""
    try:
        connection.ensure_connection()
        ready = Job.objects.filter(state=JobState.QUEUED, ready_at__lte=timezone.now())
        oldest = ready.aggregate(oldest=Min("ready_at"))["oldest"]
        queued = ready.count()
    except DatabaseError:
        return {"ok": False, "database": "down", "queued": None, "oldest_queued_seconds": None}
    waited = int((timezone.now() - oldest).total_seconds()) if oldest else 0
    return {"ok": True, "database": "up", "queued": queued, "oldest_queued_seconds": waited}
