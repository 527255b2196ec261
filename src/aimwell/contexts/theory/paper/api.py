"""Each tool on paper, blank or filled."""

from __future__ import annotations

from typing import Annotated, Literal

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Path, Query, Router, Schema

from aimwell.contexts.people.api.shared import READ, Id, media
from aimwell.contexts.theory.api.base import language
from aimwell.contexts.theory.paper import views
from aimwell.contexts.theory.paper.views.registry import FORMS
from aimwell.contexts.theory.queries import inquiry_view

router = Router(tags=["theory"])


class PaperFormOut(Schema):
    key: str
    title: str
    step: str
    filled: bool = False
    """Whether you may have it filled in."""


@router.get("/inquiries/{inquiry_id}/paper", response={200: list[PaperFormOut], **READ})
def list_paper_forms(request: HttpRequest, inquiry_id: Id) -> list[PaperFormOut]:
    """The forms that can be printed, in the order in which a team meets them."""
    view = inquiry_view(request.user, inquiry_id, lang=language())
    return [
        PaperFormOut(key=form.key, title=_(form.title), step=form.step, filled=form.seen(view))
        for form in FORMS.values()
    ]


@router.get(
    "/inquiries/{inquiry_id}/paper/{form}.pdf", response={200: None, **READ}, openapi_extra=media("application/pdf")
)
def get_paper_form(
    request: HttpRequest,
    inquiry_id: Id,
    form: Annotated[str, Path(max_length=20, description="The key of a form, such as fishbone.")],
    paper: Annotated[Literal["letter", "a4"], Query()] = "letter",
    way: Annotated[Literal["blank", "filled"], Query(alias="as")] = "blank",
) -> HttpResponse:
    """One form as a tagged PDF in black and white, empty or with what you may read."""
    return views.file(request, inquiry_id, form)
