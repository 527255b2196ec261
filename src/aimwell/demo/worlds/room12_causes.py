"""What Room 12 says of its causes: where each sits, which comes first, what its filter set aside, what it sent on."""

from __future__ import annotations

from datetime import date

# cause: (kind, where it sits, level, who can change it, resources, when an effect would show, what stands behind it)
FACTS: dict[str, tuple[str, str, str, str, str, str, tuple[str, ...]]] = {
    "Most tasks have one right answer": ("root", "school", "school", "ours", "have", "year", ("other",)),
    "Word problems feel like someone else’s life": ("contributing", "school", "classroom", "ours", "could", "year", ()),
    "We ask for talk before time to think": (
        "root", "adult", "classroom", "ours", "have", "cycle", ("observations",),
    ),
    "Talk is what we drop when late": ("contributing", "adult", "classroom", "ours", "have", "cycle", ()),
    "We move on after the first right answer": (
        "root", "adult", "classroom", "ours", "have", "cycle", ("observations",),
    ),
    "We call on the same six hands": ("contributing", "adult", "classroom", "ours", "have", "cycle", ()),
    "We ask for reasons without giving the words": (
        "root", "adult", "classroom", "ours", "have", "cycle", ("interviews",),
    ),
    "A wrong idea feels public": ("contributing", "school", "classroom", "ours", "have", "year", ()),
    "Some students are just shy": ("", "student", "classroom", "", "", "", ()),
    "Low vocabulary": ("", "student", "classroom", "", "", "", ()),
    "Families have not seen what math talk is": ("contributing", "school", "school", "ours", "could", "year", ()),
    "Families do not care": ("", "family", "", "", "", "", ()),
    "Class size of 26": ("contributing", "district", "district", "another", "no", "years", ("other",)),
}  # fmt: skip

FIRST = "We ask for talk before time to think"
FIRST_BECAUSE = "Ours to change this week, timed in five lessons, and most interviews speak of it"
FIRST_ON = date(2026, 9, 30)

SAID_AGAIN = ("Low vocabulary", "We ask for reasons without giving the words")

SENT = "Class size of 26"
SENT_ON = date(2027, 1, 20)
SENT_ASKS = "Could Room 14 have the second aide in math until June? We would count talk before and after."

PASS_ON = date(2026, 9, 29)
PASS_REASONS = {
    "Families do not care": "It speaks of people, and 61 of 72 families came",
    "Some students are just shy": "It is about students; we look for what we set up",
}

STAGES = (
    ("classroom", date(2026, 10, 5), date(2027, 2, 26), "Time to think before talk in every lesson"),
    ("school", date(2027, 3, 1), date(2027, 5, 28), "Tasks with more than one way in, in all of grade 5"),
)

ROUND_ON = date(2027, 2, 9)
ROUND_ASKS = "Why might talk fade in the last ten minutes?"
ROUND_LINES = (
    ("devon", "Time", "We stop talk to hand out the exit slip"),
    ("ana", "Tasks", "The last task has one answer"),
)
