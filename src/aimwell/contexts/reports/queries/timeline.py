"""The history of one piece of team work. For members all of it; for others only since when it is open to them.

What was written while the work was closed stays with the team. A reader outside it sees no earlier words, no names and
no reasons, whatever the rung is now.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.apps import apps
from django.utils.text import capfirst
from django.utils.timezone import localdate

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import TeamContent, Versioned
from aimwell.contexts.people.queries import Reader, find, may_edit_team, owner_of, relations
from aimwell.contexts.reports.queries.earlier import may_come_back
from aimwell.contexts.reports.queries.pages import page_of
from aimwell.core.history.models import Event, EventQuerySet
from aimwell.core.history.queries import events_of
from aimwell.domain.access import Rung, masked, may_view
from aimwell.domain.errors import NotFound


@dataclass(frozen=True)
class Timeline:
    """`events` are for members only; others get `open_since`, the days on which it was opened to them."""

    target: Versioned
    team: Team
    page: str
    is_member: bool
    events: EventQuerySet
    open_since: tuple[datetime.date, ...]

    @property
    def kind_words(self) -> str:
        return capfirst(str(self.target._meta.verbose_name))

    @property
    def name(self) -> str:
        return str(self.target) or self.kind_words

    @property
    def may_go_back(self) -> bool:
        """Whether any of its fields can be put back from here."""
        return bool(may_come_back(self.target))


def timeline_of(user: Reader, kind: str, pk: int) -> Timeline:
    """Raises NotFound for what `user` may not read, and for what is no team work."""
    model = kind_named(kind)
    target = find(user, model, pk, with_ended=True)
    team, _ = owner_of(target)
    is_member = may_edit_team(user, team)
    if target.ended_at is not None and not is_member:
        raise NotFound
    events = events_of(target).filter(scope_id=team.pk)
    days = () if is_member else _open_since(user, team, target)
    return Timeline(target, team, page_of(target), is_member, events if is_member else events.none(), days)


def kind_named(kind: str) -> type[Versioned]:
    """The model behind "theory.part". Raises NotFound for what is no team work."""
    try:
        model = apps.get_model(kind)
    except (LookupError, ValueError):
        raise NotFound from None
    if not issubclass(model, Versioned):
        raise NotFound
    return model


def _open_since(user: Reader, team: Team, target: Versioned) -> tuple[datetime.date, ...]:
    """The days on which the work that `target` belongs to came to a rung that `user` may read, newest first."""
    root, stands = root_of(target), relations(user, team)
    shared = Event.objects.filter(
        target_type=root._meta.label_lower, target_id=root.pk, scope_id=team.pk, verb="shared"
    )
    rungs = [(at, Rung(after["rung"])) for at, after in shared.values_list("at", "after") if "rung" in after]
    return tuple(localdate(at) for at, rung in rungs if may_view(stands, rung) and not masked(stands, rung))


def root_of(target: Versioned) -> TeamContent:
    """The work that `target` is a part of, or `target` itself."""
    root: object = target
    for name in filter(None, target.ROOT.split("__")):  # type: ignore[attr-defined]
        root = getattr(root, name)
    assert isinstance(root, TeamContent)
    return root
