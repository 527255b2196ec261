"""The fields of one event in words: what stood before, what stands after, with names instead of keys."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Field, Model
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User, Versioned
from aimwell.contexts.people.queries import Reader, visible_to
from aimwell.core.history.models import Event
from aimwell.domain.access import Rung
from aimwell.ui.diff import Piece, pieces

HIDDEN = {
    "state", "ended_at", "ended_by", "ended_reason", "position", "client_key", "locked_at", "locked_by", "done_at",
    "owner_team", "created_by", "skipped", "carried_over", "mapping", "preview", "stored_as", "source_id", "number",
    "version", "applied_at", "undone_at", "verified_by", "verified_at", "closed_at", "acts", "aim", "aim_version",
    "answered_at", "answered_by", "batch", "came_how", "cause_text", "chosen_at", "closed_by", "contributors",
    "circles", "decided_at", "grouping", "links", "noticed", "opened_at", "parts", "round", "seed", "shown_at", "sift",
    "points", "agreed", "reading", "snapshot", "origin", "paused_on", "silence", "done", "ends_at", "look",
    "started_at", "digest", "form_import", "forms", "kept_version", "note_count", "unread", "word",
}  # fmt: skip
LABELS = {  # where the model has no words of its own
    "ask": pgettext_lazy("history", "layer it belongs to"),
    "line": pgettext_lazy("history", "line it came from"),
    "came_from": pgettext_lazy("history", "the cause it grew from"),
    "began_on": pgettext_lazy("history", "from"),
    "category": pgettext_lazy("history", "group of answers"),
    "condition": pgettext_lazy("history", "condition"),
    "decided_by": pgettext_lazy("history", "who decided"),
    "done_on": pgettext_lazy("history", "done on"),
    "effect": pgettext_lazy("history", "what follows"),
    "entry": pgettext_lazy("history", "note in Do"),
    "evidence": pgettext_lazy("history", "evidence"),
    "filter": pgettext_lazy("history", "filter"),
    "inquiries": pgettext_lazy("history", "efforts it is served by"),
    "interview": pgettext_lazy("history", "talk"),
    "item": pgettext_lazy("history", "agenda item"),
    "kept": pgettext_lazy("history", "how many were kept"),
    "meeting": pgettext_lazy("history", "meeting"),
    "not_reached": pgettext_lazy("history", "not reached"),
    "person": pgettext_lazy("history", "person"),
    "project": pgettext_lazy("history", "effort it became"),
    "question": pgettext_lazy("history", "question"),
    "resumed_on": pgettext_lazy("history", "went on"),
    "revisits": pgettext_lazy("history", "earlier talk"),
    "rhythm": pgettext_lazy("history", "rhythm"),
    "set_aside": pgettext_lazy("history", "how many were set aside"),
    "status": pgettext_lazy("history", "how it went"),
    "talk": pgettext_lazy("history", "talk"),
    "theme": pgettext_lazy("history", "theme"),
    "to_network": pgettext_lazy("history", "network it was sent to"),
    "to_org": pgettext_lazy("history", "place it was sent to"),
    "tool": pgettext_lazy("history", "tool"),
    "value": pgettext_lazy("history", "answer"),
    "values": pgettext_lazy("history", "answers"),
    "abandoned_because": gettext_lazy("abandoned because"),
    "bone": gettext_lazy("bone"),
    "cause": gettext_lazy("cause"),
    "causes": gettext_lazy("causes it rests on"),
    "child": gettext_lazy("what is linked"),
    "collector": gettext_lazy("who counts"),
    "count": gettext_lazy("counted"),
    "cycle": gettext_lazy("cycle"),
    "definition": gettext_lazy("definition"),
    "direction": gettext_lazy("which way is good"),
    "ends_on": gettext_lazy("last day"),
    "expected": gettext_lazy("how many there are"),
    "file_name": gettext_lazy("file"),
    "happened_on": gettext_lazy("day it happened"),
    "idea": gettext_lazy("change idea"),
    "inquiry": gettext_lazy("inquiry"),
    "kind": pgettext_lazy("history", "kind"),
    "label": gettext_lazy("words"),
    "measure": gettext_lazy("measure"),
    "minutes": gettext_lazy("minutes for one count"),
    "name": pgettext_lazy("history", "name"),
    "out_of": gettext_lazy("out of"),
    "parent": gettext_lazy("what it stands under"),
    "period": gettext_lazy("how often"),
    "place": gettext_lazy("where"),
    "predecessor": gettext_lazy("cycle before"),
    "reason": pgettext_lazy("history", "reason"),
    "rung": gettext_lazy("open to"),
    "seen_by": gettext_lazy("who saw it"),
    "settings_held": gettext_lazy("settings where it held"),
    "starts_on": gettext_lazy("first day"),
    "target": gettext_lazy("target"),
    "target_by": gettext_lazy("target by"),
    "tests": gettext_lazy("tests"),
    "text": gettext_lazy("text"),
    "unit": gettext_lazy("unit"),
    "unit_name": gettext_lazy("name of the unit"),
}
RUNGS = {
    Rung.TEAM: gettext_lazy("the team only"),
    Rung.SCHOOL: gettext_lazy("the school"),
    Rung.COACH: gettext_lazy("the school and the coach"),
    Rung.NETWORK_UNNAMED: gettext_lazy("the network, without the team’s name"),
    Rung.NETWORK: gettext_lazy("the network"),
    Rung.PUBLIC: gettext_lazy("anyone"),
}
YES, NO = gettext_lazy("yes"), gettext_lazy("no")
LONG = 30


@dataclass(frozen=True)
class Change:
    """One field before and after, as words; `diff` where both are longer text. A new thing has no before."""

    label: str
    before: str
    after: str
    diff: tuple[Piece, ...]


class Names:
    """What the things are called that the events of one page point at: one query for each kind of thing.

    What the reader may not see keeps its name to itself.
    """

    def __init__(self, user: Reader, team: Team, events: Iterable[Event], *, created: bool = False) -> None:
        wanted: dict[type[Model], set[int]] = {}
        for event in events:
            for field in told_fields(event, created=created):
                if field.is_relation:
                    keys = {*_keys(event.before.get(field.name)), *_keys(event.after.get(field.name))}
                    wanted.setdefault(field.related_model, set()).update(keys)  # type: ignore[arg-type]
        self._names = {
            (model, row.pk): _name(row)
            for model, keys in wanted.items()
            if keys
            for row in _rows(user, team, model, keys)
        }

    def of(self, field: Field[Any, Any], value: Any) -> str:
        hidden = _("something that is not shown")
        return ", ".join(str(self._names.get((field.related_model, key), hidden)) for key in _keys(value))


def _keys(value: Any) -> list[int]:
    return [key for key in (value if isinstance(value, list) else [value]) if isinstance(key, int)]


def _rows(user: Reader, team: Team, model: type[Model], keys: set[int]) -> Iterable[Model]:
    rows = (
        visible_to(user, model, team=team, with_ended=True) if issubclass(model, Versioned) else model._default_manager
    )
    return rows.filter(pk__in=keys)


def _name(row: Model) -> str:
    return (row.name or _("somebody")) if isinstance(row, User) else str(row)


def changes_of(event: Event, names: Names, *, created: bool = False) -> tuple[Change, ...]:
    """What an event changed. With `created`, also what a new thing began with: there is no before then."""
    return tuple(
        change(
            field,
            words(field, event.before.get(field.name), names) if event.before else "",
            words(field, event.after.get(field.name), names),
        )
        for field in told_fields(event, created=created)
    )


def told_fields(event: Event, *, created: bool) -> list[Field[Any, Any]]:
    """The fields of an event that are worth telling, in the order of its model: those it changed, or what a new thing
    began with."""
    model = apps.get_model(event.target_type)
    names = set(event.before)
    if created and not names:
        begun = (name for name, value in event.after.items() if value not in (None, "", []))
        names = {name for name in begun if not _is_place(model, name)}
    return [field for field in fields_in_order(model) if field.name in names - HIDDEN]


def change(field: Field[Any, Any], before: str, after: str) -> Change:
    diff = tuple(pieces(before, after)) if min(len(before), len(after)) > LONG else ()
    return Change(label_of(field), before, after, diff)


def label_of(field: Field[Any, Any]) -> str:
    """The field's own words; Django's, which are made from its name and in no other language, stand in LABELS."""
    own = field.verbose_name
    label = str(LABELS.get(field.name, own) if isinstance(own, str) else own)
    return label[:1].upper() + label[1:]


def fields_in_order(model: type[Model]) -> list[Field[Any, Any]]:
    """All fields in the order in which the model names them: a database may keep JSON in another order."""
    return [*model._meta.fields, *model._meta.many_to_many]


def field_of(model: type[Model], name: str) -> Field[Any, Any] | None:
    return next((field for field in fields_in_order(model) if field.name == name), None)


def _is_place(model: type[Model], name: str) -> bool:
    """Whether the field only says where a thing stands, which a new thing need not tell."""
    return name in {"inquiry", "cycle", *str(getattr(model, "ROOT", "")).split("__")}


def words(field: Field[Any, Any], value: Any, names: Names) -> str:
    """`value` of `field`, as history keeps it, in the reader's language."""
    if value is None or value == "" or value == []:
        return _("nothing")
    if field.is_relation:
        return names.of(field, value)
    if field.name == "rung":
        return str(RUNGS[Rung(value)])
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
