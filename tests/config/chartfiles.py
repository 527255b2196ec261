"""Small files to make charts of, and what came out as rows."""

import csv
import io
from datetime import date, timedelta
from pathlib import Path

VALUES = [12, 15, 11, 14, 13, 16, 12, 15, 14, 13, 11, 12, 25, 24]
PNG = b"\x89PNG\r\n\x1a\n"


def weeks(count: int) -> list[str]:
    return [(date(2026, 9, 7) + timedelta(days=7 * k)).isoformat() for k in range(count)]


def write(name: str, header: str, *rows: object) -> str:
    Path(name).write_text("\n".join([header, *(str(row) for row in rows)]) + "\n", encoding="utf-8")
    return name


def visits() -> str:
    return write(
        "visits.csv", "week,visits,note", *(f"{on},{n}," for on, n in zip(weeks(len(VALUES)), VALUES, strict=True))
    )


def schools() -> str:
    rows = [
        f"{on},{school},{present},{enrolled}"
        for k, on in enumerate(weeks(12))
        for school, present, enrolled in (("Alder", 90 + k % 3, 100), ("Birch", 40 + k % 2, 50))
    ]
    return write("schools.csv", "week,school,present,enrolled", *rows)


def records(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))
