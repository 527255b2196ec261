"""Looking at a file before it goes in: what each column becomes, what each row would do."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.measures.models import DataImport, ImportState, Measure, Period, Unit
from aimwell.contexts.measures.services.copying import copied_rows
from aimwell.contexts.measures.services.effect import effect_of
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import require
from aimwell.core.history.services import hold
from aimwell.domain.access import Permission
from aimwell.domain.errors import Refused
from aimwell.domain.tables.check import Checked, check
from aimwell.domain.tables.choices import Choices
from aimwell.domain.tables.columns import ROLES
from aimwell.domain.tables.missing import proposed

MOST_MADE_DATES = 400
SHOWN = 20
DUPLICATES = ("out", "first", "last", "add")


def proposed_mapping(data_import: DataImport, sheet: int) -> dict[str, Any]:
    """What was chosen for the last file with the same headings, else what the columns look like."""
    table = data_import.preview["sheets"][sheet]
    base = {
        "sheet": sheet, "signature": table["signature"], "missing": {}, "duplicates": "out", "swap": False,
        "starts": None, "step": data_import.measure.period, "roles": [column["role"] for column in table["columns"]],
    }  # fmt: skip
    last = (
        DataImport.objects.filter(
            owner_team=data_import.owner_team_id, state=ImportState.APPLIED, mapping__signature=table["signature"]
        )
        .order_by("-applied_at")
        .first()
        if table["signature"].strip("|")
        else None
    )
    if last is None or len(last.mapping["roles"]) != len(base["roles"]):
        return base
    return base | {"roles": last.mapping["roles"], "missing": last.mapping["missing"], "remembered": True}


@transaction.atomic
def choose_columns(*, by: User, data_import: DataImport, mapping: dict[str, Any]) -> DataImport:
    """Store what somebody chose and look again. `mapping` may hold sheet, roles, missing, duplicates, swap, starts,
    step. Raises NotAllowed, Refused: unknown_choice, column_twice, already_applied.
    """
    require(by=by, permission=Permission.EDIT, obj=data_import)
    hold(scope_id=data_import.owner_team_id)
    locked = DataImport.objects.select_for_update().get(pk=data_import.pk)
    if locked.state not in (ImportState.READY, ImportState.UNDONE):
        raise Refused("already_applied")
    sheet = mapping.get("sheet", locked.mapping["sheet"])
    if not 0 <= sheet < len(locked.preview["sheets"]):
        raise Refused("unknown_choice", value=sheet)
    if sheet != locked.mapping["sheet"]:
        locked.mapping = proposed_mapping(locked, sheet)
    else:
        locked.mapping = locked.mapping | _checked(mapping, locked)
    locked.save(update_fields=["mapping"])
    return look(locked)


def _checked(mapping: dict[str, Any], data_import: DataImport) -> dict[str, Any]:
    columns = data_import.preview["sheets"][data_import.mapping["sheet"]]["columns"]
    roles = list(mapping.get("roles", data_import.mapping["roles"]))
    if len(roles) != len(columns) or any(role not in ROLES for role in roles):
        raise Refused("unknown_choice", value=", ".join(map(str, roles)))
    once = [role for role in roles if role != "out"]
    twice = next((role for role in once if once.count(role) > 1), None)
    if twice is not None:
        raise Refused("column_twice")
    if mapping.get("duplicates", "out") not in DUPLICATES:
        raise Refused("unknown_choice", value=mapping["duplicates"])
    kept = {name: mapping[name] for name in ("missing", "duplicates", "swap", "starts", "step") if name in mapping}
    return kept | {"roles": ["out" if col["students"] else role for role, col in zip(roles, columns, strict=True)]}


def look(data_import: DataImport) -> DataImport:
    """Read every row as things stand and store the report. Looking again gives the same report."""
    if data_import.state not in (ImportState.READING, ImportState.READY, ImportState.UNDONE):
        return data_import
    mapping = data_import.mapping
    problem = problem_of(data_import)
    checked = read_rows(data_import)
    found = [word for word in checked.words if word not in mapping["missing"]]
    if any(proposed(word) for word in found):
        mapping["missing"] = mapping["missing"] | {word: proposed(word) for word in found}
        checked = read_rows(data_import)
    data_import.mapping = mapping
    data_import.preview = {**data_import.preview, "report": report_of(data_import, checked) | {"problem": problem}}
    if data_import.state == ImportState.READING:
        data_import.state = ImportState.READY
    data_import.updated_at = timezone.now()
    data_import.save(update_fields=["mapping", "preview", "state", "updated_at"])
    return data_import


def problem_of(data_import: DataImport) -> str:
    """What must be chosen before anything can go in: a code of words.errors, or nothing."""
    roles = data_import.mapping["roles"]
    if not {"value", "share", "numerator"} & set(roles):
        return "no_value_column"
    rows = data_import.preview["sheets"][data_import.mapping["sheet"]]["rows"]
    if "date" not in roles and ("series" in roles or rows > MOST_MADE_DATES):
        return "no_date_column"
    return ""


def choices_of(data_import: DataImport) -> Choices:
    mapping, measure = data_import.mapping, data_import.measure
    return Choices(
        roles=tuple(mapping["roles"]),
        missing=mapping["missing"],
        duplicates=mapping["duplicates"],
        swap=mapping["swap"],
        starts=None if "date" in mapping["roles"] else starts_of(data_import),
        step=mapping["step"],
        signed=measure.unit == Unit.NUMBER,
        percent=measure.unit == Unit.PERCENT,
    )


def starts_of(data_import: DataImport) -> datetime.date:
    """The first date of a table without dates: as chosen, else so that the last row falls into this period."""
    mapping = data_import.mapping
    if mapping["starts"]:
        return datetime.date.fromisoformat(mapping["starts"])
    today = timezone.localdate()
    rows = data_import.preview["sheets"][mapping["sheet"]]["rows"]
    back = min(max(0, rows - 1), MOST_MADE_DATES)
    if mapping["step"] == Period.WEEK:
        return today - datetime.timedelta(days=today.weekday() + 7 * back)
    if mapping["step"] == Period.MONTH:
        year, month = divmod(today.year * 12 + today.month - 1 - back, 12)
        return datetime.date(year, month + 1, 1)
    return _school_days_before(today, back)


def _school_days_before(today: datetime.date, back: int) -> datetime.date:
    day = today - datetime.timedelta(days=max(0, today.weekday() - 4))
    for _ in range(back):
        day -= datetime.timedelta(days=3 if day.weekday() == 0 else 1)
    return day


def read_rows(data_import: DataImport) -> Checked:
    sheet = data_import.preview["sheets"][data_import.mapping["sheet"]]
    rows = copied_rows(sheet["stored"])
    return check(rows, choices_of(data_import), first=sheet["first"], today=timezone.localdate())


def report_of(data_import: DataImport, checked: Checked) -> dict[str, Any]:
    """What the preview shows: counts, words that stand for numbers, rows to settle, and what would change."""
    codes: dict[str, int] = {}
    for one in checked.rejected:
        codes[one.code] = codes.get(one.code, 0) + 1
    measure: Measure = data_import.measure
    effect = effect_of(measure, checked.accepted)
    days = [one.on for one in checked.accepted]
    names = {one.series for one in checked.accepted}
    dates = checked.dates
    return {
        "rows": checked.rows,
        "ready": len(checked.accepted),
        "left_out": len(checked.rejected),
        "codes": codes,
        "swapped": checked.swapped,
        "rejected": [[r.row, r.value[:60], r.code, dict(r.data)] for r in _shown(checked)],
        "words": checked.words,
        "missing": sum(1 for one in checked.accepted if one.missing),
        "comma": checked.comma,
        "dates": [dates.kind, dates.order, dates.forced] if dates else None,
        "series": len(names),
        "first_on": min(days).isoformat() if days else None,
        "last_on": max(days).isoformat() if days else None,
        "new": len(effect.new),
        "same": effect.same,
        "replaced": len(effect.replaced),
        "changes": effect.shown(),
    }


def _shown(checked: Checked) -> list[Any]:
    """Up to twenty rows of each reason."""
    counts: dict[str, int] = {}
    kept = []
    for one in checked.rejected:
        counts[one.code] = counts.get(one.code, 0) + 1
        if counts[one.code] <= SHOWN:
            kept.append(one)
    return kept
