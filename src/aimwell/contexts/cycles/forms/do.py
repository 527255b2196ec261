"""What is written while doing."""

from __future__ import annotations

import datetime
import json
import uuid
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.cycles.forms.fields import Keyed, day, line, text, whole
from aimwell.contexts.cycles.models import Cycle, EntryKind
from aimwell.contexts.cycles.services import NewTap
from aimwell.ui.forms import ChoiceRow

KINDS = [
    (EntryKind.OBSERVATION, _("We saw")),
    (EntryKind.SURPRISE, _("Surprise")),
    (EntryKind.TROUBLE, _("In the way")),
    (EntryKind.COUNT, _("Count")),
    (EntryKind.MISSED, _("No count")),
]
MOST_TAPS = 1000


class EntryForm(Keyed):
    kind = forms.ChoiceField(label=_("Kind"), choices=KINDS, initial=EntryKind.OBSERVATION, widget=ChoiceRow())
    text = text(_("What happened?"))
    count = whole(_("How many"))
    out_of = whole(_("of"))
    place = line(_("Where"), length=80)
    happened_on = day(_("On which day"))
    seen_by = line(_("Who saw it, if not you"), length=120)

    @staticmethod
    def initial_of(cycle: Cycle) -> dict[str, Any]:
        """Of how many is counted stands in the plan: nobody types it again with every count."""
        whole = cycle.out_of
        return {"out_of": int(whole)} if whole is not None and whole.is_integer() else {}


class TallyForm(Keyed):
    """A count typed as two numbers, where the pad cannot run."""

    place = line(_("Where"), length=80)
    count = whole(_("How many did"))
    out_of = whole(_("Out of how many"))


def _tap(raw: Any) -> NewTap:
    at = parse_datetime(raw["at"])
    if at is None or at.tzinfo is None or not isinstance(raw["yes"], bool):
        raise ValueError("not a tap")
    latest = timezone.now() + datetime.timedelta(days=1)  # a phone's clock may be off, but not by days
    return NewTap(uuid.UUID(raw["key"]), raw["yes"], min(at, latest), undone=raw.get("undone") is True)


class TapsForm(Keyed):
    """What a phone sends: whose tally, its taps, and whether it is finished."""

    key = forms.UUIDField()
    place = line(_("Where"), length=80)
    expected = whole(_("How many there are to hear"))
    happened_on = day(_("On which day"))
    taps = forms.CharField(required=False)
    finish = forms.BooleanField(required=False)

    def clean_taps(self) -> list[NewTap]:
        try:
            found = [_tap(raw) for raw in json.loads(self.cleaned_data["taps"] or "[]")]
        except (ValueError, KeyError, TypeError, AttributeError):
            raise forms.ValidationError(_("These taps cannot be read.")) from None
        if len(found) > MOST_TAPS:
            raise forms.ValidationError(_("Too many taps at once."))
        return found
