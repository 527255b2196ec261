"""Filters and passes: what was kept, what was set aside, by whom and why; and levels in their order."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.people import services as people
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content, require
from aimwell.contexts.theory.models import (
    Cause,
    CauseFilter,
    Inquiry,
    Level,
    LevelStage,
    MarkEffect,
    Sift,
    SiftMark,
)
from aimwell.contexts.theory.services.keeping import require_same_inquiry, restore, set_aside
from aimwell.core.history.services import hold
from aimwell.domain.access import Permission
from aimwell.domain.errors import NotFound, Refused
from aimwell.domain.theory.filters import LEAST_ANSWERS, MOST_ANSWERS, OFFERED

Values = Sequence[Mapping[str, str]]


def make_filter(
    *, by: User, inquiry: Inquiry, name: str, question: str, values: Values, key: uuid.UUID | None = None
) -> CauseFilter:
    """A filter of the team's own, with two to six answers. Raises Refused("two_answers")."""
    facts = {"name": name.strip(), "question": question.strip(), "values": _answers(values)}
    return create_content(by=by, model=CauseFilter, key=key, inquiry=inquiry, **facts)


def change_filter(
    *, by: User, filter: CauseFilter, version: int | None, name: str, question: str, values: Values
) -> CauseFilter:
    """Passes that ran before keep the wording they had."""
    facts = {"name": name.strip(), "question": question.strip(), "values": _answers(values)}
    return change_content(by=by, obj=filter, version=version, **facts)


def _answers(values: Values) -> list[dict[str, str]]:
    """One answer keeps and one sets aside, or the filter would sort nothing."""
    said = [{"name": one["name"].strip(), "effect": one["effect"]} for one in values if one["name"].strip()]
    effects = {one["effect"] for one in said}
    if not effects <= set(MarkEffect.values):
        raise Refused("unknown_choice", value=", ".join(sorted(effects)))
    known = {str(MarkEffect.KEEP), str(MarkEffect.ASIDE)} <= effects
    if not known or not LEAST_ANSWERS <= len(said) <= MOST_ANSWERS or len({one["name"] for one in said}) < len(said):
        raise Refused("two_answers")
    return said


@transaction.atomic
def take_filter(*, by: User, inquiry: Inquiry, seed: str, lang: str = "en") -> CauseFilter:
    """One of the filters offered, as the team's own; the team's if it has it already."""
    require(by=by, permission=Permission.EDIT, obj=inquiry)
    hold(scope_id=inquiry.owner_team_id)
    offered = next((one for one in OFFERED if one.seed == seed), None)
    if offered is None:
        raise NotFound
    own = CauseFilter.objects.filter(inquiry__owner_team=inquiry.owner_team_id, seed=seed, ended_at=None).first()
    if own is not None:
        return own
    values = [{"name": answer.name, "effect": str(answer.effect)} for answer in offered.values(lang)]
    return create_content(
        by=by, model=CauseFilter, inquiry=inquiry, seed=seed, name=offered.name(lang), question=offered.question(lang),
        values=values,
    )  # fmt: skip


@transaction.atomic
def start_pass(*, by: User, inquiry: Inquiry, filter: CauseFilter) -> Sift:
    """A pass through all causes with one filter. The open one comes back; raises Refused("pass_open") for another."""
    require(by=by, permission=Permission.EDIT, obj=inquiry)
    if filter.inquiry.owner_team_id != inquiry.owner_team_id:
        raise NotFound
    hold(scope_id=inquiry.owner_team_id)
    running = Sift.objects.filter(inquiry=inquiry, closed_at=None, ended_at=None).first()
    if running is not None:
        if running.filter_id != filter.pk:
            raise Refused("pass_open")
        return running
    facts = {"name": filter.name, "question": filter.question, "values": filter.values}
    return create_content(by=by, model=Sift, inquiry=inquiry, filter=filter, **facts)


@transaction.atomic
def mark_cause(*, by: User, sift: Sift, cause: Cause, value: str, reason: str = "") -> SiftMark:
    """What this pass says of a cause. An answer that sets aside needs a reason; another answer brings it back.

    Raises Refused: pass_closed, unknown_choice, reason_needed.
    """
    sift = _open(by, sift)
    require_same_inquiry(sift.inquiry, cause)
    effect = next((one["effect"] for one in sift.values if one["name"] == value), None)
    if effect is None:
        raise Refused("unknown_choice", value=value)
    mark = SiftMark.objects.filter(sift=sift, cause=cause).first()
    reason = reason.strip() or (mark.reason if mark else "")
    if effect == MarkEffect.ASIDE and not reason:
        raise Refused("reason_needed")
    said = {"value": value, "effect": effect, "reason": reason}
    if mark is None:
        now = {"decided_by": by, "decided_at": timezone.now()}
        mark = create_content(by=by, model=SiftMark, verb="marked", sift=sift, cause=cause, **said, **now)
    elif mark.ended_at is not None or any(getattr(mark, name) != new for name, new in said.items()):
        again = {"decided_by": by, "decided_at": timezone.now(), "ended_at": None, "ended_by": None}
        mark = change_content(by=by, obj=mark, version=None, verb="marked", **said, **again)
    _follow(by, cause, mark, aside=effect == MarkEffect.ASIDE)
    return mark


@transaction.atomic
def unmark_cause(*, by: User, mark: SiftMark) -> SiftMark:
    """Undo, until the pass is closed: the cause stands as it stood before this pass (S4 R-9)."""
    _open(by, mark.sift)
    _follow(by, mark.cause, mark, aside=False)
    return people.set_aside(by=by, obj=mark)


def _follow(by: User, cause: Cause, mark: SiftMark, *, aside: bool) -> None:
    """The cause does as it is marked; one that was set aside elsewhere stays so."""
    cause = Cause.objects.select_related("bone__inquiry__owner_team__org").get(pk=cause.pk)
    ours = cause.ended_reason == _reason(mark) or cause.ended_reason.startswith(f"{mark.sift.name}: ")
    if aside and (cause.ended_at is None or ours):
        if cause.ended_at is not None:
            cause = restore(by=by, thing=cause)
        set_aside(by=by, thing=cause, reason=_reason(mark))
    elif not aside and cause.ended_at is not None and ours:
        restore(by=by, thing=cause)


def _reason(mark: SiftMark) -> str:
    return f"{mark.sift.name}: {mark.reason}"


def _open(by: User, sift: Sift) -> Sift:
    require(by=by, permission=Permission.EDIT, obj=sift)
    hold(scope_id=sift.inquiry.owner_team_id)
    stored = Sift.objects.select_for_update(of=("self",)).select_related("inquiry__owner_team__org").get(pk=sift.pk)
    if stored.closed_at is not None:
        raise Refused("pass_closed")
    return stored


@transaction.atomic
def close_pass(*, by: User, sift: Sift) -> Sift:
    """Go on to the next stage: the pass is kept with its counts, and its marks stay as they are (S1 R-12)."""
    require(by=by, permission=Permission.EDIT, obj=sift)
    hold(scope_id=sift.inquiry.owner_team_id)
    sift = Sift.objects.select_related("inquiry__owner_team__org").get(pk=sift.pk)
    if sift.closed_at is not None:
        return sift
    causes = Cause.objects.filter(bone__inquiry=sift.inquiry_id, bone__ended_at=None)
    aside = SiftMark.objects.filter(sift=sift, ended_at=None, effect=MarkEffect.ASIDE).count()
    return change_content(
        by=by, obj=sift, version=None, verb="pass_closed", closed_at=timezone.now(), closed_by=by,
        kept=causes.filter(ended_at=None).count(), set_aside=aside,
    )  # fmt: skip


def add_stage(
    *,
    by: User,
    inquiry: Inquiry,
    level: str,
    starts_on: datetime.date,
    ends_on: datetime.date | None = None,
    note: str = "",
    key: uuid.UUID | None = None,
) -> LevelStage:
    """One step of "first the district, then the classroom" (S3 R-23). Raises Refused("stage_ends_first")."""
    facts = _stage(level, starts_on, ends_on, note)
    return create_content(by=by, model=LevelStage, key=key, inquiry=inquiry, **facts)


def change_stage(
    *,
    by: User,
    stage: LevelStage,
    version: int | None,
    level: str,
    starts_on: datetime.date,
    ends_on: datetime.date | None = None,
    note: str = "",
) -> LevelStage:
    return change_content(by=by, obj=stage, version=version, **_stage(level, starts_on, ends_on, note))


def _stage(level: str, starts_on: datetime.date, ends_on: datetime.date | None, note: str) -> dict[str, object]:
    if level not in Level.values:
        raise Refused("unknown_choice", value=level)
    if ends_on is not None and ends_on < starts_on:
        raise Refused("stage_ends_first")
    return {"level": level, "starts_on": starts_on, "ends_on": ends_on, "note": note.strip()}
