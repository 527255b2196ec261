from django import forms
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.orgs.models import TeamKind
from aimwell.contexts.people.forms.orgs import ReasonField
from aimwell.contexts.people.models import TeamRole


class PlaceForm(forms.Form):
    role = forms.ChoiceField(label=_("Role"), choices=TeamRole.choices)
    on_call = forms.BooleanField(
        label=_("On call: comes when asked"),
        required=False,
        help_text=_("Without this mark the person is in the core of the team."),
    )
    reason = ReasonField()


class TeamChangeForm(forms.Form):
    name = forms.CharField(label=_("What is your team called?"), max_length=120)
    about = forms.CharField(label=_("Grade, subject or work (optional)"), max_length=200, required=False)
    kind = forms.ChoiceField(label=_("Kind of team"), choices=TeamKind.choices)
