"""Groups and students as a list says, where an organisation keeps them."""

from __future__ import annotations

from typing import Any

from aimwell.contexts.people.rosters.models import (
    RosterImport,
    RowAction,
    RowKind,
    StagedRow,
    StudentGroup,
    StudentSeat,
)
from aimwell.contexts.people.rosters.services.placing import in_batches

BATCH = 500
Refs = dict[str, int]


def put_students_in(roster_import: RosterImport, refs: Refs) -> None:
    _write(roster_import, refs, to="after")


def take_students_back(roster_import: RosterImport) -> None:
    _write(roster_import, {}, to="before")


def _write(roster_import: RosterImport, refs: Refs, *, to: str) -> None:
    """Make groups and seats what the staged rows hold `to`: "after", or "before" for the way back."""
    for kind in (RowKind.GROUP, RowKind.STUDENT):
        rows = roster_import.rows.filter(kind=kind).exclude(action=RowAction.UNCHANGED).order_by("pk")
        for batch in in_batches(list(rows), BATCH):
            _replace(roster_import, kind, batch, refs, to)


def _replace(roster_import: RosterImport, kind: str, rows: Any, refs: Refs, to: str) -> None:
    model: Any = StudentGroup if kind == RowKind.GROUP else StudentSeat
    name = "key" if kind == RowKind.GROUP else "digest"
    model.objects.filter(book=roster_import.book_id, **{f"{name}__in": [row.key for row in rows]}).delete()
    model.objects.bulk_create(
        model(book_id=roster_import.book_id, **{name: row.key}, **_fields(row, getattr(row, to), refs))
        for row in rows
        if getattr(row, to) is not None
    )


def _fields(row: StagedRow, state: dict[str, Any], refs: Refs) -> dict[str, Any]:
    org = state["org"]
    pk = None if not org else refs[org] if org.startswith("new:") else int(org)
    if row.kind == RowKind.GROUP:
        return {"title": state["title"], "org_id": pk}
    return {"grade": state["grade"], "groups": list(state["groups"]), "org_id": pk}
