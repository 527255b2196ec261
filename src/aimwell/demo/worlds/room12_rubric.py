"""How Room 12 read its first two cycles by the rubric, and what it asked for."""

from __future__ import annotations

from datetime import date

FIRST_READ_ON = date(2026, 11, 24)
FIRST_NOT_YET = {"P1": "We handed them out in two different ways.", "D3": "2 of 8 counts came in."}
SECOND_READ_ON, DEVON_READ_ON, AGREED_ON = date(2027, 1, 5), date(2027, 1, 7), date(2027, 1, 8)
SECOND_NOT_YET = {"P4": "Nobody had the class list on the first day."}
DEVON_NOT_YET = {"P4": "Who counts is missing.", "D3": "One Thursday is not there."}

SUPPORT = (
    (
        "class_cover",
        "Somebody to cover Room 9 on Thursday from 9:10 to 9:40, so that Lucia can count in Room 12.",
        date(2026, 11, 30),
        (date(2026, 12, 2), "yes", "The aide covers it every Thursday in December.", date(2026, 12, 3)),
    ),
    (
        "release_time",
        "Forty minutes together once a month, to read our counts.",
        date(2027, 1, 11),
        (date(2027, 1, 15), "partly", "Thirty minutes, on the second Tuesday.", date(2027, 2, 9)),
    ),
    ("visit", "A math specialist who listens to partner talk with us for one lesson.", date(2027, 2, 2), None),
)
"""(kind, words, asked on, (answered on, what, words, from which day))."""
