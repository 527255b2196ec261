"""What people may send. Names equal those of the models, so that two versions of one field meet on the merge page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.networks.models import (
    Central,
    Choice,
    DriverKind,
    GoalKind,
    NetworkDriver,
    NetworkYear,
    Option,
    PositionKind,
    Stance,
    Toward,
)
from aimwell.contexts.networks.queries import PlaceView
from aimwell.contexts.theory.forms import long, short


def day(label: Any, *, required: bool = True) -> forms.DateField:
    return forms.DateField(
        label=label, required=required, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


def one_of(label: Any, choices: Any, initial: str = "") -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, initial=initial or None)


class GoalForm(forms.Form):
    """The parts of an aim; only the first must be there."""

    what = long(_("What is to change"), required=True, help=_("Such as “students grow in math”"))
    who = short(_("For whom"), required=False, help=_("The groups of students, or the adults"))
    where = short(_("Where, or which grades"), required=False)
    how_much = short(_("How much"), required=False, help=_("A number, or words such as “as much as their peers”"))
    by_when = day(_("By when"), required=False)
    baseline = short(_("Where it is now"), required=False)
    measure = short(_("Measure"), required=False, help=_("What shows it"))


class NewGoalForm(GoalForm):
    kind = one_of(_("Which of the two"), GoalKind.choices, GoalKind.OUTCOME)
    field_order = ("kind",)


class NoteForm(forms.Form):
    on = day(_("Day"))
    value = short(_("Number, if there is one"), required=False, length=60)
    text = long(_("What we see"), required=True)


class YearForm(forms.Form):
    name = short(_("Name of the year"), length=40, help=_("Such as “2026–27”"))
    starts = day(_("First day"))
    ends = day(_("Last day"))


class ParentForm(forms.Form):
    name = short(_("Name of the driver"))
    parent = forms.ModelChoiceField(
        label=_("Stands under"), queryset=NetworkDriver.objects.none(), required=False, empty_label=_("the aim itself")
    )

    def __init__(self, *args: Any, year: NetworkYear, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        primary = year.drivers.filter(kind=DriverKind.PRIMARY, ended_at=None)
        self.fields["parent"].queryset = primary  # type: ignore[attr-defined]


class DriverForm(ParentForm):
    kind = one_of(_("Kind"), DriverKind.choices, DriverKind.SECONDARY)
    field_order = ("name", "kind", "parent")


class PlaceForm(forms.Form):
    """One box for each driver, so that all of them travel along when two versions meet."""

    toward = one_of(_("What does this work help with?"), Toward.choices, Toward.OUTCOME)
    stance = one_of(_("Which drivers does it belong to?"), Stance.choices, Stance.DRIVERS)
    serves = long(_("How does it serve the aim of the network?"), help=_("One line is enough."))
    reason = long(_("Why does it stand outside?"), help=_("Only if it stands outside the current drivers."))

    def __init__(self, *args: Any, view: PlaceView, **kwargs: Any) -> None:
        if view.place is not None and not args:
            told = {name: getattr(view.place, name) for name in ("toward", "stance", "serves", "reason")}
            kwargs["initial"] = told
        super().__init__(*args, **kwargs)
        self.view = view
        for driver in view.drivers:
            self.fields[box(driver)] = forms.BooleanField(
                label=driver.name, required=False, initial=driver.pk in view.chosen
            )

    @property
    def boxes(self) -> list[forms.BoundField]:
        return [self[box(driver)] for driver in self.view.drivers]

    @property
    def answer(self) -> dict[str, Any]:
        """As `services.place_inquiry` takes it."""
        told = {name: self.cleaned_data[name] for name in ("toward", "stance", "serves", "reason")}
        return {**told, "drivers": [one for one in self.view.drivers if self.cleaned_data[box(one)]]}


def box(driver: NetworkDriver) -> str:
    return f"driver_{driver.pk}"


class PurposeForm(forms.Form):
    purpose = one_of(_("What did you join for?"), Toward.choices)
    central = one_of(_("Where does the aim stand in your own plan?"), Central.choices)
    why = long(_("Why you joined"))


class ChoiceForm(forms.Form):
    title = short(_("The question"), help=_("Such as “Which problem do we take on together?”"))


class OptionForm(forms.Form):
    name = short(_("The problem"))
    data = long(  # type: ignore[assignment]  # Django takes declared fields out of the class
        _("Data we looked at"), help=_("Across the network and by member")
    )
    urgency = long(_("How pressing is it?"))
    measures = long(_("What is measured already?"))


class PositionForm(forms.Form):
    position = one_of(_("Our position"), PositionKind.choices)
    text = long(_("In our words"))


class DecideForm(forms.Form):
    decided = forms.ModelChoiceField(
        label=_("What was chosen"), queryset=Option.objects.none(), empty_label=None, widget=forms.RadioSelect
    )
    decided_on = day(_("Day of the decision"))
    reasons = long(_("Reasons"), required=True)

    def __init__(self, *args: Any, choice: Choice, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["decided"].queryset = choice.options.filter(ended_at=None)  # type: ignore[attr-defined]


def initial(thing: Any, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(thing, name) for name in names}
