"""What the worker does with staff lists. Each handler bears being run twice."""

from __future__ import annotations

from typing import Any

from aimwell.contexts.people.models import User
from aimwell.contexts.people.rosters import services
from aimwell.contexts.people.rosters.models import RosterImport, RosterState
from aimwell.core.jobs.registry import job
from aimwell.core.jobs.running import LeaseLost, RunningJob, Stopped
from aimwell.domain.errors import DomainError, Refused

TRIES = 3


@job(kind="rosters.read", max_attempts=TRIES)
def read_list(running: RunningJob) -> dict[str, Any]:
    """Read the stored file, compare, and remove it. After the last try the file goes all the same."""
    found = RosterImport.objects.select_related("book__org").get(pk=running.args["import"])
    try:
        return services.read_list(roster_import=found, progress=_counted(running)).report
    except LeaseLost:
        raise
    except Exception as stopped:
        if running.attempt < TRIES and not isinstance(stopped, Stopped):
            raise
        services.refuse(roster_import=found, refusal=Refused("roster_unreadable", file=found.file_name))
        raise


@job(kind="rosters.put_in", max_attempts=TRIES)
def put_in(running: RunningJob) -> dict[str, Any]:
    """Put a long list in. When it is refused, it goes back to where it can be looked at."""
    found = RosterImport.objects.select_related("book__org").get(pk=running.args["import"])
    running.progress(0, 1)  # a fresh lease for one long transaction
    person = User.objects.get(pk=running.requested_by)
    try:
        return services.put_in(by=person, roster_import=found, last=lambda: running.progress(1, 1)).report
    except LeaseLost:
        raise
    except Exception as stopped:
        if isinstance(stopped, DomainError) or running.attempt == TRIES:
            RosterImport.objects.filter(pk=found.pk, state=RosterState.APPLYING).update(state=RosterState.READY)
        raise


def _counted(running: RunningJob) -> Any:
    done = 0

    def more(rows: int) -> None:
        nonlocal done
        done += rows
        running.progress(done)

    return more
