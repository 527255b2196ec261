"""Read the files, and keep what people choose for each form. The text stays out of the history until it is brought in:
what is left out shall leave nothing behind.
"""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.cycles.models import Decision
from aimwell.contexts.cycles.oldforms.held import to_data, to_draft
from aimwell.contexts.cycles.oldforms.models import FormImport, FormState
from aimwell.contexts.cycles.oldforms.queries import brought_before
from aimwell.contexts.cycles.oldforms.reading import forms_in
from aimwell.contexts.cycles.services.store import held
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import create_content, require_member, set_aside
from aimwell.contexts.theory.models import Inquiry
from aimwell.domain.errors import Refused
from aimwell.domain.pdsa.oldform_choices import CHOOSABLE, NO, YES, Draft, first_draft, placed
from aimwell.domain.pdsa.oldform_headings import Slot
from aimwell.domain.pdsa.oldforms import LONGEST_LINE, FormStage

MOST_FILES = 20
MOST_FORMS = 40
MOST_PIECES = 1_500


@transaction.atomic
def start_import(
    *, by: User, team: Team, uploads: Sequence[Any], inquiry: Inquiry | None = None, key: uuid.UUID | None = None
) -> FormImport:
    """Read these files (Django files). Nothing becomes a cycle yet. The same `key` again gives the first one back.

    A file that cannot be read is named with its reason, and the others go on. Raises NotAllowed, Refused:
    oldforms_none, oldforms_many_files, oldforms_too_much, unknown_choice; the reason of the file where none was read.
    """
    require_member(by=by, team=team)
    if key is not None and (twin := FormImport.objects.filter(client_key=key, owner_team=team).first()):
        return twin
    _check_home(team, inquiry)
    if not uploads:
        raise Refused("oldforms_none")
    if len(uploads) > MOST_FILES:
        raise Refused("oldforms_many_files", most=MOST_FILES)
    drafts, unread = _read(uploads)
    if len(drafts) > MOST_FORMS or sum(len(draft.pieces) for draft in drafts) > MOST_PIECES:
        raise Refused("oldforms_too_much", forms=MOST_FORMS)
    names = [_name(upload) for upload in uploads]
    made = create_content(
        by=by, model=FormImport, key=key, verb="forms_read", owner_team=team, inquiry=inquiry, file_names=names
    )
    made.forms, made.unread = [to_data(draft) for draft in _once(team, drafts)], unread
    made.save(update_fields=["forms", "unread"])
    return made


def _read(uploads: Sequence[Any]) -> tuple[list[Draft], list[dict[str, Any]]]:
    drafts: list[Draft] = []
    unread: list[dict[str, Any]] = []
    refused: Refused | None = None
    for upload in uploads:
        try:
            drafts += [first_draft(_name(upload), form) for form in forms_in(upload)]
        except Refused as problem:
            refused = problem
            unread.append({"file": _name(upload), "code": problem.code, "data": problem.data})
    if refused is not None and not drafts:
        raise refused
    return drafts, unread


def _once(team: Team, drafts: list[Draft]) -> list[Draft]:
    """A form whose text is here already is offered, but not chosen."""
    known = set(brought_before(team, [draft.digest for draft in drafts]))
    chosen: list[Draft] = []
    for draft in drafts:
        chosen.append(replace(draft, take=draft.digest not in known))
        known.add(draft.digest)
    return chosen


def _name(upload: Any) -> str:
    return str(upload.name)[-200:]


def _check_home(team: Team, inquiry: Inquiry | None) -> None:
    if inquiry is not None and (inquiry.owner_team_id != team.pk or inquiry.ended_at is not None):
        raise Refused("unknown_choice", value=str(inquiry))


@transaction.atomic
def choose(
    *, by: User, source: FormImport, version: int | None, forms: Sequence[dict[str, Any]], **more: Any
) -> FormImport:
    """Keep what was chosen for each form, and the effort (`inquiry`), if sent.

    Raises NotAllowed, Refused: "oldforms_changed" where somebody else chose since, "unknown_choice", "oldforms_state".
    """
    stored = held(by=by, obj=source)
    if stored.state != FormState.LOOKED or stored.ended_at is not None:
        raise Refused("oldforms_state")
    chosen = [to_data(draft) for draft in with_choices(stored, forms)]
    inquiry = more.get("inquiry", stored.inquiry)
    _check_home(stored.owner_team, inquiry)
    if chosen == stored.forms and inquiry == stored.inquiry:
        return stored
    if version is not None and version != stored.version:
        raise Refused("oldforms_changed")
    stored.forms, stored.inquiry, stored.updated_at = chosen, inquiry, timezone.now()
    stored.version += 1
    stored.save(update_fields=["forms", "inquiry", "version", "updated_at"])
    return stored


def with_choices(source: FormImport, forms: Sequence[dict[str, Any]]) -> list[Draft]:
    """The drafts with these choices; what is not sent of a form stays. Raises Refused("unknown_choice")."""
    drafts = [to_draft(data) for data in source.forms]
    if len(forms) > len(drafts):
        raise Refused("unknown_choice", value=str(len(forms)))
    return [*map(_with, drafts, forms), *drafts[len(forms) :]]


def _with(draft: Draft, sent: dict[str, Any]) -> Draft:
    if "slots" in sent:
        draft = placed(draft, _slots(draft, sent["slots"]))
    known = {name: sent[name] for name in ("began", "ended", "about", "follows", "take") if name in sent}
    for name in ("began", "ended"):
        if not isinstance(known.get(name), datetime.date | None):
            raise Refused("unknown_choice", value=str(known[name]))
    stage, decision, happened = (
        str(sent.get(name, getattr(draft, name))) for name in ("stage", "decision", "happened")
    )
    _known(stage, *FormStage)
    _known(decision, "", *Decision.values)
    _known(happened, "", YES, NO)
    title = str(sent.get("title", draft.title)).strip()[:LONGEST_LINE]
    return replace(draft, **known, stage=FormStage(stage), decision=decision, happened=happened, title=title)


def _slots(draft: Draft, sent: Sequence[str]) -> list[Slot]:
    """A piece without text stays where it is; the others go where they were put."""
    if len(sent) != len(draft.pieces):
        raise Refused("unknown_choice", value=str(len(sent)))
    for piece, slot in zip(draft.pieces, sent, strict=True):
        if slot != piece.slot:
            _known(slot, *CHOOSABLE)
    return [Slot(slot) for slot in sent]


def _known(value: str, *choices: str) -> None:
    if value not in choices:
        raise Refused("unknown_choice", value=value)


@transaction.atomic
def let_go(*, by: User, source: FormImport) -> FormImport:
    """None of these forms comes in. Their text is removed."""
    stored = held(by=by, obj=source)
    if stored.state == FormState.IN:
        raise Refused("oldforms_state")
    stored.forms = []
    stored.save(update_fields=["forms"])
    return set_aside(by=by, obj=stored)
