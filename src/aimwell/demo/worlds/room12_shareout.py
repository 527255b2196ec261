"""Room 12 at the principals’ meeting: its question to them, and what they asked."""

from __future__ import annotations

from datetime import date

TOLD_ON = date(2027, 2, 3)
QUESTION = "Some pairs talk well and some do not begin. What do you do for the ones who do not?"
ASKED = (
    (
        "Did the students who whispered in Spanish count as giving a reason?",
        "principal of another school",
        "Yes. We count a reason in any language.",
    ),
    ("What would you drop if you had only ten minutes a week?", "principal of another school", ""),
)
"""(question, role, answer)."""
