"""What is in force, as the domain compares it."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Max

from aimwell.contexts.orgs.models import Org
from aimwell.contexts.orgs.queries import under_any
from aimwell.contexts.people.rosters.models import RosterBook, StaffPerson, StaffPlace, StudentGroup, StudentSeat
from aimwell.domain.rosters import KnownOrg, KnownPerson, Person, Place
from aimwell.domain.rosters.students_compared import Group, Seat


def known_tree(org: Org) -> list[KnownOrg]:
    rows = Org.objects.filter(under_any([org.path])).order_by("path")
    return [KnownOrg(*row) for row in rows.values_list("pk", "kind", "name", "path")]


def tree_mark(org: Org) -> str:
    """Changes when an organisation is added below `org`."""
    found = Org.objects.filter(under_any([org.path])).order_by().aggregate(count=Count("pk"), last=Max("pk"))
    return f"{found['count']}-{found['last']}"


def known_people(book: RosterBook) -> list[KnownPerson]:
    places: dict[int, list[Place]] = {}
    rows = StaffPlace.objects.filter(person__book=book, ended=None).order_by()
    for person, org, role, key in rows.values_list("person", "org", "role", "key").iterator(chunk_size=5000):
        places.setdefault(person, []).append(Place(str(org), role, key))
    people = StaffPerson.objects.filter(book=book).order_by("pk").values_list("pk", "key", "email", "name")
    return [
        KnownPerson(pk, Person(key, email, name, tuple(sorted(places.get(pk, ())))))
        for pk, key, email, name in people.iterator(chunk_size=5000)
    ]


def known_groups(book: RosterBook) -> dict[str, Group]:
    rows = StudentGroup.objects.filter(book=book).values_list("key", "title", "org")
    return {key: Group(title, str(org)) for key, title, org in rows}


def known_seats(book: RosterBook) -> dict[str, Seat]:
    rows: Any = StudentSeat.objects.filter(book=book).values_list("digest", "org", "grade", "groups")
    return {
        digest: Seat(str(org) if org else "", grade, tuple(groups))
        for digest, org, grade, groups in rows.iterator(chunk_size=5000)
    }
