"""The visibility rule as a filter. Every read of team work goes through `visible_to`."""

from __future__ import annotations

from typing import Any, TypeVar

from django.contrib.auth.models import AnonymousUser
from django.db.models import Model, Q, QuerySet

from aimwell.contexts.orgs.models import NetworkOrg, OrgKind, Team
from aimwell.contexts.orgs.queries import ancestors, under
from aimwell.contexts.people.models import CoachAssignment, Membership, NetworkRole, OrgRole, User
from aimwell.core import standing
from aimwell.domain.access import Permission, Relation, Rung, allowed, rungs_visible
from aimwell.domain.errors import NotFound

Reader = User | AnonymousUser
M = TypeVar("M", bound=Model)


def teams_of(user: Reader) -> QuerySet[Team]:
    """The teams in which `user` has a place today."""
    if not user.is_authenticated:
        return Team.objects.none()
    return Team.objects.filter(pk__in=Membership.objects.filter(user=user, ended=None).values("team"))


def schools_seen_by(user: User) -> Q:
    """Teams whose school rung `user` stands on: colleagues at the same school, and its sponsor."""
    same_school = Membership.objects.filter(user=user, ended=None, team__org__kind=OrgKind.SCHOOL)
    sponsored = OrgRole.objects.filter(user=user, ended=None, org__kind=OrgKind.SCHOOL)
    return Q(org__in=same_school.values("team__org")) | Q(org__in=sponsored.values("org"))


def networks_seen_by(user: User) -> Q:
    """Teams in the districts that `user` leads, in the user's networks, or in the networks of the user's teams."""
    seen = Q(pk__in=[])
    for path in standing.once("tops", user.pk, lambda: _tops(user)):
        seen |= under(path, "org__path")
    return seen


def _tops(user: User) -> list[str]:
    """The paths of the organisations whose teams `user` stands beside in a network."""
    led = set(OrgRole.objects.filter(user=user, ended=None).values_list("org__path", flat=True))
    own = Membership.objects.filter(user=user, ended=None, team__org__isnull=False)
    above = {part for path in own.values_list("team__org__path", flat=True) for part in ancestors(path)}
    hub = NetworkRole.objects.filter(user=user, ended=None).values("network")
    joined = NetworkOrg.objects.filter(until=None, org__path__in=above | led).values("network")
    networks = NetworkOrg.objects.filter(Q(network__in=hub) | Q(network__in=joined), until=None)
    return sorted(led | set(networks.values_list("org__path", flat=True)))


def teams_by_relation(user: Reader) -> dict[Relation, QuerySet[Team]]:
    if not user.is_authenticated:
        return {}
    coached = CoachAssignment.objects.filter(user=user, ended=None).values("team")
    return {
        Relation.MEMBER: teams_of(user),
        Relation.SCHOOL: Team.objects.filter(schools_seen_by(user)),
        Relation.COACH: Team.objects.filter(pk__in=coached),
        Relation.NETWORK: Team.objects.filter(networks_seen_by(user)),
    }


def visible_q(user: Reader, root: str = "") -> Q:
    """The filter behind `visible_to` for a model whose owner is reached by the field path `root`."""
    prefix = f"{root}__" if root else ""
    seen = Q(**{f"{prefix}rung__in": sorted(rungs_visible(Relation.OTHER))})
    for relation, teams in teams_by_relation(user).items():
        mine = Q(**{f"{prefix}owner_team__in": teams.order_by().values("pk")})
        rungs = rungs_visible(relation)
        seen |= mine if len(rungs) == len(Rung) else mine & Q(**{f"{prefix}rung__in": sorted(rungs)})
    return seen


def visible_to(user: Reader, model: type[M], *, with_ended: bool = False) -> QuerySet[M]:
    """The rows of `model` that `user` may read; those set aside only on request."""
    rows = model._default_manager.filter(visible_q(user, model.ROOT))  # type: ignore[attr-defined]
    return rows if with_ended else rows.filter(ended_at=None)


def find(user: Reader, model: type[M], pk: int, *, with_ended: bool = False, **related: Any) -> M:
    """One visible row, or NotFound: a row that is not there and one that is not shared are told apart by nobody."""
    row = visible_to(user, model, with_ended=with_ended).filter(pk=pk, **related).first()
    if row is None:
        raise NotFound
    return row


def relations(user: Reader, team: Team) -> frozenset[Relation]:
    """How `user` stands to `team`."""
    found = {relation for relation, teams in teams_by_relation(user).items() if teams.filter(pk=team.pk).exists()}
    return frozenset(found | {Relation.OTHER})


def owner_of(obj: Any) -> tuple[Team, Rung]:
    """The team that owns `obj`, and the rung it is open to."""
    root = obj
    for name in filter(None, obj.ROOT.split("__")):
        root = getattr(root, name)
    return root.owner_team, Rung(root.rung)


def may(user: Reader, permission: Permission, obj: Any) -> bool:
    """The visibility rule for one object; equal to membership in `visible_to` for VIEW."""
    team, rung = owner_of(obj)
    return allowed(relations(user, team), permission, rung)


def may_edit_team(user: Reader, team: Team) -> bool:
    return Relation.MEMBER in relations(user, team)


def visible_teams(user: Reader) -> QuerySet[Team]:
    """Teams whose name `user` may know: own, at the same school, coached, or in the same network."""
    if not user.is_authenticated:
        return Team.objects.none()
    seen = Q(pk__in=[])
    for teams in teams_by_relation(user).values():
        seen |= Q(pk__in=teams.order_by().values("pk"))
    return Team.objects.filter(seen)


def find_team(user: Reader, pk: int) -> Team:
    team = visible_teams(user).select_related("org").filter(pk=pk).first()
    if team is None:
        raise NotFound
    return team


def members_of(team: Team) -> QuerySet[Membership]:
    return team.memberships.filter(ended=None).select_related("user")


def coaches_of(team: Team) -> QuerySet[User]:
    return User.objects.filter(coach_assignments__team=team, coach_assignments__ended=None).order_by("name")
