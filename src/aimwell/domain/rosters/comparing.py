"""A roster beside what is in force: who is new, changed, ended or as before. Pure, so a preview is a promise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from aimwell.domain.rosters.records import PersonRecord, Place, PlaceChange, Problem, Roster

Action = Literal["new", "changed", "ended", "unchanged"]
MOST_ENDED = 0.05
"""A larger share of the people ending at once needs a reason (1EdTech leaves this to the consumer; SPEC C1)."""


@dataclass(frozen=True, slots=True)
class Person:
    """A member of staff as kept: places refer to organisations of the tree; without places they have left."""

    key: str
    email: str
    name: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class KnownPerson:
    pk: int
    person: Person


@dataclass(frozen=True, slots=True)
class PersonChange:
    """`pk`: who it is among the known; None for somebody new. `row` of the file, 0 where it has none."""

    action: Action
    pk: int | None
    before: Person | None
    after: Person
    row: int = 0


@dataclass(slots=True)
class _Meeting:
    """Records of the file with the known person that each one is."""

    pairs: list[tuple[PersonRecord, KnownPerson | None]]
    rest: list[KnownPerson]


def compared(
    roster: Roster, *, known: Sequence[KnownPerson], refs: Mapping[str, str], problems: list[Problem]
) -> list[PersonChange]:
    """One change for each person of the file and each known one, sorted by name. `refs`: organisations by key.

    People are known by key, then by e-mail address. Rows that cannot go in become problems, and whoever they may be
    about stays as they are.
    """
    held = set(roster.held)
    records = _standing(roster, refs, held, problems)
    meeting = _meet(records, known)
    moves = _moves(roster, meeting, refs, problems)
    changes = [found for record, one in meeting.pairs if (found := _change(record, one, moves, held)) is not None]
    changes = _without_taken(changes, meeting.rest, records, held, problems)
    met = {change.pk for change in changes}
    whole = roster.modes["users"] == "bulk"
    for one in (*meeting.rest, *(one for _, one in meeting.pairs if one is not None)):
        if one.pk not in met:
            changes.append(_unlisted(one, moves, roster.changes.ended, held, whole=whole))
    changes = [change for change in changes if change.after.places or (change.before and change.before.places)]
    return sorted(changes, key=lambda change: (change.after.name, change.after.key, change.pk or 0))


def share_ended(changes: Iterable[PersonChange]) -> tuple[int, int]:
    """How many of the people with a place would end, and how many people have a place now."""
    current = [change for change in changes if change.before is not None and change.before.places]
    return sum(change.action == "ended" for change in current), len(current)


def too_many_ended(ended: int, current: int) -> bool:
    return ended > MOST_ENDED * current


def _standing(
    roster: Roster, refs: Mapping[str, str], held: set[str], problems: list[Problem]
) -> dict[int, PersonRecord]:
    """Records by position, with their places as references; those whose every place is unknown are left out."""
    file = "list" if roster.form == "CSV" else "users"
    found: dict[int, PersonRecord] = {}
    for at, record in enumerate(roster.people):
        if record.places is None:
            found[at] = record
            continue
        known = {Place(refs[place.org], place.role, place.key) for place in record.places if place.org in refs}
        for org in sorted({place.org for place in record.places if place.org not in refs}):
            problems.append(Problem(file, record.row, "orgSourcedIds", "unknown_org", org[:40], aside=not known))
        if known:
            found[at] = PersonRecord(record.key, record.email, record.name, tuple(sorted(known)), record.row)
        else:
            held |= {record.key, record.email} - {""}
    return found


def _meet(records: Mapping[int, PersonRecord], known: Sequence[KnownPerson]) -> _Meeting:
    """First by key, then by address among those left; somebody with a place goes before somebody who left."""
    by_key = {one.person.key: one for one in known if one.person.key}
    met: dict[int, KnownPerson] = {at: by_key[one.key] for at, one in records.items() if one.key in by_key}
    taken = {one.pk for one in met.values()}
    by_email: dict[str, KnownPerson] = {}
    for one in sorted(known, key=lambda one: (not one.person.places, one.pk)):
        if one.person.email and one.pk not in taken:
            by_email.setdefault(one.person.email, one)
    for at, record in records.items():
        if at not in met and record.email in by_email:
            met[at] = by_email[record.email]
            taken.add(met[at].pk)
    pairs = [(record, met.get(at)) for at, record in records.items()]
    return _Meeting(pairs, [one for one in known if one.pk not in taken])


def _moves(
    roster: Roster, meeting: _Meeting, refs: Mapping[str, str], problems: list[Problem]
) -> dict[str, list[PlaceChange]]:
    """Single places of a list of changes, by the key of a person who is in the file or known."""
    keys = {record.key for record, _ in meeting.pairs} | {one.person.key for one in meeting.rest}
    moves: dict[str, list[PlaceChange]] = {}
    for change in roster.changes.places:
        if change.gone:
            moves.setdefault(change.person, []).append(change)
        elif change.person not in keys:
            problems.append(Problem("roles", change.row, "userSourcedId", "unknown_user"))
        elif change.place.org not in refs:
            problems.append(Problem("roles", change.row, "orgSourcedId", "unknown_org", change.place.org[:40]))
        else:
            place = Place(refs[change.place.org], change.place.role, change.place.key)
            moves.setdefault(change.person, []).append(PlaceChange(change.person, place, False, change.row))
    return moves


def _moved(places: Iterable[Place], moves: Iterable[PlaceChange]) -> tuple[Place, ...]:
    moves = list(moves)
    touched = {move.place.key for move in moves}
    stay = {place for place in places if not place.key or place.key not in touched}
    return tuple(sorted(stay | {move.place for move in moves if not move.gone}))


def _change(
    record: PersonRecord, one: KnownPerson | None, moves: Mapping[str, list[PlaceChange]], held: set[str]
) -> PersonChange | None:
    """None for a change about somebody who is no staff here."""
    before = one.person if one is not None else None
    here = before.places if before is not None else ()
    places = _moved(here, moves.get(record.key, ())) if record.places is None else _keyed(record.places, here)
    if record.key in held:
        places = tuple(sorted({*places, *here}))
    if not places and not here:
        return None
    after = Person(
        key=record.key or (before.key if before else ""),
        email=record.email or (before.email if before else ""),
        name=record.name,
        places=places,
    )
    return PersonChange(_action(before, after), one.pk if one is not None else None, before, after, record.row)


def _keyed(places: Sequence[Place], here: Sequence[Place]) -> tuple[Place, ...]:
    """A file without keys for places leaves the keys that are there."""
    keys = {(place.org, place.role): place for place in sorted(here, reverse=True)}
    return tuple(sorted({place if place.key else keys.get((place.org, place.role), place) for place in places}))


def _action(before: Person | None, after: Person) -> Action:
    if before is None or (not before.places and after.places):
        return "new"
    if before.places and not after.places:
        return "ended"
    return "unchanged" if before == after else "changed"


def _without_taken(
    changes: list[PersonChange], rest: Sequence[KnownPerson], records: Mapping[int, PersonRecord], held: set[str],
    problems: list[Problem],
) -> list[PersonChange]:  # fmt: skip
    """Two people with a place never get one address from a file; whoever would is left as they are."""
    staying = [one.person.email for one in rest if one.person.places and {one.person.key, one.person.email} & held]
    counts = Counter(change.after.email for change in changes if change.after.email) + Counter(filter(None, staying))
    shared = {email for email, count in counts.items() if count > 1}
    said = {(record.key, record.email) for record in records.values()}
    kept = []
    for change in changes:
        if change.after.email in shared and (change.after.key, change.after.email) in said:
            problems.append(Problem("users", change.row, "email", "email_taken", change.after.email[:60]))
            held |= {change.after.key, change.after.email} - {""}
        else:
            kept.append(change)
    return kept


def _unlisted(
    one: KnownPerson, moves: Mapping[str, list[PlaceChange]], gone: frozenset[str], held: set[str], *, whole: bool
) -> PersonChange:
    """Somebody known whom no row of the file is about."""
    before, places = one.person, one.person.places
    if not {before.key, before.email} & held:
        leaves = whole or (before.key in gone and before.key != "")
        places = () if leaves else _moved(places, moves.get(before.key, ()) if before.key else ())
    after = Person(before.key, before.email, before.name, places)
    return PersonChange(_action(before, after), one.pk, before, after)
