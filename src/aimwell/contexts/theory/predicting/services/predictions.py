"""Predictions and what became of them.

Who wrote one is nobody's business unless they sign (S4 P-3): history tells that one came in, on the board, with
neither its words nor its author.
"""

from __future__ import annotations

import uuid

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, require
from aimwell.contexts.theory.predicting.models import Blames, Board, BoardState, Prediction, Result, TestKind
from aimwell.contexts.theory.predicting.services.boards import held, require_open_data
from aimwell.core.history.services import record
from aimwell.domain.access import Permission
from aimwell.domain.errors import NotFound, Refused


@transaction.atomic
def predict(
    *,
    by: User,
    board: Board,
    text: str,
    test: str,
    test_kind: str = TestKind.CUT,
    signed: bool = False,
    blames: str = "",
    key: uuid.UUID | None = None,
) -> Prediction:
    """Write one prediction. It must name the data that would test it.

    Raises Refused: prediction_needs_test, unknown_choice, round_closed, key_used.
    """
    _check(text=text, test=test, test_kind=test_kind, blames=blames)
    stored = held(by, board)
    if key is not None and (twin := Prediction.objects.filter(client_key=key).first()):
        if twin.board_id != board.pk or twin.created_by_id != by.pk:
            raise Refused("key_used")
        return twin
    if stored.state == BoardState.CLOSED:
        raise Refused("round_closed")
    made = Prediction.objects.create(
        board=board, text=text.strip(), test=test.strip(), test_kind=test_kind, signed=signed, blames=blames,
        client_key=key, created_by=by,
    )  # fmt: skip
    _tell(board, "predicted")
    return made


@transaction.atomic
def withdraw(*, by: User, prediction: Prediction) -> Prediction:
    """Take an own prediction back, before the round is closed."""
    return _own(by, prediction, "prediction_withdrawn", away=True)


@transaction.atomic
def bring_prediction_back(*, by: User, prediction: Prediction) -> Prediction:
    return _own(by, prediction, "predicted", away=False)


def record_result(
    *, by: User, prediction: Prediction, version: int | None, result: str, note: str = "", read_from: str = ""
) -> Prediction:
    """What the data say, with the table it was read from. Raises Refused("still_covered") before the round closes."""
    require(by=by, permission=Permission.EDIT, obj=prediction)
    if result not in Result.values:
        raise Refused("unknown_choice", value=result)
    require_open_data(prediction.board)
    return change_content(
        by=by, obj=prediction, version=version, verb="result_recorded", result=result, note=note.strip(),
        by_cut=read_from,
    )  # fmt: skip


def _own(by: User, prediction: Prediction, verb: str, *, away: bool) -> Prediction:
    stored = held(by, prediction.board)
    mine = Prediction.objects.select_for_update().filter(pk=prediction.pk, created_by=by).first()
    if mine is None:
        raise NotFound
    if stored.state == BoardState.CLOSED:
        raise Refused("round_closed")
    if (mine.ended_at is not None) != away:
        mine.ended_at = timezone.now() if away else None
        mine.version += 1
        mine.save(update_fields=["ended_at", "version"])
        _tell(stored, verb)
    return mine


def _tell(board: Board, verb: str) -> None:
    record(by=None, verb=verb, target=board, scope_id=board.inquiry.owner_team_id)


def _check(*, text: str, test: str, test_kind: str, blames: str) -> None:
    if not text.strip() or not test.strip():
        raise Refused("prediction_needs_test")
    for value, known in ((test_kind, TestKind.values), (blames, [*Blames.values, ""])):
        if value not in known:
            raise Refused("unknown_choice", value=value)
