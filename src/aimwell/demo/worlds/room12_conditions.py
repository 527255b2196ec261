"""Under which conditions Room 12 and friends tested, and what they have listed and not tried yet (mockup 08)."""

from __future__ import annotations

from datetime import date

LISTED_ON = date(2026, 11, 9)
LISTED = (
    ("Room 12", "room"),
    ("Room 14", "room"),
    ("Before lunch", "time"),
    ("After lunch", "time"),
    ("Tasks we wrote", "material"),
    ("Tasks from the unit", "material"),
    ("A substitute teacher", "teacher"),
    ("Mostly multilingual group", "group"),
)
RAN_UNDER = {
    "starters": ("Room 12", "Before lunch", "Tasks we wrote"),
    "minute": ("Room 12", "Before lunch", "Tasks we wrote", "Mostly multilingual group"),
    "two-answers": ("Room 12", "Room 14", "Before lunch", "After lunch", "Tasks we wrote"),
}
CAME_OUT_ON = date(2027, 1, 29)
CAME_OUT = {"two-answers": {"Room 12": "held", "Before lunch": "held", "Tasks we wrote": "held"}}
"""In the third cycle 16 of 24 in Room 12, which is in the predicted range, and 11 of 26 in Room 14."""
TRY_WHAT = {
    "starters": "Starters on desk cards",
    "minute": "A quiet minute to rehearse",
    "two-answers": "A task with two answers you can defend",
}
