"""Students and groups beside what is kept, where an organisation keeps them."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import TypeVar

from aimwell.domain.rosters.comparing import Action
from aimwell.domain.rosters.records import Roster


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    org: str


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a student is: the reference of the school, the grade, and the keys of the groups."""

    org: str
    grade: str
    groups: tuple[str, ...]


State = TypeVar("State", Group, Seat)


def groups_compared(
    roster: Roster, *, known: Mapping[str, Group], refs: Mapping[str, str]
) -> list[tuple[Action, str, Group | None, Group | None]]:
    wanted = {one.key: Group(one.title, refs[one.org]) for one in roster.groups if one.org in refs}
    return _compared(wanted, known, whole=roster.modes["classes"] == "bulk", gone=frozenset())


def seats_compared(
    roster: Roster, *, known: Mapping[str, Seat], refs: Mapping[str, str]
) -> list[tuple[Action, str, Seat | None, Seat | None]]:
    """By digest. Without a list of enrollments, or with changes alone, groups that are kept stay."""
    changes, whole_groups = roster.changes, roster.modes["enrollments"] == "bulk"
    wanted = {}
    for one in roster.students:
        before = known.get(one.digest)
        groups = set(one.groups) if whole_groups or before is None else {*before.groups, *one.groups}
        wanted[one.digest] = Seat(refs.get(one.org, ""), one.grade, tuple(sorted(groups)))
    for digest in changes.joined.keys() | changes.left.keys():
        seat = wanted.get(digest) or known.get(digest)
        if seat is not None:
            groups = (set(seat.groups) | changes.joined.get(digest, frozenset())) - changes.left.get(
                digest, frozenset()
            )
            wanted[digest] = Seat(seat.org, seat.grade, tuple(sorted(groups)))
    return _compared(wanted, known, whole=roster.modes["users"] == "bulk", gone=changes.ended - wanted.keys())


def _compared(
    wanted: Mapping[str, State], known: Mapping[str, State], *, whole: bool, gone: Set[str]
) -> list[tuple[Action, str, State | None, State | None]]:
    found: list[tuple[Action, str, State | None, State | None]] = []
    for key in sorted(wanted.keys() | known.keys()):
        before, after = known.get(key), wanted.get(key)
        if after is None:
            ended = whole or key in gone
            found.append(("ended" if ended else "unchanged", key, before, None if ended else before))
        else:
            action: Action = "new" if before is None else "unchanged" if before == after else "changed"
            found.append((action, key, before, after))
    return found
