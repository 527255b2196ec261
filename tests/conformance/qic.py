"""Reads the open conformance set's run charts and runs them through the engine."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from aimwell.domain.calendar.periods import month_of, week_of
from aimwell.domain.spc.panels import Row, group_rows
from aimwell.domain.spc.run_panel import run_panel

ROOT = Path(__file__).parents[2]
COUNTS = {
    "n_useful": "n_useful",
    "longest_run": "longest_run",
    "longest_run_max": "longest_run_max",
    "n_crossings": "crossings",
    "n_crossings_min": "crossings_min",
    "runs_signal": "runs_signal",
}


def folder() -> Path:
    return Path(os.environ.get("AIMWELL_CONFORMANCE") or ROOT.parent / "shared" / "conformance" / "spc")


def run_cases() -> Iterator[tuple[str, dict]]:
    """Id and case of every run chart found: files of the manifest, inline cases, and our own."""
    here = folder()
    found: dict[str, dict] = {}
    if (here / "manifest.json").exists():
        for entry in json.loads((here / "manifest.json").read_text())["cases"]:
            if "contested" not in entry.get("tags", ()) and entry["family"].startswith("qic"):
                found[entry["id"]] = json.loads((here / entry["expected"]).read_text())
    for path in sorted(here.glob("**/*.jsonl")):
        for row in path.read_text().splitlines():
            case = json.loads(row)
            found[case["id"]] = case
    own = Path(__file__).parent / "own_cases.jsonl"
    for row in own.read_text().splitlines():
        case = json.loads(row)
        found[case["id"]] = case
    yield from ((name, case) for name, case in found.items() if case.get("options", {}).get("chart") == "run")


def rows_of(case: dict) -> list[dict]:
    """The input as rows of texts or numbers; None = missing."""
    if "data" in case:
        names = list(case["data"])
        return [dict(zip(names, row, strict=True)) for row in zip(*case["data"].values(), strict=True)]
    given = case["input"]
    with (folder() / given["file"]).open(newline="") as file:
        rows = list(csv.DictReader(file))
    for column, wanted in (given.get("filter") or {}).items():
        allowed = {str(value) for value in (wanted if isinstance(wanted, list) else [wanted])}
        rows = [row for row in rows if row[column] in allowed]
    return [{key: value if value != "" else None for key, value in row.items()} for row in rows]


def x_of(value: object, period: str | None) -> object:
    """A date, a number or a word, cut to its month or week."""
    try:
        day = date.fromisoformat(str(value))
    except ValueError:
        day = None
    if day is not None:
        return {"month": month_of, "week": week_of}.get(period or "", lambda same: same)(day)
    try:
        return float(str(value))
    except ValueError:
        return str(value)


def number(value: object) -> float | None:
    return None if value is None else float(str(value))


def facets(rows: list[dict], columns: list[str] | None) -> dict[tuple, list[dict]]:
    found: dict[tuple, list[dict]] = {}
    for row in rows:
        key = tuple(row[column] for column in columns or ())
        found.setdefault((*key, 1, 1)[:2], []).append(row)
    return found


def part_ends(rows: list[dict], options: dict, xs: tuple) -> list[int]:
    """Row numbers after which a part ends."""
    if not options.get("part_column"):
        part = options.get("part") or []
        return part if isinstance(part, list) else [part]
    period = options.get("x_period")
    label = {x_of(row[options["x"]], period): row[options["part_column"]] for row in reversed(rows)}
    return [k for k in range(1, len(xs)) if label[xs[k]] != label[xs[k - 1]]]


def chart(case: dict, rows: list[dict]) -> tuple[tuple, np.ndarray, list]:
    """x, values and parts of one facet."""
    options = case["options"]
    period, size, multiply = options.get("x_period"), options.get("n"), options.get("multiply") or 1
    constant = options.get("n_constant")
    grouped = group_rows(
        [
            Row(
                x_of(row[options["x"]], period),
                number(row[options["y"]]),
                constant if constant is not None else number(row[size]) if size else None,
            )
            for row in rows
        ],
        how=options.get("agg_fun") or "mean",
        with_denominators=bool(size) or constant is not None,
        multiply=multiply,
        order=(case.get("input") or {}).get("x_levels"),
    )
    excluded = np.zeros((1, grouped.values.size), dtype=bool)
    for row in options.get("exclude") or []:
        excluded[0, row - 1] = True
    given = options.get("cl")
    parts = run_panel(
        grouped.values[None, :],
        after=part_ends(rows, options, grouped.x),
        freeze=[options["freeze"]] if options.get("freeze") else [],
        excluded=excluded,
        centre=None if given is None else given * multiply,
        ordered=not any(isinstance(x, str) for x in grouped.x),
        freeze_within_phases=False,
    )
    return grouped.x, grouped.values, list(parts)


def as_dates(n: int) -> list[date]:
    """Stand-ins for any x, in order, for the reading of the same numbers."""
    return [date(2001, 1, 1) + timedelta(days=k) for k in range(n)]
