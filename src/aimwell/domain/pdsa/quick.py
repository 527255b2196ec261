"""What a rest does to the day of the look (S1 R-39, S3 R-37)."""

from __future__ import annotations

from datetime import date, timedelta


def look_after(look_on: date | None, *, began: date, resumed: date) -> date | None:
    """The day to look after a rest: as many days ahead as when the rest began, and never a day that is gone.

    A look that was due before the rest waits for the day of going on.
    """
    if look_on is None:
        return None
    return resumed + max(look_on - began, timedelta())
