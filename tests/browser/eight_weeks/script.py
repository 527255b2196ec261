"""What the team of six says, counts and predicts in its eight weeks, and what that comes to by hand."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

TEAM = "Room 12 and friends"
LEAD, NEXT_LEAD, FACILITATOR = "Ana Ruiz", "Devon Park", "Grace Lin"
CREW = (LEAD, NEXT_LEAD, "Lucia Gomez", "Sam Reed", "Imani Cole", FACILITATOR)
COACH = "Cora Coach"

MONDAY = dt.date(2027, 1, 11)
THURSDAYS = tuple(dt.date(2027, 1, 14) + dt.timedelta(weeks=week) for week in range(8))
SNOW, BACK = dt.date(2027, 2, 4), dt.date(2027, 2, 8)  # a Thursday; the Monday after two snow days

PROBLEM = "Only a few of our fifth graders say why their answer makes sense"
MEASURE = "Students who give a reason"
CARDS, STRIPS = "Starters on desk cards", "Sentence strips on the back wall"
MINUTE, PARTNER = "A quiet minute with the card first", "A partner asks why before the class does"

UNIT = "students give a reason"
PLAN = {
    "Because": "They know the answer and lack the first words",
    "Step by step": "Put a card on each desk. Read one aloud. Give two minutes with a partner.",
    "Who and where": "All 24 students in Room 12",
    "What you count": "Reasons given to a partner",
    "Who counts, when and how": "Whoever is in the room marks each reason on the class list",
}
"""The parts of the first plan that the cycles after it take over."""

# (chance in percent, held): Ana's fall, then what she and Devon lock in these weeks
FALL = ((90, True), (80, True), (80, False), (70, True), (70, True), (60, False), (50, True), (20, False))
ANA = ((70, False), (60, True))
DEVON = ((80, False), (90, True))

# By hand, from Brier (1950): (1 - p)^2 where it held, p^2 where it did not.
# Fall: .01 + .04 + .64 + .09 + .09 + .36 + .25 + .04 = 1.52. These weeks: .49 + .16 = .65. Together 2.17 of 10.
ANA_BRIER, ANA_SHOWN = Fraction(217, 1000), "0.22"
ANA_SUM = "By the chances you gave, about 6.5 of 10 would hold. 6 did."
# .64 + .01 = .65 of 2
DEVON_BRIER = Fraction(65, 200)

LEARNED = {
    1: "They read the card aloud and then stop.",
    2: "A minute alone gives them the first sentence and not the second.",
    3: "Nobody turns around to read a wall while talking.",
    4: "A question from a partner brings out the second sentence.",
}
WHY = {
    1: "The card helps them begin, not go on",
    2: "More of them begin, so now they need somebody to ask",
    3: "The strips hang where no one looks",
    4: "It held on both days and costs no time",
}
