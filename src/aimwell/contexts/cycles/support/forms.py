"""What people may send. Names equal those of the models."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.cycles.forms.fields import day, line
from aimwell.contexts.cycles.support.models import SupportAnswer, SupportKind
from aimwell.contexts.cycles.support.queries import Place
from aimwell.ui.forms import ChoiceRow

NEEDED = {"required": _("One sentence is needed here.")}


class AskForm(forms.Form):
    """`places`: where somebody can answer; without one, who could help is asked instead."""

    help_kind = forms.ChoiceField(label=_("What would help?"), choices=SupportKind.choices)
    text = forms.CharField(
        label=_("What do you ask for, in your own words?"),
        max_length=500,
        error_messages=NEEDED,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Say what it is for. No names of students or colleagues."),
    )
    asked_org = forms.TypedChoiceField(label=_("Whom do you ask?"), coerce=int, required=False, empty_value=None)
    who_could_help = line(_("Who could help?"), length=200)
    needed_by = day(_("By which day, if there is one"))

    def __init__(self, *args: Any, places: list[Place], **more: Any) -> None:
        super().__init__(*args, **more)
        if places:
            shown = [(place.org.pk, f"{place.org.name} ({place.names})") for place in places]
            own: list[Any] = [("", _("nobody yet: keep it on our own list"))]
            self.fields["asked_org"].choices = [*shown, *own]  # type: ignore[attr-defined]
            self.fields["asked_org"].initial = shown[0][0]
        else:
            del self.fields["asked_org"]


class SaidForm(forms.Form):
    said = forms.ChoiceField(label=_("The answer"), choices=SupportAnswer.choices, widget=ChoiceRow())
    words = line(_("In one sentence"), length=500)
    said_for = day(_("From which day it helps"))

    def clean(self) -> dict[str, Any]:
        sent = super().clean() or {}
        if sent.get("said") in (SupportAnswer.PARTLY, SupportAnswer.NO) and not sent.get("words", "").strip():
            self.add_error("words", _("“Partly” and “no” need one sentence."))
        return sent
