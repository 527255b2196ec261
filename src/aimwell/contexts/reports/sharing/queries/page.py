"""The page on which a team opens and closes one piece of its work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse

from aimwell.contexts.meetings.models import Meeting
from aimwell.contexts.meetings.queries import MeetingRow
from aimwell.contexts.orgs.queries import ancestors
from aimwell.contexts.people.models import ClosedToOutside, OutsideRole, TeamContent
from aimwell.contexts.people.queries import Reader as User
from aimwell.contexts.people.queries import find, may_edit_team
from aimwell.contexts.reports.sharing.keys import key_of
from aimwell.contexts.reports.sharing.kinds import kind_of, model_of, page_of
from aimwell.contexts.reports.sharing.queries.ladder import Step, ladder_of
from aimwell.contexts.reports.sharing.queries.naming import names_near
from aimwell.contexts.reports.sharing.queries.shown import Shown, shown_of
from aimwell.domain.access import Relation, Rung
from aimwell.domain.access.eyes import FARTHEST, STANDS, Detail, Eyes, Reader
from aimwell.domain.access.naming import mentioned
from aimwell.domain.errors import NotAllowed
from aimwell.domain.words.sharing import TABLE


@dataclass(frozen=True)
class SharingPage:
    """`to`: the rung that is looked at; `reader`: through whose eyes."""

    obj: TeamContent
    to: Rung
    reader: Reader
    lang: str

    @property
    def kind(self) -> str:
        return kind_of(self.obj)

    @property
    def label(self) -> str:
        """Its name in the history."""
        return self.obj._meta.label_lower

    @property
    def now(self) -> Rung:
        return Rung(self.obj.rung)

    @property
    def title(self) -> str:
        if isinstance(self.obj, Meeting):
            row = MeetingRow(self.obj, self.lang)
            return f"{row.title}, {row.day}"
        return str(self.obj)

    @property
    def page(self) -> str:
        return page_of(self.obj)

    @property
    def now_words(self) -> str:
        return TABLE.say(f"now.{self.now.key}", self.lang)

    @property
    def act_words(self) -> str:
        """What the button says."""
        closing = self.to < self.now and self.to != Rung.TEAM
        return TABLE.say(f"{'close' if closing else 'do'}.{self.to.key}", self.lang)

    @cached_property
    def steps(self) -> list[Step]:
        return ladder_of(self.obj, to=self.to, lang=self.lang)

    @property
    def coming(self) -> list[Step]:
        """Rungs that come in, lowest first."""
        return [step for step in self.steps if self.now < step.rung <= self.to]

    @property
    def going(self) -> list[Step]:
        """Rungs that would no longer see it, farthest first."""
        return [step for step in reversed(self.steps) if self.to < step.rung <= self.now]

    @property
    def readers(self) -> list[tuple[Reader, str]]:
        return [(reader, TABLE.say(f"reader.{reader}", self.lang)) for reader in Reader]

    @property
    def reader_words(self) -> str:
        return TABLE.say(f"reader.{self.reader}", self.lang)

    @cached_property
    def eyes(self) -> Eyes:
        return Eyes(frozenset({self._stands}), self.to)

    @property
    def _stands(self) -> Relation:
        return Relation.OTHER if self.kept_out else STANDS[self.reader]

    @cached_property
    def kept_out(self) -> bool:
        """The organisation, or one above it, is closed to this reader (S1 R-75)."""
        org = self.obj.owner_team.org
        if org is None or self.reader not in OutsideRole.values:
            return False
        shut = ClosedToOutside.objects.filter(role=self.reader.value, ended=None)
        return shut.filter(org__path__in=ancestors(org.path)).exists()

    @cached_property
    def shown(self) -> Shown | None:
        """The work as that reader would get it; None where they could not read it."""
        return shown_of(self.eyes, self.obj, self.lang) if self.eyes.may_read else None

    @cached_property
    def still_named(self) -> Sequence[str]:
        """Names of people and places in words that would be read without them."""
        if self.shown is None or self.eyes.sees(Detail.PEOPLE):
            return ()
        return mentioned(self.shown.texts, names_near(self.obj))

    @property
    def address(self) -> str:
        """The path to hand on; empty where only those read it who find it on the team's own pages."""
        return shared_path(self.obj) if self.to >= Rung.NETWORK_UNNAMED else ""


def shared_path(obj: TeamContent) -> str:
    kind = kind_of(obj)
    return reverse("sharing:shared", args=[kind, key_of(kind, obj.pk)])


def sharing_page(user: User, kind: str, pk: int, *, to: str = "", reader: str = "", lang: str) -> SharingPage:
    """Raises NotFound for what `user` may not read, NotAllowed for others than members. A rung or a reader that does
    not exist counts as none: then the rung it stands on, and whoever came in last.
    """
    obj = find(user, model_of(kind), pk)
    if not may_edit_team(user, obj.owner_team):
        raise NotAllowed
    rung = rung_of(to) if to else None
    rung = Rung(obj.rung) if rung is None else rung
    return SharingPage(obj, rung, Reader(reader) if reader in set(Reader) else FARTHEST[rung], lang)


def rung_of(key: str) -> Rung | None:
    return next((rung for rung in Rung if rung.key == key), None)
