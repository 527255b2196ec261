"""What may be read of choosing, in shapes that pages, files and the API share."""

from aimwell.contexts.theory.choosing.queries.again import parked_for_another_look
from aimwell.contexts.theory.choosing.queries.board import Board, IdeaRow, board_of, scale_history
from aimwell.contexts.theory.choosing.queries.coach import CoachNote, coach_notes
from aimwell.contexts.theory.choosing.queries.limits import WorkLoad, work_load
from aimwell.contexts.theory.choosing.queries.rounds import (
    ConsentView,
    RatingView,
    consent_view,
    find_answer,
    rating_view,
)
from aimwell.contexts.theory.choosing.queries.signs import predicted_at_large
from aimwell.contexts.theory.choosing.queries.trace import Notice, gap_of_idea, notice_of, notices

__all__ = [
    "Board",
    "CoachNote",
    "ConsentView",
    "IdeaRow",
    "Notice",
    "RatingView",
    "WorkLoad",
    "board_of",
    "coach_notes",
    "consent_view",
    "find_answer",
    "gap_of_idea",
    "notice_of",
    "notices",
    "parked_for_another_look",
    "predicted_at_large",
    "rating_view",
    "scale_history",
    "work_load",
]
