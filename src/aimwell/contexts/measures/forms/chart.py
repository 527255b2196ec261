"""Forms for how a chart is made: its kind, its rules, and what a person says about one point."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.measures.forms.counting import DAY, NO_EVIDENCE, ROWS
from aimwell.contexts.measures.models import Chart, Rules

NO_REASON = {"required": _("One line is needed here, so that others can follow.")}


class PointForm(forms.Form):
    """A form of the page of one point. `DO` tells them apart in what is sent, and keeps their ids unlike."""

    DO = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id=f"{self.DO}_%s", **kwargs)


class LeaveOutForm(PointForm):
    DO = "leave_out"
    label = forms.CharField(
        label=_("Why is it left out?"),
        max_length=120,
        help_text=_("Only for a known reason, such as a fire drill or a wrong count. Never since it looks odd."),
        error_messages=NO_REASON,
    )


class PhaseForm(PointForm):
    DO = "phase"
    label = forms.CharField(
        label=_("What changed in the work?"),
        max_length=120,
        help_text=_("For example: sentence starters in all three rooms."),
        error_messages=NO_REASON,
    )
    evidence = forms.CharField(
        label=_("How do you know?"),
        help_text=_("What you saw or heard besides the numbers."),
        widget=ROWS,
        error_messages={"required": NO_EVIDENCE},
    )


class NoteForm(PointForm):
    DO = "event"
    label = forms.CharField(label=_("What happened?"), max_length=120, error_messages=NO_REASON)


class TargetForm(forms.Form):
    target = forms.FloatField(label=_("Target"), required=False)
    target_by = forms.DateField(
        label=_("By when, if you know"), required=False, widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d")
    )


class ChartForm(forms.Form):
    chart = forms.ChoiceField(choices=Chart.choices)
    rules = forms.ChoiceField(choices=Rules.choices)
