"""The plan: three lines to start with, the rest where it helps."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.cycles.forms.fields import Keyed, day, line, number, text, whole
from aimwell.contexts.cycles.models import Cycle, PredictionFields, PredictionKind, Trend
from aimwell.contexts.measures.models import Measure
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import visible_to
from aimwell.contexts.theory.models import Inquiry, Part, PartKind

KINDS = [
    (PredictionKind.AT_LEAST, _("at least")),
    (PredictionKind.AT_MOST, _("at most")),
    (PredictionKind.RANGE, _("between")),
    (PredictionKind.NUMBER, _("exactly")),
    (PredictionKind.DIRECTION, _("which way it goes")),
    (PredictionKind.EVENT, _("that this happens")),
]
TRENDS = [(Trend.UP, _("goes up")), (Trend.DOWN, _("goes down")), (Trend.SAME, _("stays the same"))]


COUNTED = ("out_of", "unit_name")
USED = {
    PredictionKind.AT_LEAST: ("low", *COUNTED),
    PredictionKind.AT_MOST: ("high", *COUNTED),
    PredictionKind.RANGE: ("low", "high", *COUNTED),
    PredictionKind.NUMBER: ("low", *COUNTED),
    PredictionKind.DIRECTION: ("trend", "unit_name"),
    PredictionKind.EVENT: ("event",),
}
SAYS = ("low", "high", "trend", "event")  # what makes it a prediction; a whole alone says nothing yet
ALWAYS: dict[str, Any] = {
    "low": None, "high": None, "out_of": None, "unit_name": "", "trend": "", "event": "",
}  # fmt: skip


class PredictionForm(Keyed):
    """A prediction as one sentence: "We predict [at least] [12] of [24] [students give a reason]"."""

    kind = forms.ChoiceField(label=_("We predict"), choices=KINDS, required=False, initial=PredictionKind.AT_LEAST)
    low = number(_("This many"))
    high = number(_("Up to"))
    out_of = number(_("of"))
    unit_name = line(_("Who or what is counted"), length=60)
    trend = forms.ChoiceField(label=_("It"), choices=TRENDS, required=False)
    event = line(_("What happens"), length=300)

    @staticmethod
    def filled(row: PredictionFields) -> dict[str, Any]:
        """Initial values from a stored prediction."""
        high = row.high if row.kind in (PredictionKind.RANGE, PredictionKind.AT_MOST) else None
        same = {name: getattr(row, name) for name in ("low", "out_of", "unit_name", "trend", "event")}
        return {"kind": row.kind or PredictionKind.AT_LEAST, "high": high, **same}

    def prediction(self) -> dict[str, Any]:
        """The stored fields, those of other kinds empty; no kind where nothing was predicted yet."""
        typed = {**self.cleaned_data, "kind": self.cleaned_data["kind"] or PredictionKind.AT_LEAST}
        kind = typed["kind"]
        used = {**ALWAYS, **{name: typed[name] for name in USED[kind]}}
        if kind == PredictionKind.NUMBER:
            used["high"] = used["low"]
        said = [name for name in USED[kind] if name in SAYS and typed[name] not in (None, "")]
        return {**used, "kind": kind if said else ""}


def _pick(model: Any, label: Any) -> forms.ModelChoiceField:
    return forms.ModelChoiceField(model.objects.none(), label=label, required=False, empty_label=_("none yet"))


class PlanForm(PredictionForm):
    try_what = line(_("What will you try?"), length=300, required=True)
    look_on = day(_("When will you look?"))
    because = text(_("Because"), help_text=_("What makes you think so?"))
    who_where = line(_("Who and where"), length=300)
    count_what = line(_("What you count"), length=300)
    planned_counts = whole(_("How many counts are planned"))
    idea = forms.ModelChoiceField(
        Part.objects.none(), label=_("Change idea"), required=False, empty_label=_("none yet")
    )
    measure = forms.ModelChoiceField(
        Measure.objects.none(), label=_("Measure"), required=False, empty_label=_("none yet")
    )
    why_follows = text(_("Why this follows from the cycle before"))
    field_order = ("try_what", "kind", "low", "high", "out_of", "unit_name", "trend", "event", "look_on")

    def __init__(self, *args: Any, user: User, inquiry: Inquiry, cycle: Cycle | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        parts = visible_to(user, Part, team=inquiry.owner_team).filter(inquiry=inquiry)
        self.fields["idea"].queryset = parts.filter(kind=PartKind.IDEA, abandoned_because="")
        self.fields["measure"].queryset = visible_to(user, Measure, team=inquiry.owner_team)
        if cycle is None or cycle.predecessor_id is None:
            del self.fields["why_follows"]

    @classmethod
    def initial_of(cls, cycle: Cycle) -> dict[str, Any]:
        names = ("try_what", "look_on", "because", "who_where", "count_what", "planned_counts", "why_follows")
        plain = {name: getattr(cycle, name) for name in names}
        return {
            **plain,
            "idea": cycle.idea_id,
            "measure": cycle.measure_id,
            "version": cycle.version,
            **cls.filled(cycle),
        }

    def keep_practical(self) -> None:
        """Once Do has started, what was thought before it is shown, not asked."""
        for name in ("try_what", "because", *ALWAYS, "kind"):
            del self.fields[name]

    def plan(self) -> dict[str, Any]:
        """The fields of `services.draft_cycle` and `change_plan`."""
        return self.answers() | (self.prediction() if "kind" in self.fields else {})


class AmendForm(PredictionForm):
    reason = text(_("Why it changes"))
