"""What people may send. Names equal those of the models, so that two versions of one field meet on the merge page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.cycles.conditions.models import CameOut, ConditionKind, LookDecision, Pace, StillUsed

DAY = {"type": "date"}


def _day(label: Any, *, required: bool = True) -> forms.DateField:
    return forms.DateField(label=label, required=required, widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"))


def _line(label: Any, length: int, *, required: bool = True, help: Any = "") -> forms.CharField:
    return forms.CharField(label=label, max_length=length, required=required, help_text=help)


def _long(label: Any, *, required: bool = True, help: Any = "", rows: int = 2) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=required, widget=area, help_text=help, max_length=5000)


class ConditionForm(forms.Form):
    """`completes`: the name of the list that the field completes from: what was written before."""

    text = _line(_("Condition"), 80, help=_("Such as Room 12, before lunch, or tasks we wrote"))
    kind = forms.ChoiceField(label=_("Kind"), choices=ConditionKind.choices)
    own_kind = _line(_("What we call this kind"), 60, required=False, help=_("Only for another kind, such as weather"))

    def __init__(self, *args: Any, completes: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if completes:
            self.fields["text"].widget.attrs |= {"list": completes, "autocomplete": "off"}


class CameOutForm(forms.Form):
    came_out = forms.ChoiceField(
        label=_("What came out there"), required=False, choices=[("", _("as in the whole cycle")), *CameOut.choices]
    )


class AnswerForm(forms.Form):
    still_used = forms.ChoiceField(label=_("Is it still in use?"), choices=StillUsed.choices, widget=forms.RadioSelect)
    found = _long(
        _("What do the numbers say?"), required=False,
        help=_("A count and its date, also for each group. You may leave this empty."),
    )  # fmt: skip
    decision = forms.ChoiceField(label=_("What do we do now?"), choices=LookDecision.choices, widget=forms.RadioSelect)
    words = _long(_("Why, in a sentence"))
    change = _line(
        _("What will be different"), 300, required=False,
        help=_("Only where you adjust it. The next cycle tries this."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        sent = super().clean() or {}
        if sent.get("decision") == LookDecision.ADJUST and not sent.get("change", "").strip():
            self.add_error("change", _("Write in a line what will be different. The next cycle tries it."))
        return sent


class MoveForm(forms.Form):
    due_on = _day(_("Another day"))
    reason = _long(_("Why"), rows=1)


class DropForm(forms.Form):
    reason = _long(_("Why we do not look again"), rows=1)


class SeenForm(forms.Form):
    text = _line(_("What you saw in use"), 300, help=_("One line, without names of teachers or students."))
    seen_on = _day(_("Seen on"), required=False)


class PaceForm(forms.Form):
    """`after`: the step that stood when the page was opened, so that two people do not choose over each other."""

    pace = forms.ChoiceField(label=_("How often we count from now on"), choices=Pace.choices, widget=forms.RadioSelect)
    words = _line(_("Why, in a sentence"), 300, required=False, help=_("You may leave this empty."))
    after = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
