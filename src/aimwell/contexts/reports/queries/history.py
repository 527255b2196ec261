"""History in words: who changed what, when and why, and what can be brought back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from django.apps import apps
from django.utils.timezone import localdate

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import Versioned
from aimwell.contexts.people.queries import Reader, find, may_edit_team
from aimwell.contexts.reports.queries.changes import Change, Names, changes_of
from aimwell.contexts.reports.queries.earlier import fields_of
from aimwell.contexts.reports.queries.filters import Filters
from aimwell.contexts.reports.queries.verbs import kind_words, verb_words
from aimwell.core.history.models import Event, EventQuerySet
from aimwell.core.history.queries import events_in
from aimwell.domain.errors import NotFound


@dataclass(frozen=True)
class HistoryLine:
    """One event in words. `can_restore`: it was set aside and still is. `can_revert`: earlier words can come back,
    or earlier `settings` of a chart.

    `target`: the kind and key of a piece of team work, which has a page with its own history.
    """

    id: int
    target: tuple[str, int] | None
    at: datetime
    who: str
    verb: str
    kind: str
    what: str
    reason: str
    changes: tuple[Change, ...]
    can_restore: bool
    can_revert: bool
    settings: bool
    times: int = 1


def history_of(user: Reader, team: Team, filters: Filters | None = None) -> EventQuerySet:
    """The team's history, newest first; for its members only."""
    if not may_edit_team(user, team):
        raise NotFound
    events = filters.within(told_of(team)) if filters else told_of(team)
    return events.filter(target_type=filters.what) if filters and filters.what else events


def told_of(team: Team) -> EventQuerySet:
    """What is worth telling: a file on its way is told by the measure that its numbers went into."""
    return events_in(team.pk).exclude(target_type="measures.dataimport")


def history_lines(user: Reader, team: Team, events: Iterable[Event], *, created: bool = False) -> list[HistoryLine]:
    """Lines for a page of events, with one query for each kind of object on it. `created`: see `changes_of`."""
    events = list(events)
    ended, names = _ended_now(events), Names(user, team, events, created=created)
    lines: list[HistoryLine] = []
    for event in events:
        line = _line(event, ended, changes_of(event, names, created=created))
        if lines and _same(lines[-1], line):
            lines[-1] = replace(lines[-1], times=lines[-1].times + 1)
        else:
            lines.append(line)
    return lines


def _same(one: HistoryLine, other: HistoryLine) -> bool:
    """Whether two neighbours tell the same act on the same day, so that one line with a count will do."""
    if one.changes or other.changes or one.can_restore or other.can_restore or one.reason != other.reason:
        return False
    told = (one.who, one.verb, one.kind, one.what) == (other.who, other.verb, other.kind, other.what)
    return told and localdate(one.at) == localdate(other.at)


def target_of(user: Reader, event: Event) -> Versioned:
    """The object an event speaks of, also when it is set aside. Raises NotFound for what `user` may not read."""
    return find(user, _model(event), event.target_id, with_ended=True)


def is_revertible(event: Event) -> bool:
    """Whether earlier words may come back by one click. A cycle keeps its own rules: what is locked stays locked."""
    if is_setting(event):
        return True
    return event.verb in ("changed", "reworded") and event.target_type.startswith("theory.")


def is_setting(event: Event) -> bool:
    """Something that a team chose rather than wrote."""
    return event.verb in ("chart_set", "baseline_set")


def _model(event: Event) -> type[Versioned]:
    model = apps.get_model(event.target_type)
    if not issubclass(model, Versioned):
        raise NotFound
    return model


def _ended_now(events: list[Event]) -> set[tuple[str, int]]:
    wanted: dict[str, set[int]] = {}
    for event in events:
        if event.verb == "set_aside":
            wanted.setdefault(event.target_type, set()).add(event.target_id)
    return {
        (label, pk)
        for label, ids in wanted.items()
        for pk in apps.get_model(label)
        ._default_manager.filter(pk__in=ids, ended_at__isnull=False)
        .values_list("pk", flat=True)
    }


def _line(event: Event, ended: set[tuple[str, int]], changes: tuple[Change, ...]) -> HistoryLine:
    model = apps.get_model(event.target_type)
    return HistoryLine(
        id=event.pk,
        target=(event.target_type, event.target_id) if issubclass(model, Versioned) else None,
        at=event.at,
        who=event.actor_name,
        verb=verb_words(event.verb),
        kind=kind_words(event.target_type),
        what=event.target_label,
        reason=event.reason,
        changes=changes,
        can_restore=event.verb == "set_aside" and (event.target_type, event.target_id) in ended,
        can_revert=is_revertible(event) and any(name in fields_of(model) for name in event.before),
        settings=is_setting(event),
    )
