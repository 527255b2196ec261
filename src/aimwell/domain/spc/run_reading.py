"""Earlier names, until nothing imports them."""

from __future__ import annotations

from aimwell.domain.spc.chart_reading import Point
from aimwell.domain.spc.chart_reading import chart_reading as run_reading

__all__ = ["Point", "run_reading"]
