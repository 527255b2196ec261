"""What people may send of days in the calendar."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.cycles.forms.fields import Keyed, day, line, text
from aimwell.contexts.orgs.models import SpanKind

MOST_BYTES = 1_000_000
MOST_TYPED = 60_000


class DaysForm(Keyed):
    name = line(_("What are they called?"), length=120, help_text=_("Such as “winter break”."))
    kind = forms.ChoiceField(label=_("Kind of days"), choices=SpanKind.choices)
    starts_on = day(_("First day"))
    ends_on = day(_("Last day"), help_text=_("Leave it empty for one day."))

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["starts_on"].required = True


class BringForm(forms.Form):
    """Days typed or pasted, or a calendar file. `sure`: the preview was seen."""

    typed = forms.CharField(
        label=_("Days, one line each"), required=False, max_length=MOST_TYPED,
        widget=forms.Textarea(attrs={"rows": 5}), help_text=_("Such as: Winter break, 2026-12-21, 2027-01-01"),
    )  # fmt: skip
    file = forms.FileField(label=_("Or a calendar file (ICS or CSV)"), required=False)
    kind = forms.ChoiceField(label=_("Kind of days"), choices=SpanKind.choices)
    sure = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def clean_file(self) -> str:
        sent = self.cleaned_data["file"]
        if sent is None:
            return ""
        if sent.size > MOST_BYTES:
            raise forms.ValidationError(_("The file is larger than 1 MB. Bring a smaller one."))
        return str(sent.read().decode("utf-8", errors="replace")).replace("\x00", "")

    def clean(self) -> dict[str, Any]:
        sent = super().clean() or {}
        if not self.errors and not (sent.get("typed") or sent.get("file")):
            self.add_error("typed", _("Write at least one line, or choose a file."))
        return sent

    def words(self) -> str:
        return str(self.cleaned_data["file"] or self.cleaned_data["typed"])


class DisruptionForm(Keyed):
    name = line(_("What happened?"), length=120, required=True, help_text=_("Such as “snow days”."))
    starts_on = day(_("From which day"))
    days = forms.IntegerField(
        label=_("How many days"), min_value=1, max_value=60, initial=1,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )  # fmt: skip
    rest = forms.BooleanField(
        label=_("Let our open cycles rest meanwhile"), required=False,
        help_text=_("They rest from today. Then their days wait in place of moving, and you say when they go on."),
    )  # fmt: skip
    sure = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["starts_on"].required = True


class OverForm(forms.Form):
    what_changed = text(
        _("What is different now?"),
        help_text=_("New people, another schedule, other students? You may leave it empty."),
    )


class SmallForm(Keyed):
    """The four fields of a minimal cycle."""

    try_what = line(_("What will you try?"), length=300, required=True)
    event = line(_("What do you think will happen?"), length=300, required=True)
    count_what = line(_("What will you count?"), length=300)
    look_on = day(_("When will you look?"))

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["look_on"].required = True
