"""What is written while a meeting runs."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.cycles.forms.fields import Keyed, day, line, number, text
from aimwell.contexts.cycles.forms.plan import TRENDS, PredictionForm
from aimwell.contexts.cycles.forms.study import DECISIONS, HAPPENED, OBJECTS, decisions_for
from aimwell.contexts.cycles.models import Cycle, DecisionObject, PredictionKind
from aimwell.contexts.meetings.models import Held
from aimwell.contexts.people.models import User
from aimwell.ui.forms import ChoiceRow

A_WEEK = datetime.timedelta(days=7)


class ThoughtForm(Keyed):
    text = text(_("What do you think?"), rows=3, max_length=5000)
    name = line(_("Whose words these are"), length=120)


class LineForm(Keyed):
    text = line(_("A line for the notes"), length=1000, required=True)


class DecisionForm(Keyed):
    """Who does what, by when: a week from now unless somebody says otherwise."""

    text = line(_("What we decided"), length=300, required=True)
    owner = forms.ModelChoiceField(
        User.objects.none(), label=_("Who does it"), required=False, empty_label=_("nobody yet")
    )
    owner_name = line(_("Or somebody without an account"), length=120)
    due_on = day(_("By when"))

    def __init__(self, *args: Any, people: list[User], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["owner"].queryset = User.objects.filter(pk__in=[one.pk for one in people]).order_by("name")


class ChooseForm(Keyed):
    """What the page of a cycle asks in Study and Act, cut to what a meeting can say in six minutes."""

    decision = forms.ChoiceField(
        label=_("Keep, change or drop?"), choices=DECISIONS, required=False, widget=ChoiceRow()
    )
    decision_reason = text(_("Why"))
    what_changes = text(_("What will be different next time?"))
    scale_evidence = text(_("What shows that it is ready to grow?"))
    decision_object = forms.ChoiceField(
        label=_("Is this about the idea or about the steps?"), choices=OBJECTS, required=False, widget=ChoiceRow()
    )
    result = number(_("Result"))
    result_out_of = number(_("of"))
    result_trend = forms.ChoiceField(label=_("It"), choices=[("", _("not known yet")), *TRENDS], required=False)
    result_happened = forms.ChoiceField(label=_("Did it happen?"), choices=HAPPENED, required=False)
    not_collected_because = line(_("No count, because"), length=300)
    learned = text(_("What did you learn?"))

    def __init__(self, *args: Any, cycle: Cycle, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["decision"].choices = decisions_for(cycle)  # type: ignore[attr-defined]
        asked = {PredictionKind.EVENT: "result_happened", PredictionKind.DIRECTION: "result_trend"}
        kept = asked.get(PredictionKind(cycle.kind)) if cycle.kind else None
        for name in ("result_trend", "result_happened", *(("result", "result_out_of") if kept else ())):
            if name != kept:
                del self.fields[name]

    @staticmethod
    def initial_of(cycle: Cycle) -> dict[str, Any]:
        names = ("result", "result_out_of", "result_trend", "not_collected_because", "learned", "version")
        act = ("decision", "decision_reason", "what_changes", "scale_evidence")
        about = cycle.decision_object or (DecisionObject.IDEA if cycle.idea_id else DecisionObject.STEPS)
        happened = {None: "", True: "yes", False: "no"}[cycle.result_happened]
        plain = {name: getattr(cycle, name) for name in (*names, *act)}
        return {**plain, "decision_object": about, "result_happened": happened}

    def clean_result_happened(self) -> bool | None:
        return {"yes": True, "no": False}.get(self.cleaned_data["result_happened"])


class NextTestForm(PredictionForm):
    """The three lines that start a cycle; `reason` where going on asks for one sentence."""

    try_what = line(_("What will you try?"), length=300, required=True)
    look_on = day(_("When will you look?"))
    reason = line(_("Why you go on"), length=300)

    @classmethod
    def initial_of(cls, cycle: Cycle, today: datetime.date) -> dict[str, Any]:
        look_on = cycle.look_on or today + A_WEEK
        return {**cls.filled(cycle), "try_what": cycle.try_what, "look_on": look_on, "version": cycle.version}

    def plan(self) -> dict[str, Any]:
        """The fields of `services.start_next`."""
        plain = {name: self.cleaned_data[name] for name in ("try_what", "look_on", "reason")}
        return {**plain, **self.prediction()}


class EndForm(Keyed):
    next_on = day(_("When do you meet next?"))
    without_next = line(_("No date yet, because"), length=300)
    status = forms.ChoiceField(
        label=_("How it went"), required=False, initial=Held.HELD,
        choices=[
            (Held.HELD, _("as planned")), (Held.SHORTENED, _("shorter than planned")),
            (Held.INTERRUPTED, _("it was interrupted")),
        ],
    )  # fmt: skip

    def clean_status(self) -> str:
        return self.cleaned_data["status"] or Held.HELD
