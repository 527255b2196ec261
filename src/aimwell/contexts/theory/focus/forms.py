from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.theory.focus.queries import Groups
from aimwell.contexts.theory.forms import short


class GapForm(forms.Form):
    """Any part may stay empty. `groups`: the measures whose groups may be shown."""

    group = short(_("For which group?"), required=False, length=120, help=_("Such as “students new to English”"))
    beside = short(_("Beside whom?"), required=False, length=120, help=_("Such as “all other fifth graders”"))
    line_a = forms.TypedChoiceField(label=_("Its numbers"), required=False, coerce=int, empty_value=None)
    line_b = forms.TypedChoiceField(label=_("The numbers beside it"), required=False, coerce=int, empty_value=None)
    now = forms.FloatField(
        label=_("How far apart now"), required=False, min_value=0,
        help_text=_("In points where you count a share. Leave it empty to take it from the numbers."),
    )  # fmt: skip
    target = forms.FloatField(label=_("How far then"), required=False, min_value=0, help_text=_("Zero closes the gap."))
    by_when = forms.DateField(
        label=_("By when"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args: Any, groups: list[Groups], **more: Any) -> None:
        super().__init__(*args, **more)
        offered = [(one.measure.name, [(line.pk, line.name) for line in one.lines]) for one in groups]
        for name in ("line_a", "line_b"):
            self.fields[name].choices = [("", _("none")), *offered]  # type: ignore[attr-defined]
            if not offered:
                del self.fields[name]


class PauseForm(forms.Form):
    because = short(_("Why it rests"), required=False, length=300)
