"""One row per piece of work done outside a request. The row is the truth; the queue only wakes a worker."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class JobState(models.TextChoices):
    QUEUED = "queued", _("waiting")
    RUNNING = "running", _("in progress")
    SUCCEEDED = "succeeded", _("done")
    REFUSED = "refused", _("could not be done")
    CANCELLED = "cancelled", _("stopped")


FINISHED = (JobState.SUCCEEDED, JobState.REFUSED, JobState.CANCELLED)


class Job(models.Model):
    """`args` and `result` are JSON objects. `scope_id` is the team it belongs to; `requested_by` a person's id.

    No foreign keys: this app knows no other. A running job holds a lease; when its worker dies, the lease runs out
    and another worker starts it again, so every handler must bear being run twice.
    """

    kind = models.CharField(max_length=60)
    args = models.JSONField(default=dict)
    scope_id = models.BigIntegerField(null=True, blank=True)
    requested_by = models.BigIntegerField(null=True, blank=True)
    idempotency_key = models.CharField(max_length=100, null=True, blank=True, unique=True)
    state = models.CharField(max_length=9, choices=JobState.choices, default=JobState.QUEUED)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    max_attempts = models.PositiveSmallIntegerField(default=3)
    ready_at = models.DateTimeField(default=timezone.now)
    lease_until = models.DateTimeField(null=True, blank=True)
    cancel_asked = models.BooleanField(default=False)
    result = models.JSONField(default=dict)
    error_code = models.CharField(max_length=60, blank=True)
    error_data = models.JSONField(default=dict)
    created_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["state", "ready_at"]),
            models.Index(fields=["requested_by", "-id"]),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=JobState.values), name="job_state_known"),
            models.CheckConstraint(
                condition=Q(state=JobState.RUNNING, lease_until__isnull=False)
                | (~Q(state=JobState.RUNNING) & Q(lease_until=None)),
                name="job_lease_only_while_running",
            ),
            models.CheckConstraint(
                condition=Q(state__in=FINISHED, finished_at__isnull=False)
                | (~Q(state__in=FINISHED) & Q(finished_at=None)),
                name="job_finished_at_only_when_finished",
            ),
            models.CheckConstraint(
                condition=(Q(state=JobState.REFUSED) & ~Q(error_code=""))
                | (~Q(state=JobState.REFUSED) & Q(error_code="")),
                name="job_error_only_when_refused",
            ),
            models.CheckConstraint(condition=Q(attempts__lte=F("max_attempts")), name="job_attempts_within_limit"),
            models.CheckConstraint(condition=Q(total=None) | Q(done__lte=F("total")), name="job_done_within_total"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def is_finished(self) -> bool:
        return self.state in FINISHED
