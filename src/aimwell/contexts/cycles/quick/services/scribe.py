"""Notes written for others: who wrote and who contributed are two things, and each may say "that was me" (S1 R-35)."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from aimwell.contexts.cycles.models import Entry
from aimwell.contexts.cycles.quick.models import Contributor
from aimwell.contexts.cycles.services.store import held
from aimwell.contexts.people import services as people
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content
from aimwell.domain.errors import Refused

LONGEST = 120


@transaction.atomic
def name_people(*, by: User, entry: Entry, names: Iterable[str]) -> list[Contributor]:
    """Who contributed, all of them; those no longer named are taken off. Nobody needs an account.

    Raises NotAllowed.
    """
    held(by=by, obj=entry.cycle)
    wanted = list(dict.fromkeys(name.strip()[:LONGEST] for name in names if name.strip()))
    there = {row.name: row for row in Contributor.objects.filter(entry=entry, ended_at=None)}
    for name, row in there.items():
        if name not in wanted:
            people.set_aside(by=by, obj=row)
    made = [there.get(name) or create_content(by=by, model=Contributor, entry=entry, name=name) for name in wanted]
    said = ", ".join(row.name for row in made)
    if entry.seen_by != said[:LONGEST]:
        change_content(by=by, obj=entry, version=None, seen_by=said[:LONGEST])
    return made


@transaction.atomic
def claim(*, by: User, contributor: Contributor) -> Contributor:
    """ "That was me": a member ties the name to their own account. Raises NotAllowed, Refused("in_the_way")."""
    stored = held(by=by, obj=contributor)
    if stored.person_id == by.pk:
        return stored
    if stored.person_id is not None:
        raise Refused("in_the_way")
    return change_content(by=by, obj=stored, version=None, verb="claimed", person=by)


@transaction.atomic
def unclaim(*, by: User, contributor: Contributor) -> Contributor:
    """Take back one's own "that was me"."""
    stored = held(by=by, obj=contributor)
    if stored.person_id != by.pk:
        return stored
    return change_content(by=by, obj=stored, version=None, verb="unclaimed", person=None)


@transaction.atomic
def correct_note(*, by: User, entry: Entry, version: int | None, text: str) -> Entry:
    """Other words for a note, by whoever knows better; the first words stay in its history.

    Raises NotAllowed, StaleEdit with both texts, Refused("words_needed").
    """
    if not text.strip():
        raise Refused("words_needed")
    return change_content(by=by, obj=entry, version=version, verb="reworded", text=text.strip())
