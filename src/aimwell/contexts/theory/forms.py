"""What people may send. Names equal those of the models, so that two versions of one field meet on the merge page."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.measures.models import Direction, Unit
from aimwell.contexts.theory.models import CauseStatus, EvidenceKind, PartKind

ROWS = {"rows": 2}


def short(label: Any, *, required: bool = True, length: int = 200, help: Any = "", rows: int = 0) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput()
    return forms.CharField(label=label, required=required, max_length=length, widget=widget, help_text=help)


def long(label: Any, *, required: bool = False, help: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label, required=required, widget=forms.Textarea(attrs=ROWS), help_text=help, max_length=5000
    )


class ProblemForm(forms.Form):
    problem = long(_("The problem"), help=_("What do students do or miss now? One line."))
    for_whom = long(_("For whom"), help=_("Name the group, with its number if you know it."))
    how_known = long(_("How we know"), help=_("A count with its date, or when you will count."))


class EvidenceForm(forms.Form):
    text = long(_("What you counted, saw or read"), required=True)
    kind = forms.ChoiceField(label=_("Kind"), choices=EvidenceKind.choices, initial=EvidenceKind.OBSERVATION)
    source = short(_("Where it comes from"), required=False, help=_("For example: 8 lessons, September to November"))


class PerspectiveForm(forms.Form):
    role = short(_("Who, as a role"), length=120, help=_("Such as “fifth grader” or “parent”. No names."))
    text = long(_("What they say"), required=True)


class BoneForm(forms.Form):
    name = short(_("Name of the bone"), length=80)


class CauseForm(forms.Form):
    text = short(_("The cause"), length=300, rows=2)
    status = forms.ChoiceField(label=_("What we know"), choices=CauseStatus.choices, initial=CauseStatus.ASSUMED)
    how_known = long(_("How we know"))


class NewCauseForm(forms.Form):
    text = short(_("The cause"), length=300)
    how_known = long(_("How we know"))


class AimForm(forms.Form):
    what = short(_("Does what"), required=False, length=300, help=_("Such as “explain their reasoning to a partner”"))
    for_whom = short(_("For whom"), required=False, help=_("Such as “our fifth graders”"))
    baseline = forms.FloatField(label=_("Where it is now"), required=False)
    baseline_on = forms.DateField(
        label=_("Counted on"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    target = forms.FloatField(label=_("How much"), required=False)
    unit = forms.ChoiceField(label=_("Unit"), choices=Unit.choices, initial=Unit.PERCENT)
    unit_name = short(_("Name of the unit"), required=False, length=40, help=_("Only for a number, such as “minutes”"))
    direction = forms.ChoiceField(label=_("Which way is good"), choices=Direction.choices, initial=Direction.UP)
    by_when = forms.DateField(
        label=_("By when"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class NewPartForm(forms.Form):
    text = short(_("In a few words"))
    kind = forms.ChoiceField(label=_("Kind"), choices=PartKind.choices)


class PartForm(forms.Form):
    text = short(_("In a few words"))
    detail = long(_("What it means"))
    who_changes = long(_("Who changes what"))


class ReasonForm(forms.Form):
    reason = long(_("Why"), required=True)


def key_of(posted: QueryDict) -> uuid.UUID | None:
    """The key of a form that creates, or None where none was sent."""
    try:
        return uuid.UUID(posted.get("key", ""))
    except ValueError:
        return None


def number_of(posted: QueryDict, name: str) -> int | None:
    """A whole number that was sent, or None."""
    value = posted.get(name, "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 19 else None


def version_of(posted: QueryDict) -> int:
    """The version an edit started from. A form without one is never taken for the newest."""
    return number_of(posted, "version") or 0
