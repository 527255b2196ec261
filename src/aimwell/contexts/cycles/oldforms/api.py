"""Old forms for programs, in the same three steps: read, choose, bring in; and back again."""

import datetime
import uuid
from typing import Annotated, Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from ninja import Field, File, Form, Router, Schema
from ninja.files import UploadedFile
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.cycles.models import Decision
from aimwell.contexts.cycles.oldforms import services
from aimwell.contexts.cycles.oldforms.held import to_draft
from aimwell.contexts.cycles.oldforms.models import FormImport, FormState
from aimwell.contexts.cycles.oldforms.queries import FormRow, brought, brought_before
from aimwell.contexts.people.api.shared import (
    LARGEST,
    READ,
    WRITE,
    Body,
    Day,
    Id,
    OwnedOut,
    Pages,
    Version,
    line,
)
from aimwell.contexts.people.queries import find, find_team, may_edit_team, visible_to
from aimwell.contexts.theory.models import Inquiry
from aimwell.domain.errors import NotFound
from aimwell.domain.pdsa.oldform_headings import Slot
from aimwell.domain.pdsa.oldforms import LONGEST_LINE, FormStage

router = Router(tags=["cycles"])


class OldFormsOut(OwnedOut):
    """Files with old forms, before and after they come in."""

    inquiry: int | None = Field(validation_alias="inquiry_id", description="Empty: no aim yet.")
    file_names: list[str]
    state: FormState


class OldPieceOut(Schema):
    """One part of a form: its heading as it stands there, the text under it, and where it goes."""

    heading: str
    text: str
    goes_to: Slot


class OldFormOut(Schema):
    """One form before it comes in."""

    file: str
    title: str = Field(description="What was tried, where no part says so.")
    pieces: list[OldPieceOut]
    began: datetime.date | None
    ended: datetime.date | None
    about: bool = Field(description="The days are a guess.")
    stage: FormStage
    decision: Decision | str
    happened: str = Field(description='Whether what was predicted happened: "yes", "no", or empty: not said.')
    follows: bool = Field(description="It builds on the form before it.")
    take: bool = Field(description="It is to come in.")
    asks: list[str] = Field(description="What must still be said, in words.")
    here_as: int | None = Field(description="The cycle that has come of the same text before.")


class UnreadOut(Schema):
    file: str
    code: str


class OldFormsSeenOut(OldFormsOut):
    forms: list[OldFormOut] = Field(description="Before they come in.")
    unread: list[UnreadOut] = Field(description="Files that could not be read.")
    cycles: list[int] = Field(description="What came of the forms, in their order.")


class OldFormsBackOut(OldFormsSeenOut):
    stay: list[int] = Field(description="Cycles that somebody has worked on since; they are not touched.")


class OldFormIn(Body):
    """What is not sent stays as it was."""

    title: line(LONGEST_LINE) = ""
    goes_to: list[Slot] = Field([], max_length=1500, description="For each part, in their order.")
    began: Day | None = None
    ended: Day | None = None
    about: bool = False
    stage: FormStage = FormStage.OVER
    decision: line(10) = ""
    happened: line(3) = ""
    follows: bool = False
    take: bool = True

    def choices(self) -> dict[str, Any]:
        sent = self.sent()
        return {"slots" if name == "goes_to" else name: value for name, value in sent.items()}


class OldFormChoicesIn(Body):
    version: Version
    forms: list[OldFormIn] = Field([], max_length=40, description="In the order of the forms.")
    inquiry: Id | None = Field(None, description="An effort of the team; null: no aim yet.")


class BringInIn(Body):
    keep_names: bool = Field(False, description="Keep words that may name a person near the team.")


def _own(request: HttpRequest, pk: int) -> FormImport:
    source = find(request.user, FormImport, pk)
    if not may_edit_team(request.user, source.owner_team):
        raise NotFound
    return source


def _seen(request: HttpRequest, source: FormImport, **more: Any) -> dict[str, Any]:
    drafts = [to_draft(data) for data in source.forms] if source.state == FormState.LOOKED else []
    known = brought_before(source.owner_team, [draft.digest for draft in drafts])
    forms = [
        {
            **{name: getattr(draft, name) for name in SHOWN},
            "pieces": [{"heading": one.heading, "text": one.text, "goes_to": one.slot} for one in draft.pieces],
            "asks": FormRow(draft, at, None).asks,
            "here_as": known[draft.digest].pk if draft.digest in known else None,
        }
        for at, draft in enumerate(drafts)
    ]
    kept = {name: getattr(source, name) for name in KEPT}
    cycles = [one.form.cycle_id for one in brought(request.user, source)]
    return {**kept, "forms": forms, "unread": source.unread, "cycles": cycles, **more}


SHOWN = ("file", "title", "began", "ended", "about", "stage", "decision", "happened", "follows", "take")
KEPT = (
    *("id", "version", "created_at", "updated_at", "ended_at", "ended_reason", "owner_team_id", "rung"),
    *("inquiry_id", "file_names", "state"),
)


@router.get("/teams/{team_id}/old-forms", response={200: list[OldFormsOut], **READ})
@paginate(Pages)
def list_old_forms(request: HttpRequest, team_id: Id) -> QuerySet[FormImport]:
    """Files with old forms, newest first; for the team only."""
    team = find_team(request.user, team_id)
    if not may_edit_team(request.user, team):
        raise NotFound
    return visible_to(request.user, FormImport, team=team)


@router.post("/teams/{team_id}/old-forms", response={201: OldFormsSeenOut, **WRITE})
def read_old_forms(
    request: HttpRequest,
    team_id: Id,
    file: Annotated[list[UploadedFile], File()],
    inquiry: Annotated[int | None, Form(ge=1, le=LARGEST)] = None,
    key: Annotated[uuid.UUID | None, Form()] = None,
) -> Status[Any]:
    """DOCX, TXT or CSV, up to 20 files of 5 MB, each sent as `file`. No cycle is made before they are brought in."""
    team = find_team(request.user, team_id)
    home = find(request.user, Inquiry, inquiry) if inquiry else None
    made = services.start_import(by=request.user, team=team, uploads=file, inquiry=home, key=key)
    return Status(201, _seen(request, made))


@router.get("/old-forms/{import_id}", response={200: OldFormsSeenOut, **READ})
def get_old_forms(request: HttpRequest, import_id: Id) -> dict[str, Any]:
    """What was read, where each part goes, what is still asked, and what came of it."""
    return _seen(request, _own(request, import_id))


@router.post("/old-forms/{import_id}/choices", response={200: OldFormsSeenOut, **WRITE})
def choose_for_old_forms(request: HttpRequest, import_id: Id, asked: OldFormChoicesIn) -> dict[str, Any]:
    """Say where parts go, which days, what was decided."""
    more: dict[str, Any] = {}
    if "inquiry" in asked.model_fields_set:
        more["inquiry"] = find(request.user, Inquiry, asked.inquiry) if asked.inquiry else None
    source, chosen = _own(request, import_id), [form.choices() for form in asked.forms]
    kept = services.choose(by=request.user, source=source, version=asked.version, forms=chosen, **more)
    return _seen(request, kept)


@router.post("/old-forms/{import_id}/bring-in", response={200: OldFormsSeenOut, **WRITE})
def bring_in_old_forms(request: HttpRequest, import_id: Id, asked: BringInIn) -> dict[str, Any]:
    """Make a cycle of each form to come in: all or none. A second call changes nothing."""
    lang = get_language() or "en"
    source = _own(request, import_id)
    done = services.bring_in(by=request.user, source=source, lang=lang, keep_names=asked.keep_names)
    return _seen(request, done)


@router.post("/old-forms/{import_id}/take-back", response={200: OldFormsBackOut, **WRITE})
def take_back_old_forms(request: HttpRequest, import_id: Id) -> dict[str, Any]:
    """Set the cycles aside, except those that somebody has worked on since."""
    undone = services.take_back(by=request.user, source=_own(request, import_id))
    return _seen(request, undone.source, stay=[cycle.pk for cycle in undone.stay])


@router.delete("/old-forms/{import_id}", response={204: None, **WRITE})
def let_old_forms_go(request: HttpRequest, import_id: Id) -> HttpResponse:
    """None of them comes in. Their text is removed."""
    services.let_go(by=request.user, source=_own(request, import_id))
    return HttpResponse(status=204)
