"""What a person chose, what their digest says now, and the letter that says it."""

from aimwell.contexts.reports.digest.queries.choice import choice_of, day_off, due, last_sent, person_of, stop_token
from aimwell.contexts.reports.digest.queries.content import Digest, Group, Line, OfTeam, digest_of
from aimwell.contexts.reports.digest.queries.letter import Letter, letter_of

__all__ = [
    "Digest",
    "Group",
    "Letter",
    "Line",
    "OfTeam",
    "choice_of",
    "day_off",
    "digest_of",
    "due",
    "last_sent",
    "letter_of",
    "person_of",
    "stop_token",
]
