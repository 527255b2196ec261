"""The board of an inquiry as the API tells it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router

from aimwell.contexts.theory.api.base import found, language
from aimwell.contexts.theory.choosing import queries
from aimwell.contexts.theory.choosing.api.shapes import ChangeIdeaOut
from aimwell.contexts.theory.choosing.models import IdeaFacts
from aimwell.contexts.theory.choosing.queries import Board, IdeaRow
from aimwell.contexts.theory.models import Part, PartKind
from aimwell.contexts.theory.queries import inquiry_view
from aimwell.domain.errors import NotFound

router = Router(tags=["theory"])


def board_for(request: HttpRequest, inquiry_id: int) -> Board:
    return queries.board_of(inquiry_view(request.user, inquiry_id, lang=language()))


def own_board(request: HttpRequest, inquiry_id: int) -> Board:
    board = board_for(request, inquiry_id)
    if not board.view.may_edit:
        raise NotFound
    return board


def idea_for(request: HttpRequest, pk: int) -> Part:
    idea = found(request, Part, pk)
    if idea.kind != PartKind.IDEA:
        raise NotFound
    return idea


def told(request: HttpRequest, idea: Part) -> dict[str, Any]:
    board = board_for(request, idea.inquiry_id)
    return idea_row(board.row(idea), board)


def idea_row(row: IdeaRow, board: Board) -> dict[str, Any]:
    names = set(ChangeIdeaOut.model_fields) & {field.name for field in IdeaFacts._meta.fields}
    known = {name: getattr(row.facts, name) for name in names - {"id", "indicator"}}
    notice, lang = row.notice, board.view.lang
    return {
        **known,
        "id": row.idea.pk,
        "text": row.idea.text,
        "who": sorted(row.facts.who),
        "indicator": row.facts.indicator_id,
        "causes": [cause.pk for cause in row.causes],
        "active": row.active,
        "chosen_on": timezone.localdate(row.chosen.chosen_at) if row.chosen and row.chosen.chosen_at else None,
        "open_point": notice
        and {"gap": notice.gap, "words": notice.says(lang), "next": notice.next_move(lang), "reason": notice.reason},
    }
