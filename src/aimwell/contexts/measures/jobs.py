"""What the worker does with long files. Each handler bears being run twice."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from aimwell.contexts.measures.models import DataImport, ImportState
from aimwell.contexts.measures.services import look, put_rows_in
from aimwell.contexts.people.models import User
from aimwell.core.jobs.registry import job
from aimwell.core.jobs.running import RunningJob
from aimwell.domain.errors import DomainError


@job(kind="measures.look")
def look_at_file(running: RunningJob) -> dict[str, Any]:
    """Read every row of a stored copy and write the report."""
    with transaction.atomic():
        found = DataImport.objects.select_for_update().select_related("measure").get(pk=running.args["import"])
        looked = look(found)
        running.progress(1, 1)
    return {"ready": looked.preview["report"]["ready"]}


@job(kind="measures.put_in")
def put_in(running: RunningJob) -> dict[str, Any]:
    """Put the rows of a long file in. When it is refused, the file goes back to where it can be settled."""
    found = DataImport.objects.select_related("measure").get(pk=running.args["import"])
    person = User.objects.get(pk=running.requested_by)
    try:
        with transaction.atomic():
            done = put_rows_in(by=person, data_import=found)
            running.progress(1, 1)
    except DomainError:
        DataImport.objects.filter(pk=found.pk, state=ImportState.APPLYING).update(state=ImportState.READY)
        raise
    return {"new": done.preview["done"]["new"]}
