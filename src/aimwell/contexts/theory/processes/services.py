"""What a team does with a process map. Every function checks that `by` may edit, and writes history."""

from __future__ import annotations

import datetime
import uuid

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import get_language

from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import owner_of
from aimwell.contexts.people.services import change_content, create_content, require
from aimwell.contexts.theory.models import Bone, EvidenceKind, Inquiry
from aimwell.contexts.theory.processes.models import Look, Process, Step, StepKind
from aimwell.contexts.theory.services.keeping import require_same_inquiry
from aimwell.contexts.theory.services.supported import add_supported_cause
from aimwell.core.history.services import hold
from aimwell.domain.access import Permission
from aimwell.domain.errors import Refused
from aimwell.domain.words.processes import break_note


def start_process(*, by: User, inquiry: Inquiry, name: str, key: uuid.UUID | None = None) -> Process:
    return create_content(by=by, model=Process, key=key, inquiry=inquiry, name=name.strip())


def rename_process(*, by: User, process: Process, version: int | None, name: str) -> Process:
    return change_content(by=by, obj=process, version=version, name=name.strip())


@transaction.atomic
def add_step(
    *, by: User, process: Process, text: str, kind: str = StepKind.STEP, owner: str = "", after: Step | None = None,
    first: bool = False, key: uuid.UUID | None = None,
) -> Step:  # fmt: skip
    """A step right after `after`, at the `first` place, or at the end of the list."""
    _require_kind(kind)
    if key is not None and (twin := Step.objects.filter(client_key=key).first()):
        require(by=by, permission=Permission.EDIT, obj=twin)
        if twin.process_id != process.pk:
            raise Refused("key_used")
        return twin
    _require_here(process, after)
    others = _in_line(by, process)
    place = 0 if first else others.index(after) + 1 if after is not None else len(others)
    made = create_content(
        by=by, model=Step, key=key, process=process, text=text.strip(), kind=kind, owner=owner.strip(), position=place
    )
    others.insert(place, made)
    _number(by, others)
    made.refresh_from_db()
    return made


def change_step(
    *, by: User, step: Step, version: int | None, text: str, kind: str, owner: str = "", goes_to: Step | None = None,
    else_to: Step | None = None, yes_label: str = "", no_label: str = "",
) -> Step:  # fmt: skip
    """The whole step as it shall stand. Without `goes_to` it goes to the next one in the list.

    Raises Refused: unknown_choice, not_a_step_here, goes_to_itself; StaleEdit with both texts.
    """
    _require_kind(kind)
    _require_here(step.process, goes_to, else_to)
    if step in (goes_to, else_to):
        raise Refused("goes_to_itself")
    decides = kind == StepKind.DECISION
    return change_content(
        by=by, obj=step, version=version, text=text.strip(), kind=kind, owner=owner.strip(),
        goes_to=None if kind == StepKind.END else goes_to, else_to=else_to if decides else None,
        yes_label=yes_label.strip() if decides else "", no_label=no_label.strip() if decides else "",
    )  # fmt: skip


@transaction.atomic
def move_step(*, by: User, step: Step, by_places: int) -> Step:
    """Earlier or later in the list; at its end a step stays."""
    others = _in_line(by, step.process)
    if step not in others:
        raise Refused("not_a_step_here")
    here = others.index(step)
    others.insert(min(max(here + by_places, 0), len(others) - 1), others.pop(here))
    _number(by, others)
    step.refresh_from_db()
    return step


def add_look(*, by: User, step: Step, on: datetime.date, looks: int, breaks: int, key: uuid.UUID | None = None) -> Look:
    """On one day: in `looks` looks it went otherwise `breaks` times. Raises Refused("more_breaks_than_looks")."""
    if breaks > looks or looks < 1:
        raise Refused("more_breaks_than_looks")
    return create_content(by=by, model=Look, key=key, verb="counted", step=step, on=on, looks=looks, breaks=breaks)


@transaction.atomic
def make_cause_of_step(*, by: User, step: Step, bone: Bone, text: str) -> Step:
    """Where it often goes otherwise, as a cause with its counts as evidence (S1 R-15). Twice gives the same cause.

    Raises Refused("no_counts_yet").
    """
    require(by=by, permission=Permission.EDIT, obj=step)
    inquiry = step.process.inquiry
    require_same_inquiry(inquiry, bone)
    hold(scope_id=inquiry.owner_team_id)
    stored = Step.objects.select_for_update().get(pk=step.pk)
    if stored.became_id is not None:
        return stored
    seen = list(step.looks.filter(ended_at=None))
    if not seen:
        raise Refused("no_counts_yet")
    cause = add_supported_cause(
        by=by, bone=bone, text=text.strip() or step.text, seen=_fact(step, seen), kind=EvidenceKind.OBSERVATION,
        source=step.process.name,
    )  # fmt: skip
    return change_content(by=by, obj=step, version=None, verb="made_a_cause", became=cause)


def _fact(step: Step, seen: list[Look]) -> str:
    """ "Partners talk: 9 of 40 otherwise, Sep 14, 2026 – Nov 2, 2026"."""
    lang = get_language() or "en"
    counts = break_note(sum(one.breaks for one in seen), sum(one.looks for one in seen), lang)
    days = [date_format(day) for day in sorted({one.on for one in seen})]
    span = days[0] if len(days) == 1 else f"{days[0]} – {days[-1]}"
    return f"{step.text}: {counts}, {span}"


def _in_line(by: User, process: Process) -> list[Step]:
    """The steps in force, held until the end of the transaction, so that two people never number them at once."""
    require(by=by, permission=Permission.EDIT, obj=process)
    hold(scope_id=owner_of(process)[0].pk)
    Process.objects.select_for_update().get(pk=process.pk)
    return list(process.steps.filter(ended_at=None))


def _number(by: User, steps: list[Step]) -> None:
    for place, step in enumerate(steps):
        if step.position != place:
            change_content(by=by, obj=step, version=None, verb="reordered", position=place)


def _require_kind(kind: str) -> None:
    if kind not in StepKind.values:
        raise Refused("unknown_choice", value=kind)


def _require_here(process: Process, *steps: Step | None) -> None:
    for step in steps:
        if step is not None and (step.process_id != process.pk or step.ended_at is not None):
            raise Refused("not_a_step_here")
