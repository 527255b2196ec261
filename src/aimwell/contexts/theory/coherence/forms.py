"""What people may send about the coherence check and the connection of tools."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.theory.coherence.models import AnswerState
from aimwell.contexts.theory.forms import long, short


class AnswerForm(forms.Form):
    text = long(_("Our answer"))
    state = forms.ChoiceField(label=_("Where we stand"), choices=AnswerState.choices, initial=AnswerState.TO_DISCUSS)
    discussed_with = short(_("Talked over with"), required=False, help=_("Roles, such as “our supervisor”."))
    discussed_on = forms.DateField(
        label=_("On which day"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    comments = long(_("What others said"))


class ConnectionForm(forms.Form):
    text = long(_("How does this connect to our problem or aim?"))
