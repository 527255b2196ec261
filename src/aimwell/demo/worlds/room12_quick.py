"""What Room 12 tried without a plan, and the days on which it has little or more room."""

from __future__ import annotations

from datetime import date

TRIED: tuple[tuple[str, date], ...] = (
    ("Partners wrote one word each before they talked. More of them spoke.", date(2027, 1, 14)),
    ("We let them choose their own partner on Friday. It was loud, and two stayed alone.", date(2027, 1, 29)),
    ("A timer on the board for the quiet minute. Nobody asked how long it takes.", date(2027, 2, 4)),
)
SET_ASIDE = ("Music during partner talk.", date(2027, 1, 20))

DAYS: tuple[tuple[str, str, date, date], ...] = (
    ("testing", "State tests", date(2027, 5, 3), date(2027, 5, 7)),
    ("low", "Family conferences", date(2027, 3, 1), date(2027, 3, 5)),
    ("high", "No report cards, room to plan", date(2027, 4, 12), date(2027, 4, 16)),
)
DAYS_ON = date(2027, 1, 11)
