"""Coverage and foci in words, the same on the page and in the API."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from aimwell.contexts.networks.models import NetworkDriver
from aimwell.contexts.networks.queries.coverage import CoverageView
from aimwell.contexts.orgs.models import Org
from aimwell.domain.networks import OnItsOwn, Row
from aimwell.domain.words.networks import joined, quoted, say


@dataclass(frozen=True)
class DriverLine:
    """`held`: for each member in order, whether a team that is named works on it."""

    driver: NetworkDriver
    row: Row
    places: tuple[Org, ...]
    held: tuple[tuple[Org, bool], ...]
    words: str


@dataclass(frozen=True)
class OwnLine:
    place: Org
    words: str
    problems: tuple[str, ...]


@dataclass(frozen=True)
class Told:
    view: CoverageView
    lang: str

    @cached_property
    def _members(self) -> dict[int, Org]:
        return {org.pk: org for org in self.view.look.members}

    @cached_property
    def _names(self) -> dict[int, str]:
        return {driver.pk: driver.name for driver in self.view.secondary}

    @property
    def headline(self) -> str:
        done, total = len(self.view.coverage.addressed), len(self.view.secondary)
        return say("addressed", self.lang, done=done, n=total)

    @property
    def untouched(self) -> str:
        """Which drivers nobody took yet; nothing where there is no driver at all."""
        names = [driver.name for driver in self.view.untouched]
        if names:
            return say("untouched", self.lang, n=len(names), names=quoted(names, self.lang))
        return say("all_touched", self.lang) if self.view.secondary else ""

    @cached_property
    def lines(self) -> list[DriverLine]:
        rows = zip(self.view.secondary, self.view.coverage.rows, strict=True)
        return [self._line(driver, row) for driver, row in rows]

    def _line(self, driver: NetworkDriver, row: Row) -> DriverLine:
        here = set(row.places)
        held = tuple((org, org.pk in here) for org in self.view.look.members)
        return DriverLine(driver, row, tuple(org for org, there in held if there), held, self._counts(row))

    def _counts(self, row: Row) -> str:
        """ "3 members, 10 local teams, 14 cycles"."""
        if not row.teams:
            return say("nobody", self.lang)
        facts = [("places", len(row.places)), ("local", row.local), ("wide", row.wide)]
        teams = ", ".join(say(key, self.lang, n=n) for key, n in facts if n)
        unnamed = f" {say('unnamed', self.lang, n=row.unnamed)}" if row.unnamed else ""
        cycles = f", {say('cycles', self.lang, n=row.cycles)}" if row.cycles else ""
        return f"{teams}{unnamed}{cycles}"

    def _places(self, keys: tuple[int, ...]) -> str:
        return joined([self._members[key].name for key in keys], self.lang)

    @property
    def clusters(self) -> list[str]:
        return [self._group("cluster", one.driver, one.places) for one in self.view.foci.clusters]

    @property
    def pairs(self) -> list[str]:
        return [self._group("pair", one.driver, one.places) for one in self.view.foci.pairs]

    def _group(self, key: str, driver: int, places: tuple[int, ...]) -> str:
        return say(key, self.lang, driver=quoted([self._names[driver]], self.lang), places=self._places(places))

    @cached_property
    def alone(self) -> list[OwnLine]:
        return [
            OwnLine(self._members[one.place], self._alone(one), self._about(one.place)) for one in self.view.foci.alone
        ]

    def _alone(self, one: OnItsOwn) -> str:
        place = self._members[one.place].name
        if not one.drivers:
            return say("alone_outside", self.lang, place=place)
        drivers = quoted([self._names[key] for key in one.drivers], self.lang)
        if not one.beside:
            return say("alone", self.lang, place=place, drivers=drivers)
        return say("alone_beside", self.lang, place=place, drivers=drivers, beside=self._places(one.beside))

    def _about(self, place: int) -> tuple[str, ...]:
        """The problems its teams work on, in their own words, so that a reader sees why it stands on its own."""
        here = (one for one in self.view.placed if one.work.place == place)
        return tuple(dict.fromkeys(one.place.inquiry.problem for one in here if one.place.inquiry.problem))[:3]
