"""How Room 12 and friends counted in their third cycle: planned days, what Room 14 did, and ten slips read by two."""

from __future__ import annotations

from datetime import date

PLAN = (("Room 12", "Room 14"), date(2027, 1, 12), date(2027, 1, 29), (1, 2, 3, 4))

TOLD_ON = date(2027, 1, 29)
ROOMS = (
    ("Room 12", "planned", "", "", "ana"),
    (
        "Room 14",
        "adapted",
        "Ran late and left out the quiet minute on 6 of 10 days.",
        "Math follows lunch, and talk is what we drop when late.",
        "devon",
    ),
)

READ_ON = date(2027, 1, 29)
READING = ("Exit slips of {01-26}", 10, ("a reason", "no reason"), "Room 14")
READ_BY = {
    "ana": (0, 0, 1, 1, 0, 1, 0, 1, 1, 0),
    "devon": (0, 0, 1, 0, 0, 1, 0, 1, 1, 1),
}
AGREED = {4: 1}
"""One piece is agreed; the last is still to be talked over."""
