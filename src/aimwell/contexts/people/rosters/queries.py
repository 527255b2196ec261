"""Staff lists as their pages and the API show them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from aimwell.contexts.orgs.models import Org
from aimwell.contexts.people.models import User
from aimwell.contexts.people.rosters.models import (
    RosterBook,
    RosterImport,
    RosterState,
    RowAction,
    RowKind,
    StaffPlace,
    StaffRole,
    StagedProblem,
    StagedRow,
)
from aimwell.contexts.people.rosters.services.known import tree_mark
from aimwell.core.jobs.models import Job
from aimwell.domain.errors import DomainError, sentence
from aimwell.domain.rosters import too_many_ended
from aimwell.domain.words.rosters import problem_sentence

SHOWN = ("new", "changed", "ended", "unchanged", "problems")
WAITING = (RosterState.READING, RosterState.APPLYING)


def lists_of(org: Org) -> QuerySet[RosterImport]:
    """The lists of an organisation, newest first."""
    return RosterImport.objects.filter(book__org=org).select_related("started_by")


def book_of(org: Org) -> RosterBook:
    """The staff book of an organisation; an unsaved empty one before its first list."""
    return RosterBook.objects.filter(org=org).first() or RosterBook(org=org)


def places_of(user: User) -> QuerySet[StaffPlace]:
    """Places that lists give to the e-mail address of `user`. An address that nobody confirmed proves nothing: whoever
    lets a place open something must ask for a confirmed one.
    """
    if not user.email:
        return StaffPlace.objects.none()
    return StaffPlace.objects.filter(person__email=user.email.lower(), ended=None).select_related("org")


@dataclass(frozen=True)
class RowView:
    """One line of the comparison, in words."""

    id: int
    kind: str
    action: str
    name: str
    email: str
    before: str
    after: str
    was: str


@dataclass(frozen=True)
class ProblemView:
    file: str
    row: int
    column: str
    value: str
    code: str
    why: str
    aside: bool


@dataclass(frozen=True)
class ListView:
    """One list with its comparison."""

    roster_import: RosterImport
    lang: str

    @cached_property
    def counts(self) -> dict[str, int]:
        """Organisations, people and classes together, by what would happen to them; and problems."""
        kinds = self.roster_import.report.get("counts", {})
        sums = dict.fromkeys(SHOWN, 0)
        for kind in (RowKind.ORG, RowKind.PERSON, RowKind.GROUP):
            for action, count in kinds.get(kind, {}).items():
                sums["changed" if action == RowAction.LINKED else action] += count
        report = self.roster_import.report
        sums["problems"] = report.get("aside", 0) + report.get("notes", 0)
        return sums

    @property
    def students(self) -> dict[str, int]:
        """Students by what would happen to them; empty where they are not kept."""
        return dict(self.roster_import.report.get("counts", {}).get(RowKind.STUDENT, {}))

    @property
    def orgs_new(self) -> int:
        return int(self.roster_import.report.get("counts", {}).get(RowKind.ORG, {}).get("new", 0))

    @property
    def people(self) -> dict[str, int]:
        return dict(self.roster_import.report.get("counts", {}).get(RowKind.PERSON, {}))

    @property
    def not_kept(self) -> int:
        """Rows about students and families that left no trace."""
        seen = self.roster_import.report.get("seen", {})
        return int(seen.get("family", 0)) + (0 if self.students else int(seen.get("students", 0)))

    @property
    def not_read(self) -> list[str]:
        return [f"{name}.csv" for name in self.roster_import.report.get("not_read", [])]

    @property
    def ended(self) -> int:
        return int(self.roster_import.report.get("ended", 0))

    @property
    def current(self) -> int:
        return int(self.roster_import.report.get("current", 0))

    @property
    def needs_reason(self) -> bool:
        return too_many_ended(self.ended, self.current)

    @property
    def going_in(self) -> int:
        every = self.counts["new"] + self.counts["changed"] + self.counts["ended"]
        return every + sum(count for action, count in self.students.items() if action != RowAction.UNCHANGED)

    @cached_property
    def stale(self) -> bool:
        """Whether something else went in or out since the list was compared."""
        found = self.roster_import
        if found.state != RosterState.READY:
            return False
        return (found.base_version, found.base_tree) != (found.book.version, tree_mark(found.book.org))

    @property
    def can_go_in(self) -> bool:
        return self.roster_import.state == RosterState.READY and self.going_in > 0 and not self.stale

    @cached_property
    def rows_done(self) -> int:
        """How far the worker is."""
        done = Job.objects.filter(pk=self.roster_import.job_id).values_list("done", flat=True).first()
        return done or 0

    @property
    def why_refused(self) -> str:
        refusal = self.roster_import.refusal
        return sentence(DomainError(refusal["code"], **refusal["data"]), self.lang) if refusal else ""


def list_view(roster_import: RosterImport, *, lang: str = "") -> ListView:
    return ListView(roster_import, lang or get_language() or "en")


def rows_of(roster_import: RosterImport, show: str) -> QuerySet[StagedRow]:
    """Organisations first, then people by name, then classes. Students are never listed one by one."""
    wanted = Q(action=RowAction.CHANGED) | Q(action=RowAction.LINKED) if show == "changed" else Q(action=show)
    return roster_import.rows.filter(wanted).exclude(kind=RowKind.STUDENT).order_by("pk")


def row_views(roster_import: RosterImport, rows: Iterable[StagedRow]) -> list[RowView]:
    """In words, with the names of organisations in two queries for any number of rows."""
    rows = list(rows)
    names = _names_of_orgs(roster_import, rows)
    return [_row_view(row, names) for row in rows]


def _names_of_orgs(roster_import: RosterImport, rows: list[StagedRow]) -> dict[str, str]:
    refs = {ref for row in rows for ref in _refs(row)}
    keys = [ref.removeprefix("new:") for ref in refs if ref.startswith("new:")]
    made = roster_import.rows.filter(kind=RowKind.ORG, key__in=keys).values_list("key", "label")
    there = Org.objects.filter(pk__in=[int(ref) for ref in refs if ref.isdecimal()]).values_list("pk", "name")
    return {f"new:{key}": label for key, label in made} | {str(pk): name for pk, name in there}


def _refs(row: StagedRow) -> Iterator[str]:
    for state in (row.before, row.after):
        if state is not None and row.kind == RowKind.PERSON:
            yield from (place[0] for place in state["places"])
        elif state is not None:
            yield state["parent" if row.kind == RowKind.ORG else "org"]


def _row_view(row: StagedRow, names: dict[str, str]) -> RowView:
    before, after = row.before or {}, row.after or {}
    common = {"id": row.pk, "kind": row.kind, "action": row.action}
    if row.kind == RowKind.PERSON:
        return RowView(
            name=after["name"], email=after["email"], before=_places(before, names), after=_places(after, names),
            was=_was(before, after), **common,
        )  # fmt: skip
    if row.kind == RowKind.ORG:
        above = _("below %(org)s") % {"org": names.get(after["parent"], "")} if row.action == RowAction.NEW else ""
        return RowView(name=row.label, email="", before="", after=above, was="", **common)
    state = after or before
    return RowView(name=state["title"], email="", before="", after=names.get(state["org"], ""), was="", **common)


def _places(person: dict[str, Any], names: dict[str, str]) -> str:
    return "; ".join(
        f"{names.get(org, '')} ({StaffRole(role).label})" for org, role, _key in sorted(person.get("places", []))
    )


def _was(before: dict[str, Any], after: dict[str, Any]) -> str:
    """The former name and address of somebody who goes by another one now."""
    if not before:
        return ""
    return ", ".join(before[name] for name in ("name", "email") if before[name] and before[name] != after[name])


def problem_views(problems: Iterable[StagedProblem], *, lang: str = "") -> list[ProblemView]:
    lang = lang or get_language() or "en"
    return [
        ProblemView(
            f"{one.file}.csv", one.row, one.column, one.value, one.code, problem_sentence(one.code, lang), one.aside
        )
        for one in problems
    ]


def problems_csv(roster_import: RosterImport, *, lang: str = "") -> Iterator[str]:
    """Every problem and note with its place in the file and what to do. What a spreadsheet would run is quoted."""
    yield _line(["file", "row", "column", "value", "code", "left_out", "what_to_do"])
    for start in range(0, roster_import.problems.count(), 500):
        for one in problem_views(roster_import.problems.all()[start : start + 500], lang=lang):
            value = f"'{one.value}" if one.value[:1] in tuple("=+-@\t") else one.value
            yield _line([one.file, one.row or "", one.column, value, one.code, "yes" if one.aside else "no", one.why])


def _line(cells: list[Any]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue()
