"""Digests that the worker sends."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils import timezone

from aimwell.contexts.reports.digest import services
from aimwell.core.jobs.registry import each_sweep, job
from aimwell.core.jobs.running import RunningJob


@each_sweep
def put_aside_due() -> None:
    services.put_aside_due(now=timezone.now())


@job(kind=services.KIND, max_attempts=8)
def send_digest(running: RunningJob) -> dict[str, Any]:
    """Eight attempts reach over 20 minutes of a mail server that is away."""
    day = datetime.date.fromisoformat(running.args["day"])
    return {"sent": services.send(user=running.args["user"], day=day, now=timezone.now())}
