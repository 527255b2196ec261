"""`make bench`: every benchmark in a process of its own, each beside its floor in the same run.

Writes build/bench.json and prints a table of ratios. What they mean: docs/reference/benchmarks.md.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
RESULT = ROOT / "build/bench.json"
BENCHES = ("pages", "network", "orgs", "charts", "spc", "gaps", "imports", "rosters", "theory")


@dataclass(frozen=True)
class Ratio:
    """One line of the table: `path` leads to the number in the result of `bench`; `aim` is a limit, "" for none."""

    bench: str
    path: tuple[str, ...]
    what: str
    against: str
    aim: str = ""


RATIOS = (
    Ratio("pages", ("to_bare_page", "team"), "team page, CPU", "bare Django page on our base page", "<= 5"),
    Ratio("pages", ("to_bare_page", "chart"), "chart page, CPU", "the same", "<= 5"),
    Ratio("pages", ("to_bare_page", "drivers"), "driver page, CPU", "the same"),
    Ratio("pages", ("to_bare_page", "cycle"), "cycle page with its forms, CPU", "the same"),
    Ratio("network", ("to_small_network", "1000", "member team"), "team page, 1,000 schools", "24 schools", "<= 1.2"),
    Ratio("network", ("to_small_network", "10000", "member team"), "team page in 10,000 schools", "the same", "<= 1.2"),
    Ratio("network", ("to_small_network", "10000", "hub team"), "a team seen by the hub, 10,000", "the same", "<= 1.5"),
    Ratio("orgs", ("beside_a_state", "subtree"), "subtree of a district", "without 10,000 other schools", "<= 1.2"),
    Ratio("orgs", ("beside_a_state", "page"), "page of an organization, its queries", "the same", "<= 1.2"),
    Ratio("orgs", ("beside_a_state", "hub sees"), "all that a hub sees", "the same", "<= 2"),
    Ratio("orgs", ("state_page_to_district_page",), "page of a state of 10,000 schools", "of a district of 77"),
    Ratio("charts", ("qicharts2_to_chart",), "I chart one by one", "its speed to qicharts2's 33 ms", ">= 100"),
    Ratio("charts", ("chart_to_floor",), "I chart one by one", "limits and runs in numpy", "<= 5"),
    Ratio("charts", ("panel_to_floor",), "10,000 I charts, two rule sets", "limits and runs as one panel", "<= 10"),
    Ratio("charts", ("panel_peak_mb",), "their peak of memory", "MB", "<= 200"),
    Ratio("spc", ("chart_svg_ms",), "SVG of an I chart, 36 points", "ms", "<= 1"),
    Ratio("spc", ("reading_to_floor",), "one full reading", "median and runs in numpy"),
    Ratio("spc", ("panel_to_floor_one_by_one",), "10,000 charts as a panel", "the floor one by one", "<= 1"),
    Ratio("gaps", ("page_s",), "9 groups x 12 measures, 100,000 rows", "seconds of CPU", "<= 1"),
    Ratio("gaps", ("group_and_hide_to_plain_sums",), "grouping and hiding", "sums in plain Python"),
    Ratio("imports", ("ratios", "ours_to_database_load"), "import, rows a second", "database's own load", ">= 0.33"),
    Ratio("imports", ("ratios", "ours_to_django_bulk_create"), "import, rows a second", "Django's bulk_create"),
    Ratio("imports", ("ratios", "ours_to_csv_parse"), "import, rows a second", "Python's csv alone"),
    Ratio("theory", ("60", "first_ms"), "driver map of 60 parts", "ms", "<= 50"),
    Ratio("theory", ("150", "first_ms"), "driver map of 150 parts", "ms", "<= 300"),
    Ratio("theory", ("60", "first_to_floor"), "driver map of 60 parts", "one barycentre sweep"),
    Ratio("theory", ("60", "again_to_floor"), "the same, drawn again", "the same"),
    Ratio("theory", ("60", "one_line_more_to_floor"), "the same, one line more", "the same"),
    Ratio("rosters", ("ratio_to_dict_reader",), "staff list of 100,000 users read", "csv.DictReader alone"),
)


def run(name: str) -> dict[str, Any]:
    """The result of one benchmark, in a fresh home and a fresh SQLite file."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith("AIMWELL_")}
    found = subprocess.run(
        [sys.executable, "-m", f"bench.{name}"], cwd=ROOT, env=clean, stdout=subprocess.PIPE, text=True, check=True
    )
    result: dict[str, Any] = json.loads(found.stdout[found.stdout.index("{") :])
    return result


def machine() -> dict[str, Any]:
    return {"python": platform.python_version(), "system": platform.system(), "cores": os.cpu_count()}


def value(ratio: Ratio, results: dict[str, Any]) -> float:
    found = results[ratio.bench]
    for key in ratio.path:
        found = found[key]
    return float(found)


def met(number: float, aim: str) -> str:
    """ "yes", "no", or nothing where there is no aim."""
    if not aim:
        return ""
    sign, limit = aim.split()
    return "yes" if (number <= float(limit) if sign == "<=" else number >= float(limit)) else "no"


def table(results: dict[str, Any]) -> list[str]:
    lines = [f"{'what':34} {'ratio':>7}  {'against':36} {'aim':9} met"]
    for one in RATIOS:
        number = value(one, results)
        lines.append(f"{one.what:34} {number:7.2f}  {one.against:36} {one.aim:9} {met(number, one.aim)}".rstrip())
    return lines


def main() -> None:
    results: dict[str, Any] = {"machine": machine()}
    for name in BENCHES:
        print(f"{name} ...", flush=True)
        results[name] = run(name)
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(results, indent=2) + "\n")
    print("\n".join(["", *table(results), "", f"All numbers: {RESULT.relative_to(ROOT)}"]))


if __name__ == "__main__":
    main()
