"""Open work of a team and who keeps each piece.

A cycle and numbers on their way in are kept by whoever began them, until they are handed on; a measure by the person
named as its collector. What was kept by somebody who has left has no owner until it is handed on or parked.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from django.urls import reverse

from aimwell.contexts.cycles.models import Cycle, CycleState
from aimwell.contexts.measures.models import DataImport, ImportState, Measure
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import Membership
from aimwell.contexts.reports.handover.models import Keeping, WorkKind
from aimwell.domain.access.roles import IN_THE_TEAM
from aimwell.domain.errors import NotFound

Person = tuple[str, int | str]
ON_THE_WAY = (ImportState.READING, ImportState.READY)


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of open work. `on`: its next date. `before`: who kept it, where that person has left."""

    kind: WorkKind
    pk: int
    title: str
    url: str
    on: datetime.date | None = None
    holder: Membership | None = None
    before: Membership | None = None
    parked: str = ""

    @property
    def key(self) -> str:
        return f"{self.kind.value}-{self.pk}"

    @property
    def ownerless(self) -> bool:
        return self.holder is None and not self.parked


def person_of(place: Membership) -> Person:
    """A person with a login is known by it, whatever place they hold; others by their name."""
    return ("user", place.user_id) if place.user_id else ("name", named(place.name))


def named(text: str) -> str:
    return " ".join(text.split()).casefold()


@dataclass(frozen=True)
class Work:
    """All open work of a team; five queries."""

    team: Team

    @cached_property
    def places(self) -> list[Membership]:
        """Every place there ever was, the open ones last, so that they win."""
        rows = list(Membership.objects.filter(team=self.team).order_by("started", "pk"))
        return sorted(rows, key=lambda place: place.ended is None)

    @property
    def open_places(self) -> list[Membership]:
        return sorted((place for place in self.places if place.ended is None), key=lambda place: place.name)

    @property
    def hands(self) -> list[Membership]:
        """Who can take something: those in the team who work in it. A sponsor reads."""
        return [place for place in self.open_places if place.role in IN_THE_TEAM]

    @cached_property
    def _people(self) -> dict[Person, Membership]:
        return {person_of(place): place for place in self.places}

    @cached_property
    def _names(self) -> dict[str, Membership]:
        return {named(place.name): place for place in self.places}

    @cached_property
    def _keepings(self) -> dict[tuple[str, int], Keeping]:
        rows = Keeping.objects.filter(team=self.team, ended=None).select_related("holder", "came_from")
        return {(row.kind, row.object_id): row for row in rows}

    @cached_property
    def items(self) -> list[Item]:
        """Cycles by the day to look, then measures and numbers on their way in."""
        return [*self._cycles(), *self._measures(), *self._imports()]

    def of(self, place: Membership) -> list[Item]:
        """What this person keeps, whichever place they hold."""
        return [item for item in self.items if item.holder and person_of(item.holder) == person_of(place)]

    @property
    def without_owner(self) -> list[Item]:
        return [item for item in self.items if item.ownerless]

    def others(self, place: Membership) -> list[Membership]:
        """To whom this person can hand something."""
        return [other for other in self.hands if person_of(other) != person_of(place)]

    def _cycles(self) -> Iterable[Item]:
        rows = Cycle.objects.filter(owner_team=self.team, practice=False, ended_at=None).exclude(state=CycleState.DONE)
        for row in rows.order_by("look_on", "pk"):
            url = reverse("cycles:cycle", args=[row.pk])
            yield self._item(
                Item(WorkKind.CYCLE, row.pk, row.try_what, url, row.look_on), self._by_key(row.created_by_id)
            )

    def _measures(self) -> Iterable[Item]:
        """Those whose collector is, or was, somebody of the team; any other word there is the team's own matter."""
        for row in Measure.objects.filter(owner_team=self.team, ended_at=None).order_by("name", "pk"):
            place = self._names.get(named(row.collector)) if row.collector.strip() else None
            if place is not None:
                item = Item(WorkKind.MEASURE, row.pk, row.name, reverse("measures:measure", args=[row.pk]))
                yield self._item(item, place, handed=False)

    def _imports(self) -> Iterable[Item]:
        rows = DataImport.objects.filter(owner_team=self.team, ended_at=None, state__in=ON_THE_WAY)
        for row in rows.select_related("measure").order_by("pk"):
            item = Item(WorkKind.IMPORT, row.pk, row.measure.name, reverse("measures:import", args=[row.pk]))
            yield self._item(item, self._by_key(row.created_by_id))

    def _by_key(self, user_id: int | None) -> Membership | None:
        return self._people.get(("user", user_id)) if user_id else None

    def _item(self, item: Item, began: Membership | None, *, handed: bool = True) -> Item:
        """With its keeper. `handed`: whether a row says to whom it was handed; a measure says so itself, and what was
        said of it counts only while its collector is gone."""
        said = self._keepings.get((item.kind.value, item.pk))
        kept = self._people.get(person_of(said.holder)) if handed and said and said.holder else began
        here = kept if kept is not None and kept.ended is None and kept.role in IN_THE_TEAM else None
        if said is not None and said.parked and (handed or here is None):
            return replace(item, before=said.came_from, parked=said.parked)
        return replace(item, holder=here, before=None if here else kept)


def work_of(team: Team) -> Work:
    return Work(team)


def find_place(team: Team, pk: int) -> Membership:
    """A place of this team, open or ended. Raises NotFound."""
    place = Membership.objects.select_related("user", "team__org").filter(team=team, pk=pk).first()
    if place is None:
        raise NotFound
    return place
