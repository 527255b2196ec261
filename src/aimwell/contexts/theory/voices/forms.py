"""What people may send. Names equal those of the models, so that two versions of one field meet on the merge page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.theory.forms import long, short
from aimwell.contexts.theory.models import RoleGroup
from aimwell.contexts.theory.voices.models import Consent, Listening, Theme

MOST_PASTED = 500_000
LARGEST_FILE = 2_000_000


class InterviewForm(forms.Form):
    kind = forms.ChoiceField(label=_("How you listened"), choices=Listening.choices, initial=Listening.INTERVIEW)
    group = forms.ChoiceField(label=_("Whose voice"), choices=RoleGroup.choices)
    role = short(_("Who, as a role"), length=120, help=_("Such as “fifth grader” or “parent”. No names."))
    held_on = forms.DateField(
        label=_("On which day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    protocol = long(_("What you asked"), help=_("The questions, one on each line."))
    notes = long(_("Notes"), help=_("Only your team reads them. Write roles, no names."))
    consent = forms.ChoiceField(
        label=_("Did you ask for consent?"), choices=Consent.choices, initial=Consent.NOT_ASKED,
        help_text=_("Where nobody was asked, what was said stays with your team."),
    )  # fmt: skip
    consent_why = short(_("Why it was not needed"), required=False, length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["notes"].widget.attrs["rows"] = 6


class PointsForm(forms.Form):
    """Four points of the work, in their order."""

    development = long(_("When we looked for the problem"), help=_("Such as “three riders drew their way to school”."))
    design = long(_("When we designed the change"), help=_("Such as “two parents chose between our two plans”."))
    implementation = long(_("When we try it"), help=_("Such as “students keep the time in the test class”."))
    adoption = long(_("When we decide to keep it"), help=_("Such as “the student council has a vote”."))


class QuoteForm(forms.Form):
    """A theme from the list, or a new one."""

    theme = forms.ModelChoiceField(
        label=_("Theme"), queryset=Theme.objects.none(), required=False, empty_label=_("a new one")
    )
    new_theme = short(_("New theme, in a few words"), required=False)
    text = long(_("In their words"), help=_("A sentence they said. No names."))

    def __init__(self, *args: Any, themes: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["theme"].queryset = themes  # type: ignore[attr-defined]


class ThemeForm(forms.Form):
    text = short(_("Theme"))


class GroupingForm(forms.Form):
    question = short(_("What was asked?"), length=300, help=_("Such as “What stops you from talking in math?”"))


class CategoryForm(forms.Form):
    name = short(_("Name of the group"), length=80)
    meaning = short(_("What belongs in it"), required=False, length=300)


class PasteForm(forms.Form):
    """Pasted lines, or a file of them."""

    text = forms.CharField(
        label=_("Paste the answers, one on each line"), required=False, max_length=MOST_PASTED,
        widget=forms.Textarea(attrs={"rows": 8}),
    )  # fmt: skip
    file = forms.FileField(label=_("Or choose a file"), required=False, help_text=_("CSV or text, up to 2 MB."))
    column = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
