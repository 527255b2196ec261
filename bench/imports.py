"""Rows a second from a CSV file to stored values, beside three floors: plain csv reading, Django's bulk_create, and the
database's own load of the same rows. Results are checked before times count. Prints JSON.

`python bench/imports.py [rows]`; the database is AIMWELL_DATABASE, or a fresh SQLite file.
"""

from __future__ import annotations

import csv
import datetime
import io
import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROWS = 200_000
SERIES = 500
ROUNDS = 3


def made_file(rows: int) -> bytes:
    """Invented rates: `SERIES` schools, one row a school day, one in forty not sent in."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["School", "Borough", "Date", "Attendance %"])
    start = datetime.date(2022, 9, 1)
    for number in range(rows):
        day = start + datetime.timedelta(days=number // SERIES)
        rate = "NS" if number % 40 == 0 else f"{80 + number % 1999 / 100:.2f}"
        writer.writerow([f"S{number % SERIES:04d}", "M", f"{day:%Y%m%d}", rate])
    return out.getvalue().encode()


def best(act: Callable[[], Any]) -> float:
    """Seconds of the quickest of three rounds; `act` gives its own seconds."""
    return min(act() for _ in range(ROUNDS))


def seconds(act: Callable[[], Any]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def main(rows: int) -> None:
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    raw = made_file(rows)
    times, made = {}, []
    times["ours"] = best(lambda: ours(raw, rows, made))
    accepted, keys = accepted_by(made[-1])
    times["django_bulk_create"] = best(lambda: stored(lambda: bulk_create(made[-1], accepted, keys), rows))
    times["database_load"] = best(lambda: stored(lambda: own_load(made[-1], accepted, keys), rows))
    times["csv_parse"] = best(lambda: seconds(lambda: list(csv.reader(io.StringIO(raw.decode())))))
    speeds = {name: round(rows / took) for name, took in times.items()}
    ratios = {f"ours_to_{name}": round(times[name] / times["ours"], 3) for name in times if name != "ours"}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps({"rows": rows, "rows_per_second": speeds, "ratios": ratios, "peak_memory_mb": peak}, indent=2))


def ours(raw: bytes, rows: int, made: list[Any]) -> float:
    """Put the file in as the product does; the import is kept in `made` for the floors."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    from aimwell.contexts.measures.models import Observation
    from aimwell.contexts.measures.services import create_measure, put_rows_in, start_import
    from aimwell.contexts.measures.services.looking import look
    from aimwell.contexts.people.models import User
    from aimwell.contexts.people.services import start_team

    person = User.objects.create_user(email=f"bench-{time.time_ns()}@example.org", name="Bench")
    measure = create_measure(by=person, team=start_team(by=person, name="Bench"), name="Attendance")
    data_import = start_import(by=person, measure=measure, upload=SimpleUploadedFile("a.csv", raw))
    look(data_import)
    took = seconds(lambda: put_rows_in(by=person, data_import=data_import))
    inside = Observation.objects.filter(data_import=data_import, ended_at=None)
    assert inside.count() == rows, inside.count()
    assert inside.filter(missing="not_submitted").count() == len(range(0, rows, 40))
    made.append(data_import)
    clean()
    return took


def accepted_by(data_import: Any) -> tuple[list[Any], dict[str, int]]:
    """The rows that went in, and the series they belong to: what the floors store."""
    from aimwell.contexts.measures.models import Series
    from aimwell.contexts.measures.services.looking import read_rows
    from aimwell.domain.tables.choices import Accepted

    keys = dict(Series.objects.filter(measure=data_import.measure).values_list("name", "pk"))
    return [Accepted(*row) for row in read_rows(data_import).accepted], keys


def stored(act: Callable[[], Any], rows: int) -> float:
    """Seconds of `act` in one transaction, which must leave all rows stored."""
    from django.db import transaction

    from aimwell.contexts.measures.models import Observation

    with transaction.atomic():
        took = seconds(act)
    assert Observation.objects.count() == rows
    clean()
    return took


def bulk_create(data_import: Any, accepted: list[Any], keys: dict[str, int]) -> None:
    from aimwell.contexts.measures.models import Observation

    rows = (
        Observation(
            series_id=keys[row.series], observed_on=row.on, value=row.value, numerator=row.numerator,
            denominator=row.denominator, missing=row.missing, data_import=data_import,
        )
        for row in accepted
    )  # fmt: skip
    Observation.objects.bulk_create(list(rows), batch_size=2_000)


def own_load(data_import: Any, accepted: list[Any], keys: dict[str, int]) -> None:
    from aimwell.contexts.measures.services.bulk import insert_rows

    insert_rows(data_import, accepted, keys)


def clean() -> None:
    from aimwell.contexts.measures.models import Observation

    Observation.objects.all()._raw_delete("default")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ.setdefault("AIMWELL_TEST", "1")
        os.environ.setdefault("AIMWELL_HOME", home)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "aimwell.config.settings")
        sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))
        import django

        django.setup()
        main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS)
