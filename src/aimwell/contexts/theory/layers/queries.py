"""Whom a team may ask for a layer, and the layers of one fishbone beside the causes of the team."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q, QuerySet

from aimwell.contexts.orgs.models import OrgKind
from aimwell.contexts.orgs.queries import ancestors
from aimwell.contexts.people.models import Membership, OrgRole, TeamRole, User
from aimwell.contexts.people.queries import INSIDE, Reader, coaches_of, find, may_edit_team, visible_to
from aimwell.contexts.theory.layers.models import CauseOrigin, LayerAsk, LayerLine
from aimwell.contexts.theory.models import Bone, Cause, Inquiry
from aimwell.contexts.theory.queries import InquiryView
from aimwell.domain.access import Permission, Relation, Rung, allowed, masked
from aimwell.domain.access.roles import reads_as
from aimwell.domain.errors import NotFound


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may comment on the work, and how they stand to the team."""

    user: User
    relation: Relation


def people_to_ask(inquiry: Inquiry) -> list[Person]:
    """Who may comment on this work already, on the rung that it is open to; members are not asked.

    Nearest first, each once. At most four queries.
    """
    team, rung = inquiry.owner_team, Rung(inquiry.rung)
    inside = set(Membership.objects.filter(team=team, ended=None, role__in=INSIDE).values_list("user", flat=True))
    found: dict[int, Person] = {}
    for relation, rows in _by_relation(inquiry).items():
        alone = frozenset({relation})
        if allowed(alone, Permission.COMMENT, rung) and not masked(alone, rung):
            for user in rows.filter(is_active=True).order_by("name", "pk"):
                if user.pk not in inside:
                    found.setdefault(user.pk, Person(user, relation))
    return list(found.values())


def _by_relation(inquiry: Inquiry) -> dict[Relation, QuerySet[User]]:
    """Colleagues and the principal of the school, coaches, and the offices above."""
    team = inquiry.owner_team
    places = Q(team=team, role=TeamRole.SPONSOR)
    held = OrgRole.objects.none()
    if team.org is not None:
        held = OrgRole.objects.filter(org__path__in=ancestors(team.org.path), ended=None)
        if team.org.kind == OrgKind.SCHOOL:
            places |= Q(team__org=team.org, role__in=INSIDE)
    near = Q(pk__in=Membership.objects.filter(places, ended=None).values("user"))
    led = held.filter(org__kind=OrgKind.SCHOOL, org=team.org, kind__in=sorted(reads_as(Relation.SCHOOL)))
    over = sorted(reads_as(Relation.SCHOOL) | reads_as(Relation.NETWORK))
    return {
        Relation.SCHOOL: User.objects.filter(near | Q(pk__in=led.values("user"))),
        Relation.COACH: coaches_of(team),
        Relation.NETWORK: User.objects.filter(pk__in=held.filter(kind__in=over).values("user")),
    }


@dataclass(frozen=True)
class Layers:
    """What was added to one fishbone. `only`: one request alone, for whoever was asked.

    Each list is one query, made when it is first asked for.
    """

    view: InquiryView
    only: LayerAsk | None = None

    @cached_property
    def asks(self) -> list[LayerAsk]:
        rows = LayerAsk.objects.filter(inquiry=self.view.inquiry, ended_at=None).select_related("whom")
        return list(rows.filter(pk=self.only.pk) if self.only else rows)

    @cached_property
    def lines(self) -> list[LayerLine]:
        """Those that stand, the first said first."""
        rows = LayerLine.objects.filter(ask__in=[ask.pk for ask in self.asks], ended_at=None)
        rows = rows.select_related("bone", "about", "ask")
        for line in (found := list(rows)):
            line.ask = self._by_key[line.ask_id]
        return found

    @cached_property
    def _by_key(self) -> dict[int, LayerAsk]:
        for ask in self.asks:
            ask.inquiry = self.view.inquiry
        return {ask.pk: ask for ask in self.asks}

    @cached_property
    def origins(self) -> list[CauseOrigin]:
        return list(CauseOrigin.objects.filter(cause__bone__inquiry=self.view.inquiry, ended_at=None))

    @cached_property
    def taken(self) -> dict[int, CauseOrigin]:
        """Where a line went, by line."""
        return {origin.line_id: origin for origin in self.origins}

    @property
    def open(self) -> list[LayerLine]:
        """Causes that nobody has taken over."""
        return [line for line in self.lines if not line.comment and line.pk not in self.taken]

    @property
    def comments(self) -> list[LayerLine]:
        return [line for line in self.lines if line.comment]

    def on(self, bone: Bone | None) -> list[LayerLine]:
        """Those that wait beside this bone; with None, those that have no bone that stands."""
        if bone is not None:
            return [line for line in self.open if line.bone_id == bone.pk]
        standing = {one.pk for one in self.view.bones}
        return [line for line in self.open if line.bone_id not in standing]

    def said_by(self, cause: Cause) -> Said:
        return _said([one for one in self.origins if one.cause_id == cause.pk])


@dataclass(frozen=True, slots=True)
class Said:
    """Who said a cause. `first` is empty where the team did."""

    first: str
    also: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.first or self.also)


def _said(origins: Iterable[CauseOrigin]) -> Said:
    rows = list(origins)
    first = next((one.label for one in rows if not one.merged), "")
    return Said(first, tuple(dict.fromkeys(one.label for one in rows if one.merged and one.label != first)))


def said_first(view: InquiryView, cause: Cause) -> Said:
    """Also of a cause that was said again or grew from another: what came first goes along. One query."""
    known = {one.pk: one for one in view.all_causes}
    chain, here = [cause.pk], cause
    while here.came_from_id in known and here.came_from_id not in chain:
        here = known[here.came_from_id]
        chain.append(here.pk)
    return _said(CauseOrigin.objects.filter(cause__in=chain, ended_at=None))


def find_ask(user: User, pk: int) -> LayerAsk:
    """For the team and for whoever was asked, while they may read the work. Raises NotFound."""
    ask = find(user, LayerAsk, pk, also=("whom",))
    _for_these_eyes(user, ask)
    return ask


def find_line(user: User, pk: int) -> LayerLine:
    """As `find_ask`; withdrawn lines too. Raises NotFound."""
    line = find(user, LayerLine, pk, with_ended=True, also=("ask__whom", "bone", "about"))
    _for_these_eyes(user, line.ask)
    return line


def _for_these_eyes(user: User, ask: LayerAsk) -> None:
    if ask.whom_id != user.pk and not may_edit_team(user, ask.inquiry.owner_team):
        raise NotFound


def asked_of(user: Reader) -> list[LayerAsk]:
    """What `user` was asked and may still read, the newest first, those that are open before the closed ones."""
    if not user.is_authenticated:
        return []
    rows = visible_to(user, LayerAsk).filter(whom=user, inquiry__ended_at=None).select_related("inquiry__owner_team")
    return sorted(rows.order_by("-id"), key=lambda ask: ask.closed_at is not None)


def open_asks(user: Reader) -> int:
    """How many wait for `user`: one query where nobody asked, as for most people on most days."""
    asked = {"whom": user, "closed_at": None, "ended_at": None}
    if not user.is_authenticated or not LayerAsk.objects.filter(**asked).exists():
        return 0
    return visible_to(user, LayerAsk).filter(**asked, inquiry__ended_at=None).count()
