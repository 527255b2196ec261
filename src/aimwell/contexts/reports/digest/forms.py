from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from aimwell.contexts.reports.digest.models import DigestChoice, PaceChoice
from aimwell.ui.forms import ChoiceRow

DAYS = [
    (0, pgettext_lazy("digest", "Monday")),
    (1, pgettext_lazy("digest", "Tuesday")),
    (2, pgettext_lazy("digest", "Wednesday")),
    (3, pgettext_lazy("digest", "Thursday")),
    (4, pgettext_lazy("digest", "Friday")),
]
FIELDS = ("pace", "weekday", "at", "quiet_from", "quiet_to", "language")


def _time(label: Any, help_text: Any = "") -> forms.TimeField:
    words = dict.fromkeys(("invalid", "required"), _("Write a time, such as 07:30."))
    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    return forms.TimeField(label=label, help_text=help_text, widget=widget, error_messages=words)


class DigestForm(forms.Form):
    pace = forms.ChoiceField(label=_("Send it"), choices=PaceChoice.choices, widget=ChoiceRow)
    weekday = forms.TypedChoiceField(label=_("Day"), coerce=int, choices=DAYS, help_text=_("Only for “once a week”."))
    at = _time(_("Time"))
    quiet_from = _time(_("Quiet from"))
    quiet_to = _time(_("Quiet until"))
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)

    @classmethod
    def of(cls, choice: DigestChoice) -> dict[str, Any]:
        return {name: getattr(choice, name) for name in FIELDS}
