"""The plan: three lines to start with, the rest where it helps."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.cycles.forms.fields import Keyed, day, line, number, text, whole
from aimwell.contexts.cycles.models import Cycle, Level, PredictionFields, PredictionKind, Size, Trend
from aimwell.contexts.measures.models import Measure
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import visible_to
from aimwell.contexts.theory.models import Inquiry, Part, PartKind
from aimwell.domain.pdsa.predictions import share_words
from aimwell.ui.forms import ChoiceRow

KINDS = [
    (PredictionKind.AT_LEAST, _("at least")),
    (PredictionKind.AT_MOST, _("at most")),
    (PredictionKind.RANGE, _("between")),
    (PredictionKind.NUMBER, _("exactly")),
    (PredictionKind.DIRECTION, _("which way it goes")),
    (PredictionKind.EVENT, _("that this happens")),
]
TRENDS = [(Trend.UP, _("goes up")), (Trend.DOWN, _("goes down")), (Trend.SAME, _("stays the same"))]
LEVELS = [
    (Level.CLASSROOM, _("A classroom")),
    (Level.SCHOOL, _("A school")),
    (Level.DISTRICT, _("A district")),
    (Level.NETWORK, _("A network")),
]
SIZES = [
    (Size.ONE, _("One class or one person")),
    (Size.FEW, _("About 5")),
    (Size.MANY, _("About 25")),
    (Size.ALL, _("Everyone")),
]
SMALL = 32_767
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


class Sure(forms.TypedChoiceField):
    """How sure, in tenths; kept in percent. A value that tenths do not hold stays as it is."""

    def __init__(self) -> None:
        note = _("10 in 10 means you would be amazed if it came out otherwise.")
        super().__init__(label=_("How sure are you?"), help_text=note, coerce=int, empty_value=None, required=False)

    def hold(self, chance: int | None, lang: str) -> None:
        """Offer the tenths, and the value that is kept already."""
        known = {*range(10, 101, 10), *([] if chance is None else [chance])}
        self.choices = [("", _("not said")), *((str(one), share_words(one, lang)) for one in sorted(known))]


class PredictionForm(Keyed):
    """A prediction as one sentence: "We predict [at least] [12] of [24] [students give a reason]"."""

    kind = forms.ChoiceField(label=_("We predict"), choices=KINDS, required=False, initial=PredictionKind.AT_LEAST)
    low = number(_("This many"))
    high = number(_("Up to"))
    out_of = number(_("of"))
    unit_name = line(_("Who or what is counted"), length=60)
    trend = forms.ChoiceField(label=_("It"), choices=TRENDS, required=False)
    event = line(_("What happens"), length=300)
    chance = Sure()

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        kept = self.initial.get("chance")
        self.fields["chance"].hold(kept, get_language() or "en")  # type: ignore[attr-defined]

    @staticmethod
    def filled(row: PredictionFields) -> dict[str, Any]:
        """Initial values from a stored prediction."""
        high = row.high if row.kind in (PredictionKind.RANGE, PredictionKind.AT_MOST) else None
        same = {name: getattr(row, name) for name in ("low", "out_of", "unit_name", "trend", "event", "chance")}
        return {"kind": row.kind or PredictionKind.AT_LEAST, "high": high, **same}

    def prediction(self) -> dict[str, Any]:
        """The stored fields, those of other kinds empty; no kind where nothing was predicted yet."""
        typed = {**self.cleaned_data, "kind": self.cleaned_data["kind"] or PredictionKind.AT_LEAST}
        kind = typed["kind"]
        used = {**ALWAYS, **{name: typed[name] for name in USED[kind]}}
        if kind == PredictionKind.NUMBER:
            used["high"] = used["low"]
        said = [name for name in USED[kind] if name in SAYS and typed[name] not in (None, "")]
        return {**used, "kind": kind if said else "", "chance": typed["chance"]}


def _pick(model: Any, label: Any) -> forms.ModelChoiceField:
    return forms.ModelChoiceField(model.objects.none(), label=label, required=False, empty_label=_("none yet"))


class PlanForm(PredictionForm):
    try_what = line(_("What will you try?"), length=300, required=True)
    look_on = day(_("When will you look?"))
    question = line(_("What do you want to know?"), length=300, help_text=_("One question that this test can answer."))
    steps = text(_("Step by step"), rows=3, help_text=_("So that somebody else could do it the same way."))
    because = text(_("Because"), help_text=_("What makes you think so?"))
    who_where = line(_("Who and where"), length=300)
    count_what = line(_("What you count"), length=300)
    who_counts = line(_("Who counts, when and how"), length=300)
    planned_counts = whole(_("How many counts are planned"), most=SMALL)
    size = forms.ChoiceField(label=_("How large is the test?"), choices=SIZES, required=False, widget=ChoiceRow())
    rooms = whole(_("How many classrooms"), most=SMALL)
    meant_for = whole(_("How many students it is meant for"))
    level = forms.ChoiceField(label=_("Where is it tried?"), choices=LEVELS, required=False)
    idea = forms.ModelChoiceField(
        Part.objects.none(), label=_("Change idea"), required=False, empty_label=_("none yet")
    )
    measure = forms.ModelChoiceField(
        Measure.objects.none(), label=_("Measure"), required=False, empty_label=_("none yet")
    )
    why_follows = text(_("Why this follows from the cycle before"))
    field_order = ("try_what", "kind", "low", "high", "out_of", "unit_name", "trend", "event", "look_on")
    MORE = (
        *("question", "because", "steps", "who_where", "count_what", "who_counts", "planned_counts"),
        *("rooms", "meant_for", "why_follows"),
    )

    def __init__(
        self,
        *args: Any,
        user: User,
        inquiry: Inquiry,
        cycle: Cycle | None = None,
        after: Cycle | None = None,
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        parts = visible_to(user, Part, team=inquiry.owner_team).filter(inquiry=inquiry)
        self.fields["idea"].queryset = parts.filter(kind=PartKind.IDEA, abandoned_because="")
        self.fields["measure"].queryset = visible_to(user, Measure, team=inquiry.owner_team)
        if after is None and (cycle is None or cycle.predecessor_id is None):
            del self.fields["why_follows"]
        if after is not None:
            self._begin_with_what_it_follows(after)
        elif cycle is None:
            self._begin_with_the_idea()

    def _begin_with_the_idea(self) -> None:
        """The idea that is to be tested lends its words to the first line: nobody types them again."""
        asked = str(self.initial.get("idea") or "")
        if asked.isascii() and asked.isdigit() and len(asked) < 19:
            idea = self.fields["idea"].queryset.filter(pk=int(asked)).first()  # type: ignore[attr-defined]
            self.initial["try_what"] = idea.text if idea else ""

    def _begin_with_what_it_follows(self, after: Cycle) -> None:
        """What the cycle before taught is the reason; what is counted, where and with what stays unless changed."""
        self.fields["why_follows"].required = True
        same = ("idea", "measure", "who_where", "count_what", "unit_name", "out_of")
        self.initial |= {name: getattr(after, name) for name in same} | {"why_follows": after.learned}

    @classmethod
    def initial_of(cls, cycle: Cycle) -> dict[str, Any]:
        names = ("try_what", "look_on", "size", "level", *cls.MORE)
        plain = {name: getattr(cycle, name) for name in names}
        return {
            **plain,
            "idea": cycle.idea_id,
            "measure": cycle.measure_id,
            "version": cycle.version,
            **cls.filled(cycle),
        }

    def clean_size(self) -> str:
        return self.cleaned_data["size"] or Size.ONE

    def clean_level(self) -> str:
        return self.cleaned_data["level"] or Level.CLASSROOM

    @property
    def more_filled(self) -> bool:
        """Whether something stands in what a plan can say beyond its three lines."""
        names = (*self.MORE, "chance", "idea", "measure")
        said = any(self[name].value() for name in names if name in self.fields)
        return said or (self["size"].value() or Size.ONE) != Size.ONE

    def keep_practical(self) -> None:
        """Once Do has started, what was thought before it is shown, not asked."""
        for name in ("try_what", "question", "because", *ALWAYS, "kind", "chance"):
            del self.fields[name]

    def plan(self) -> dict[str, Any]:
        """The fields of `services.draft_cycle` and `change_plan`."""
        return self.answers() | (self.prediction() if "kind" in self.fields else {})


class AmendForm(PredictionForm):
    reason = text(_("Why it changes"))
