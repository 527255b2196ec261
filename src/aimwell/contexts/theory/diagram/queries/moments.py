"""The theory of an inquiry on any day since its history is kept."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.utils import timezone

from aimwell.contexts.theory import models
from aimwell.contexts.theory.diagram.models import KeptVersion
from aimwell.contexts.theory.queries import InquiryView, quarters_of, theory_of
from aimwell.core.history.models import Event
from aimwell.domain.theory.graph import Link, Part, PartKind, Theory
from aimwell.domain.theory.moments import Change, as_of

KINDS = {"theory.part": "part", "theory.link": "link", "theory.aim": "aim"}
MODELS: dict[str, Any] = {"part": models.Part, "link": models.Link, "aim": models.Aim}
MADE = {"created", "linked"}
FACTS = {
    "part": ("kind", "text", "abandoned_because", "ended_at", "position", "measure", "tests", "settings_held"),
    "link": ("parent", "child", "ended_at"),
    "aim": ("what", "for_whom", "where", "baseline", "baseline_on", "target", "unit", "unit_name", "direction",
            "by_when", "measure", "ended_at"),
}  # fmt: skip


@dataclass(frozen=True)
class Moment:
    """The theory on one day. `name` is that of a kept version, or empty."""

    day: datetime.date
    theory: Theory
    name: str = ""
    quarters: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Past:
    """Everything that has happened to one theory, read in one query; the page asks it for days."""

    view: InquiryView

    @cached_property
    def _events(self) -> list[Event]:
        """Newest first. The pieces are those of this inquiry, whoever holds the view may see it."""
        known = {kind: set(rows) for kind, rows in self._rows.items()}
        events = Event.objects.filter(scope_id=self.view.inquiry.owner_team_id, target_type__in=KINDS)
        return [event for event in events if event.target_id in known[KINDS[event.target_type]]]

    @cached_property
    def _rows(self) -> dict[str, dict[int, Any]]:
        inquiry = self.view.inquiry
        aim = getattr(inquiry, "aim", None)
        links = models.Link.objects.filter(child__inquiry=inquiry)
        return {
            "part": {part.pk: part for part in self.view.all_parts},
            "link": {link.pk: link for link in links},
            "aim": {aim.pk: aim} if aim else {},
        }

    @cached_property
    def days(self) -> tuple[datetime.date, ...]:
        """The days on which something changed, oldest first."""
        return tuple(sorted({timezone.localdate(event.at) for event in self._events}))

    def on(self, day: datetime.date) -> Moment:
        """As it stood when the day ended."""
        end = timezone.make_aware(datetime.datetime.combine(day + datetime.timedelta(days=1), datetime.time.min))
        now = {(kind, str(pk)): _facts(kind, row) for kind, rows in self._rows.items() for pk, row in rows.items()}
        state = as_of(now, (_change(event) for event in self._events), end - datetime.timedelta(microseconds=1))
        theory, parts = _theory(state, self.view.lang)
        return Moment(day, theory, quarters=quarters_of(theory, parts))

    def changes_between(self, first: datetime.date, last: datetime.date) -> list[Event]:
        """What was done after the end of `first` until the end of `last`, with its reason, newest first."""
        return [event for event in self._events if first < timezone.localdate(event.at) <= last]


def _facts(kind: str, row: Any) -> dict[str, Any]:
    return {name: getattr(row, row._meta.get_field(name).attname) for name in FACTS[kind]}


def _change(event: Event) -> Change:
    kind = KINDS[event.target_type]
    before = {name: value for name, value in event.before.items() if name in FACTS[kind]}
    return Change(event.at, (kind, str(event.target_id)), event.verb in MADE, before)


def _theory(state: dict[tuple[str, str], dict[str, Any]], lang: str) -> tuple[Theory, list[models.Part]]:
    """Rows that are never saved, so that the same rule draws every day's theory."""
    rows: dict[str, list[Any]] = {kind: [] for kind in MODELS}
    for (kind, pk), facts in state.items():
        named = {MODELS[kind]._meta.get_field(name).attname: _read(kind, name, value) for name, value in facts.items()}
        rows[kind].append(MODELS[kind](pk=int(pk), **named))
    parts = sorted(rows["part"], key=lambda part: (part.position, part.pk))
    aim = next((aim for aim in rows["aim"] if aim.ended_at is None), None)
    return theory_of(aim, parts, sorted(rows["link"], key=lambda link: link.pk), lang=lang), parts


def _read(kind: str, name: str, value: Any) -> Any:
    """A value of the history as the field holds it: days come back as days."""
    return MODELS[kind]._meta.get_field(name).to_python(value) if isinstance(value, str) else value


def versions_of(view: InquiryView) -> list[KeptVersion]:
    return list(KeptVersion.objects.filter(inquiry=view.inquiry, ended_at=None))


def moment_of(version: KeptVersion) -> Moment:
    """A kept version as it was frozen."""
    parts = tuple(Part(**{**one, "kind": PartKind(one["kind"])}) for one in version.parts)
    theory = Theory(parts, tuple(Link(**one) for one in version.links))
    return Moment(version.day, theory, version.name, version.circles)
