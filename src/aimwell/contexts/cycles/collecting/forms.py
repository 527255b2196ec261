"""What people may send. Names equal those of the models, so that two versions of one field meet on the merge page."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from aimwell.contexts.cycles.collecting.models import BETWEEN, How
from aimwell.contexts.cycles.forms.fields import Keyed, day, line, text, whole
from aimwell.contexts.cycles.models import Entry
from aimwell.domain.pdsa.collecting import MOST_CODES, MOST_PIECES
from aimwell.ui.forms import ChoiceRow

WEEKDAYS = [
    ("0", pgettext_lazy("weekday", "Mon")),
    ("1", pgettext_lazy("weekday", "Tue")),
    ("2", pgettext_lazy("weekday", "Wed")),
    ("3", pgettext_lazy("weekday", "Thu")),
    ("4", pgettext_lazy("weekday", "Fri")),
]
HOWS = [
    (How.PLANNED, _("Tried as planned")),
    (How.ADAPTED, _("Adapted")),
    (How.NOT_YET, _("Not yet")),
]
NO_DAY = _("Write a day, such as 2027-01-12.")


def _needed(field: forms.Field) -> forms.Field:
    field.required = True
    return field


class PlanForm(Keyed):
    people = text(
        _("Who counts"),
        rows=3,
        help_text=_("One room or person on each line, also somebody without a login. No student names."),
    )
    first = _needed(day(_("First day")))
    last = _needed(day(_("Last day")))
    weekdays = forms.MultipleChoiceField(
        label=_("On these days of the week"), choices=WEEKDAYS, widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one day of the week.")},
    )  # fmt: skip

    def answers(self) -> dict[str, Any]:
        sent = super().answers()
        return {**sent, "people": sent["people"].splitlines(), "weekdays": [int(one) for one in sent["weekdays"]]}


class PlanChangeForm(Keyed):
    """Days as check boxes with one more day; from the merge page as the text that is stored.

    Days that somebody else took off meanwhile are read too, so that the two meet on the merge page.
    """

    who = line(_("Room or person"), length=80, required=True)
    days = forms.CharField(label=_("Planned days"), max_length=2000)
    kept = forms.MultipleChoiceField(label=_("Planned days"), required=False, widget=forms.CheckboxSelectMultiple)
    more = day(_("One more day"))

    def __init__(self, data: QueryDict, known: tuple[datetime.date, ...]) -> None:
        super().__init__(data)
        for name in ("kept", "more") if data.get("days") else ("days",):
            del self.fields[name]
        if "kept" in self.fields:
            offered = sorted({*(one.isoformat() for one in known), *data.getlist("kept")})
            self.fields["kept"].choices = [(one, one) for one in offered]  # type: ignore[attr-defined]

    def clean_days(self) -> list[datetime.date]:
        return _dates(self.cleaned_data["days"].split(BETWEEN))

    def clean_kept(self) -> list[datetime.date]:
        return _dates(self.cleaned_data["kept"])

    def answers(self) -> dict[str, Any]:
        sent = self.cleaned_data
        more = [sent["more"]] if sent.get("more") else []
        return {"who": sent["who"], "days": sent["days"] if "days" in sent else [*sent["kept"], *more]}


def _dates(texts: Iterable[str]) -> list[datetime.date]:
    try:
        return [datetime.date.fromisoformat(one) for one in texts if one]
    except ValueError:
        raise forms.ValidationError(NO_DAY) from None


class CameForm(Keyed):
    """A count of one room and day, or why it did not come in."""

    place = line(_("Room or person"), length=80, required=True, widget=forms.TextInput(attrs={"list": "came-rooms"}))
    happened_on = _needed(day(_("Day")))
    count = whole(_("How many"))
    out_of = whole(_("Out of how many"))
    text = line(_("Or: why no count came in"), length=300)


class TryForm(Keyed):
    who = line(
        _("Room or person"), length=80, required=True, help_text=_("A room or a code is enough; no name is needed."),
        widget=forms.TextInput(attrs={"list": "try-rooms"}),
    )  # fmt: skip
    how = forms.ChoiceField(label=_("What happened there?"), choices=HOWS, widget=ChoiceRow())
    different = text(_("What was different?"), help_text=_("Adapted: what you did in its place."))
    why = text(_("Why?"))


class ReadingForm(Keyed):
    what = line(_("What do you read?"), length=200, required=True, help_text=_("Such as “Exit slips of January 26”."))
    pieces = forms.IntegerField(
        label=_("How many pieces?"), min_value=1, max_value=MOST_PIECES, initial=10,
        help_text=_("Number them 1, 2, 3 on the paper. No names."),
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )  # fmt: skip
    codes = forms.CharField(
        label=_("Your codes"), widget=forms.Textarea(attrs={"rows": 3}), max_length=80 * MOST_CODES,
        help_text=_("One on each line. The first is the one you count."),
    )  # fmt: skip
    place = line(_("Room"), length=80)

    def answers(self) -> dict[str, Any]:
        sent = super().answers()
        return {**sent, "codes": sent["codes"].splitlines()}


class AltForm(Keyed):
    alt = line(
        _("What does it show?"), length=300, required=True,
        help_text=_("One line for those who do not see it. No student’s face or name."),
    )  # fmt: skip


class PhotoForm(AltForm):
    file = forms.FileField(
        label=_("Photo"), help_text=_("JPEG, PNG or WebP, up to 10 MB. The place where it was taken is removed."),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
        error_messages={"required": _("Choose a picture first.")},
    )  # fmt: skip
    entry = forms.ModelChoiceField(
        label=_("Which line of Do does it belong to?"), queryset=Entry.objects.none(), required=False,
        empty_label=_("a new line with these words"),
    )  # fmt: skip

    def __init__(self, *args: Any, entries: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["entry"].queryset = entries  # type: ignore[attr-defined]
