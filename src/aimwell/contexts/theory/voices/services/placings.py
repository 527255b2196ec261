"""Two people group the same answers apart, then talk over where they differ."""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content, require
from aimwell.contexts.people.signin.access import require_lead
from aimwell.contexts.theory.voices.models import Category, Coding, Grouping, Placing, Response
from aimwell.contexts.theory.voices.queries.counts import steps_of
from aimwell.contexts.theory.voices.services.grounds import recount
from aimwell.core.history.services import hold
from aimwell.domain.access import Permission
from aimwell.domain.errors import NotFound, Refused
from aimwell.domain.theory.grouping import SEATS, placed


@transaction.atomic
def start_coding(*, by: User, grouping: Grouping) -> Coding:
    """`by` begins to group; again, the same comes back. Raises Refused: two_group_already, board_is_open."""
    require(by=by, permission=Permission.EDIT, obj=grouping)
    _closed_board(grouping)
    codings = list(Coding.objects.filter(grouping=grouping))
    mine = next((coding for coding in codings if coding.created_by_id == by.pk), None)
    if mine is None and len(codings) >= SEATS:
        raise Refused("two_group_already")
    return mine or create_content(by=by, model=Coding, grouping=grouping)


@transaction.atomic
def place(
    *, by: User, grouping: Grouping, placings: Mapping[int, int | None], key: uuid.UUID | None = None
) -> list[Placing]:
    """Answers by key into groups by key; None takes one out. Each move is a step; the same key is done once.

    Raises NotFound for an answer or a group of other work, Refused: not_grouping, board_is_open.
    """
    require(by=by, permission=Permission.EDIT, obj=grouping)
    _closed_board(grouping)
    coding = Coding.objects.select_for_update().filter(grouping=grouping, created_by=by).first()
    if coding is None:
        raise Refused("not_grouping")
    steps = list(Placing.objects.filter(coding=coding).order_by("number"))
    if key is not None and any(step.key == key for step in steps):
        return []
    _require_here(grouping, placings)
    where = placed(steps_of(steps))
    last = steps[-1].number if steps else 0
    moves = [(answer, group) for answer, group in placings.items() if where.get(answer) != group]
    return Placing.objects.bulk_create(
        Placing(coding=coding, number=number, response_id=answer, category_id=group, key=key)
        for number, (answer, group) in enumerate(moves, start=last + 1)
    )


def _require_here(grouping: Grouping, placings: Mapping[int, int | None]) -> None:
    groups = {group for group in placings.values() if group is not None}
    answers = Response.objects.filter(pk__in=placings, grouping=grouping, ended_at=None).count()
    found = Category.objects.filter(pk__in=groups, grouping=grouping, ended_at=None).count()
    if (answers, found) != (len(placings), len(groups)):
        raise NotFound


@transaction.atomic
def say_done(*, by: User, grouping: Grouping, done: bool = True) -> Grouping:
    """ "I am done", or back to it. When both are done, the two ways are laid side by side.

    Raises Refused: not_grouping, nothing_grouped, board_is_open.
    """
    require(by=by, permission=Permission.EDIT, obj=grouping)
    _closed_board(grouping)
    codings = list(Coding.objects.filter(grouping=grouping))
    mine = next((coding for coding in codings if coding.created_by_id == by.pk), None)
    if mine is None:
        raise Refused("not_grouping")
    if done and not mine.placings.exists():
        raise Refused("nothing_grouped")
    change_content(
        by=by, obj=mine, version=None, verb="said_done" if done else "went_back_to_it",
        done_at=(mine.done_at or timezone.now()) if done else None,
    )  # fmt: skip
    if done and len(codings) == SEATS and all(one.done_at or one == mine for one in codings):
        return _opened(by, grouping)
    return grouping


@transaction.atomic
def open_grouping(*, by: User, grouping: Grouping) -> Grouping:
    """The lead lays side by side what there is, also before both are done. Raises NotAllowed, Refused."""
    require(by=by, permission=Permission.EDIT, obj=grouping)
    require_lead(by=by, team=grouping.inquiry.owner_team)
    _closed_board(grouping)
    if not Placing.objects.filter(coding__grouping=grouping).exists():
        raise Refused("nothing_grouped")
    return _opened(by, grouping)


def _opened(by: User, grouping: Grouping) -> Grouping:
    opened = change_content(by=by, obj=grouping, version=None, verb="laid_side_by_side", opened_at=timezone.now())
    recount(by=by, inquiry=grouping.inquiry)
    return opened


def _closed_board(grouping: Grouping) -> None:
    """Take the turn, so that nobody places anything while the board is being opened."""
    hold(scope_id=grouping.inquiry.owner_team_id)
    if Grouping.objects.filter(pk=grouping.pk, opened_at__isnull=False).exists():
        raise Refused("board_is_open")


@transaction.atomic
def settle(*, by: User, response: Response, category: Category | None, reason: str = "") -> Response:
    """Where an answer goes after a talk; None takes the talk back. Raises NotFound, Refused("board_not_open")."""
    _require_open(by, response)
    if category is not None and (category.grouping_id != response.grouping_id or category.ended_at is not None):
        raise NotFound
    changed = change_content(
        by=by, obj=response, version=None, verb="talked_over", reason=reason.strip(), settled=category
    )
    recount(by=by, inquiry=response.grouping.inquiry)
    return changed


def keep_sample(*, by: User, response: Response, sample: bool) -> Response:
    """An answer that shows what its group means. Others than the team may read it once the work is open to them."""
    _require_open(by, response)
    return change_content(by=by, obj=response, version=None, sample=sample)


def _require_open(by: User, response: Response) -> None:
    require(by=by, permission=Permission.EDIT, obj=response)
    if response.grouping.opened_at is None:
        raise Refused("board_not_open")
