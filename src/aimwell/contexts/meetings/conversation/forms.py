"""What people may send."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.meetings.conversation.models import DoubtAnswer
from aimwell.contexts.theory.forms import long, short


class LineForm(forms.Form):
    """`stage`: the stage the writer saw; the service refuses a line of another one."""

    stage = forms.CharField(max_length=7, widget=forms.HiddenInput)
    text = long(_("One line"), required=True)


class DoubtForm(forms.Form):
    text = short(_("The question about these numbers"), help=_("For example: Were both rooms counted in the same way?"))
    owner = forms.TypedChoiceField(label=_("Who looks into it"), required=False, coerce=int, empty_value=None)
    due_on = forms.DateField(
        label=_("By when"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args: object, people: list[tuple[int, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["owner"].choices = [("", _("nobody yet")), *people]  # type: ignore[attr-defined]


class AnswerForm(forms.Form):
    answer = forms.ChoiceField(label=_("What came of it"), choices=DoubtAnswer.choices)
    because = long(_("What we found"))


class ChangedForm(forms.Form):
    changed = long(_("What has changed since then?"), required=True)
