"""How Room 12 chooses among its change ideas. Keys of ideas are those of `room12.PARTS`. Everything is invented."""

from __future__ import annotations

from datetime import date
from typing import Any

from aimwell.demo.worlds.room12_numbers import PARTNER

MET_ON, PARKED_ON = date(2026, 12, 1), date(2027, 2, 3)

FACTS: dict[str, dict[str, Any]] = {
    "minute": {
        "offered": True,
        "source": "Mr. Abebe, from a lesson he saw in Bayline",
        "how_to": "Read the task aloud. One quiet minute: whisper your reason to yourself. Then turn to a partner.",
        "needs": "A timer on the board; one minute that nobody takes away.",
        "builds_on": "Turn and talk, which every lesson has already.",
        "adults": True,
        "routine": True,
        "helps": "Everybody; most of all students who think first in Spanish.",
        "left_out": "Nobody that we know of. Room 14 has a shorter period.",
        "fees": "Nothing.",
        "access": "It happens in class, so nobody has to come or stay.",
        "predicted": "Most fifth graders explain their reasoning to a partner",
        "indicator": PARTNER,
        "amount": 65.0,
        "by_when": date(2027, 5, 28),
    },
    "two_answers": {
        "offered": True,
        "source": "our unit 2, page 14, turned around",
        "how_to": "Open the lesson with a task that has two answers a student can defend.",
        "needs": "Twelve tasks for unit 4.",
        "adults": True,
        "resource": True,
    },
    "starters": {
        "offered": True,
        "source": "the English learner team",
        "how_to": "A card on each desk with three ways to begin a reason.",
        "needs": "Cards for three rooms.",
        "adults": True,
        "students": True,
    },
    "mind_line": {"source": "Leticia", "students": True},
}

RATINGS = {  # by idea: effect and ability of Ana, Devon and Leticia
    "minute": ((5, 5), (4, 5), (4, 4)),
    "two_answers": ((5, 3), (5, 2), (4, 2)),
    "starters": ((3, 5), (5, 4), (3, 4)),
}
RATERS = ("ana", "devon", "leticia")
CHOSEN = "minute"
CONCERN = "Our period is 45 minutes. One more minute is one task less."
HANDLED = "We take the minute from the warm-up, and look after two weeks."
WHY_NOT_YET = "We knew how to make them talk. Nobody had asked who stays quiet, or timed how long we let them think."
REASON = "It meets a cause that we timed, and all three of us can start on Monday."

COMMITMENTS = (  # idea, kind, what, who (their name), by when, done on
    (
        "minute",
        "action",
        "Put a timer on the board in Rooms 9, 12 and 14",
        "Devon",
        date(2026, 12, 4),
        date(2026, 12, 3),
    ),
    ("minute", "milestone", "Four weeks with the minute in every partner talk", "Ana", date(2027, 2, 26), None),
    ("two_answers", "action", "Write twelve two-answer tasks for unit 4", "Tess Moran", date(2027, 2, 26), None),
)
SCALES = (("minute", "one_class", "", date(2026, 12, 7)), ("starters", "one_class", "", date(2026, 12, 7)))
PARKED = (
    ("A math talk app, seen at the fair on {01-20}", "a stand at the county fair", date(2027, 3, 8)),
    ("Seats in a circle", "Room 9", date(2027, 4, 12)),
)
GOES_ON = ("mind_line", "One line on the slip costs nothing, and the check of the cause runs beside it.")
