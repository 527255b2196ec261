"""How Room 12 began: norms, the primer, what was in place in the fall, and what the work builds on."""

import datetime as dt

PROPOSED = (
    ("ana", "We bring one thing that did not go as planned\nWe begin on time"),
    ("devon", "We speak of what happened, not of who did it"),
)
AGREED = (
    "We bring one thing that did not go as planned.\nWe speak of what happened, not of who did it.\n"
    "We begin on time and end on time."
)
AGREED_ON = dt.date(2026, 9, 10)
LOOKED_ON = dt.date(2027, 1, 14)
IN_PLACE = {
    "time": ("yes", ""),
    "members": ("yes", ""),
    "sponsor": ("partly", "Ten minutes with our principal each month"),
    "space": ("yes", ""),
    "data": ("partly", "Counts by room on the day they are made"),
    "coach": ("yes", ""),
}
HOST, GROUND = "plc", "Our Thursday planning time: we looked at student work there already."
READ = ("ana", "devon")
