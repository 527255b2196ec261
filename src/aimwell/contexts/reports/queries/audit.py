"""What an organization may check: who was given which place, what was opened to whom, sign-in, rosters, structure.

It tells of acts, never of the work: of team content an event says its kind and how far it was opened, and neither its
words nor its name nor the reason. Only kinds listed here are told at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db.models import Q, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from aimwell.contexts.orgs.models import Org, Team
from aimwell.contexts.orgs.queries import under_any
from aimwell.contexts.people.models import Versioned
from aimwell.contexts.people.offices import find_org
from aimwell.contexts.people.queries import Reader
from aimwell.contexts.reports.queries.changes import NO, RUNGS, YES, field_of, label_of
from aimwell.contexts.reports.queries.filters import Filters, people_in
from aimwell.contexts.reports.queries.verbs import kind_words, verb_words
from aimwell.core.history.models import Event, EventQuerySet
from aimwell.domain.access import Rung
from aimwell.domain.access.roles import Power

PLACES = ("joined", "left", "invited", "invitation_taken_back")
CARDS = ("account_made", "card_renewed")
_SHARING = Q(verb="shared")
_ROSTER = Q(target_type__startswith="rosters.") | Q(verb__startswith="roster")
_SIGN_IN = Q(target_type__startswith="signin.") | Q(verb__startswith="sign_in") | Q(verb__in=CARDS)
_ROLES = Q(target_type__startswith="people.") | Q(verb__in=PLACES)
SUBJECTS = {
    "sharing": _SHARING,
    "roster": _ROSTER & ~_SHARING,
    "sign_in": _SIGN_IN & ~_ROSTER & ~_SHARING,
    "roles": _ROLES & ~_SIGN_IN & ~_ROSTER & ~_SHARING,
    "structure": ~_ROLES & ~_SIGN_IN & ~_ROSTER & ~_SHARING,
}
SUBJECT_WORDS = {
    "sharing": gettext_lazy("Sharing"),
    "roster": gettext_lazy("Rosters"),
    "sign_in": gettext_lazy("Sign-in"),
    "roles": gettext_lazy("People and roles"),
    "structure": gettext_lazy("Structure"),
}
NAMELESS = Q(verb="shared") & (Q(after__rung=int(Rung.NETWORK_UNNAMED)) | Q(before__rung=int(Rung.NETWORK_UNNAMED)))
"""What a team opened without its name. Here too it has none, and no filter by person or place finds it."""
OFFICES = ("orgs.", "people.", "signin.", "rosters.")


@dataclass(frozen=True)
class Fact:
    """One named value before and after, as words."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class AuditLine:
    id: int
    at: datetime
    who: str
    subject: str
    verb: str
    kind: str
    what: str
    where: str
    facts: tuple[Fact, ...]


def audited_org(user: Reader, pk: int) -> Org:
    """The organization, for those whose office lets them check it. Raises NotFound for all others."""
    return find_org(user, pk, Power.AUDIT)


def audit_events(org: Org, filters: Filters) -> EventQuerySet:
    """Events of the organization and all below it, newest first."""
    below = Org.objects.filter(under_any([org.path])).order_by()
    teams = Team.objects.filter(under_any([org.path], "org__path")).order_by()
    place = Q(org_id__in=Subquery(below.values("pk"))) | Q(scope_id__in=Subquery(teams.values("pk")))
    events = Event.objects.filter(place, _told())
    kind, _colon, key = filters.where.partition("-")
    if filters.who is not None or key:
        events = events.exclude(NAMELESS)
    events = filters.within(events)
    if filters.what:
        events = events.filter(SUBJECTS.get(filters.what, Q(pk=None)))
    if key.isdecimal() and len(key) < 19:
        events = events.filter(Q(scope_id=int(key)) if kind == "team" else Q(org_id=int(key)))
    return events


def _told() -> Q:
    offices = Q(pk=None)
    for start in OFFICES:
        offices |= Q(target_type__startswith=start)
    return Q(verb="shared") | (offices & ~Q(target_type__in=_content()))


def _content() -> list[str]:
    return sorted(model._meta.label_lower for model in apps.get_models() if issubclass(model, Versioned))


def places_below(org: Org) -> list[tuple[str, str]]:
    """What "where" can be: the organizations and teams of the subtree that have something to show, by name."""
    told = audit_events(org, Filters()).exclude(NAMELESS).order_by()
    orgs = Org.objects.filter(pk__in=told.values("org_id"))
    teams = Team.objects.filter(pk__in=told.values("scope_id"))
    rows = [(f"org-{pk}", name) for pk, name in orgs.values_list("pk", "name")]
    return rows + [(f"team-{pk}", name) for pk, name in teams.values_list("pk", "name")]


def people_below(org: Org) -> list[tuple[int, str]]:
    """Who "who" can be."""
    return people_in(audit_events(org, Filters()).exclude(NAMELESS))


def audit_lines(events: Iterable[Event]) -> list[AuditLine]:
    """Lines for a page of events, with two queries for the names of places."""
    events = list(events)
    teams = Team.objects.in_bulk({event.scope_id for event in events if event.scope_id is not None})
    orgs = Org.objects.in_bulk({event.org_id for event in events if event.org_id is not None})
    return [_line(event, str(teams.get(event.scope_id) or orgs.get(event.org_id) or "")) for event in events]


def _line(event: Event, where: str) -> AuditLine:
    model = apps.get_model(event.target_type)
    is_work = issubclass(model, Versioned)
    names = ["rung"] if is_work else sorted({*event.before, *event.after})
    nameless = _is_nameless(event)
    return AuditLine(
        id=event.pk,
        at=event.at,
        who=_("somebody") if nameless else event.actor_name,
        subject=subject_of(event),
        verb=verb_words(event.verb),
        kind=kind_words(event.target_type),
        what="" if is_work else event.target_label,
        where="" if nameless else where,
        facts=tuple(fact for name in names if (fact := _fact(model, name, event)) is not None),
    )


def subject_of(event: Event) -> str:
    """The key in SUBJECTS; the same rule for one event as for the filter."""
    app = event.target_type.partition(".")[0]
    if event.verb == "shared":
        return "sharing"
    if app == "rosters" or event.verb.startswith("roster"):
        return "roster"
    if app == "signin" or event.verb.startswith("sign_in") or event.verb in CARDS:
        return "sign_in"
    return "roles" if app == "people" or event.verb in PLACES else "structure"


def _is_nameless(event: Event) -> bool:
    rungs = (event.before.get("rung"), event.after.get("rung"))
    return event.verb == "shared" and int(Rung.NETWORK_UNNAMED) in rungs


def _fact(model: Any, name: str, event: Event) -> Fact | None:
    before, after = (_said(model, name, values.get(name)) for values in (event.before, event.after))
    if not before and not after:
        return None
    field = field_of(model, name)
    label = label_of(field) if field is not None else name.replace("_", " ").capitalize()
    return Fact(label, before or _("nothing"), after or _("nothing"))


def _said(model: Any, name: str, value: Any) -> str:
    """One plain value as words; what is more than that is not told."""
    if value is None or isinstance(value, list | dict):
        return ""
    if name == "rung" and value in list(Rung):
        return str(RUNGS[Rung(value)])
    if isinstance(value, bool):
        return str(YES if value else NO)
    field = field_of(model, name)
    return str(dict(field.flatchoices).get(value, value)) if field is not None and field.choices else str(value)
