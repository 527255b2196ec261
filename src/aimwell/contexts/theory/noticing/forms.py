"""What people may send. Names equal those of the models, so that two versions of one field meet on the merge page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.theory.forms import long, short


def day(label: Any, *, required: bool = False) -> forms.DateField:
    return forms.DateField(
        label=label, required=required, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class NoticeForm(forms.Form):
    text = short(_("What did you notice?"), length=300, help=_("One line. What do students do, or miss?"))


class TextForm(forms.Form):
    text = short(_("What we noticed"), length=300)


class SeenForm(forms.Form):
    seen_on = day(_("Seen on"), required=True)
    what = long(_("What you counted, saw or read"), help=_("You may leave this empty."))


class GoalForm(forms.Form):
    text = short(_("The goal, in their words"), length=500, rows=2)
    set_by = short(_("Who set it"), length=120, help=_("Such as a funder or the district"))
    due_on = day(_("Due on"))
