"""A round of predictions: everyone writes, then the predictions stand side by side, then the data open."""

from __future__ import annotations

import uuid

from django.db import transaction

from aimwell.contexts.measures.models import Measure
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content, require
from aimwell.contexts.theory.models import Inquiry
from aimwell.contexts.theory.predicting.models import Board, BoardState
from aimwell.contexts.theory.services.keeping import require_own_measure
from aimwell.core.history.services import hold
from aimwell.domain.access import Permission
from aimwell.domain.errors import Refused


def open_board(
    *, by: User, inquiry: Inquiry, question: str, measure: Measure | None = None, key: uuid.UUID | None = None
) -> Board:
    """Ask one question; everyone in the team may write predictions to it. `measure`: whose groups may test them."""
    require_own_measure(inquiry, measure)
    return create_content(by=by, model=Board, key=key, inquiry=inquiry, question=question.strip(), measure=measure)


def change_board(*, by: User, board: Board, version: int | None, question: str, measure: Measure | None) -> Board:
    require_own_measure(board.inquiry, measure)
    return change_content(by=by, obj=board, version=version, question=question.strip(), measure=measure)


@transaction.atomic
def share_board(*, by: User, board: Board) -> Board:
    """End the silence: all predictions stand side by side. The data stay covered."""
    if (stored := held(by, board)).state != BoardState.WRITING:
        return stored
    return change_content(by=by, obj=board, version=None, verb="predictions_shown", state=BoardState.SHARED)


@transaction.atomic
def close_board(*, by: User, board: Board, reason: str = "") -> Board:
    """Close the round, which uncovers the data. Nothing is added or withdrawn after that.

    Raises Refused("reason_needed") where nobody has predicted anything: one sentence says why to go on.
    """
    stored = held(by, board)
    if stored.state == BoardState.CLOSED:
        return stored
    if not reason.strip() and not board.predictions.filter(ended_at=None).exists():
        raise Refused("reason_needed")
    return change_content(
        by=by, obj=board, version=None, verb="round_closed", reason=reason.strip(), state=BoardState.CLOSED
    )


@transaction.atomic
def held(by: User, board: Board) -> Board:
    """The board as it stands now. Within a transaction it stays so to the end: rounds close one step at a time."""
    require(by=by, permission=Permission.EDIT, obj=board)
    hold(scope_id=board.inquiry.owner_team_id)
    return Board.objects.select_for_update().get(pk=board.pk)


def require_open_data(board: Board) -> None:
    """Raises Refused("still_covered") before the round is closed."""
    if not Board.objects.filter(pk=board.pk, state=BoardState.CLOSED).exists():
        raise Refused("still_covered")
