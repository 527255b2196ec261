"""When Room 12 meets, what it decided, and the time that a substitute cost it."""

from __future__ import annotations

from datetime import date, time

PLANNED_ON = date(2027, 1, 11)
RHYTHM = {
    "starts_on": date(2027, 1, 14), "ends_on": date(2027, 6, 10), "weekday": 3, "at": time(12, 20), "place": "Room 12",
    "time_source": "plc", "funding": "The school’s own hours",
}  # fmt: skip
LEADS_NEXT = "devon"

HELD = (
    (
        date(2027, 1, 14),
        "Six pairs argued about which answer is better. Two students began in Spanish.",
        (("Write two answers on the card, not one", "devon", date(2027, 1, 21), date(2027, 1, 20)),),
    ),
    (
        date(2027, 1, 21),
        "Room 14 skips the quiet minute on most days. It is the bell, not the will.",
        (("Ask the office to move the bell in the north hall", "", date(2027, 2, 11), None),),
    ),
    (
        date(2027, 2, 4),
        "The counts of Room 12 are in. Room 14 brings the last ones on Thursday.",
        (("Bring the counts of Room 14", "devon", date(2027, 2, 11), None),),
    ),
)
"""(day, notes, decisions); a decision: (words, who, by when, done on)."""

CALLED_OFF = (date(2027, 1, 28), "absence", "No substitute for Room 9.")
