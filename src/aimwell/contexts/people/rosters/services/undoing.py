"""Taking a list back: what it made goes, what it changed and ended is as before."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction
from django.db.models import ForeignObjectRel, Q
from django.utils import timezone

from aimwell.contexts.orgs.models import Org
from aimwell.contexts.people.models import User
from aimwell.contexts.people.rosters.access import require_roster
from aimwell.contexts.people.rosters.models import (
    RosterBook,
    RosterImport,
    RosterOrg,
    RosterState,
    RowAction,
    RowKind,
    StaffPerson,
    StaffPlace,
)
from aimwell.contexts.people.rosters.services.keeping import UNDO_DAYS
from aimwell.contexts.people.rosters.services.placing import BATCH, in_batches
from aimwell.contexts.people.rosters.services.seats import take_students_back
from aimwell.core.history.services import hold, record
from aimwell.domain.errors import Refused


@transaction.atomic
def undo_list(*, by: User, roster_import: RosterImport) -> RosterImport:
    """Take a list back. Twice is harmless.

    Raises NotAllowed, Refused: roster_undo_days after 90 days, roster_later while a later list is in,
    roster_org_in_use while a school that it made has teams, people or schools of its own. Nothing is changed then.
    """
    org = roster_import.book.org
    require_roster(by=by, org=org)
    hold(scope_id=None, org_id=org.pk)
    book = RosterBook.objects.select_for_update().get(pk=roster_import.book_id)
    locked = RosterImport.objects.select_for_update().get(pk=roster_import.pk)
    if locked.state != RosterState.APPLIED:
        return locked
    _require_last(book, locked)
    made = list(Org.objects.filter(roster_names__made_by=locked, roster_names__created=True).order_by("-path"))
    _take_people_back(locked)
    if book.keeps_students:
        take_students_back(locked)
    _take_orgs_back(locked, made)
    book.version += 1
    book.save(update_fields=["version"])
    locked.state, locked.undone_at = RosterState.UNDONE, timezone.now()
    locked.save(update_fields=["state", "undone_at"])
    record(
        by=by, verb="roster_taken_back", target=org, scope_id=None, org_id=org.pk,
        before={"import": locked.pk, **locked.report["counts"]["person"]},
    )  # fmt: skip
    return locked


def _require_last(book: RosterBook, roster_import: RosterImport) -> None:
    now = timezone.now()
    assert roster_import.applied_at is not None
    if roster_import.applied_at < now - datetime.timedelta(days=UNDO_DAYS):
        raise Refused("roster_undo_days", days=UNDO_DAYS)
    applied = book.imports.filter(state=RosterState.APPLIED)
    later = applied.filter(
        Q(applied_at__gt=roster_import.applied_at) | Q(applied_at=roster_import.applied_at, pk__gt=roster_import.pk)
    ).first()
    if later is not None:
        raise Refused("roster_later", file=later.file_name)


def _take_people_back(roster_import: RosterImport) -> None:
    StaffPlace.objects.filter(made_by=roster_import).delete()
    StaffPerson.objects.filter(made_by=roster_import).delete()
    StaffPlace.objects.filter(ended_by=roster_import).update(ended=None, ended_by=None)
    rows = roster_import.rows.filter(kind=RowKind.PERSON, before__isnull=False).exclude(action=RowAction.UNCHANGED)
    for batch in in_batches(list(rows), BATCH):
        people = [StaffPerson(pk=row.target, **_said(row.before)) for row in batch]
        StaffPerson.objects.bulk_update(people, ["key", "email", "name"])


def _said(before: dict[str, Any] | None) -> dict[str, str]:
    assert before is not None
    return {name: before[name] for name in ("key", "email", "name")}


def _take_orgs_back(roster_import: RosterImport, made: list[Org]) -> None:
    """Schools below go before what stands above them. One that others built on meanwhile stops everything."""
    RosterOrg.objects.filter(made_by=roster_import).delete()
    for org in made:
        if _in_use(org):
            raise Refused("roster_org_in_use", org=org.name)
        org.delete()


def _in_use(org: Org) -> bool:
    """Whether any row of the product points at it, but for the one that says where it has hung since it was made."""
    for relation in Org._meta.get_fields(include_hidden=True):
        if isinstance(relation, ForeignObjectRel):
            rows = relation.related_model._base_manager.filter(**{relation.field.name: org})
            if rows.count() > (relation.name == "placements"):
                return True
    return False
