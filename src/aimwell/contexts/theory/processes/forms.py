from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.theory.forms import short
from aimwell.contexts.theory.processes.models import StepKind


class ProcessForm(forms.Form):
    name = short(_("Which work do you want to see?"), help=_("Such as “Partner talk in one lesson”. Start small."))


class StepForm(forms.Form):
    text = short(_("What happens"))
    kind = forms.ChoiceField(label=_("Kind"), choices=StepKind.choices, initial=StepKind.STEP)
    owner = short(_("Who does it, as a role"), required=False, length=120)


class WholeStepForm(StepForm):
    yes_label = short(_("Words on the way of yes"), required=False, length=60)
    no_label = short(_("Words on the way of no"), required=False, length=60)


class LookForm(forms.Form):
    on = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    looks = forms.IntegerField(label=_("How often you looked"), min_value=1, max_value=100_000)
    breaks = forms.IntegerField(label=_("How often it went otherwise"), min_value=0, max_value=100_000)
