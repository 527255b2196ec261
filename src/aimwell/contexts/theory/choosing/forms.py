"""What people may send about change ideas. Names equal those of the models."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.measures.models import Measure
from aimwell.contexts.people.models import Membership
from aimwell.contexts.theory.choosing.models import CommitmentKind, IdeaFacts, ScaleChoice, StandChoice
from aimwell.contexts.theory.choosing.services.parking import LARGEST_LIMIT
from aimwell.contexts.theory.forms import long, short
from aimwell.contexts.theory.models import Cause, Part
from aimwell.domain.theory.trace_notice import Who


def day(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label, required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


def picked(label: Any, rows: Any, empty: Any, *, help: Any = "") -> forms.ModelChoiceField:
    return forms.ModelChoiceField(rows, label=label, required=False, empty_label=empty, help_text=help)


SOURCE = _("Such as “a colleague in grade 3” or “a book, page 12”.")
STEPS = _("Write it so that a colleague could do it tomorrow.")
HOST = _("Such as “our Thursday hour” or “number talks in grade 4”.")


class WhyNotYetForm(forms.Form):
    said = long(_("Your answer, if you have one"))


class NewIdeaForm(forms.Form):
    text = short(_("The idea in a few words"))
    parent = picked(_("Which driver does it serve?"), Part.objects.none(), _("not linked yet"))
    source = short(_("Where it comes from"), required=False, length=300, help=SOURCE)
    how_to = long(_("How it is done, step by step"), help=STEPS)
    offered = forms.BooleanField(label=_("One of the options to choose from"), required=False)

    def __init__(self, *args: Any, drivers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"].queryset = drivers  # type: ignore[attr-defined]


class FactsForm(forms.Form):
    """A part of what is known of an idea. What another part holds is not sent and stays as it is."""

    def __init__(self, *args: Any, facts: IdeaFacts, measures: Any = None, **kwargs: Any) -> None:
        known = {name: getattr(facts, name) for name in self.base_fields}
        super().__init__(*args, initial=known, auto_id=f"{type(self).__name__.lower()}_%s", **kwargs)
        if measures is not None:
            self.fields["indicator"].queryset = measures  # type: ignore[attr-defined]


class OptionForm(FactsForm):
    source = short(_("Where it comes from"), required=False, length=300, help=SOURCE)
    how_to = long(_("How it is done, step by step"), help=STEPS)
    needs = long(_("What it needs"), help=_("Time, people, copies, money."))
    builds_on = short(_("Which existing work does it build on?"), required=False, length=300, help=HOST)
    offered = forms.BooleanField(label=_("One of the options to choose from"), required=False)


class WhoForm(FactsForm):
    adults = forms.BooleanField(label=_("Adults change what they do"), required=False)
    routine = forms.BooleanField(label=_("A routine changes"), required=False)
    schedule = forms.BooleanField(label=_("The schedule changes"), required=False)
    policy = forms.BooleanField(label=_("A policy or rule changes"), required=False)
    resource = forms.BooleanField(label=_("Time, money or people change"), required=False)
    students = forms.BooleanField(label=_("Students or families change what they do"), required=False)


class KidsForm(FactsForm):
    helps = long(_("Which groups of students gain from it?"))
    left_out = long(_("Which groups or places are left out?"))
    fees = long(_("Does it cost families anything?"))
    access = long(_("Who cannot get to it, or get home from it?"))


class LargeForm(FactsForm):
    indicator = picked(_("Which indicator will move?"), Measure.objects.none(), _("none of our measures"))
    predicted = short(
        _("What will change at large?"), required=False, length=300,
        help=_("For the whole group of the aim, not for one small test."),
    )  # fmt: skip
    amount = forms.FloatField(label=_("To how much?"), required=False)
    by_when = day(_("By when?"))


FACTS: dict[str, type[FactsForm]] = {"option": OptionForm, "who": WhoForm, "kids": KidsForm, "large": LargeForm}
assert set(WhoForm.base_fields) == {str(who) for who in Who}


class ScaleForm(forms.Form):
    scale = forms.ChoiceField(label=_("How large will you try it?"), choices=ScaleChoice.choices)
    evidence = long(_("What shows that it is ready?"), help=_("Asked for when you go up more than one step."))


class GoOnForm(forms.Form):
    reason = long(_("Why do you go on with it?"), required=True)


class CommitmentForm(forms.Form):
    what = short(_("What will you do?"), length=300)
    owner = picked(_("Who"), Membership.objects.none(), _("nobody yet"))
    by_when = day(_("By when"))
    kind = forms.ChoiceField(label=_("What it is"), choices=CommitmentKind.choices, initial=CommitmentKind.ACTION)

    def __init__(self, *args: Any, places: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = places  # type: ignore[attr-defined]


class ParkForm(forms.Form):
    revisit_on = day(_("Look at it again on"))


class ThoughtForm(forms.Form):
    text = short(_("The idea in a few words"))
    source = short(_("Where it comes from"), required=False, length=300, help=SOURCE)
    revisit_on = day(_("Look at it again on"))


class TakeUpForm(forms.Form):
    parent = picked(_("The driver it serves"), Part.objects.none(), _("none"))
    cause = picked(_("The cause it rests on"), Cause.objects.none(), _("none"))
    reason = short(_("Or why it comes back without them"), required=False, length=1000)

    def __init__(self, *args: Any, drivers: Any, causes: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"].queryset = drivers  # type: ignore[attr-defined]
        self.fields["cause"].queryset = causes  # type: ignore[attr-defined]


class ReasonForm(forms.Form):
    reason = long(_("Why"), required=True)


class AnswerForm(forms.Form):
    stand = forms.ChoiceField(label=_("How do you stand to it?"), choices=StandChoice.choices)
    concern = long(_("Your concern, in your words"))
    named = forms.BooleanField(label=_("Put my name to it"), required=False)


class HandledForm(forms.Form):
    handled = long(_("What will you do about it?"), required=True)


class LimitForm(forms.Form):
    most = forms.IntegerField(label=_("Ideas in work at one time"), min_value=1, max_value=LARGEST_LIMIT)
