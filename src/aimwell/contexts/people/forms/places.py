from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.orgs.models import Team, TeamKind
from aimwell.contexts.people.forms.orgs import ReasonField
from aimwell.contexts.people.models import DistrictFunction, TeamRole


class PlaceForm(forms.Form):
    role = forms.ChoiceField(label=_("Role"), choices=TeamRole.choices)
    on_call = forms.BooleanField(
        label=_("On call: comes when asked"),
        required=False,
        help_text=_("Without this mark the person is in the core of the team."),
    )
    covers = forms.MultipleChoiceField(
        label=_("Covers for the district"),
        choices=DistrictFunction.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("One person may cover several."),
    )
    reason = ReasonField()

    def __init__(self, *args: Any, team: Team, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if team.kind != TeamKind.DIT:
            del self.fields["covers"]


class TeamChangeForm(forms.Form):
    name = forms.CharField(label=_("What is your team called?"), max_length=120)
    about = forms.CharField(label=_("Grade, subject or work (optional)"), max_length=200, required=False)
    kind = forms.ChoiceField(label=_("Kind of team"), choices=TeamKind.choices)
