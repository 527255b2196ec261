from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.measures.models import Measure, Observation
from aimwell.contexts.orgs.models import Org, OrgKind, Team, TeamKind
from aimwell.contexts.people.models import User
from aimwell.contexts.people.offices import orgs_with
from aimwell.contexts.people.queries import teams_of
from aimwell.demo.build.people import email_of
from aimwell.demo.personas import GROUPS, START_WITH, Persona
from aimwell.demo.worlds.people import PEOPLE
from aimwell.demo.worlds.teams import BY_KEY
from aimwell.domain.access.roles import Power
from aimwell.domain.errors import NotFound

NAMES = {one.key: one.name for one in PEOPLE}


@dataclass(frozen=True)
class PersonRow:
    """One button on the demo page."""

    key: str
    name: str
    who: str | Promise
    look: str | Promise
    first: bool


@dataclass(frozen=True)
class PersonGroup:
    label: str | Promise
    people: tuple[PersonRow, ...]


def person_groups() -> list[PersonGroup]:
    """The people one may sign in as, where they are in the database."""
    here = set(User.objects.filter(synthetic=True, is_active=True).values_list("email", flat=True))
    groups = [
        PersonGroup(
            group.label,
            tuple(_row(one) for one in group.personas if email_of(one.key) in here),
        )
        for group in GROUPS
    ]
    return [group for group in groups if group.people]


def _row(one: Persona) -> PersonRow:
    return PersonRow(one.key, NAMES[one.key], one.who, one.look, first=one.key == START_WITH)


def find_person(key: str) -> User:
    """A made-up person. Raises NotFound for anybody real, whatever their address."""
    user = User.objects.filter(email=email_of(key), synthetic=True, is_active=True).first()
    if user is None or key not in NAMES:
        raise NotFound
    return user


def first_page(user: User) -> str:
    """Straight to the own team, though its network would let this person read many others, or to the own office."""
    own = teams_of(user)[:2]
    if len(own) == 1:
        return reverse("reports:today", args=[own[0].pk])
    kept = orgs_with(user, Power.PEOPLE).first()
    return reverse("people:org", args=[kept.pk]) if kept else reverse("people:home")


def team_of(key: str) -> Team:
    """A team of the made-up world by its key. Names alone do not tell: two districts have an “Algebra team”."""
    spec = BY_KEY[key]
    teams = Team.objects.filter(
        synthetic=True, name=spec.name, kind=spec.kind, memberships__user__email=email_of(spec.lead)
    )
    return teams.distinct().get()


def measure_of(key: str, measure: str) -> Measure:
    """A measure of the made-up world by the keys of its team and itself."""
    work = BY_KEY[key].inquiry
    name = next(one.name for one in (work.measures if work else ()) if one.key == measure)
    return Measure.objects.get(owner_team=team_of(key), name=name)


def demos() -> list[tuple[str, str, str]]:
    """Ways into the demo for the welcome page: address, label, note."""
    page = reverse("demo:people")
    return [
        (f"{page}#ana", _("A grade 5 team in its third cycle"), _("Three rooms, eighteen weeks")),
        (f"{page}#noor", _("A network of eight districts"), _("A hub and 21 local teams")),
        (f"{page}#nell", _("An empty page of your own"), _("The first twelve minutes")),
    ]


def world_in_words() -> list[str]:
    """What is in the made-up world, one fact a line."""
    teams = Team.objects.filter(synthetic=True)
    local, of_district = teams.filter(kind=TeamKind.LIT).count(), teams.filter(kind=TeamKind.DIT).count()
    districts = Org.objects.filter(kind=OrgKind.DISTRICT).count()
    schools = Org.objects.filter(kind=OrgKind.SCHOOL).count()
    other = teams.count() - local - of_district
    return [
        f"{districts} districts with {schools} schools",
        f"{local} local improvement teams, {of_district} district teams, {other} other teams",
        f"{User.objects.filter(synthetic=True).count()} people, none of them real",
        f"{Cycle.objects.filter(owner_team__in=teams).count()} cycles",
        f"{Measure.objects.filter(owner_team__in=teams).count()} measures with "
        f"{Observation.objects.filter(series__measure__owner_team__in=teams).count()} counts",
    ]
