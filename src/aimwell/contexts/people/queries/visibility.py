"""The visibility rule as a filter. Every read of team work goes through `visible_to`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import Any, TypeVar

from django.contrib.auth.models import AnonymousUser
from django.db.models import F, Model, Q, QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.lookups import In

from aimwell.contexts.orgs.models import NetworkOrg, Org, OrgKind, Team
from aimwell.contexts.orgs.queries import ancestors, under_any
from aimwell.contexts.people.models import (
    ClosedToOutside,
    CoachAssignment,
    Membership,
    NetworkRole,
    OrgRole,
    OutsideRole,
    TeamRole,
    User,
    WordsShown,
)
from aimwell.core import standing
from aimwell.domain.access import Permission, Relation, Rung, allowed, masked, rungs_named
from aimwell.domain.access.roles import IN_THE_TEAM, reads_as
from aimwell.domain.errors import NotFound
from aimwell.domain.words.speech import speak, speech_of

Reader = User | AnonymousUser
M = TypeVar("M", bound=Model)
INSIDE = sorted(IN_THE_TEAM)
AT_SCHOOL = reads_as(Relation.SCHOOL)
READING = sorted(AT_SCHOOL | reads_as(Relation.NETWORK))


def teams_of(user: Reader) -> QuerySet[Team]:
    """The teams in which `user` has a place today."""
    if not user.is_authenticated:
        return Team.objects.none()
    return Team.objects.filter(pk__in=Membership.objects.filter(user=user, ended=None, role__in=INSIDE).values("team"))


class Standing:
    """Where `user` stands today. Each fact is one query, made when it is first asked for.

    Own, coached, sponsored and school teams are few, so their keys are kept. A network may hold thousands of teams: it
    is kept as the paths of its organisations and, for filters, as one compiled subquery.
    """

    def __init__(self, user: User) -> None:
        self.user = user

    @cached_property
    def own(self) -> dict[int, Team]:
        """The teams in which `user` has a place, with their organisations, by key."""
        return {team.pk: team for team, role in self._places if role in IN_THE_TEAM}

    @cached_property
    def sponsored(self) -> frozenset[int]:
        return frozenset(team.pk for team, role in self._places if role == TeamRole.SPONSOR)

    @cached_property
    def _places(self) -> list[tuple[Team, str]]:
        rows = Membership.objects.filter(user=self.user, ended=None).order_by().select_related("team__org")
        return [(row.team, row.role) for row in rows]

    @cached_property
    def _offices(self) -> list[tuple[int, str, str, str]]:
        """Offices that give a look at teams; keeping an organisation in order gives none."""
        held = OrgRole.objects.filter(user=self.user, ended=None, kind__in=READING)
        return list(held.values_list("org", "org__kind", "org__path", "kind"))

    @property
    def _orgs(self) -> list[Org]:
        return [team.org for team in self.own.values() if team.org is not None]

    @cached_property
    def coached(self) -> frozenset[int]:
        return frozenset(CoachAssignment.objects.filter(user=self.user, ended=None).values_list("team", flat=True))

    @cached_property
    def schools(self) -> frozenset[int]:
        """Schools where `user` is a colleague or the principal."""
        places = {org.pk for org in self._orgs if org.kind == OrgKind.SCHOOL}
        led = {org for org, kind, _, role in self._offices if kind == OrgKind.SCHOOL and role in AT_SCHOOL}
        return frozenset(places | led)

    @cached_property
    def at_school(self) -> frozenset[int]:
        return frozenset(Team.objects.filter(org__in=self.schools).order_by().values_list("pk", flat=True))

    @cached_property
    def _tops(self) -> tuple[frozenset[str], frozenset[str]]:
        """Paths of organisations led or joined by a network of one's own, and of those reached as a hub only."""
        led = {path for _, _, path, _ in self._offices}
        above = {part for org in self._orgs for part in ancestors(org.path)}
        hub = NetworkRole.objects.filter(user=self.user, ended=None).values("network")
        joined = NetworkOrg.objects.filter(until=None, org__path__in=above | led).values("network")
        rows = NetworkOrg.objects.filter(Q(network__in=hub) | Q(network__in=joined), until=None)
        found = set(rows.annotate(mine=In(F("network"), joined)).values_list("org__path", "mine"))
        own = frozenset(led | {path for path, mine in found if mine})
        return own, frozenset(path for path, _ in found) - own

    @property
    def tops(self) -> frozenset[str]:
        """Paths of the organisations whose teams `user` stands beside: those led, and those in the same networks."""
        own, as_hub = self._tops
        return own | as_hub

    @cached_property
    def closed(self) -> frozenset[str]:
        """Paths of the organisations that keep hubs out (S1 R-75)."""
        if not self._tops[1]:
            return frozenset()
        rows = ClosedToOutside.objects.filter(role=OutsideRole.HUB, ended=None)
        return frozenset(rows.values_list("org__path", flat=True))

    def _beside_org(self, path: str) -> bool:
        above = ancestors(path)
        own, as_hub = self._tops
        if not own.isdisjoint(above):
            return True
        return not as_hub.isdisjoint(above) and self.closed.isdisjoint(above)

    @cached_property
    def beside(self) -> RawSQL:
        """Keys of the teams under `tops`. Compiled once, because a page asks the rule a dozen times."""
        own, as_hub = self._tops
        seen = under_any(own, "org__path")
        if as_hub:
            seen |= under_any(as_hub, "org__path") & ~under_any(self.closed, "org__path")
        teams = Team.objects.filter(seen).order_by().values("pk")
        return RawSQL(*teams.query.sql_with_params())  # noqa: S611  (the words come from Django, the values are parameters)

    def teams(self) -> dict[Relation, Any]:
        """What `owner_team__in` takes, by relation; relations to nobody are left out."""
        found = {
            Relation.MEMBER: frozenset(self.own),
            Relation.SCHOOL: self.at_school | self.sponsored,
            Relation.COACH: self.coached,
        }
        found = {relation: keys for relation, keys in found.items() if keys}
        return {**found, Relation.NETWORK: self.beside} if self.tops else found

    def to(self, team: Team) -> Iterator[Relation]:
        """How `user` stands to `team`, nearest first, so that whoever asks can stop at the first that will do."""
        if team.pk in self.own:
            yield Relation.MEMBER
        if team.org_id in self.schools or team.pk in self.sponsored:
            yield Relation.SCHOOL
        if team.pk in self.coached:
            yield Relation.COACH
        if team.org is not None and self._beside_org(team.org.path):
            yield Relation.NETWORK


def standing_of(user: User) -> Standing:
    return standing.once("standing", user.pk, lambda: Standing(user))


def visible_q(user: Reader, root: str = "") -> Q:
    """The filter behind `visible_to` for a model whose owner is reached by the field path `root`."""
    prefix = f"{root}__" if root else ""
    seen = Q(**{f"{prefix}rung": Rung.PUBLIC})  # "=", not "in": so it is found by its index
    for relation, teams in (standing_of(user).teams() if user.is_authenticated else {}).items():
        mine = Q(**{f"{prefix}owner_team__in": teams})
        rungs = rungs_named(relation)
        seen |= mine if len(rungs) == len(Rung) else Q(**{f"{prefix}rung__in": sorted(rungs)}) & mine
    return seen


def team_q(user: Reader, team: Team, root: str = "") -> Q:
    """The same for the work of one team, where the reader's place in it is already the answer."""
    prefix = f"{root}__" if root else ""
    owned, seen = Q(**{f"{prefix}owner_team": team.pk}), set(rungs_named(Relation.OTHER))
    for relation in standing_of(user).to(team) if user.is_authenticated else ():
        seen |= rungs_named(relation)
        if len(seen) == len(Rung):
            return owned
    return owned & Q(**{f"{prefix}rung__in": sorted(seen)})


def visible_to(user: Reader, model: type[M], *, team: Team | None = None, with_ended: bool = False) -> QuerySet[M]:
    """The rows of `model` that `user` may read, those of one team where it is known; set-aside ones only on request."""
    root: str = model.ROOT  # type: ignore[attr-defined]
    rows = model._default_manager.filter(team_q(user, team, root) if team else visible_q(user, root))
    return rows if with_ended else rows.filter(ended_at=None)


def find(
    user: Reader, model: type[M], pk: int, *, with_ended: bool = False, also: Sequence[str] = (), **related: Any
) -> M:
    """One visible row with its owner and what `also` names, or NotFound: nobody can tell not there from not shared."""
    root: str = model.ROOT  # type: ignore[attr-defined]
    rows = model._default_manager.select_related(f"{root}__owner_team__org" if root else "owner_team__org", *also)
    row = next(iter(rows.filter(pk=pk, **related, **({} if with_ended else {"ended_at": None})).order_by()), None)
    if row is None or not may(user, Permission.VIEW, row):
        raise NotFound
    told_in_words_of(user, owner_of(row)[0])
    return row


def relations(user: Reader, team: Team) -> frozenset[Relation]:
    """How `user` stands to `team`."""
    return frozenset({Relation.OTHER, *(standing_of(user).to(team) if user.is_authenticated else ())})


def owner_of(obj: Any) -> tuple[Team, Rung]:
    """The team that owns `obj`, and the rung it is open to."""
    root = obj
    for name in filter(None, obj.ROOT.split("__")):
        root = getattr(root, name)
    return root.owner_team, Rung(root.rung)


def may(user: Reader, permission: Permission, obj: Any) -> bool:
    """The visibility rule for one object; equal to membership in `visible_to` for VIEW.

    Work that is open without its team's name is not seen here: these are the pages that name teams.
    """
    team, rung = owner_of(obj)
    stands = standing_of(user).to(team) if user.is_authenticated else ()
    return any(
        allowed(one, permission, rung) and not masked(one, rung)
        for one in (frozenset({relation}) for relation in chain(stands, [Relation.OTHER]))
    )


def may_edit_team(user: Reader, team: Team) -> bool:
    return user.is_authenticated and team.pk in standing_of(user).own


def visible_teams(user: Reader) -> QuerySet[Team]:
    """Teams whose name `user` may know: own, at the same school, coached, or in the same network."""
    if not user.is_authenticated:
        return Team.objects.none()
    seen = Q(pk__in=[])
    for teams in standing_of(user).teams().values():
        seen |= Q(pk__in=teams)
    return Team.objects.filter(seen)


def find_team(user: Reader, pk: int) -> Team:
    """Raises NotFound for a team that `user` may not know."""
    if user.is_authenticated and pk in standing_of(user).own:
        return told_in_words_of(user, standing_of(user).own[pk])
    team = Team.objects.select_related("org").filter(pk=pk).first()
    stands = standing_of(user).to(team) if team and user.is_authenticated else iter(())
    if team is None or next(stands, None) is None:
        raise NotFound
    return told_in_words_of(user, team)


def told_in_words_of(user: Reader, team: Team) -> Team:
    """From here on the page, file or answer is told in the words of `team`, whose work was found.

    A reader may choose to read other teams in the words of their own; without a team those are the usual words.
    """
    words = team.words
    if user.is_authenticated and user.words_shown == WordsShown.MINE and team.pk not in standing_of(user).own:
        words = next((own.words for own in standing_of(user).own.values()), {})
    speak(speech_of(words))
    return team


def members_of(team: Team) -> QuerySet[Membership]:
    return team.memberships.filter(ended=None).select_related("user")


def members_on(team: Team, day: datetime.date) -> QuerySet[Membership]:
    """Who was in the team on that day, with the role of that day (S0 R-44). Whoever left on it is gone."""
    there = team.memberships.filter(Q(ended=None) | Q(ended__gt=day), started__lte=day)
    return there.select_related("user").order_by("name", "id")


def coaches_of(team: Team) -> QuerySet[User]:
    return User.objects.filter(coach_assignments__team=team, coach_assignments__ended=None).order_by("name")
