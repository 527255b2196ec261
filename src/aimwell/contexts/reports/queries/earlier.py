"""How one piece of team work stood after an event, and what of that can be put back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Field, Model

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.services.plan import FIXED, PRACTICAL
from aimwell.contexts.measures.models import Annotation, Measure
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import Versioned
from aimwell.contexts.people.queries import Reader
from aimwell.contexts.reports.queries.changes import HIDDEN, Change, Names, change, fields_in_order, label_of, words
from aimwell.contexts.theory.models import Aim, Bone, Cause, Evidence, Inquiry, Part, Perspective
from aimwell.core.history.models import Event
from aimwell.core.history.services import plain

PUT_BACK: dict[type[Model], tuple[str, ...]] = {
    Inquiry: ("problem", "for_whom", "how_known"),
    Evidence: ("text", "kind", "source"),
    Perspective: ("role", "text"),
    Bone: ("name",),
    Cause: ("text", "status", "how_known"),
    Aim: (
        "what", "for_whom", "where", "baseline", "baseline_on", "target", "unit", "unit_name", "direction", "by_when",
        "headcount",
    ),
    Part: ("text", "detail", "who_changes"),
    Measure: (
        "name", "kind", "definition", "direction", "unit", "unit_name", "period", "collector", "minutes",
        *Measure.CHART_SETTINGS, "baseline_until",
    ),
    Annotation: ("starts_on", "ends_on", "baseline_until"),
    Cycle: tuple(name for name in (*FIXED, *PRACTICAL) if name not in ("measure", "idea")),
}  # fmt: skip
"""The fields that may come back from the history. Links and people are changed where they belong; what was locked,
counted or decided stays."""


@dataclass(frozen=True)
class Earlier:
    """`changes`: from how it stands to how it stood. `values`: the same as what a service takes. `stay`: labels of
    other fields that differ and stay as they are."""

    event: Event
    target: Versioned
    changes: tuple[Change, ...]
    values: dict[str, Any]
    stay: tuple[str, ...]


def fields_of(model: type[Model]) -> tuple[str, ...]:
    return PUT_BACK.get(model, ())


def may_come_back(target: Versioned) -> tuple[str, ...]:
    """The fields of `target` that may come back as it stands: after the start of Do, a prediction does not."""
    names = fields_of(type(target))
    if isinstance(target, Cycle) and target.locked_at is not None:
        return tuple(name for name in names if name not in FIXED) if target.done_at is None else ()
    return names


def earlier(user: Reader, team: Team, event: Event, target: Versioned) -> Earlier:
    """What would change if `target` stood again as it did after `event`."""
    model, open_fields = type(target), may_come_back(target)
    stood, names = state_after(event), Names(user, team, [])
    values, changes, stay = {}, [], []
    for field in fields_in_order(model):
        if field.name not in stood or not _differs(target, field, stood[field.name]):
            continue
        value = stood[field.name]
        if field.name in open_fields:
            now = plain(getattr(target, field.name))
            values[field.name] = field.to_python(value)
            changes.append(change(field, words(field, now, names), words(field, value, names)))
        elif field.name in fields_of(model) or (field.is_relation and field.name not in HIDDEN):
            stay.append(label_of(field))
    return Earlier(event, target, tuple(changes), values, tuple(stay))


def state_after(event: Event) -> dict[str, Any]:
    """The fields changed since `event`, as they stood right after it: what the first later change found."""
    later = Event.objects.filter(
        target_type=event.target_type, target_id=event.target_id, scope_id=event.scope_id, pk__gt=event.pk
    )
    stood: dict[str, Any] = {}
    for before in later.order_by("pk").values_list("before", flat=True):
        stood = {**before, **stood}
    return stood


def _differs(target: Versioned, field: Field[Any, Any], value: Any) -> bool:
    if field.many_to_many:
        return False
    if field.is_relation:
        return bool(getattr(target, field.attname) != value)
    return bool(getattr(target, field.name) != field.to_python(value))
