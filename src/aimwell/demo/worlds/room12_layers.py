"""Whom Room 12 asked for a deeper look at its causes, and what came back; and equity in the words of each."""

from __future__ import annotations

from datetime import date

OPENED_ON, ASKED_ON, SAID_ON, MERGED_ON = date(2026, 10, 13), date(2027, 1, 25), date(2027, 1, 27), date(2027, 1, 28)
ASKED = "imani"
LABEL = "Math coach"
ASKS = "You see math in three schools. What do we not see?"

# Bone, text, how known.
WAITS = ("Language", "In grade 4 we corrected words before ideas", "Heard on two recordings of last spring")
SAID_TOO = ("Adult practice", "The same few hands answer in all three schools", "")
SAME_AS = "We call on the same six hands"
COMMENT = "Ask the students who moved rooms in October. They know both ways."

OWN_WORDS = {
    "ana": "No group of students is left to listen only.",
    "devon": "Who needs first words or more time gets them, without asking.",
    "leticia": "We count by group, so that we notice who does not speak.",
}
OWN_WORDS_ON = date(2027, 2, 4)
