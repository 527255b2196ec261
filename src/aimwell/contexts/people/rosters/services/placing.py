"""People and their places as a list says, written in batches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils import timezone

from aimwell.contexts.people.rosters.models import RosterImport, RowAction, RowKind, StaffPerson, StaffPlace, StagedRow

BATCH = 500
Refs = dict[str, int]
Mark = tuple[int, int, str, str]
"""A place: person, organisation, role, key."""


def put_people_in(roster_import: RosterImport, refs: Refs) -> None:
    rows = roster_import.rows.filter(kind=RowKind.PERSON).exclude(action=RowAction.UNCHANGED).order_by("pk")
    for batch in in_batches(list(rows), BATCH):
        people = _people(roster_import, batch)
        _move(roster_import, batch, people, refs)


def _people(roster_import: RosterImport, rows: Sequence[StagedRow]) -> list[int]:
    """Write the people themselves; their primary keys in the order of the rows."""
    fields = [{name: _after(row)[name] for name in ("key", "email", "name")} for row in rows]
    people = [
        StaffPerson(pk=row.target, book_id=roster_import.book_id, made_by=roster_import, **values)
        for row, values in zip(rows, fields, strict=True)
    ]
    there = [one for one in people if one.pk is not None]
    StaffPerson.objects.bulk_update(there, ["key", "email", "name"])
    StaffPerson.objects.bulk_create([one for one in people if one.pk is None])
    return [one.pk for one in people]


def _move(roster_import: RosterImport, rows: Sequence[StagedRow], people: Sequence[int], refs: Refs) -> None:
    """End the places that are no more and open the new ones."""
    wanted: set[Mark] = set()
    for row, person in zip(rows, people, strict=True):
        for ref, role, key in _after(row)["places"]:
            wanted.add((person, refs[ref] if ref.startswith("new:") else int(ref), role, key))
    open_places = StaffPlace.objects.filter(person__in=people, ended=None).order_by()
    there: dict[Mark, int] = {
        (person, org, role, key): pk
        for pk, person, org, role, key in open_places.values_list("pk", "person", "org", "role", "key")
    }
    today = timezone.localdate()
    over = [pk for mark, pk in there.items() if mark not in wanted]
    StaffPlace.objects.filter(pk__in=over).update(ended=today, ended_by=roster_import)
    StaffPlace.objects.bulk_create(
        StaffPlace(person_id=person, org_id=org, role=role, key=key, started=today, made_by=roster_import)
        for person, org, role, key in sorted(wanted - there.keys())
    )


def _after(row: StagedRow) -> dict[str, Any]:
    assert row.after is not None
    return dict(row.after)


def in_batches(items: Sequence[Any], size: int) -> Iterator[Sequence[Any]]:
    return (items[start : start + size] for start in range(0, len(items), size))
