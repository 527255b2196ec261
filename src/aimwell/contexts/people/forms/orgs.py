"""Forms by which an organisation is kept in order."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.orgs.models import Network, OrgKind, Team, TeamKind
from aimwell.contexts.people.models import OrgRoleKind

EMAIL = {"autocomplete": "off"}


class DayField(forms.DateField):
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")

    def __init__(self, **given: Any) -> None:
        super().__init__(**{"initial": timezone.localdate, **given})


class ReasonField(forms.CharField):
    def __init__(self, **given: Any) -> None:
        super().__init__(**{"label": _("Why (optional)"), "required": False, "max_length": 300, **given})


class OneOfMany(forms.Form):
    """Stands on a page with others, so the ids of its fields carry its name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": f"{type(self).__name__.lower()}_%s", **kwargs})


class OrgNameForm(OneOfMany):
    name = forms.CharField(label=_("Name"), max_length=200)


class OrgForm(OrgNameForm):
    kind = forms.ChoiceField(label=_("What it is"), choices=OrgKind.choices, initial=OrgKind.SCHOOL)


class OrgTeamForm(OneOfMany):
    name = forms.CharField(label=_("Name"), max_length=120)
    kind = forms.ChoiceField(label=_("Kind of team"), choices=TeamKind.choices, initial=TeamKind.TEAM)


class FindForm(forms.Form):
    q = forms.CharField(label=_("Where to? Part of the name"), max_length=200)


class MoveForm(forms.Form):
    on = DayField(label=_("From which day"))
    reason = ReasonField()


class NetworkForm(OneOfMany):
    name = forms.CharField(label=_("Name"), max_length=200)
    aim = forms.CharField(label=_("What it aims at (optional)"), max_length=1000, required=False)


class JoinForm(OneOfMany):
    network = forms.ModelChoiceField(label=_("Network"), queryset=Network.objects.none())
    since = DayField(label=_("Since"))

    def __init__(self, *args: Any, networks: QuerySet[Network], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["network"].queryset = networks  # type: ignore[attr-defined]


class OfficeForm(OneOfMany):
    email = forms.EmailField(label=_("E-mail of the person"), widget=forms.EmailInput(attrs=EMAIL))
    kind = forms.ChoiceField(label=_("Role"), choices=OrgRoleKind.choices)


class CoachForm(OneOfMany):
    email = forms.EmailField(label=_("E-mail of the coach"), widget=forms.EmailInput(attrs=EMAIL))
    team = forms.ModelChoiceField(label=_("Team"), queryset=Team.objects.none())

    def __init__(self, *args: Any, teams: QuerySet[Team], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["team"].queryset = teams  # type: ignore[attr-defined]


class HubForm(OneOfMany):
    email = forms.EmailField(label=_("E-mail of the person"), widget=forms.EmailInput(attrs=EMAIL))
    network = forms.ModelChoiceField(label=_("Network"), queryset=Network.objects.none())

    def __init__(self, *args: Any, networks: QuerySet[Network], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["network"].queryset = networks  # type: ignore[attr-defined]


class SwitchForm(forms.Form):
    reason = ReasonField()
