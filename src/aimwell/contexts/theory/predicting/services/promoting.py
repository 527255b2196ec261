"""From what the data showed to a cause on the fishbone, with its evidence, in one step."""

from __future__ import annotations

import uuid

from django.db import transaction

from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content, require
from aimwell.contexts.theory.models import Bone, EvidenceKind
from aimwell.contexts.theory.predicting.models import Board, Finding, Prediction, Result, TestKind
from aimwell.contexts.theory.predicting.services.boards import held, require_open_data
from aimwell.contexts.theory.services.keeping import require_same_inquiry
from aimwell.contexts.theory.services.supported import add_supported_cause
from aimwell.domain.access import Permission
from aimwell.domain.errors import Refused

LONGEST = 300


@transaction.atomic
def keep_finding(
    *, by: User, board: Board, text: str, read_from: str = "", bone: Bone | None = None, cause_text: str = "",
    key: uuid.UUID | None = None,
) -> Finding:  # fmt: skip
    """Something that the data show and nobody predicted; with `bone` it becomes a cause at once.

    `cause_text`: the cause in its own words, where they are not those of the finding.
    """
    require(by=by, permission=Permission.EDIT, obj=board)
    require_open_data(board)
    if not text.strip():
        raise Refused("words_needed")
    made = create_content(by=by, model=Finding, key=key, board=board, text=text.strip(), by_cut=read_from)
    return make_cause_of(by=by, found=made, bone=bone, text=cause_text) if bone and not made.became_id else made


@transaction.atomic
def make_cause_of(*, by: User, found: Finding | Prediction, bone: Bone, text: str = "") -> Finding | Prediction:
    """A supported prediction or a finding as a cause under `bone`, with the result as its evidence.

    The same again gives the same cause. Raises Refused("not_supported") for any other prediction.
    """
    board = held(by, found.board)
    require_same_inquiry(board.inquiry, bone)
    found.refresh_from_db(fields=["became"])
    if isinstance(found, Prediction) and found.result != Result.SUPPORTED:
        raise Refused("not_supported")
    if found.became_id is not None:
        return found
    cause = add_supported_cause(
        by=by, bone=bone, text=(text.strip() or found.text)[:LONGEST], seen=_seen(found), kind=_kind(found),
        source=board.question[:200],
    )  # fmt: skip
    return change_content(by=by, obj=found, version=None, verb="made_a_cause", became=cause)


def _seen(found: Finding | Prediction) -> str:
    return (found.note.strip() or found.test) if isinstance(found, Prediction) else found.text


def _kind(found: Finding | Prediction) -> str:
    kinds = {TestKind.INTERVIEWS: EvidenceKind.INTERVIEW, TestKind.LOOK: EvidenceKind.OBSERVATION}
    tested = found.test_kind if isinstance(found, Prediction) else TestKind.CUT
    return kinds.get(TestKind(tested), EvidenceKind.DATA)
