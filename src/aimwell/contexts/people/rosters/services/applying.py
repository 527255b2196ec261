"""Putting a list in, all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.orgs.models import Org, OrgKind
from aimwell.contexts.orgs.services import create_org
from aimwell.contexts.people.models import User
from aimwell.contexts.people.rosters.access import require_roster
from aimwell.contexts.people.rosters.models import (
    RosterBook,
    RosterImport,
    RosterOrg,
    RosterState,
    RowAction,
    RowKind,
    StagedRow,
)
from aimwell.contexts.people.rosters.services.known import tree_mark
from aimwell.contexts.people.rosters.services.placing import put_people_in
from aimwell.contexts.people.rosters.services.seats import put_students_in
from aimwell.core.history.services import hold, record
from aimwell.core.jobs.services import enqueue
from aimwell.domain.errors import Refused
from aimwell.domain.rosters import too_many_ended

IN_AT_ONCE = 2_000
"""Changes; a longer list goes in through the worker."""
Refs = dict[str, int]


@transaction.atomic
def apply_list(*, by: User, roster_import: RosterImport, reason: str = "") -> RosterImport:
    """Put a list in, or hand a long one to the worker. Pressing twice puts it in once.

    Raises NotAllowed, Refused: roster_moved_on (something else went in meanwhile), roster_many_ended (more than 5 % of
    the people would end and there is no reason), roster_not_ready, nothing_to_import; nothing is put in then.
    """
    org = roster_import.book.org
    require_roster(by=by, org=org)
    hold(scope_id=None, org_id=org.pk)
    _book, locked = _locked(roster_import)
    if locked.state in (RosterState.APPLYING, RosterState.APPLIED):
        return locked
    locked.reason = reason.strip()
    _require_fit(locked)
    locked.save(update_fields=["reason"])
    changes = locked.rows.exclude(action=RowAction.UNCHANGED).count()
    if not changes:
        raise Refused("nothing_to_import")
    if changes <= IN_AT_ONCE:
        return put_in(by=by, roster_import=locked)
    locked.state = RosterState.APPLYING
    locked.job_id = enqueue(by=by, kind="rosters.put_in", args={"import": locked.pk}).pk
    locked.save(update_fields=["state", "job_id"])
    return locked


def _locked(roster_import: RosterImport) -> tuple[RosterBook, RosterImport]:
    book = RosterBook.objects.select_for_update().get(pk=roster_import.book_id)
    locked = RosterImport.objects.select_for_update().get(pk=roster_import.pk)
    book.org = roster_import.book.org
    locked.book = book
    return book, locked


def _require_fit(roster_import: RosterImport) -> None:
    book, report = roster_import.book, roster_import.report
    if roster_import.state not in (RosterState.READY, RosterState.APPLYING):
        raise Refused("roster_not_ready")
    if (roster_import.base_version, roster_import.base_tree) != (book.version, tree_mark(book.org)):
        raise Refused("roster_moved_on")
    if too_many_ended(report["ended"], report["current"]) and not roster_import.reason:
        raise Refused("roster_many_ended", ended=report["ended"], current=report["current"])


@transaction.atomic
def put_in(*, by: User, roster_import: RosterImport, last: Callable[[], None] | None = None) -> RosterImport:
    """The writing itself, with one line of history. Harmless when the list is in already.

    `last` is called inside the transaction, after all else.
    """
    org = roster_import.book.org
    require_roster(by=by, org=org)
    hold(scope_id=None, org_id=org.pk)
    book, locked = _locked(roster_import)
    if locked.state == RosterState.APPLIED:
        return locked
    _require_fit(locked)
    refs = _put_orgs_in(locked)
    put_people_in(locked, refs)
    if book.keeps_students:
        put_students_in(locked, refs)
    book.version += 1
    book.save(update_fields=["version"])
    locked.state, locked.applied_at = RosterState.APPLIED, timezone.now()
    locked.save(update_fields=["state", "applied_at"])
    record(
        by=by, verb="roster_put_in", target=org, scope_id=None, org_id=org.pk, reason=locked.reason,
        after={"import": locked.pk, **locked.report["counts"]["person"]},
    )  # fmt: skip
    if last is not None:
        last()
    return locked


def _put_orgs_in(roster_import: RosterImport) -> Refs:
    """Make and link organisations, parents first. Primary keys by what staged rows call an organisation."""
    refs: Refs = {}
    steps = roster_import.rows.filter(kind=RowKind.ORG).exclude(action=RowAction.UNCHANGED).order_by("pk")
    for step in steps:
        org = _made(step, refs) if step.action == RowAction.NEW else Org.objects.get(pk=step.target)
        RosterOrg.objects.update_or_create(
            book=roster_import.book, key=step.key,
            defaults={"org": org, "created": step.action == RowAction.NEW, "made_by": roster_import},
        )  # fmt: skip
        refs[f"new:{step.key}"] = org.pk
    return refs


def _made(step: StagedRow, refs: Refs) -> Org:
    assert step.after is not None
    parent = Org.objects.get(pk=org_of(step.after["parent"], refs))
    return create_org(kind=OrgKind(step.after["kind"]), name=step.after["name"], parent=parent)


def org_of(ref: str, refs: Refs) -> int:
    return refs[ref] if ref.startswith("new:") else int(ref)


@transaction.atomic
def discard_list(*, by: User, roster_import: RosterImport) -> RosterImport:
    """Let a list go before it is in. What was compared is removed; the line in the list of imports stays.

    Raises NotAllowed, Refused("roster_not_ready") for one that is being read or is in.
    """
    require_roster(by=by, org=roster_import.book.org)
    _book, locked = _locked(roster_import)
    if locked.state == RosterState.DISCARDED:
        return locked
    if locked.state not in (RosterState.READY, RosterState.REFUSED):
        raise Refused("roster_not_ready")
    locked.rows.all().delete()
    locked.problems.all().delete()
    locked.state = RosterState.DISCARDED
    locked.save(update_fields=["state"])
    return locked
