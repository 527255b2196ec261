"""How partner talk really goes in Room 12, with what three people counted beside it. Invented."""

from __future__ import annotations

from datetime import date

NAME = "Partner talk in one lesson"

# Key, kind, words, who.
STEPS = (
    ("read", "start", "The task is read aloud", "teacher"),
    ("think", "step", "Students think alone", "students"),
    ("ready", "decision", "Does everyone have a first idea?", "teacher"),
    ("turn", "step", "Partners turn to each other", "students"),
    ("say", "step", "Both say why", "students"),
    ("asks", "decision", "Did the listener ask back?", "students"),
    ("share", "end", "Two pairs share with the class", "teacher"),
)
# From, the way of no, its words.
OTHERWISE = (("ready", "think", "one more minute"), ("asks", "say", "say it once more"))

# Step, day, looks, how often it went otherwise.
COUNTS = (
    ("think", date(2026, 10, 14), 20, 6),
    ("think", date(2026, 10, 21), 20, 5),
    ("think", date(2026, 10, 28), 20, 5),
    ("turn", date(2026, 10, 14), 20, 2),
    ("say", date(2026, 10, 14), 20, 9),
    ("say", date(2026, 10, 21), 20, 8),
    ("say", date(2026, 10, 28), 20, 6),
    ("say", date(2026, 11, 4), 20, 7),
    ("asks", date(2026, 10, 21), 20, 4),
)
