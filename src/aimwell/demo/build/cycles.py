from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass
from typing import Any

from aimwell.contexts.cycles import services
from aimwell.contexts.cycles.models import Cycle, Level
from aimwell.contexts.measures.models import Measure
from aimwell.contexts.orgs.models import TeamKind
from aimwell.contexts.people.models import User
from aimwell.contexts.theory.models import Inquiry, Part
from aimwell.demo.clock import Calendar, as_if
from aimwell.demo.worlds import shapes

DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Bench:
    """What the cycles of one inquiry are made from."""

    inquiry: Inquiry
    ideas: dict[str, Part]
    measures: dict[str, Measure]
    users: dict[str, User]
    lead: User
    calendar: Calendar

    def person(self, key: str) -> User:
        return self.users[key] if key else self.lead


def build_cycles(specs: tuple[shapes.Cycle, ...], bench: Bench) -> dict[str, Cycle]:
    """Cycles by their key, each as far as its story goes."""
    made: dict[str, Cycle] = {}
    for spec in specs:
        by = bench.person(spec.by)
        cycle = _draft(spec, bench, made, by=by)
        made[spec.key] = cycle
        if spec.upto != "draft":
            _do(spec, cycle, bench, by=by)
        if spec.upto in {"studying", "done"}:
            _study(spec, cycle, bench, by=by)
        if spec.upto == "done":
            _act(spec, cycle, bench, by=by)
    return made


def _plan(spec: shapes.Cycle, bench: Bench) -> dict[str, Any]:
    return {
        **asdict(spec.predict), "try_what": spec.try_what, "look_on": bench.calendar.day(spec.look),
        "because": spec.because, "who_where": spec.who_where, "count_what": spec.count_what,
        "planned_counts": spec.planned, "idea": bench.ideas.get(spec.idea), "measure": bench.measures.get(spec.measure),
        "question": spec.question, "steps": spec.steps, "who_counts": spec.who_counts, "rooms": spec.rooms,
        "meant_for": spec.meant_for,
        "level": Level.DISTRICT if bench.inquiry.owner_team.kind == TeamKind.DIT else Level.CLASSROOM,
    }  # fmt: skip


def _draft(spec: shapes.Cycle, bench: Bench, made: dict[str, Cycle], *, by: User) -> Cycle:
    """A new draft, or the one that the cycle before it left behind, planned to its end."""
    before = made.get(spec.follows)
    waiting = before.successors.order_by("pk").first() if before else None
    why = spec.why_follows or (before.decision_reason if before else "")
    with as_if(bench.calendar.at(spec.starts - DAY, "16:20")):
        if waiting is not None:
            return services.change_plan(by=by, cycle=waiting, version=None, why_follows=why, **_plan(spec, bench))
        return services.draft_cycle(
            by=by, inquiry=bench.inquiry, predecessor=before, why_follows=why, **_plan(spec, bench)
        )


def _do(spec: shapes.Cycle, cycle: Cycle, bench: Bench, *, by: User) -> None:
    with as_if(bench.calendar.at(spec.starts, spec.locked_clock)):
        services.start_do(by=by, cycle=cycle)
    for entry in spec.entries:
        with as_if(bench.calendar.at(entry.on, entry.clock)):
            services.add_entry(
                by=bench.person(entry.by or spec.by), cycle=cycle, kind=entry.kind, text=entry.text, place=entry.place,
                seen_by=entry.seen_by, happened_on=bench.calendar.day(entry.on), count=entry.count, out_of=entry.out_of,
            )  # fmt: skip
    if spec.amended:
        day, prediction, reason = spec.amended
        with as_if(bench.calendar.at(day, "16:00")):
            services.amend_prediction(by=by, cycle=cycle, reason=reason, **asdict(prediction))


def _study(spec: shapes.Cycle, cycle: Cycle, bench: Bench, *, by: User) -> None:
    value, whole = spec.result or (None, None)
    with as_if(bench.calendar.at(spec.look, "15:20")):
        services.begin_study(by=by, cycle=cycle)
        services.save_study(
            by=by, cycle=cycle, version=None, result=value, result_out_of=whole, result_trend=spec.trend,
            result_happened=spec.happened,
        )  # fmt: skip


def _act(spec: shapes.Cycle, cycle: Cycle, bench: Bench, *, by: User) -> None:
    surprised = any(entry.kind == "surprise" for entry in spec.entries)
    with as_if(bench.calendar.at(spec.look, "16:10")):
        done = services.finish(
            by=by, cycle=cycle, version=None, learned=spec.learned, nothing_surprised_us=not surprised,
            decision=spec.decision, decision_object=spec.about, decision_reason=spec.reason,
            what_changes=spec.what_changes, scale_evidence=spec.scale_evidence, decided_by=spec.decided_by or by.name,
        )  # fmt: skip
    cycle.refresh_from_db()
    assert done.cycle.pk == cycle.pk
