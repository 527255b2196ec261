"""History in words: who changed what, when and why, and what can be brought back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db.models import Field, ForeignKey, Model
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.formats import date_format, number_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import Versioned
from aimwell.contexts.people.queries import Reader, find, may_edit_team
from aimwell.core.history.models import Event, EventQuerySet
from aimwell.core.history.queries import events_in
from aimwell.domain.errors import NotFound
from aimwell.ui.diff import Piece, pieces

VERBS = {
    "created": pgettext_lazy("history", "added"),
    "changed": pgettext_lazy("history", "changed"),
    "reworded": pgettext_lazy("history", "reworded"),
    "set_aside": pgettext_lazy("history", "set aside"),
    "restored": pgettext_lazy("history", "brought back"),
    "shared": pgettext_lazy("history", "opened or closed"),
    "invited": pgettext_lazy("history", "made an invitation to"),
    "joined": pgettext_lazy("history", "joined"),
    "left": pgettext_lazy("history", "left"),
    "went_on": pgettext_lazy("history", "went on without a step in"),
    "linked": pgettext_lazy("history", "linked"),
    "moved": pgettext_lazy("history", "moved"),
    "reordered": pgettext_lazy("history", "put in another order"),
    "abandoned": pgettext_lazy("history", "abandoned"),
    "taken_up": pgettext_lazy("history", "took up again"),
    "tested": pgettext_lazy("history", "counted the tests of"),
    "target_set": pgettext_lazy("history", "set the target of"),
    "chart_set": pgettext_lazy("history", "chose the chart of"),
    "baseline_set": pgettext_lazy("history", "set the baseline of"),
    "counted": pgettext_lazy("history", "counted"),
    "count_taken_back": pgettext_lazy("history", "took a count back from"),
    "file_read": pgettext_lazy("history", "looked at numbers for"),
    "numbers_put_in": pgettext_lazy("history", "put numbers into"),
    "numbers_taken_back": pgettext_lazy("history", "took numbers back from"),
    "locked": pgettext_lazy("history", "started Do and locked the prediction of"),
    "amended": pgettext_lazy("history", "dated a change to the prediction of"),
    "began_study": pgettext_lazy("history", "began Study of"),
    "corrected_learning": pgettext_lazy("history", "corrected the learning of"),
    "finished": pgettext_lazy("history", "finished"),
}
OTHER_VERB = pgettext_lazy("history", "changed")
HIDDEN = {
    "state",
    "ended_at",
    "ended_by",
    "ended_reason",
    "position",
    "client_key",
    "rung",
    "locked_at",
    "locked_by",
    "done_at",
}


@dataclass(frozen=True)
class Change:
    """One field before and after, as words; `diff` where both are longer text."""

    label: str
    before: str
    after: str
    diff: tuple[Piece, ...]


@dataclass(frozen=True)
class HistoryLine:
    """One event in words. `can_restore`: it was set aside and still is. `can_revert`: earlier words can come back."""

    id: int
    at: datetime
    who: str
    verb: str
    kind: str
    what: str
    reason: str
    changes: tuple[Change, ...]
    can_restore: bool
    can_revert: bool
    times: int = 1


def history_of(user: Reader, team: Team) -> EventQuerySet:
    """The team's history, newest first; for its members only."""
    if not may_edit_team(user, team):
        raise NotFound
    return told_of(team)


def told_of(team: Team) -> EventQuerySet:
    """What is worth telling: a file on its way is told by the measure that its numbers went into."""
    return events_in(team.pk).exclude(target_type="measures.dataimport")


def history_lines(events: Iterable[Event]) -> list[HistoryLine]:
    """Lines for a page of events, with one query for each kind of object on it."""
    events = list(events)
    ended = _ended_now(events)
    lines: list[HistoryLine] = []
    for event in events:
        line = _line(event, ended)
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
    if event.verb in ("chart_set", "baseline_set"):
        return True
    return event.verb in ("changed", "reworded") and event.target_type.startswith("theory.")


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


def _line(event: Event, ended: set[tuple[str, int]]) -> HistoryLine:
    model = apps.get_model(event.target_type)
    changes = _changes(model, event) if event.before else ()
    return HistoryLine(
        id=event.pk,
        at=event.at,
        who=event.actor_name,
        verb=str(VERBS.get(event.verb, OTHER_VERB)),
        kind=str(model._meta.verbose_name),
        what=event.target_label,
        reason=event.reason,
        changes=changes,
        can_restore=event.verb == "set_aside" and (event.target_type, event.target_id) in ended,
        can_revert=is_revertible(event) and bool(changes),
    )


def _changes(model: type[Model], event: Event) -> tuple[Change, ...]:
    found = []
    for name, before in event.before.items():
        field = _field(model, name)
        if field is None or name in HIDDEN or isinstance(field, ForeignKey):
            continue
        old, new = _words(field, before), _words(field, event.after.get(name))
        long = len(old) > 30 and len(new) > 30
        label = str(field.verbose_name)
        found.append(Change(label[:1].upper() + label[1:], old, new, tuple(pieces(old, new)) if long else ()))
    return tuple(found)


def _field(model: type[Model], name: str) -> Field[Any, Any] | None:
    return next((field for field in model._meta.fields if field.name == name), None)


def _words(field: Field[Any, Any], value: Any) -> str:
    if value is None or value == "":
        return _("nothing")
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, bool):
        return str(YES if value else NO)
    if isinstance(value, float | int):
        return number_format(value, decimal_pos=None if value % 1 else 0)
    kind = field.get_internal_type()
    if kind == "DateField" and (day := parse_date(str(value))):
        return date_format(day)
    if kind == "DateTimeField" and (moment := parse_datetime(str(value))):
        return date_format(moment, "SHORT_DATETIME_FORMAT")
    return str(value)


YES, NO = gettext_lazy("yes"), gettext_lazy("no")
