"""One huddle of Room 12 about its third cycle: silent words, a line for the notes, a decision."""

from __future__ import annotations

from datetime import date

ON, BEGAN, LATER = date(2027, 2, 2), "07:40", "07:52"
NAME, MINUTES = "Huddle before school", 15

THOUGHTS: tuple[tuple[str, str], ...] = (
    ("ana", "The task works once they have rehearsed."),
    ("devon", "I ran out of time, not out of will."),
    ("", "Two of mine argued in Spanish first."),
)
FAMILY = "Mrs. Vega"

LINE = "Two students argued in Spanish first. Room 14 needs the quiet minute on the clock."
SENT = "Room 14 needs the quiet minute on the clock."
DECISION, OWNER, DUE = "Put the quiet minute on the slide with a timer", "devon", date(2027, 2, 9)
NO_DATE = "Our rhythm names the next day."
