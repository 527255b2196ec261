"""Forms for how a chart is made: its kind, its rules, and what a person says about one point."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.measures.forms.counting import DAY, NO_EVIDENCE, ROWS
from aimwell.contexts.measures.models import Chart, LineFrom, Measure, Rules, Unit

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


LINES = [
    (LineFrom.OWN, _("From its own numbers")),
    (LineFrom.LAST_YEAR, _("From the same weeks or months last year")),
    (LineFrom.GIVEN, _("Set the middle line by hand")),
]


class LineForm(forms.Form):
    """Where the middle line comes from, and whether counts stand over school days. Unbound where it was not sent."""

    per_session = forms.BooleanField(
        label=_("Show each count per school day"),
        required=False,
        help_text=_(
            "Each count is shared out over the school days of its week or month. Days without school come from the "
            "marks on the chart. The target and a line set by hand are then per school day too."
        ),
    )
    line_from = forms.ChoiceField(
        label=_("Where does the middle line come from?"), choices=LINES, required=False, widget=forms.RadioSelect
    )
    line_value = forms.FloatField(
        label=_("The middle line, if set by hand"), required=False, help_text=_("On the scale of the chart.")
    )
    line_source = forms.CharField(
        label=_("Where does this number come from?"),
        max_length=120,
        required=False,
        help_text=_("For example: state average 2026. It stands beside the line."),
    )

    def __init__(self, data: Any = None, *, measure: Measure) -> None:
        sent = data if data is not None and "line_from" in data else None
        super().__init__(sent, initial={name: getattr(measure, name) for name in self.base_fields})
        self.measure = measure

    @property
    def settings(self) -> dict[str, Any]:
        """What was sent; without the line, where something in it is still to settle."""
        if not self.is_bound:
            return {}
        return {"per_session": self.cleaned_data["per_session"]} if self.errors else self.cleaned_data

    def offer(self, *, sessions: bool, last_year: bool) -> None:
        """Only what makes sense for these numbers stays on the page."""
        if not sessions:
            del self.fields["per_session"]
        if not last_year:
            self.fields["line_from"].choices = [one for one in LINES if one[0] != LineFrom.LAST_YEAR]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        data["line_from"] = data.get("line_from") or LineFrom.OWN.value
        if data["line_from"] != LineFrom.GIVEN:
            return data | {"line_value": None, "line_source": ""}
        if "line_value" not in self.errors:
            self._check_value(data.get("line_value"))
        if not data.get("line_source"):
            self.add_error("line_source", _("Say where the number comes from, so that others can check it."))
        return data

    def _check_value(self, value: float | None) -> None:
        if value is None:
            self.add_error("line_value", _("At which number? Write it, or choose another line."))
        elif self.measure.unit == Unit.PERCENT and not 0 <= value <= 100:
            self.add_error("line_value", _("A percentage lies between 0 and 100."))
        elif self.measure.unit == Unit.COUNT and value < 0:
            self.add_error("line_value", _("A count cannot be below zero."))
