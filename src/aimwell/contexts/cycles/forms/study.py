"""Study and Act: the result, what it taught, and what comes next."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.cycles.forms.fields import Keyed, line, number, text, whole
from aimwell.contexts.cycles.forms.plan import TRENDS
from aimwell.contexts.cycles.models import Cycle, Decision, DecisionObject, PredictionKind
from aimwell.domain.pdsa.offered import offered
from aimwell.ui.forms import ChoiceRow

DECISIONS = [
    (Decision.ADOPT, _("Adopt")),
    (Decision.ADAPT, _("Adapt")),
    (Decision.REPEAT, _("Repeat")),
    (Decision.SCALE, _("Scale")),
    (Decision.ABANDON, _("Abandon")),
]
OBJECTS = [(DecisionObject.IDEA, _("The change idea")), (DecisionObject.STEPS, _("The steps to carry it out"))]
HAPPENED = [("", _("not known yet")), ("yes", _("it happened")), ("no", _("it did not happen"))]


def decisions_for(cycle: Cycle) -> list[Any]:
    """What Act offers the team of this cycle; what was chosen already stays in sight (S1 R-31)."""
    found = offered(cycle.owner_team.words, cycle.decision)
    return [(value, words) for value, words in DECISIONS if value in found]


def _row(choices: list[Any], label: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, required=False, widget=ChoiceRow())


class StudyForm(Keyed):
    result = number(_("Result"))
    result_out_of = number(_("of"))
    result_trend = forms.ChoiceField(label=_("It"), choices=[("", _("not known yet")), *TRENDS], required=False)
    result_happened = forms.ChoiceField(label=_("Did it happen?"), choices=HAPPENED, required=False)
    not_collected_because = line(_("No count, because"), length=300)
    learned = text(_("What did you learn?"), rows=3)
    surprised_by = text(_("What surprised you?"))
    reached = whole(_("How many students it reached"))
    benefited = text(_("Who benefited?"))
    not_benefited = text(_("Who did not?"))
    assumption = text(_("Which assumption does this question?"))
    nothing_surprised_us = forms.BooleanField(label=_("Nothing surprised us"), required=False)
    decision = _row(DECISIONS, _("What will you do with it?"))
    decision_object = _row(OBJECTS, _("Is this about the idea or about the steps?"))
    decision_reason = text(_("Why"))
    what_changes = text(_("What will be different next time?"))
    scale_evidence = text(_("What shows that it is ready to grow?"))
    decided_by = line(_("Who decided, and how"), length=200)
    students = line(_("For which students"), length=300)
    setting = line(_("In which setting"), length=300)
    circumstances = line(_("Under which conditions"), length=300)
    SEEN = ("surprised_by", "reached", "benefited", "not_benefited")
    HELD = ("students", "setting", "circumstances")

    def __init__(self, *args: Any, cycle: Cycle, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["decision"].choices = decisions_for(cycle)  # type: ignore[attr-defined]
        for name in self._not_asked(cycle):
            del self.fields[name]

    @staticmethod
    def _not_asked(cycle: Cycle) -> tuple[str, ...]:
        """Which ways of giving a result this prediction does not speak of."""
        if cycle.kind == PredictionKind.EVENT:
            return ("result", "result_out_of", "result_trend")
        if cycle.kind == PredictionKind.DIRECTION:
            return ("result", "result_out_of", "result_happened")
        return ("result_trend", "result_happened")

    @staticmethod
    def initial_of(cycle: Cycle) -> dict[str, Any]:
        names = ("result", "result_out_of", "result_trend", "not_collected_because", "learned", "nothing_surprised_us")
        names = (*names, "assumption", *StudyForm.SEEN, *StudyForm.HELD)
        act = ("decision", "decision_reason", "what_changes", "scale_evidence", "decided_by", "version")
        happened = {None: "", True: "yes", False: "no"}[cycle.result_happened]
        about = cycle.decision_object or (DecisionObject.IDEA if cycle.idea_id else DecisionObject.STEPS)
        plain = {name: getattr(cycle, name) for name in (*names, *act)}
        return {**plain, "result_happened": happened, "decision_object": about}

    @property
    def seen_filled(self) -> bool:
        return any(self[name].value() for name in self.SEEN)

    @property
    def more_filled(self) -> bool:
        return any(self[name].value() for name in ("decided_by", *self.HELD))

    def clean_result_happened(self) -> bool | None:
        return {"yes": True, "no": False}.get(self.cleaned_data["result_happened"])


class LearningForm(Keyed):
    learned = text(_("What we learned"), rows=3)
    reason = line(_("Why it changes"), length=300)
