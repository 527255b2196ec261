from __future__ import annotations

import datetime
import uuid
from typing import Any

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.measures.models import ImportState, Measure, Observation, Series, Unit
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import require
from aimwell.core.history.services import hold, record
from aimwell.domain.access import Permission
from aimwell.domain.errors import Refused


@transaction.atomic
def put_value(
    *,
    by: User,
    measure: Measure,
    on: datetime.date,
    value: float | None = None,
    numerator: float | None = None,
    denominator: float | None = None,
    missing: str = "",
    series: str = "",
    note: str = "",
    key: uuid.UUID | None = None,
) -> Observation:
    """One count by hand: a value, or a count with its whole, or why there is none. It takes the place of an earlier
    one for the same day, which is kept. The same `key` again gives the first one back.

    Raises NotAllowed, Refused: future_date, no_value, negative_count, zero_denominator, numerator_above_denominator,
    key_used.
    """
    require(by=by, permission=Permission.EDIT, obj=measure)
    hold(scope_id=measure.owner_team_id)
    measure = Measure.objects.select_for_update().get(pk=measure.pk)
    if key is not None and (twin := Observation.objects.filter(client_key=key).select_related("series").first()):
        if twin.series.measure_id != measure.pk:
            raise Refused("key_used")
        return twin
    fields = checked_value(measure, on, value, numerator, denominator, missing)
    line, _ = Series.objects.get_or_create(measure=measure, name=series.strip()[:120], defaults={"created_by": by})
    before = Observation.objects.filter(series=line, observed_on=on, ended_at=None).first()
    if before is not None:
        before.ended_at = timezone.now()
        before.save(update_fields=["ended_at"])
    made = Observation.objects.create(
        series=line, observed_on=on, note=note.strip()[:200], replaces=before, client_key=key, **fields
    )
    record(
        by=by, verb="counted", target=measure, scope_id=measure.owner_team_id,
        before=described(before) if before else {}, after=described(made),
    )  # fmt: skip
    return made


@transaction.atomic
def take_back_value(*, by: User, observation: Observation) -> None:
    """Undo a count by hand; what stood there before is back. Doing it twice changes nothing."""
    measure = observation.series.measure
    require(by=by, permission=Permission.EDIT, obj=measure)
    hold(scope_id=measure.owner_team_id)
    Measure.objects.select_for_update().get(pk=measure.pk)
    made = Observation.objects.select_related("replaces__data_import").get(pk=observation.pk)
    if made.ended_at is not None:
        return
    made.ended_at = timezone.now()
    made.save(update_fields=["ended_at"])
    before = _standing_before(made)
    if before is not None:
        Observation.objects.filter(pk=before.pk).update(ended_at=None, replaced_by=None)
    record(
        by=by, verb="count_taken_back", target=measure, scope_id=measure.owner_team_id,
        before=described(made), after=described(before) if before else {},
    )  # fmt: skip


def _standing_before(made: Observation) -> Observation | None:
    """What `made` replaced; if that came with a file taken back since, what the file had replaced."""
    before = made.replaces
    while before is not None and before.data_import is not None and before.data_import.state == ImportState.UNDONE:
        before = (
            Observation.objects.filter(
                replaced_by=before.data_import, series=before.series_id, observed_on=before.observed_on
            )
            .select_related("data_import")
            .first()
        )
    return before


def checked_value(
    measure: Measure,
    on: datetime.date,
    value: float | None,
    numerator: float | None,
    denominator: float | None,
    missing: str,
) -> dict[str, Any]:
    """The fields of an observation. Raises Refused as `put_value` does."""
    if on > timezone.localdate():
        raise Refused("future_date", value=on.isoformat())
    if missing:
        return {"value": None, "missing": missing}
    if numerator is not None and denominator is not None:
        return _share(measure, numerator, denominator)
    if numerator is not None and value is None:
        if measure.unit == Unit.PERCENT:
            raise Refused("missing_denominator")
        value = numerator
    if value is None:
        raise Refused("no_value")
    if value < 0 and measure.unit != Unit.NUMBER:
        raise Refused("negative_count", value=f"{value:g}")
    return {"value": value}


def _share(measure: Measure, numerator: float, denominator: float) -> dict[str, Any]:
    if numerator < 0 or denominator < 0:
        raise Refused("negative_count", value=f"{min(numerator, denominator):g}")
    if denominator == 0:
        raise Refused("zero_denominator")
    share = measure.unit == Unit.PERCENT
    if share and numerator > denominator:
        raise Refused("numerator_above_denominator", numerator=f"{numerator:g}", denominator=f"{denominator:g}")
    value = numerator / denominator * (100 if share else 1)
    return {"value": value, "numerator": numerator, "denominator": denominator}


def described(observation: Observation) -> dict[str, Any]:
    """One value for the history."""
    return {
        "series": observation.series.name,
        "observed_on": observation.observed_on,
        "value": observation.value,
        "numerator": observation.numerator,
        "denominator": observation.denominator,
        "missing": observation.missing,
        "note": observation.note,
    }
