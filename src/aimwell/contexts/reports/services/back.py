"""What was set aside comes back; how something stood earlier is put back. Each is a new event; nothing is unwritten."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.db.models import Model

from aimwell.contexts.cycles import services as cycles
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.measures import services as measures
from aimwell.contexts.measures.models import Annotation, Measure
from aimwell.contexts.people.models import User, Versioned
from aimwell.contexts.people.queries import may_edit_team, owner_of
from aimwell.contexts.people.services import restore
from aimwell.contexts.reports.queries import earlier, fields_of, is_revertible, target_of
from aimwell.contexts.theory import services as theory
from aimwell.contexts.theory.models import Aim, Bone, Cause, Evidence, Inquiry, Part, Perspective
from aimwell.core.history.models import Event
from aimwell.domain.errors import NotAllowed, Refused, StaleEdit


def restore_from(*, by: User, event: Event) -> Versioned:
    """Undo a set-aside. Links were kept in the database, so they are back too (S0 R-89)."""
    target = target_of(by, event)
    if event.verb != "set_aside":
        raise Refused("wrong_state")
    if isinstance(target, Cycle):  # with its bar on the chart, and what it says of its idea
        return cycles.restore(by=by, cycle=target)
    return restore(by=by, obj=target)


def revert_to(*, by: User, event: Event) -> Versioned:
    """Put the earlier words back. What stands now stays in the history as well."""
    target = target_of(by, event)
    if not is_revertible(event):
        raise Refused("wrong_state")
    model = type(target)
    names = [name for name in event.before if name in fields_of(model)]
    return _written(by, target, {name: model._meta.get_field(name).to_python(event.before[name]) for name in names})


@transaction.atomic
def put_back(*, by: User, event: Event, version: int) -> Versioned:
    """Let the thing stand as it did right after `event`, as far as its fields may come back; `version` is what the
    reader saw before deciding. Raises NotFound, NotAllowed, StaleEdit, and what the services of its kind raise."""
    target = target_of(by, event)
    team, _ = owner_of(target)
    if not may_edit_team(by, team):
        raise NotAllowed
    then = earlier(by, team, event, target)
    if version != target.version:
        raise StaleEdit(
            target_type=event.target_type, target_id=target.pk, version=target.version, who="", when=None,
            mine={change.label: change.after for change in then.changes},
            theirs={change.label: change.before for change in then.changes},
        )  # fmt: skip
    return _written(by, target, then.values)


def _written(by: User, target: Any, values: dict[str, Any]) -> Versioned:
    """Write `values` through the services that keep the rules of this kind of thing."""
    for names, write in WAYS[type(target)]:
        if not values.keys().isdisjoint(names):
            whole = {name: values.get(name, getattr(target, name)) for name in names}
            target = write(by, target, whole)
    return target  # type: ignore[no-any-return]


Write = Callable[[User, Any, dict[str, Any]], Any]


def _through(service: Callable[..., Any], name: str, *kept: str) -> Write:
    """`service` on the version that was read, called with the thing as `name`; fields `kept` go along unchanged."""

    def write(by: User, target: Any, values: dict[str, Any]) -> Any:
        return service(
            by=by, version=target.version, **{name: target}, **{one: getattr(target, one) for one in kept}, **values
        )

    return write


def _aim(by: User, aim: Aim, values: dict[str, Any]) -> Any:
    return theory.set_aim(by=by, inquiry=aim.inquiry, version=aim.version, measure=aim.measure, **values)


def _baseline(by: User, target: Any, values: dict[str, Any]) -> Any:
    if isinstance(target, Measure):
        return measures.set_baseline(by=by, measure=target, until=values["baseline_until"])
    return measures.set_phase_baseline(by=by, phase=target, until=values["baseline_until"])


def _days(by: User, mark: Annotation, values: dict[str, Any]) -> Any:
    return measures.move_annotation(by=by, annotation=mark, **values)


CHART, BASELINE, DAYS = Measure.CHART_SETTINGS, ("baseline_until",), ("starts_on", "ends_on")
DEFINITION = tuple(name for name in fields_of(Measure) if name not in CHART + BASELINE)
WAYS: dict[type[Model], tuple[tuple[tuple[str, ...], Write], ...]] = {
    Inquiry: ((fields_of(Inquiry), _through(theory.change_problem, "inquiry")),),
    Evidence: ((fields_of(Evidence), _through(theory.change_evidence, "evidence", "cause")),),
    Perspective: ((fields_of(Perspective), _through(theory.change_perspective, "perspective")),),
    Bone: ((fields_of(Bone), _through(theory.rename_bone, "bone")),),
    Cause: ((fields_of(Cause), _through(theory.change_cause, "cause")),),
    Aim: ((fields_of(Aim), _aim),),
    Part: ((fields_of(Part), _through(theory.change_part, "part")),),
    Measure: (
        (DEFINITION, _through(measures.change_measure, "measure")),
        (CHART, _through(measures.choose_chart, "measure")),
        (BASELINE, _baseline),
    ),
    Annotation: ((DAYS, _days), (BASELINE, _baseline)),
    Cycle: ((fields_of(Cycle), _through(cycles.change_plan, "cycle")),),
}
