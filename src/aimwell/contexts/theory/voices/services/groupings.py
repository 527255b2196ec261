"""A board: the question, its answers, and the groups they may go into."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content, require
from aimwell.contexts.theory.models import Inquiry
from aimwell.contexts.theory.voices.models import Category, Grouping, Response
from aimwell.contexts.theory.voices.services.grounds import recount, renamed
from aimwell.contexts.theory.voices.services.names import require_no_names
from aimwell.core.history.services import hold, record
from aimwell.domain.access import Permission
from aimwell.domain.errors import NotFound, Refused
from aimwell.domain.theory.grouping import MOST_ANSWERS


def start_grouping(*, by: User, inquiry: Inquiry, question: str, key: uuid.UUID | None = None) -> Grouping:
    return create_content(by=by, model=Grouping, key=key, inquiry=inquiry, question=question.strip())


def change_grouping(*, by: User, grouping: Grouping, version: int | None, question: str) -> Grouping:
    return change_content(by=by, obj=grouping, version=version, question=question.strip())


@transaction.atomic
def add_category(
    *, by: User, grouping: Grouping, name: str, meaning: str = "", key: uuid.UUID | None = None
) -> Category:
    """A group the team made. Both who group use the same ones; that is what makes their ways comparable."""
    hold(scope_id=grouping.inquiry.owner_team_id)
    last = Category.objects.filter(grouping=grouping).aggregate(last=Max("position"))["last"]
    facts = {"name": name.strip(), "meaning": meaning.strip(), "position": 0 if last is None else last + 1}
    return create_content(by=by, model=Category, key=key, grouping=grouping, **facts)


@transaction.atomic
def change_category(*, by: User, category: Category, version: int | None, name: str, meaning: str = "") -> Category:
    changed = change_content(by=by, obj=category, version=version, name=name.strip(), meaning=meaning.strip())
    renamed(by=by, old=category.name, new=changed.name, category=changed)
    return changed


@transaction.atomic
def put_in_responses(
    *, by: User, grouping: Grouping, texts: Sequence[str], keep_names: bool = False, key: uuid.UUID | None = None
) -> uuid.UUID:
    """All of `texts` or none; returns the batch, by which they can be taken back together. The same key: once.

    Raises Refused: nothing_pasted, names_inside, board_is_open, too_many_answers.
    """
    require_no_names(by=by, place=grouping, texts=texts, keep=keep_names)
    hold(scope_id=grouping.inquiry.owner_team_id)
    batch = key or uuid.uuid4()
    if Response.objects.filter(batch=batch).exists():
        if not Response.objects.filter(batch=batch, grouping=grouping).exists():
            raise Refused("key_used")
        return batch
    rows = Response.objects.filter(grouping=grouping)
    found = rows.filter(ended_at=None).count() + len(texts)
    if not texts:
        raise Refused("nothing_pasted")
    if Grouping.objects.get(pk=grouping.pk).opened_at is not None:
        raise Refused("board_is_open")
    if found > MOST_ANSWERS:
        raise Refused("too_many_answers", found=found, most=MOST_ANSWERS)
    first = (rows.aggregate(last=Max("position"))["last"] or 0) + 1
    Response.objects.bulk_create(
        Response(grouping=grouping, text=text.strip(), position=place, batch=batch, created_by=by)
        for place, text in enumerate(texts, start=first)
    )
    _tell(by, grouping, "answers_put_in", len(texts))
    return batch


@transaction.atomic
def take_back_responses(*, by: User, grouping: Grouping, batch: uuid.UUID) -> int:
    """Undo of one import: its answers go out of sight together. How many; raises NotFound where there is none."""
    require(by=by, permission=Permission.EDIT, obj=grouping)
    hold(scope_id=grouping.inquiry.owner_team_id)
    rows = Response.objects.filter(grouping=grouping, batch=batch)
    if not rows.exists():
        raise NotFound
    gone = rows.filter(ended_at=None).update(ended_at=timezone.now(), ended_by=by)
    if gone:
        _tell(by, grouping, "answers_taken_back", gone)
        recount(by=by, inquiry=grouping.inquiry)
    return gone


def _tell(by: User, grouping: Grouping, verb: str, answers: int) -> None:
    record(by=by, verb=verb, target=grouping, scope_id=grouping.inquiry.owner_team_id, after={"answers": answers})
