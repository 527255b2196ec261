"""Many values at once, by the shortest way each database has."""

from __future__ import annotations

from collections.abc import Callable

from django.db import connection

from aimwell.contexts.measures.models import DataImport, Observation
from aimwell.domain.tables.choices import Accepted

COLUMNS = ("series_id", "observed_on", "value", "numerator", "denominator", "missing", "note", "data_import_id")
BATCH = 20_000


def insert_rows(
    data_import: DataImport,
    rows: list[Accepted],
    series: dict[str, int],
    progress: Callable[[int, int], None] | None = None,
) -> None:
    """Insert the rows as observations of `data_import`, in the caller's transaction. Constraints hold as ever."""
    write = _copy if connection.vendor == "postgresql" else _execute_many
    total = len(rows)
    for start in range(0, total, BATCH):
        part = rows[start : start + BATCH]
        write([(series[r[1]], r[2], r[3], r[4], r[5], r[6], "", data_import.pk) for r in part])
        if progress is not None:
            progress(min(total, start + BATCH), total)


def _names() -> tuple[str, str]:
    quote = connection.ops.quote_name
    return quote(Observation._meta.db_table), ", ".join(quote(name) for name in COLUMNS)


def _execute_many(values: list[tuple[object, ...]]) -> None:
    table, columns = _names()
    marks = ", ".join(["%s"] * len(COLUMNS))
    plain = [(v[0], v[1].isoformat(), *v[2:]) for v in values]  # type: ignore[attr-defined]
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", plain)  # noqa: S608


def _copy(values: list[tuple[object, ...]]) -> None:
    table, columns = _names()
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
        for value in values:
            copy.write_row(value)
