"""What a team does with a prediction board. Every function checks that `by` may edit, and writes history."""

from aimwell.contexts.theory.predicting.services.boards import change_board, close_board, open_board, share_board
from aimwell.contexts.theory.predicting.services.predictions import (
    bring_prediction_back,
    predict,
    record_result,
    withdraw,
)
from aimwell.contexts.theory.predicting.services.promoting import keep_finding, make_cause_of
from aimwell.contexts.theory.predicting.services.sheets import choose_columns, put_counts

__all__ = [
    "bring_prediction_back",
    "change_board",
    "choose_columns",
    "close_board",
    "keep_finding",
    "make_cause_of",
    "open_board",
    "predict",
    "put_counts",
    "record_result",
    "share_board",
    "withdraw",
]
