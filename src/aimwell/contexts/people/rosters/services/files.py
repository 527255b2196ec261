"""A list as it is uploaded: kept until the worker has read it, then removed."""

from __future__ import annotations

import secrets
import uuid
from typing import Any

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction

from aimwell.adapters.oneroster import Limits, opened, too_large
from aimwell.contexts.orgs.models import Org
from aimwell.contexts.people.models import User
from aimwell.contexts.people.rosters.access import require_roster
from aimwell.contexts.people.rosters.models import RosterBook, RosterImport, RosterOrg, RosterState, StudentGroup
from aimwell.contexts.people.rosters.services.comparing import store_comparison
from aimwell.contexts.people.rosters.services.keeping import forget_old_lines
from aimwell.contexts.people.rosters.services.students import digest_for
from aimwell.core.jobs.models import FINISHED, Job
from aimwell.core.jobs.running import LeaseLost, Stopped
from aimwell.core.jobs.services import enqueue
from aimwell.domain.errors import DomainError, NotReady, Refused
from aimwell.domain.rosters import Here, Roster, read_oneroster, read_plain
from aimwell.domain.rosters.table import Progress


@transaction.atomic
def start_list(*, by: User, org: Org, upload: Any, whole: bool = False, key: uuid.UUID | None = None) -> RosterImport:
    """Take in a file (a Django file with `name` and `size`) for the worker to read.

    `whole`: a plain CSV file names everybody; OneRoster says that itself. The same `key` again gives the first list
    back. Raises NotAllowed, NotReady("file"), Refused: too_large, key_used (for another organisation's list).
    """
    require_roster(by=by, org=org)
    if (twin := _twin(key, org)) is not None:
        return twin
    if upload is None:
        raise NotReady(missing=["file"])
    if upload.size > settings.UPLOAD_LIMIT_BYTES:
        raise too_large(settings.UPLOAD_LIMIT_BYTES)
    book = RosterBook.objects.get_or_create(org=org)[0]
    _forget_left(book)
    forget_old_lines(book)
    stored = default_storage.save(f"rosters/{secrets.token_hex(16)}", upload)
    try:
        with transaction.atomic():
            made = RosterImport.objects.create(
                book=book, started_by=by, file_name=upload.name[-200:], stored_as=stored, whole=whole, client_key=key
            )
            job = enqueue(by=by, kind="rosters.read", args={"import": made.pk}, key=f"roster-{made.pk}")
    except BaseException as stopped:
        default_storage.delete(stored)
        if isinstance(stopped, IntegrityError) and (twin := _twin(key, org)) is not None:
            return twin  # the same key came twice at the same moment
        raise
    made.job_id = job.pk
    made.save(update_fields=["job_id"])
    return made


def _twin(key: uuid.UUID | None, org: Org) -> RosterImport | None:
    twin = RosterImport.objects.select_related("book__org").filter(client_key=key).first() if key is not None else None
    if twin is not None and twin.book.org_id != org.pk:
        raise Refused("key_used")
    return twin


def _forget_left(book: RosterBook) -> None:
    """Files whose worker died for good."""
    for left in book.imports.filter(state=RosterState.READING):
        if not Job.objects.filter(pk=left.job_id).exclude(state__in=FINISHED).exists():
            refuse(roster_import=left, refusal=Refused("roster_unreadable", file=left.file_name))


def read_list(*, roster_import: RosterImport, progress: Progress | None = None) -> RosterImport:
    """Read the stored file, compare it with what is in force, and remove it. A list that is read stays as it is."""
    if roster_import.state != RosterState.READING:
        return roster_import
    try:
        roster = _read(roster_import, progress)
    except (LeaseLost, Stopped):
        raise
    except DomainError as refusal:
        return refuse(roster_import=roster_import, refusal=refusal)
    except Exception:  # its text may quote a row, so it goes no further
        return refuse(roster_import=roster_import, refusal=Refused("roster_unreadable", file=roster_import.file_name))
    store_comparison(roster_import=roster_import, roster=roster)
    _forget_file(roster_import)
    if progress is not None:
        progress(0)
    return roster_import


def _read(roster_import: RosterImport, progress: Progress | None) -> Roster:
    book = roster_import.book
    limits = Limits(settings.UPLOAD_LIMIT_BYTES, settings.UPLOAD_LIMIT_ROWS)
    here = Here(
        orgs=frozenset(RosterOrg.objects.filter(book=book).values_list("key", flat=True)),
        groups=frozenset(StudentGroup.objects.filter(book=book).values_list("key", flat=True)),
    )
    with default_storage.open(roster_import.stored_as, "rb") as file, opened(file.file, limits=limits) as files:
        if "list" in files.present:
            return read_plain(files.rows("list"), whole=roster_import.whole, progress=progress)
        digest = digest_for(book) if book.keeps_students else None
        return read_oneroster(files.rows, present=files.present, here=here, digest=digest, progress=progress)


def refuse(*, roster_import: RosterImport, refusal: DomainError) -> RosterImport:
    """Say why a list cannot be read, and remove it."""
    roster_import.state = RosterState.REFUSED
    roster_import.refusal = {"code": refusal.code, "data": refusal.data}
    roster_import.save(update_fields=["state", "refusal"])
    _forget_file(roster_import)
    return roster_import


def _forget_file(roster_import: RosterImport) -> None:
    if roster_import.stored_as:
        default_storage.delete(roster_import.stored_as)
        roster_import.stored_as = ""
        roster_import.save(update_fields=["stored_as"])
