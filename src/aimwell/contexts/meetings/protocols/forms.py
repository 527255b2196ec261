"""What people may send. Names equal those of the models, so that two versions of one field meet on the merge page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.cycles.forms.fields import Keyed, line, whole
from aimwell.contexts.meetings.models import Meeting
from aimwell.contexts.meetings.protocols.models import ProtocolRun, ProtocolStep, TeamProtocol
from aimwell.contexts.meetings.queries.lists import MeetingRow
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import Membership
from aimwell.contexts.people.queries import members_of
from aimwell.contexts.theory.forms import long
from aimwell.domain.rhythm.protocols import MOST_STEP_MINUTES, roles

LABELS = {
    "presenter": _("Who brings something"),
    "leader": _("Who leads"),
    "timekeeper": _("Who keeps the time"),
    "note_taker": _("Who takes notes"),
}


class MeetingChoice(forms.ModelChoiceField):
    def __init__(self, *args: Any, lang: str, **kwargs: Any) -> None:
        self.lang = lang
        super().__init__(*args, **kwargs)

    def label_from_instance(self, obj: Any) -> str:
        row = MeetingRow(obj, self.lang)
        return f"{row.title}, {row.day}"


class PlaceChoice(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return str(obj.name)


class RunForm(Keyed):
    """Which meeting it belongs to, and who does what. All of it may stay open."""

    def __init__(
        self, *args: Any, team: Team, meetings: list[Meeting], presents: bool, lang: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        near = Meeting.objects.filter(pk__in=[one.pk for one in meetings]).order_by("on", "pk")
        self.fields["meeting"] = MeetingChoice(
            near, label=_("In which meeting"), required=False, empty_label=_("in none"), lang=lang
        )
        places = members_of(team).select_related("user")
        for role in roles(presents=presents):
            self.fields[role] = PlaceChoice(places, label=LABELS[role], required=False, empty_label=_("nobody yet"))

    @staticmethod
    def of(run: ProtocolRun) -> dict[str, Any]:
        return {name: getattr(run, name) for name in ("meeting", *LABELS, "version")}

    @staticmethod
    def mine(places: list[Membership], meeting: Meeting | None, user_id: int) -> dict[str, Any]:
        """Whoever starts it leads it, unless somebody else is named."""
        return {"meeting": meeting, "leader": next((one for one in places if one.user_id == user_id), None)}


class SaidForm(forms.Form):
    """`was`: what the page showed. Only what was typed is kept, so that going on does not undo what others wrote."""

    said = long(_("What was said"))
    was = forms.CharField(required=False, widget=forms.HiddenInput, max_length=5000)

    def typed(self) -> bool:
        return _plain(self.cleaned_data["said"]) != _plain(self.cleaned_data["was"])


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


class OwnForm(Keyed):
    name = line(_("Name"), length=80, required=True)
    purpose = line(_("What it is for"), length=200, required=True)
    when_to_use = line(_("When to use it"), length=300)
    presents = forms.BooleanField(label=_("Somebody brings something of their own"), required=False)

    @staticmethod
    def of(protocol: TeamProtocol) -> dict[str, Any]:
        return {name: getattr(protocol, name) for name in (*OwnForm.base_fields, "version") if name != "key"}


class StepForm(Keyed):
    title = line(_("What happens"), length=120, required=True)
    minutes = whole(_("Minutes"), validators=[MinValueValidator(1), MaxValueValidator(MOST_STEP_MINUTES)])
    prompt = line(_("What to ask"), length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["minutes"].required = True

    @staticmethod
    def of(step: ProtocolStep) -> dict[str, Any]:
        return {name: getattr(step, name) for name in ("title", "minutes", "prompt", "version")}
