"""When the rounds of Room 12 began; each takes 90 days."""

from __future__ import annotations

from datetime import date

BEGAN_ON: tuple[date, ...] = (date(2026, 10, 5), date(2027, 1, 11))
