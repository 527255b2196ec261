"""One kept version: the theory as Room 12 had it when the first cycle began."""

from __future__ import annotations

import datetime as dt

from aimwell.contexts.theory.diagram.services import keep_version
from aimwell.demo.build.cycles import Bench
from aimwell.demo.clock import as_if

KEPT_ON = dt.date(2026, 10, 2)


def build(team: str, bench: Bench) -> None:
    if team == "room12":
        with as_if(bench.calendar.now):
            keep_version(
                by=bench.lead, inquiry=bench.inquiry, name="Before the first cycle", note="Our first guess",
                day=bench.calendar.day(KEPT_ON),
            )  # fmt: skip
