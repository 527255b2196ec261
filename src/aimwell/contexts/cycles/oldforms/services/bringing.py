"""Old forms become cycles: all or none, flagged as brought in, with the days of the work and not of the typing."""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.cycles import services as cycles
from aimwell.contexts.cycles.models import Cycle, CycleState, EntryKind, Origin, PredictionKind
from aimwell.contexts.cycles.oldforms.held import to_data, to_draft
from aimwell.contexts.cycles.oldforms.models import FormImport, FormState, OldForm
from aimwell.contexts.cycles.services.shelf import shelf
from aimwell.contexts.cycles.services.store import held
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content
from aimwell.contexts.theory.models import Inquiry
from aimwell.contexts.theory.voices.services.names import require_no_names
from aimwell.domain.errors import Refused
from aimwell.domain.pdsa.oldform_choices import YES, Draft, Filled, filled, open_points
from aimwell.domain.pdsa.oldform_headings import Slot
from aimwell.domain.pdsa.oldforms import FormStage
from aimwell.domain.words.oldforms import say

MIDDAY = datetime.time(12)
PLAN = ("try_what", "question", "because", "steps", "who_where", "count_what", "who_counts", "why_follows")
AFTERWARDS = (
    *("learned", "surprised_by", "benefited", "not_benefited"),
    *("decision_reason", "what_changes", "decided_by"),
)


@transaction.atomic
def bring_in(*, by: User, source: FormImport, lang: str = "en", keep_names: bool = False) -> FormImport:
    """Make a cycle of each chosen form, in their order. A second call changes nothing; after `take_back` the same
    cycles come back.

    Raises NotAllowed, Refused: "oldforms_open" where a form still asks for something, "oldforms_nobody",
    "names_inside" unless `keep_names`, "oldforms_state". Then nothing came in.
    """
    stored = held(by=by, obj=source)
    if stored.ended_at is not None:
        raise Refused("oldforms_state")
    if stored.state == FormState.IN:
        return stored
    if stored.state == FormState.BACK:
        _come_back(by, stored)
    else:
        _make(by, stored, lang, keep_names)
    return change_content(by=by, obj=stored, version=None, verb="forms_brought", state=FormState.IN)


def _make(by: User, source: FormImport, lang: str, keep_names: bool) -> None:
    drafts = [draft for draft in map(to_draft, source.forms) if draft.take]
    if not drafts:
        raise Refused("oldforms_nobody")
    if any(open_points(draft, timezone.localdate()) for draft in drafts):
        raise Refused("oldforms_open")
    texts = [piece.text for draft in drafts for piece in draft.pieces if piece.slot is not Slot.OUT]
    require_no_names(by=by, place=source, texts=[*texts, *(draft.title for draft in drafts)], keep=keep_names)
    home = source.inquiry or shelf(by=by, team=source.owner_team)
    before: Cycle | None = None
    for draft in drafts:
        before = _bring(by, source, home, draft, before if draft.follows else None, lang)
    source.forms = [to_data(_without_left_out(draft)) for draft in drafts]
    source.inquiry = home
    source.save(update_fields=["forms", "inquiry"])


def _without_left_out(draft: Draft) -> Draft:
    """What was left out is gone for good."""
    return Draft(
        file=draft.file, pieces=tuple(piece for piece in draft.pieces if piece.slot is not Slot.OUT), title=draft.title
    )


def _bring(by: User, source: FormImport, home: Inquiry, draft: Draft, before: Cycle | None, lang: str) -> Cycle:
    told = filled(draft)
    plan: dict[str, Any] = {name: told.fields[name] for name in PLAN}
    if before is not None and not plan["why_follows"]:
        plan["why_follows"] = say("builds_on", lang)
    if told.fields["prediction"]:
        plan |= {"kind": PredictionKind.EVENT, "event": told.fields["prediction"]}
    cycle = cycles.draft_cycle(by=by, inquiry=home, predecessor=before, origin=Origin.IMPORTED, **plan)
    if draft.stage is not FormStage.PLANNED:
        cycle = _lived(by, source, cycle, draft, told, lang)
    create_content(
        by=by, model=OldForm, cycle=cycle, form_import=source, file_name=draft.file, digest=draft.digest,
        began_on=draft.began, ended_on=draft.ended, days_guessed=draft.about, note_count=len(told.notes),
        kept_version=cycle.version,
    )  # fmt: skip
    return cycle


def _lived(by: User, source: FormImport, draft: Cycle, form: Draft, told: Filled, lang: str) -> Cycle:
    """Do, and where it is over Study and Act. Nobody fixed its prediction here, so nobody is named for that.

    An old form has gaps that a cycle finished here would not have; they stay gaps.
    """
    first = form.began or timezone.localdate()
    last = form.ended or first
    cycle = change_content(
        by=by, obj=draft, version=None, verb="began_from_form", cause=source, state=CycleState.DOING,
        locked_at=_midday(first),
    )  # fmt: skip
    for kind, text in told.notes:
        cycles.add_entry(by=by, cycle=cycle, kind=EntryKind(kind), text=text, happened_on=last)
    if form.stage is not FormStage.OVER:
        return cycle
    answers: dict[str, Any] = {name: told.fields[name] for name in AFTERWARDS}
    return change_content(
        by=by, obj=cycle, version=None, verb="finished", state=CycleState.DONE, done_at=_midday(last),
        decision=form.decision, **answers, **_result(cycle, form, lang),
    )  # fmt: skip


def _result(cycle: Cycle, form: Draft, lang: str) -> dict[str, Any]:
    if not cycle.kind:
        return {}
    if not form.happened:
        return {"not_collected_because": say("not_said", lang)}
    return {"result_happened": form.happened == YES}


def _midday(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, MIDDAY))


def _come_back(by: User, source: FormImport) -> None:
    """Those that the import itself set aside; what a person set aside before stays there."""
    for form in source.brought.select_related("cycle").filter(cycle__ended_at__isnull=False):
        if form.cycle.version == form.kept_version + 1:
            back = cycles.restore(by=by, cycle=form.cycle)
            OldForm.objects.filter(pk=form.pk).update(kept_version=back.version)
