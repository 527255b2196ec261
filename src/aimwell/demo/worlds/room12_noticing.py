"""What Room 12 noticed all year, the count its problem starts from, and the goals others set for it."""

from __future__ import annotations

from datetime import date

from aimwell.demo.worlds.room12_numbers import PARTNER

EARLIER = "Students are too quiet in math talk."
EARLIER_ON, REWORDED_ON = date(2026, 9, 8), date(2026, 9, 15)
SUBJECT = "students"

BASELINE = (PARTNER, date(2026, 11, 2))
CHECKED_ON = date(2026, 11, 3)
CHECKED = "About 1 in 3 gave a reason to a partner, in all three rooms."

WHY = "Whoever does not say why does not get to test an idea."
ASSETS = "Most families argue about how to split a bill or a pizza at home. Students bring that."
PRINCIPLE = "Every student has an idea worth hearing. Our job is to make room for it."
SCALE, AREAS = "team", ("math", "instruction")

LOG: tuple[tuple[str, tuple[tuple[date, str], ...]], ...] = (
    (
        "After lunch it takes long until the first question.",
        (
            (date(2026, 10, 6), ""),
            (date(2026, 11, 17), "12 minutes on the clock in Room 14."),
            (date(2027, 1, 12), "9 minutes in Room 12, 11 in Room 9."),
        ),
    ),
    ("Exit slips come back without a name.", ((date(2026, 12, 8), ""), (date(2027, 1, 26), ""))),
    ("The calculators are in use when we need them.", ((date(2027, 1, 20), ""),)),
)
SET_ASIDE = ("The bell in the north hall is too quiet.", date(2026, 10, 20), "The office had it repaired.")

GOALS: tuple[tuple[str, str, date | None, bool], ...] = (
    ("Grade 5 math scores rise by 5 points.", "The district", date(2027, 6, 11), True),
    ("Every school holds two family nights.", "The state grant", date(2027, 5, 14), False),
)
GOALS_ON = date(2026, 9, 10)
