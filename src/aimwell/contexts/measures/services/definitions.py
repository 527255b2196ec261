from __future__ import annotations

import datetime
import uuid
from typing import Any

from django.db import transaction

from aimwell.contexts.measures.models import Chart, Measure, Rules
from aimwell.contexts.measures.services.settings import checked_settings
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content, restore, set_aside
from aimwell.domain.errors import NotReady


@transaction.atomic
def create_measure(*, by: User, team: Team, name: str, key: uuid.UUID | None = None, **fields: Any) -> Measure:
    """Define what a team counts. `fields` as on the model: kind, definition, direction, unit, unit_name, period,
    collector, minutes, chart settings. Raises NotAllowed, NotReady("name"), Refused as in `checked_settings`.
    """
    checked = checked_settings(Measure(**fields), fields)
    return create_content(by=by, model=Measure, key=key, owner_team=team, name=_named(name), **checked)


@transaction.atomic
def change_measure(*, by: User, measure: Measure, version: int, **changes: Any) -> Measure:
    """Raises NotAllowed, NotReady("name"), StaleEdit, Refused as in `checked_settings`."""
    if "name" in changes:
        changes["name"] = _named(changes["name"])
    return change_content(by=by, obj=measure, version=version, **checked_settings(measure, changes))


@transaction.atomic
def set_target(*, by: User, measure: Measure, target: float | None, target_by: datetime.date | None = None) -> Measure:
    """The aim's number on this measure's chart; None takes it away."""
    day = None if target is None else target_by
    return change_content(by=by, obj=measure, version=None, verb="target_set", target=target, target_by=day)


@transaction.atomic
def choose_chart(
    *, by: User, measure: Measure, chart: str, rules: str, version: int | None = None, **settings: Any
) -> Measure:
    """How the chart of this measure is made, in every view. `settings`: those of `Measure.CHART_SETTINGS` that change.

    Raises NotAllowed, StaleEdit, Refused as in `checked_settings`.
    """
    settings |= {"chart": Chart(chart).value, "rules": Rules(rules).value}
    checked = checked_settings(measure, settings)
    return change_content(by=by, obj=measure, version=version, verb="chart_set", **checked)


@transaction.atomic
def set_measure_aside(*, by: User, measure: Measure, reason: str = "") -> Measure:
    """Its numbers stay and come back with it."""
    return set_aside(by=by, obj=measure, reason=reason)


@transaction.atomic
def restore_measure(*, by: User, measure: Measure) -> Measure:
    return restore(by=by, obj=measure)


def _named(name: str) -> str:
    if not name.strip():
        raise NotReady(missing=["name"])
    return name.strip()
