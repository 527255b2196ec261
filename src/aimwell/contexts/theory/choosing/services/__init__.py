"""What a team does to choose: every function checks that `by` may edit and writes history with the change."""

from aimwell.contexts.theory.choosing.services.commitments import add_commitment, change_commitment, mark_done
from aimwell.contexts.theory.choosing.services.doubts import say_why_not_yet
from aimwell.contexts.theory.choosing.services.facts import change_facts, go_on, go_on_with, offer_idea, set_scale
from aimwell.contexts.theory.choosing.services.parking import (
    change_parked,
    decline_parked,
    park_idea,
    park_thought,
    set_work_limit,
    take_up_parked,
)
from aimwell.contexts.theory.choosing.services.rating import open_ratings, rate_ideas, rate_ideas_again
from aimwell.contexts.theory.choosing.services.rounds import (
    answer_proposal,
    handle_concern,
    prefer_idea,
    propose_idea,
    record_choice,
)

__all__ = [
    "add_commitment",
    "answer_proposal",
    "change_commitment",
    "change_facts",
    "change_parked",
    "decline_parked",
    "go_on",
    "go_on_with",
    "handle_concern",
    "mark_done",
    "offer_idea",
    "open_ratings",
    "park_idea",
    "park_thought",
    "prefer_idea",
    "propose_idea",
    "rate_ideas",
    "rate_ideas_again",
    "record_choice",
    "say_why_not_yet",
    "set_scale",
    "set_work_limit",
    "take_up_parked",
]
