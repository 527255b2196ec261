"""The problem log in the order in which it is worth looking at, and goals beside the inquiries that serve them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from aimwell.contexts.measures.queries.numbers import Line
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import visible_to
from aimwell.contexts.theory.models import Inquiry
from aimwell.contexts.theory.noticing.models import MandatedGoal, Noticed, Sighting
from aimwell.contexts.theory.queries.loose import NOT_LOOSE
from aimwell.domain.tables.cells import harmless
from aimwell.domain.theory import noticing as rules


@dataclass(frozen=True)
class LogRow:
    noticed: Noticed
    seen: tuple[Sighting, ...]

    @property
    def times(self) -> int:
        return len(self.seen)

    @property
    def last(self) -> Sighting | None:
        return self.seen[-1] if self.seen else None

    @property
    def evidence(self) -> tuple[Sighting, ...]:
        return tuple(one for one in self.seen if one.what)


@dataclass(frozen=True)
class Log:
    """`open`: not taken up yet, what came back most first. The rest stays readable."""

    open: tuple[LogRow, ...]
    taken_up: tuple[LogRow, ...]
    aside: tuple[LogRow, ...]


def log_of(user: User, team: Team) -> Log:
    """Two queries, whatever is stored."""
    seen = Prefetch("sightings", Sighting.objects.filter(ended_at=None), to_attr="seen")
    stored = visible_to(user, Noticed, team=team, with_ended=True).select_related("taken_up").prefetch_related(seen)
    rows = {one.pk: LogRow(one, tuple(one.seen)) for one in stored}  # type: ignore[attr-defined]
    weighed = rules.by_weight(
        rules.Noticed(pk, tuple(one.seen_on for one in row.seen), len(row.evidence)) for pk, row in rows.items()
    )
    ordered = [rows[one.key] for one in weighed]
    return Log(
        tuple(row for row in ordered if row.noticed.ended_at is None and row.noticed.taken_up is None),
        tuple(row for row in ordered if row.noticed.ended_at is None and row.noticed.taken_up is not None),
        tuple(row for row in ordered if row.noticed.ended_at is not None),
    )


@dataclass(frozen=True)
class Goals:
    """Goals with the inquiries that serve them, and what is unmatched on either side (S0 R-38)."""

    goals: tuple[MandatedGoal, ...]
    inquiries: tuple[Inquiry, ...]
    unmatched: tuple[MandatedGoal, ...]
    own: tuple[Inquiry, ...]
    aside: tuple[MandatedGoal, ...]


def goals_of(user: User, team: Team) -> Goals:
    """Three queries, whatever is stored."""
    kept = visible_to(user, Inquiry, team=team).filter(NOT_LOOSE).select_related("aim").order_by("id")
    inquiries = {one.pk: one for one in kept}
    rows = visible_to(user, MandatedGoal, team=team, with_ended=True)
    everything = list(rows.prefetch_related(Prefetch("inquiries", kept, to_attr="served_by")))
    goals = {goal.pk: goal for goal in everything if goal.ended_at is None}
    pairs = {(goal.pk, one.pk) for goal in goals.values() for one in goal.served_by}  # type: ignore[attr-defined]
    loose = rules.unmatched(pairs, goals, inquiries)
    return Goals(
        tuple(goals.values()),
        tuple(inquiries.values()),
        tuple(goals[pk] for pk in loose.goals),
        tuple(inquiries[pk] for pk in loose.inquiries),
        tuple(goal for goal in everything if goal.ended_at is not None),
    )


def goals_csv(found: Goals) -> Iterator[str]:
    """One line for each pair, then what is unmatched on either side."""
    writer = csv.writer(Line())
    yield "\ufeff"
    yield writer.writerow([_("Goal"), _("Set by"), _("Due"), _("Our problem")])
    for goal in found.goals:
        about = [harmless(goal.text), harmless(goal.set_by), goal.due_on.isoformat() if goal.due_on else ""]
        for inquiry in goal.served_by or [None]:  # type: ignore[attr-defined]
            yield writer.writerow([*about, harmless(str(inquiry)) if inquiry else _("no problem of ours yet")])
    for inquiry in found.own:
        yield writer.writerow([_("no goal from outside"), "", "", harmless(str(inquiry))])
