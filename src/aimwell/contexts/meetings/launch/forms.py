"""What people may send."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.meetings.launch.models import ConditionState, Host, StepState
from aimwell.contexts.theory.forms import long, short
from aimwell.domain.errors import Refused, sentence
from aimwell.domain.rhythm.launch import Condition


class StepForm(forms.Form):
    stands = forms.ChoiceField(choices=StepState.choices)
    reason = short(_("Why it is not needed"), length=300, required=False)


class ProposalForm(forms.Form):
    text = long(
        _("What would make it safe for you to show what did not work?"), required=True, help=_("One norm a line.")
    )


class NormsForm(forms.Form):
    text = long(_("Our norms"), required=True, help=_("One norm a line. Leave out, join and reword."))
    number = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class GroundForm(forms.Form):
    host = forms.ChoiceField(label=_("Where does this work meet?"), choices=Host.choices, widget=forms.RadioSelect)
    text = long(_("Which work that goes on anyway does it build on?"), help=_("One or two lines."))


class ConditionsForm(forms.Form):
    """Two fields for each of the six: where it stands, and what would help."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        for condition in Condition:
            self.fields[f"{condition}-stands"] = forms.ChoiceField(
                choices=[("", ""), *ConditionState.choices], required=False
            )
            self.fields[f"{condition}-wanted"] = forms.CharField(max_length=300, required=False)

    def clean(self) -> dict[str, Any]:
        """Nothing that was written goes by the board: what would help belongs to where it stands."""
        data = super().clean() or {}
        for one in Condition:
            if data.get(f"{one}-wanted") and not data.get(f"{one}-stands"):
                self.add_error(f"{one}-stands", _("Say where it stands, too."))
        if not self.errors and not any(data.get(f"{one}-stands") for one in Condition):
            self.add_error(None, sentence(Refused("nothing_said"), get_language() or "en"))
        return data

    def answers(self) -> dict[str, tuple[str, str]]:
        """What was marked, by condition."""
        data = self.cleaned_data
        told = {str(one): (data[f"{one}-stands"], data[f"{one}-wanted"]) for one in Condition}
        return {name: pair for name, pair in told.items() if pair[0]}
