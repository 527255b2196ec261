"""How Room 12 looked for what was stuck, in its meeting before the last one."""

from __future__ import annotations

from datetime import date

ON, BEGAN, ENDED = date(2027, 2, 4), "12:21", "12:33"
PROTOCOL = "stuck"
LEADER, NOTES, TIME = "devon", "", "devon"
"""Keys of people; the empty one is Ana."""

SAID = (
    "Room 14 skips the quiet minute on most days. Nobody has seen the counts of Room 9. The cards are in English only.",
    "The quiet minute in Room 14.",
    "The bell in the north hall rings three minutes late. Then the minute is the first thing to go.",
    "Put the quiet minute before the task, so that the bell cannot take it.",
    "Devon tries it on Monday. Ana asks the office about the bell.",
)
