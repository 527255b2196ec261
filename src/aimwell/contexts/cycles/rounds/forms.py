"""What people may send. Names equal those of the model, so that two versions of one field meet on the merge page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.cycles.forms.fields import day, whole
from aimwell.contexts.theory.models import Inquiry
from aimwell.domain.pdsa.rounds import DAYS


class DaysForm(forms.Form):
    starts_on = day(_("First day"), initial=timezone.localdate)
    days = whole(_("How many days"), help_text=_("Often 90: one round in each quarter."), initial=DAYS)

    def clean(self) -> dict[str, Any]:
        sent = super().clean() or {}
        for name, words in (("starts_on", _("Choose the first day.")), ("days", _("Write how many days it takes."))):
            if name in sent and sent[name] is None:
                self.add_error(name, words)
        return sent


class RoundForm(DaysForm):
    """`efforts`: what a round may be for."""

    inquiry = forms.ModelChoiceField(label=_("For which effort?"), queryset=Inquiry.objects.none(), empty_label=None)
    field_order = ("inquiry", "starts_on", "days")

    def __init__(self, *args: Any, efforts: QuerySet[Inquiry], **more: Any) -> None:
        super().__init__(*args, **more)
        field: Any = self.fields["inquiry"]
        field.queryset = efforts
