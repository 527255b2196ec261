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
    from django.core.files.uploadedfile import SimpleUploadedFile
    from django.core.management import call_command
    from django.db import transaction

    from aimwell.contexts.measures.models import Observation, Series
    from aimwell.contexts.measures.services import create_measure, put_rows_in, start_import
    from aimwell.contexts.measures.services.bulk import insert_rows
    from aimwell.contexts.measures.services.looking import look, read_rows
    from aimwell.contexts.people.models import User
    from aimwell.contexts.people.services import start_team
    from aimwell.domain.tables.choices import Accepted

    call_command("migrate", verbosity=0)
    person = User.objects.create_user(email=f"bench-{time.time_ns()}@example.org", name="Bench")
    team = start_team(by=person, name="Bench")
    raw = made_file(rows)

    def clean() -> None:
        Observation.objects.all()._raw_delete("default")

    def ours() -> float:
        measure = create_measure(by=person, team=team, name="Attendance")
        made = start_import(by=person, measure=measure, upload=SimpleUploadedFile("a.csv", raw))
        look(made)
        took = seconds(lambda: put_rows_in(by=person, data_import=made))
        stored = Observation.objects.filter(data_import=made, ended_at=None)
        assert stored.count() == rows, stored.count()
        assert stored.filter(missing="not_submitted").count() == len(range(0, rows, 40))
        kept.append((made, [Accepted(*row) for row in read_rows(made).accepted]))
        clean()
        return took

    kept: list[tuple[Any, list[Accepted]]] = []
    ours_seconds = best(ours)
    made, accepted = kept[-1]
    keys = dict(Series.objects.filter(measure=made.measure).values_list("name", "pk"))

    def django_bulk() -> float:
        took = seconds(lambda: bulk_create())
        assert Observation.objects.count() == rows
        clean()
        return took

    @transaction.atomic
    def bulk_create() -> None:
        Observation.objects.bulk_create(
            [
                Observation(
                    series_id=keys[row.series], observed_on=row.on, value=row.value, numerator=row.numerator,
                    denominator=row.denominator, missing=row.missing, data_import=made,
                )
                for row in accepted
            ],
            batch_size=2_000,
        )  # fmt: skip

    def own_load() -> float:
        with transaction.atomic():
            took = seconds(lambda: insert_rows(made, accepted, keys))
        assert Observation.objects.count() == rows
        clean()
        return took

    def plain_csv() -> float:
        return seconds(lambda: list(csv.reader(io.StringIO(raw.decode()))))

    times = {
        "ours": ours_seconds,
        "django_bulk_create": best(django_bulk),
        "database_load": best(own_load),
        "csv_parse": best(plain_csv),
    }
    speeds = {name: round(rows / took) for name, took in times.items()}
    ratios = {f"ours_to_{name}": round(times[name] / times["ours"], 3) for name in times if name != "ours"}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps({"rows": rows, "rows_per_second": speeds, "ratios": ratios, "peak_memory_mb": peak}, indent=2))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ.setdefault("AIMWELL_TEST", "1")
        os.environ.setdefault("AIMWELL_HOME", home)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "aimwell.config.settings")
        sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))
        import django

        django.setup()
        main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS)
