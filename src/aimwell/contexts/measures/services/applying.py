"""Putting a file's rows in, all or none, and taking them back."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence

from django.db import transaction
from django.db.models import Exists, OuterRef, Subquery
from django.utils import timezone

from aimwell.contexts.measures.models import DataImport, ImportState, Measure, Observation, Period, Series
from aimwell.contexts.measures.services.bulk import insert_rows
from aimwell.contexts.measures.services.effect import Effect, effect_of
from aimwell.contexts.measures.services.looking import problem_of, read_rows
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import require
from aimwell.core.history.services import hold, record
from aimwell.core.jobs.services import enqueue
from aimwell.domain.access import Permission
from aimwell.domain.calendar.periods import rhythm
from aimwell.domain.errors import Refused
from aimwell.domain.tables.choices import Accepted

IN_AT_ONCE = 10_000
"""Rows; more of them go in through the worker."""
BATCH = 900
UNDO_DAYS = 90
OPEN = (ImportState.READY, ImportState.UNDONE)
Progress = Callable[[int, int], None]


@transaction.atomic
def apply_import(*, by: User, data_import: DataImport) -> DataImport:
    """Put all ready rows in, or hand a long file to the worker. Pressing twice puts them in once.

    Raises NotAllowed, Refused: no_date_column, no_value_column, nothing_to_import; nothing is put in then.
    """
    require(by=by, permission=Permission.EDIT, obj=data_import)
    hold(scope_id=data_import.owner_team_id)
    locked = DataImport.objects.select_for_update().select_related("measure").get(pk=data_import.pk)
    if locked.state not in OPEN:
        return locked
    _require_rows(locked)
    if locked.preview["report"]["ready"] <= IN_AT_ONCE:
        return put_rows_in(by=by, data_import=locked)
    locked.state = ImportState.APPLYING
    locked.version += 1
    locked.save(update_fields=["state", "version"])
    enqueue(
        by=by, kind="measures.put_in", args={"import": locked.pk}, key=f"put-in-{locked.pk}-{locked.version}",
        scope_id=locked.owner_team_id,
    )  # fmt: skip
    return locked


def _require_rows(data_import: DataImport) -> None:
    problem = problem_of(data_import)
    if problem:
        raise Refused(problem)
    report = data_import.preview.get("report")
    if not report or not report["ready"]:
        raise Refused("nothing_to_import")


@transaction.atomic
def put_rows_in(*, by: User, data_import: DataImport, progress: Progress | None = None) -> DataImport:
    """The writing itself, in one transaction with one line of history. Harmless when the rows are in already."""
    require(by=by, permission=Permission.EDIT, obj=data_import)
    hold(scope_id=data_import.owner_team_id)
    measure = Measure.objects.select_for_update().get(pk=data_import.measure_id)
    locked = DataImport.objects.select_for_update().get(pk=data_import.pk)
    locked.measure = measure
    if locked.state not in (*OPEN, ImportState.APPLYING):
        return locked
    checked = read_rows(locked)
    if not checked.accepted:
        raise Refused("nothing_to_import")
    effect = effect_of(measure, checked.accepted)
    now = timezone.now()
    for keys in _in_batches(list(effect.replaced), BATCH):
        Observation.objects.filter(pk__in=keys).update(ended_at=now, replaced_by=locked)
    insert_rows(locked, effect.new, _series_of(by, measure, effect.new), progress)
    _fit_period(measure, effect.new)
    _mark_applied(by, locked, effect, now, left_out=len(checked.rejected))
    return locked


def _fit_period(measure: Measure, rows: list[Accepted]) -> None:
    """Numbers that come once a month are read by month; nobody is asked for what the dates say."""
    if measure.period == Period.WEEK and rhythm([row.on for row in rows]) == "month":
        measure.period = Period.MONTH
        measure.save(update_fields=["period"])


def _mark_applied(by: User, data_import: DataImport, effect: Effect, now: datetime.datetime, *, left_out: int) -> None:
    counts = {"new": len(effect.new), "replaced": len(effect.replaced), "same": effect.same, "left_out": left_out}
    data_import.state, data_import.applied_at, data_import.undone_at = ImportState.APPLIED, now, None
    data_import.version += 1
    data_import.preview = {**data_import.preview, "done": counts}
    data_import.save(update_fields=["state", "applied_at", "undone_at", "version", "preview"])
    record(
        by=by, verb="numbers_put_in", target=data_import.measure, scope_id=data_import.owner_team_id,
        after={"import": data_import.pk, "file": data_import.file_name, **counts},
    )  # fmt: skip


def _series_of(by: User, measure: Measure, rows: list[Accepted]) -> dict[str, int]:
    """Primary key of the series of each name; new ones are made in the order of the alphabet."""
    known = dict(Series.objects.filter(measure=measure).values_list("name", "pk"))
    wanted = sorted({row.series for row in rows} - set(known))
    Series.objects.bulk_create([Series(measure=measure, name=name, created_by=by) for name in wanted])
    return dict(Series.objects.filter(measure=measure).values_list("name", "pk"))


@transaction.atomic
def undo_import(*, by: User, data_import: DataImport) -> DataImport:
    """Take the whole file back: its values end, and what they replaced is in force again. Twice is harmless.

    Values put in by hand since then stay. Raises NotAllowed, Refused("undo_window") after 90 days.
    """
    require(by=by, permission=Permission.EDIT, obj=data_import)
    hold(scope_id=data_import.owner_team_id)
    Measure.objects.select_for_update().get(pk=data_import.measure_id)
    locked = DataImport.objects.select_for_update().select_related("measure").get(pk=data_import.pk)
    if locked.state != ImportState.APPLIED:
        return locked
    now = timezone.now()
    if locked.applied_at is None or locked.applied_at < now - datetime.timedelta(days=UNDO_DAYS):
        raise Refused("undo_window", days=UNDO_DAYS)
    _hand_on(locked)
    ended = Observation.objects.filter(data_import=locked, ended_at=None).update(ended_at=now)
    back = _bring_back(locked)
    locked.state, locked.undone_at = ImportState.UNDONE, now
    locked.version += 1
    locked.save(update_fields=["state", "undone_at", "version"])
    record(
        by=by, verb="numbers_taken_back", target=locked.measure, scope_id=locked.owner_team_id,
        before={"import": locked.pk, "file": locked.file_name, "values": ended}, after={"restored": back},
    )  # fmt: skip
    return locked


def _hand_on(data_import: DataImport) -> None:
    """Where a later file replaced this one's value, what this one had replaced now waits behind the later file."""
    mine = Observation.objects.filter(data_import=data_import, replaced_by__isnull=False)
    if not mine.exists():
        return
    same = mine.filter(series=OuterRef("series"), observed_on=OuterRef("observed_on"))
    behind = Observation.objects.filter(replaced_by=data_import).filter(Exists(same))
    behind.update(replaced_by=Subquery(same.values("replaced_by")[:1]))
    mine.update(replaced_by=None)


def _bring_back(data_import: DataImport) -> int:
    """Restore what the file had replaced, where nothing else stands now."""
    live = Observation.objects.filter(series=OuterRef("series"), observed_on=OuterRef("observed_on"), ended_at=None)
    waiting = Observation.objects.filter(replaced_by=data_import).exclude(Exists(live))
    keys = list(waiting.values_list("pk", flat=True))
    for batch in _in_batches(keys, BATCH):
        Observation.objects.filter(pk__in=batch).update(ended_at=None, replaced_by=None)
    return len(keys)


def _in_batches(items: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    return (items[start : start + size] for start in range(0, len(items), size))
