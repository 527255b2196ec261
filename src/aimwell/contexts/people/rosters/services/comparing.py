"""A list that was read, beside what is in force: stored as rows that can be looked at and then put in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from django.db import transaction

from aimwell.contexts.people.rosters.models import (
    RosterBook,
    RosterImport,
    RosterOrg,
    RosterState,
    RowKind,
    StagedProblem,
    StagedRow,
)
from aimwell.contexts.people.rosters.services.known import (
    known_groups,
    known_people,
    known_seats,
    known_tree,
    tree_mark,
)
from aimwell.domain.rosters import PersonChange, Placing, Problem, Roster, compared, placed, share_ended
from aimwell.domain.rosters.students_compared import groups_compared, seats_compared

BATCH = 2_000


@transaction.atomic
def store_comparison(*, roster_import: RosterImport, roster: Roster) -> RosterImport:
    """Store what the list would change. `report` gets the counts that the page opens with."""
    book = RosterBook.objects.select_for_update().select_related("org").get(pk=roster_import.book_id)
    problems = list(roster.problems)
    placing = _placing(book, roster, problems)
    people = compared(roster, known=known_people(book), refs=placing.refs, problems=problems)
    rows = [*_org_rows(roster_import, placing), *_person_rows(roster_import, people)]
    if book.keeps_students and "classes" in roster.modes and roster.modes["users"] != "absent":
        rows += _student_rows(roster_import, book, roster, placing)
    _store(roster_import, rows, problems)
    ended, current = share_ended(people)
    roster_import.form = roster.form
    roster_import.base_version, roster_import.base_tree = book.version, tree_mark(book.org)
    roster_import.report = {
        "counts": _counts(rows), "seen": dict(roster.seen), "not_read": list(roster.not_read),
        "ended": ended, "current": current, "aside": sum(one.aside for one in problems),
        "notes": sum(not one.aside for one in problems), "whole": roster.modes["users"] == "bulk",
    }  # fmt: skip
    roster_import.state = RosterState.READY
    roster_import.save(update_fields=["form", "base_version", "base_tree", "report", "state"])
    return roster_import


def _placing(book: RosterBook, roster: Roster, problems: list[Problem]) -> Placing:
    tree = known_tree(book.org)
    top = next(org for org in tree if org.pk == book.org_id)
    links = dict(RosterOrg.objects.filter(book=book).values_list("key", "org"))
    return placed(roster.orgs, top=top, tree=tree, links=links, problems=problems)


def _org_rows(roster_import: RosterImport, placing: Placing) -> Iterator[StagedRow]:
    for step in placing.steps:
        yield StagedRow(
            roster_import=roster_import, kind=RowKind.ORG, action=step.action, key=step.key, label=step.name[:200],
            target=None if step.action == "new" else int(step.ref),
            after={"name": step.name, "kind": step.kind, "parent": step.parent},
        )  # fmt: skip


def _person_rows(roster_import: RosterImport, people: Iterable[PersonChange]) -> Iterator[StagedRow]:
    for change in people:
        before = None if change.before is None else _person(change.before)
        yield StagedRow(
            roster_import=roster_import, kind=RowKind.PERSON, action=change.action, key=change.after.key,
            label=change.after.name, target=change.pk, before=before, after=_person(change.after),
        )  # fmt: skip


def _person(person: Any) -> dict[str, Any]:
    places = [[place.org, place.role, place.key] for place in person.places]
    return {"key": person.key, "email": person.email, "name": person.name, "places": places}


def _student_rows(roster_import: RosterImport, book: RosterBook, roster: Roster, placing: Placing) -> list[StagedRow]:
    groups = groups_compared(roster, known=known_groups(book), refs=placing.refs)
    seats = seats_compared(roster, known=known_seats(book), refs=placing.refs)
    found = [(RowKind.GROUP, one) for one in groups] + [(RowKind.STUDENT, one) for one in seats]
    return [
        StagedRow(
            roster_import=roster_import, kind=kind, action=action, key=key,
            before=None if before is None else asdict(before), after=None if after is None else asdict(after),
        )
        for kind, (action, key, before, after) in found
    ]  # fmt: skip


def _store(roster_import: RosterImport, rows: list[StagedRow], problems: list[Problem]) -> None:
    """Seats that stay as they are need no row: nobody looks at them one by one."""
    kept = [row for row in rows if row.kind in (RowKind.ORG, RowKind.PERSON) or row.action != "unchanged"]
    StagedRow.objects.bulk_create(kept, batch_size=BATCH)
    StagedProblem.objects.bulk_create(
        [
            StagedProblem(
                roster_import=roster_import, file=one.file, row=one.row, column=one.column, code=one.code,
                value=one.value[:80], aside=one.aside,
            )
            for one in problems
        ],
        batch_size=BATCH,
    )  # fmt: skip


def _counts(rows: Iterable[StagedRow]) -> dict[str, dict[str, int]]:
    """By kind, then by action."""
    found: dict[str, Counter[str]] = {kind.value: Counter() for kind in RowKind}
    for row in rows:
        found[str(row.kind)][str(row.action)] += 1
    return {kind: dict(counts) for kind, counts in found.items()}
