"""The switch for students, and what stands for a student's id."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction
from django.utils.crypto import salted_hmac

from aimwell.contexts.orgs.models import Org
from aimwell.contexts.people.models import User
from aimwell.contexts.people.rosters.access import require_roster
from aimwell.contexts.people.rosters.models import (
    RosterBook,
    RosterState,
    RowKind,
    StagedRow,
    StudentGroup,
    StudentSeat,
)
from aimwell.core.history.services import hold, record


def digest_for(book: RosterBook) -> Callable[[str], str]:
    """A keyed hash: without the key of this site nobody can try ids until one fits."""
    salt = f"aimwell.rosters.{book.org_id}"
    return lambda key: salted_hmac(salt, key, algorithm="sha256").hexdigest()


@transaction.atomic
def keep_students(*, by: User, org: Org, keep: bool) -> RosterBook:
    """Turn the keeping of students on or off. Off removes all that was kept of them, at once and for good.

    Raises NotAllowed.
    """
    require_roster(by=by, org=org)
    hold(scope_id=None, org_id=org.pk)
    book = RosterBook.objects.select_for_update().get_or_create(org=org)[0]
    if book.keeps_students == keep:
        return book
    book.keeps_students = keep
    book.save(update_fields=["keeps_students"])
    removed = 0 if keep else _forget_students(book)
    record(
        by=by, verb="roster_students_on" if keep else "roster_students_off", target=org, scope_id=None, org_id=org.pk,
        before={"keeps_students": not keep}, after={"keeps_students": keep, "removed": removed},
    )  # fmt: skip
    return book


def _forget_students(book: RosterBook) -> int:
    removed = StudentSeat.objects.filter(book=book).delete()[0]
    StudentGroup.objects.filter(book=book).delete()
    StagedRow.objects.filter(roster_import__book=book, kind__in=(RowKind.STUDENT, RowKind.GROUP)).delete()
    for waiting in book.imports.filter(state=RosterState.READY):
        waiting.report["counts"] |= {RowKind.STUDENT.value: {}, RowKind.GROUP.value: {}}
        waiting.save(update_fields=["report"])
    return removed
