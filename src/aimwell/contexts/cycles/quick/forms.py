"""What people may send. Names equal those of the models, so that two versions of one field meet on the merge page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.cycles.forms.fields import Keyed, day, line, text
from aimwell.contexts.theory.models import Inquiry


class TriedForm(Keyed):
    text = line(_("What did you try?"), length=300, required=True, help_text=_("One line is enough."))
    tried_on = day(_("On which day"), initial=timezone.localdate)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["tried_on"].widget.attrs["max"] = timezone.localdate().isoformat()


class PauseForm(forms.Form):
    reason = line(_("Why does it rest?"), length=300, required=True, help_text=_("Such as “snow days” or “exams”."))
    expected_on = day(_("When you may go on"), help_text=_("Leave it empty if nobody knows."))


class GoOnForm(forms.Form):
    what_changed = text(
        _("What is different now?"),
        help_text=_("New people, another schedule, other students? You may leave it empty."),
    )
    look_on = day(_("When will you look?"))


class LooseForm(Keyed):
    routine = line(_("Which meeting or routine?"), length=200, help_text=_("Such as “attendance meeting, Tuesdays”."))
    try_what = line(_("What will you try?"), length=300, required=True)


class AttachForm(forms.Form):
    """`inquiries`: the efforts to choose from."""

    inquiry = forms.ModelChoiceField(
        label=_("Which effort does it belong to?"), queryset=Inquiry.objects.none(), widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, inquiries: QuerySet[Inquiry], **more: Any) -> None:
        super().__init__(*args, **more)
        field: Any = self.fields["inquiry"]
        field.queryset = inquiries
        field.empty_label = None


class CycleOfForm(forms.Form):
    """What a quick note becomes a cycle of; nothing chosen: no aim yet."""

    inquiry = forms.ModelChoiceField(label=_("It belongs to"), queryset=Inquiry.objects.none(), required=False)

    def __init__(self, *args: Any, inquiries: QuerySet[Inquiry], **more: Any) -> None:
        super().__init__(*args, **more)
        field: Any = self.fields["inquiry"]
        field.queryset = inquiries
        field.empty_label = _("Not tied to an aim yet")


class PeopleForm(forms.Form):
    names = forms.CharField(
        label=_("Who saw it or did it"), required=False, max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}), help_text=_("One name a line. Nobody needs an account."),
    )  # fmt: skip

    def listed(self) -> list[str]:
        return str(self.cleaned_data["names"]).splitlines()


class NoteForm(forms.Form):
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    text = text(_("In other words"))
