"""What Room 12 says beyond its aim: who is left out, on equity, and the signs on the way."""

from __future__ import annotations

from datetime import date
from typing import Any

HEADCOUNT = 72
CARDS_ON = date(2026, 11, 4)
CAUSES = ("Most tasks have one right answer",)
OUTSIDE = (
    "That is about eight students in each room. Each Friday we ask one of them what would make it easier to begin, "
    "and we try that the next week."
)
EQUITY = (
    "groups",
    "Students who are new to English speak less in partner talk. We look room by room and ask who stays quiet.",
)
GAP: dict[str, Any] = {
    "group": "students who are new to English",
    "beside": "all other fifth graders",
    "now": 21,
    "target": 10,
}
# name, when it moves, expected, over all others, key of the measure, who sets it up, set up by
SIGNS = (
    ("Partners use the sentence starters", "early", date(2026, 12, 4), False, "", "Devon Price", date(2026, 11, 20)),
    ("More students explain to a partner", "early", date(2027, 2, 26), False, "explains-to-partner", "", None),
    ("More full answers on the spring task", "late", date(2027, 5, 21), True, "", "Leticia Gómez", date(2027, 4, 16)),
)
DISTRICT_ON, DISTRICT_AGAIN_ON = date(2026, 8, 24), date(2027, 1, 14)
DISTRICT = {
    "text": "Every student gets what they need to take part and to do well in class.",
    "equality": "Every room has the same set of math tools.",
    "equity": "",
    "justice": "",
}
DISTRICT_AGAIN = {
    "text": "Every student takes part in thinking and talking in class each week, and no group of students is missing "
    "from that. We look at our counts by group each month.",
    "equality": "Every room has the same set of math tools.",
    "equity": "Students who are new to English get the words of the day before the talk begins.",
    "justice": "Nobody needs a referral for the advanced math class any more.",
}
DISTRICT_BECAUSE = "Families asked how anybody would notice. The first text did not say."
