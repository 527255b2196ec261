"""orgs.csv: districts and schools, and what hangs below what."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from aimwell.domain.rosters.records import OrgRecord, Problem
from aimwell.domain.rosters.table import Progress, Rows, cells
from aimwell.domain.rosters.versions import LONGEST_KEY, ORG_KINDS, STATUSES, Version

COLUMNS = ("sourcedId", "status", "name", "type", "parentSourcedId")
LONGEST = 200


def read_orgs(
    rows: Rows, *, version: Version, problems: list[Problem], progress: Progress | None = None
) -> list[OrgRecord]:
    """The organisations that are in force, sorted by key, without those that have a problem."""
    found: dict[str, OrgRecord | None] = {}
    told: list[Problem] = []
    lines = cells(
        rows, file="orgs", wanted=COLUMNS, needed=version.needed["orgs"], problems=problems, progress=progress
    )
    for number, (key, status, name, kind, parent) in lines:
        wrong = _wrong(key, status, name, kind)
        if wrong is not None:
            problems.append(Problem("orgs", number, *wrong))
            continue
        if STATUSES[status.lower()] == "gone":
            continue
        record = OrgRecord(key, name, ORG_KINDS[kind.lower()], parent, number)
        if found.setdefault(key, record) != record:
            told.append(Problem("orgs", number, "sourcedId", "key_twice", key))
            found[key] = None
    problems.extend(told)
    return sorted((record for record in found.values() if record is not None), key=lambda record: record.key)


def _wrong(key: str, status: str, name: str, kind: str) -> tuple[str, str, str] | None:
    """Column, code and value of the first thing wrong with a row."""
    if not 0 < len(key) <= LONGEST_KEY:
        return "sourcedId", "no_key", ""
    if status.lower() not in STATUSES:
        return "status", "unknown_status", status[:40]
    if STATUSES[status.lower()] == "gone":
        return None
    if not name:
        return "name", "no_name", ""
    if len(name) > LONGEST:
        return "name", "long_name", f"{name[:20]}…"
    if kind.lower() not in ORG_KINDS:
        return "type", "unknown_kind", kind[:40]
    return None


def checked_parents(records: list[OrgRecord], *, known: Collection[str], problems: list[Problem]) -> list[OrgRecord]:
    """Parents first. An unknown parent is noted; organisations that hang in a circle are left out."""
    by_key = {record.key: record for record in records}
    depth: dict[str, int] = {}
    kept = []
    for record in records:
        if record.parent and record.parent not in by_key and record.parent not in known:
            problems.append(
                Problem("orgs", record.row, "parentSourcedId", "unknown_parent", record.parent[:40], aside=False)
            )
        if _depth(record.key, by_key, depth) < 0:
            problems.append(Problem("orgs", record.row, "parentSourcedId", "parent_circle", record.parent[:40]))
        else:
            kept.append(record)
    return sorted(kept, key=lambda record: (depth[record.key], record.key))


def _depth(key: str, by_key: Mapping[str, OrgRecord], depth: dict[str, int]) -> int:
    """Steps to the top, -1 for what ends in a circle; walks up without recursion."""
    path: list[str] = []
    on_path: set[str] = set()
    while key in by_key and key not in depth and key not in on_path:
        path.append(key)
        on_path.add(key)
        key = by_key[key].parent
    base = -1 if key in on_path else depth.get(key, 0) if key in by_key else 0
    for one in reversed(path):
        base = -1 if base < 0 else base + 1
        depth[one] = base
    return depth[path[0]] if path else depth[key]
