"""Fields that several forms of a cycle share."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.people.api.shared import FIRST_DAY, LAST_DAY

NUMBER_WORDS = {"invalid": _("Write a number, such as 12.")}


class PlainNumber(forms.FloatField):
    """A number shown as people write it: 24, not 24.0."""

    def prepare_value(self, value: Any) -> Any:
        return int(value) if isinstance(value, float) and value.is_integer() else value


def number(label: Any, **more: Any) -> PlainNumber:
    """A number typed on a phone: digits first, decimals allowed."""
    widget = forms.NumberInput(attrs={"inputmode": "decimal", "step": "any", "autocomplete": "off"})
    return PlainNumber(label=label, required=False, widget=widget, error_messages=NUMBER_WORDS, **more)


def whole(label: Any, *, most: int = 1_000_000, **more: Any) -> forms.IntegerField:
    """A count: whole and not below zero."""
    words = {**NUMBER_WORDS, "min_value": _("A count cannot be below zero.")}
    widget = forms.NumberInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
    return forms.IntegerField(
        label=label, required=False, min_value=0, max_value=most, widget=widget, error_messages=words, **more
    )


def day(label: Any, **more: Any) -> forms.DateField:
    """A day that is near enough to reckon with, as the API takes it."""
    words = dict.fromkeys(("invalid", "min_value", "max_value"), _("Choose a day, such as 2027-01-29."))
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    field = forms.DateField(label=label, required=False, widget=widget, error_messages=words, **more)
    field.validators += [MinValueValidator(FIRST_DAY), MaxValueValidator(LAST_DAY)]
    return field


def line(label: Any, *, length: int, required: bool = False, **more: Any) -> forms.CharField:
    words = {"required": _("This line is needed.")}
    return forms.CharField(label=label, max_length=length, required=required, error_messages=words, **more)


def text(label: Any, *, rows: int = 2, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, required=False, widget=forms.Textarea(attrs={"rows": rows}), **more)


class Keyed(forms.Form):
    """A form that carries the key that makes sending it twice harmless, and the version it started from."""

    key = forms.UUIDField(required=False, widget=forms.HiddenInput)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def answers(self) -> dict[str, Any]:
        """What was typed, without key and version."""
        return {name: value for name, value in self.cleaned_data.items() if name not in ("key", "version")}
