"""Ana of Room 12 gets a digest on Monday mornings."""

from __future__ import annotations

import datetime as dt

from django.conf import settings

from aimwell.contexts.reports.digest.services import choose
from aimwell.demo.build.cycles import Bench
from aimwell.demo.clock import as_if


def build(team: str, bench: Bench) -> None:
    if team != "room12":
        return
    with as_if(bench.calendar.now):
        choose(by=bench.lead, pace="weekly", weekday=0, at=dt.time(7), address=f"http://{settings.BIND}/")
