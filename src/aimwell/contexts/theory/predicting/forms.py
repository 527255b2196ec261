"""What people write on a prediction board."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.theory.forms import long, short
from aimwell.contexts.theory.predicting.models import Blames, Result, TestKind


class BoardForm(forms.Form):
    question = short(_("The question"), length=300, help=_("Such as “Why is attendance low on some days?”"))


class PredictionForm(forms.Form):
    text = long(_("I think that"), required=True, help=_("What will the data show, and why? One line is enough."))
    test_kind = forms.ChoiceField(label=_("How we could test it"), choices=TestKind.choices, initial=TestKind.CUT)
    test = short(_("Which data"), length=300, help=_("Such as “attendance by day of the week”"))
    blames = forms.ChoiceField(
        label=_("Whose doing would it be?"),
        required=False,
        choices=[("", _("I leave this open")), *Blames.choices],
        help_text=_("Only the team sees this. It helps to notice where we look first."),
    )
    signed = forms.BooleanField(label=_("Put my name to it"), required=False)


class ResultForm(forms.Form):
    result = forms.ChoiceField(label=_("What do the data say?"), choices=Result.choices)
    read_from = short(_("Which table"), required=False)
    note = long(_("What we saw"), help=_("The numbers that decide it, in one line."))


class FindingForm(forms.Form):
    text = long(_("What the data show"), required=True)
    read_from = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput())
    cause_text = short(_("The cause, as something adults here do or set up"), required=False, length=300)


class CountsForm(forms.Form):
    text = forms.CharField(
        label=_("Paste the table"),
        required=False,
        strip=False,
        max_length=2_000_000,
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false"}),
        help_text=_(
            "One column for each kind of group, such as day or distance, and columns of counts. Headings on top."
        ),
    )
    file = forms.FileField(label=_("Or choose a file, CSV or Excel"), required=False)
    name = short(_("Where the counts come from"), required=False)
    times = forms.IntegerField(
        label=_("How often is one student counted?"),
        initial=1,
        min_value=1,
        max_value=1000,
        help_text=_("1 if each student is in it once. 50 for 50 school days. It decides which small groups hide."),
    )
