from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.measures.models import AnnotationKind, Measure, Missing, Unit
from aimwell.ui.forms import ChoiceRow

DAY = {"type": "date"}
ROWS = forms.Textarea(attrs={"rows": 2})
NO_EVIDENCE = _("One line on how you know. What did you see or hear besides the numbers?")


class MeasureForm(forms.ModelForm):
    """Few fields first; the rest stands in a disclosure."""

    MORE = ("period", "unit", "unit_name", "collector", "minutes")

    class Meta:
        model = Measure
        fields = ("name", "kind", "definition", "direction", "period", "unit", "unit_name", "collector", "minutes")
        labels = {
            "name": _("What do you count?"),
            "kind": _("What kind of measure is it?"),
            "definition": _("How do you count it?"),
            "direction": _("Which way is good?"),
            "period": _("How often?"),
            "unit": _("What is each number?"),
            "unit_name": _("The unit, if it has one"),
            "collector": _("Who counts?"),
            "minutes": _("Minutes each time"),
        }
        help_texts = {
            "name": _("For example: students who explain their reasoning to a partner."),
            "kind": _("Process: did we do it? Outcome: did it help students? Balancing: did something else get worse?"),
            "definition": _("So exact that two people count the same: who, where, when, and what is a yes."),
            "unit_name": _("For example: minutes, words, days."),
        }
        widgets = {
            "definition": forms.Textarea(attrs={"rows": 3}),
            "direction": ChoiceRow,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].error_messages["required"] = _("Say what you count. A few words are enough.")

    @property
    def first_fields(self) -> list[forms.BoundField]:
        return [field for field in self.visible_fields() if field.name not in self.MORE]

    @property
    def more_fields(self) -> list[forms.BoundField]:
        return [field for field in self.visible_fields() if field.name in self.MORE]

    @property
    def more_open(self) -> bool:
        return any(name in self.errors for name in self.MORE)


class CountForm(forms.Form):
    """One count by hand: of how many, or a value, or why there is none."""

    on = forms.DateField(label=_("Date"), widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"))
    series = forms.CharField(label=_("Which room, school or group?"), max_length=120, required=False)
    numerator = forms.FloatField(label=_("Count"), required=False, min_value=0)
    denominator = forms.FloatField(label=_("Out of"), required=False, min_value=0)
    value = forms.FloatField(label=_("Value"), required=False)
    missing = forms.ChoiceField(label=_("No number this time?"), required=False)
    note = forms.CharField(label=_("A note for the table"), max_length=200, required=False)

    def __init__(self, *args: Any, measure: Measure, lines: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.measure = measure
        self.fields["on"].initial = timezone.localdate
        self.fields["missing"].choices = [("", _("There is a number"))] + [c for c in Missing.choices if c[0]]
        if measure.unit == Unit.PERCENT:
            del self.fields["value"]
        else:
            del self.fields["numerator"], self.fields["denominator"]
        if not any(lines):
            del self.fields["series"]
        else:
            self.fields["series"] = forms.ChoiceField(
                label=_("Which room, school or group?"), choices=[(name, name) for name in lines if name]
            )

    def clean_on(self) -> Any:
        on = self.cleaned_data["on"]
        if on > timezone.localdate():
            raise ValidationError(_("This day has not come yet. Check the year."))
        return on

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("missing"):
            return data | {"value": None, "numerator": None, "denominator": None}
        if self.measure.unit == Unit.PERCENT:
            self._check_share(data)
        elif "value" not in self.errors:
            self._check_value(data)
        return data

    def _check_share(self, data: dict[str, Any]) -> None:
        top, bottom = data.get("numerator"), data.get("denominator")
        if "numerator" not in self.errors and top is None:
            self.add_error("numerator", _("How many? If nobody counted, say why below."))
        if "denominator" not in self.errors and not bottom:
            self.add_error("denominator", _("Out of how many? It must be one or more."))
        if top is not None and bottom and top > bottom:
            self.add_error("numerator", _("The count is more than the whole. Check both numbers."))

    def _check_value(self, data: dict[str, Any]) -> None:
        value = data.get("value")
        if value is None:
            self.add_error("value", _("What is the number? If nobody counted, say why below."))
        elif value < 0 and self.measure.unit == Unit.COUNT:
            self.add_error("value", _("A count cannot be below zero."))


class PasteForm(forms.Form):
    cells = forms.CharField(
        label=_("Your numbers"),
        help_text=_("Copy the cells in your spreadsheet and paste them here. One column of numbers is enough."),
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
        error_messages={"required": _("There is nothing here yet. Paste at least one number.")},
    )


class QuickPasteForm(PasteForm):
    """A first chart in one go: what is counted, and the cells."""

    name = forms.CharField(
        label=_("What do you count?"),
        max_length=200,
        error_messages={"required": _("Say what you count. A few words are enough.")},
    )
    field_order = ("name", "cells")


class UploadForm(forms.Form):
    file = forms.FileField(
        label=_("Your file"),
        help_text=_("CSV or XLSX, up to 50 MB and 200,000 rows. You look at it before anything goes in."),
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx,.xls,.ods"}),
        allow_empty_file=True,
        error_messages={"required": _("Choose a file first.")},
    )


class MarkForm(forms.Form):
    """Something to mark on the chart."""

    KINDS = [
        (AnnotationKind.PHASE, _("A new phase: from here on, a new middle")),
        (AnnotationKind.EVENT, _("Something that happened")),
        (AnnotationKind.BREAK, _("Days without school")),
    ]
    kind = forms.ChoiceField(label=_("What do you want to mark?"), choices=KINDS, widget=forms.RadioSelect)
    label = forms.CharField(
        label=_("Name or reason"),
        max_length=120,
        help_text=_("A new phase needs its reason: what changed in the work."),
        error_messages={"required": _("One line is needed here, so that others can follow.")},
    )
    starts_on = forms.DateField(label=_("First day"), widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"))
    ends_on = forms.DateField(
        label=_("Last day, if it lasted"), required=False, widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d")
    )
    evidence = forms.CharField(label=_("How do you know? (for a new phase)"), required=False, widget=ROWS)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("starts_on") and data.get("ends_on") and data["ends_on"] < data["starts_on"]:
            self.add_error("ends_on", _("The last day comes before the first."))
        if data.get("kind") == AnnotationKind.PHASE and not data.get("evidence"):
            self.add_error("evidence", NO_EVIDENCE)
        return data
