"""What people send: the files, and what they choose for each form that was found in them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.cycles.oldforms.models import FormImport
from aimwell.contexts.people.api.shared import FIRST_DAY, LAST_DAY
from aimwell.contexts.theory.models import Inquiry

SWITCHES = ("about", "follows", "take")
WORDS = ("title", "stage", "decision", "happened")


class SeveralFiles(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files; each is looked at by itself later."""

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        if not data:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return list(data)


class FilesForm(forms.Form):
    """`inquiries`: the efforts that the cycles can belong to."""

    files = FilesField(
        label=_("Your old forms"),
        help_text=_("Word (DOCX), text (TXT) or table (CSV). Up to 20 files of 5 MB each."),
        error_messages={"required": _("Choose at least one file.")},
        widget=SeveralFiles(attrs={"accept": ".docx,.txt,.csv,.tsv,.md"}),
    )
    inquiry = forms.ModelChoiceField(label=_("They belong to"), queryset=Inquiry.objects.none(), required=False)

    def __init__(self, *args: Any, inquiries: QuerySet[Inquiry], **more: Any) -> None:
        super().__init__(*args, **more)
        field: Any = self.fields["inquiry"]
        field.queryset = inquiries
        field.empty_label = _("Not tied to an aim yet")


def choices_in(posted: QueryDict, source: FormImport) -> list[dict[str, Any]]:
    """What was chosen for each form. A switch that was not sent is off; a piece that was not sent stays where it is."""
    return [_chosen(posted, f"f{at}", data) for at, data in enumerate(source.forms)]


def _chosen(posted: QueryDict, name: str, data: Mapping[str, Any]) -> dict[str, Any]:
    if f"{name}-stage" not in posted:
        return {}
    sent: dict[str, Any] = {word: posted.get(f"{name}-{word}", data[word]) for word in WORDS}
    sent |= {switch: f"{name}-{switch}" in posted for switch in SWITCHES}
    sent |= {day: day_in(posted.get(f"{name}-{day}", "")) for day in ("began", "ended")}
    sent["slots"] = [posted.get(f"{name}-p{at}", piece[2]) for at, piece in enumerate(data["pieces"])]
    return sent


def day_in(text: str) -> datetime.date | None:
    """A day that is near enough to reckon with."""
    try:
        day = datetime.date.fromisoformat(text.strip())
    except ValueError:
        return None
    return day if FIRST_DAY <= day <= LAST_DAY else None
