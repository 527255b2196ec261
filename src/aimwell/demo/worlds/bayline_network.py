"""What the Bayline network aims at: goals, drivers, why its members joined, and how it chose its problem.

Invented, with the shape of S3 11.1 to 11.3 and L94 to L100.
"""

from __future__ import annotations

from datetime import date
from typing import Any

HUB = "noor"
STARTS, ENDS = date(2026, 8, 10), date(2027, 6, 18)

AIM: dict[str, Any] = {
    "what": "Students grow in math",
    "who": "Black and Latino students",
    "where": "Grades 4 to 8, in all eight districts",
    "how_much": "At least as much as their peers in the state",
    "measure": "Growth on the state math test",
}
AIM_BY = date(2028, 6, 9)
SKILL: dict[str, Any] = {
    "what": "Each district can run improvement without the hub",
    "who": "District teams and local teams",
}
AIM_NOTES = ((date(2026, 9, 15), "3 of 8 districts", "In these, growth last year was as much as in the state."),)
SKILL_NOTES = (
    (date(2026, 10, 20), "2 of 8 districts", "They led a learning day without us."),
    (date(2027, 1, 26), "4 of 8 districts", "Two more did. The days were shorter, and teams asked for longer ones."),
)

PRIMARY = {
    "Students do the thinking": (1, 2, 4),
    "Lessons and adults make room for it": (3, 6),
    "Everyone belongs in math": (5, 7),
}
SERVES = {
    1: "When students say their reasons, we hear what they understand.",
    2: "Students who can read a problem can begin it.",
    3: "A task with more than one way in gives everyone a start.",
    4: "In a group with everyone in, nobody waits.",
    5: "Students who feel they belong ask when they are stuck.",
    6: "Students grow where teachers stay and learn together.",
}
WEEKS = (
    *((key, "high", date(2027, 3, 1), date(2027, 3, 12)) for key in "ABF"),
    *((key, "high", date(2027, 3, 8), date(2027, 3, 12)) for key in "DEH"),
    ("C", "high", date(2027, 3, 8), date(2027, 3, 19)),
    *((key, "testing", date(2027, 4, 12), date(2027, 4, 23)) for key in "ABCDE"),
    ("G", "low", date(2027, 3, 1), date(2027, 3, 5)),
    ("G", "no_school", date(2027, 4, 5), date(2027, 4, 9)),
)
"""Days that districts put in their calendars."""

JOINED = {
    "A": ("outcome", "center", "Math is the first line of our own plan."),
    "B": ("both", "center", "We want the growth, and a way to know what helped."),
    "C": ("outcome", "several", "Our approach to math needs sharper tools."),
    "D": ("capability", "several", "We run many programs and rarely learn which of them work."),
    "E": ("both", "several", ""),
    "F": ("both", "center", "Two schools had begun by themselves and asked for company."),
    "G": ("capability", "edge", "Our first worry is teachers who leave. We came for the method."),
    "H": ("outcome", "several", ""),
}

QUESTION = "Which problem do we take on together?"
ASKED, DECIDED = date(2026, 8, 11), date(2026, 8, 13)
OPTIONS: tuple[dict[str, Any], ...] = (
    {
        "name": "Math of Black and Latino students",
        "data": "State test of three years, across the network and by district.",
        "urgency": "The gap is as wide as four years ago, in all eight districts.",
        "measures": "Yes: a yearly test and a middle school math survey in each district.",
    },
    {
        "name": "English of students who are learning it",
        "data": "Language test of two years, by district.",
        "urgency": "Pressing in four districts.",
        "measures": "In part: districts use three different tests.",
    },
    {
        "name": "Eighth graders ready for high school",
        "data": "Grades and absences in five districts.",
        "urgency": "Pressing in three districts.",
        "measures": "Not yet in the same way anywhere.",
    },
)
POSITIONS = (
    {"A": ("take", ""), "B": ("take", ""), "C": ("take", ""), "F": ("take", "Grades 4 to 8, not only grade 8."),
     "E": ("take", ""), "H": ("take", ""), "D": ("live", "If care counts as much as content."),
     "G": ("live", "Teachers who stay come first for us.")},
    {"B": ("live", ""), "E": ("take", "Half of our students."), "G": ("not_now", "")},
    {"A": ("not_now", ""), "G": ("live", "")},
)  # fmt: skip
REASONS = (
    "It is stubborn in all eight districts, and it is measured already. Two districts can live with it. "
    "What it weighs at home differs, and that is fine."
)
