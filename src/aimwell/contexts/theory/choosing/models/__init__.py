"""From many ideas to the one to try: options, effect and effort, consent, commitment, actions."""

from aimwell.contexts.theory.choosing.models.doubts import WhyNotYet
from aimwell.contexts.theory.choosing.models.facts import IdeaFacts, ScaleChoice
from aimwell.contexts.theory.choosing.models.parking import Parked, ParkedState, WorkLimit
from aimwell.contexts.theory.choosing.models.rounds import (
    Answer,
    Preference,
    Proposal,
    Rating,
    RatingRound,
    StandChoice,
)
from aimwell.contexts.theory.choosing.models.work import Commitment, CommitmentKind

__all__ = [
    "Answer",
    "Commitment",
    "CommitmentKind",
    "IdeaFacts",
    "Parked",
    "ParkedState",
    "Preference",
    "Proposal",
    "Rating",
    "RatingRound",
    "ScaleChoice",
    "StandChoice",
    "WhyNotYet",
    "WorkLimit",
]
