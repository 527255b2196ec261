"""What people may send. Names equal those of the models, so that two versions of one field meet on the merge page."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import TextChoices
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.measures.models import Direction, Unit
from aimwell.contexts.theory.models import (
    CauseKind,
    CauseSource,
    CauseStatus,
    Control,
    Effect,
    EquityFrame,
    EvidenceKind,
    Level,
    Locus,
    MarkEffect,
    Moves,
    PartKind,
    Resources,
    RoleGroup,
    Scale,
    Subject,
    TeamSays,
    Verification,
)

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


class SubjectForm(ProblemForm):
    """The problem with whom its sentence is about, chosen by its author."""

    subject = forms.ChoiceField(
        label=_("Who is the sentence about?"), choices=[("", _("not said")), *Subject.choices], required=False
    )


class VerifyForm(forms.Form):
    """`rests`: statements of fact and measures that the answer may rest on, as (value, words)."""

    verification = forms.ChoiceField(label=_("What do the data say?"), choices=Verification.choices)
    rests_on = forms.ChoiceField(label=_("It rests on"), required=False)
    because = long(_("In one line, what do they show?"))

    def __init__(self, *args: Any, rests: Iterable[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rests_on"].choices = [("", "–"), *rests]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        sent = super().clean() or {}
        if sent.get("verification") != Verification.UNVERIFIED and not sent.get("rests_on"):
            self.add_error("rests_on", _("Choose a statement of fact or a measure."))
        return sent


class MoreForm(forms.Form):
    """What may stand beside a problem; all of it may stay empty."""

    why = short(_("Why it matters"), required=False, length=300, help=_("One line, for whoever asks."))
    scale = forms.ChoiceField(label=_("How far it reaches"), choices=[("", "–"), *Scale.choices], required=False)
    assets = long(_("Strengths to build on"), help=_("What students and families bring already."))
    principle = long(_("Our guiding principle"), help=_("It stands on the problem page and on the fishbone."))


class EvidenceForm(forms.Form):
    text = long(_("What you counted, saw or read"), required=True)
    kind = forms.ChoiceField(label=_("Kind"), choices=EvidenceKind.choices, initial=EvidenceKind.OBSERVATION)
    source = short(_("Where it comes from"), required=False, help=_("For example: 8 lessons, September to November"))


class PerspectiveForm(forms.Form):
    role = short(_("Who, as a role"), length=120, help=_("Such as “fifth grader” or “parent”. No names."))
    group = forms.ChoiceField(label=_("Whose voice"), choices=[("", "-"), *RoleGroup.choices], required=False)
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
    where = short(_("Where"), required=False, help=_("Grade band or place, such as “Grades 4–8”. It may stay empty."))
    headcount = forms.IntegerField(
        label=_("How many students is that?"), required=False, min_value=1, max_value=10_000_000,
        help_text=_("Then the page can say how many the target leaves out."),
    )  # fmt: skip
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


class ReformForm(AimForm):
    """An aim that stood, with why it changes."""

    reason = long(
        _("Why does the aim change?"),
        help=_("For a new target, date or measure. Both versions are kept, with this reason."),
    )


class OutsideForm(forms.Form):
    outside = long(_("And what about them?"), help=_("What will you do for those the target leaves out?"))
    outside_skipped = long(_("Or why this stays open for now"))


class EquityForm(forms.Form):
    equity = forms.ChoiceField(
        label=_("What does this aim say on equity?"), choices=EquityFrame.choices, required=False
    )
    equity_words = long(
        _("Which groups, which gap or which chance?"), help=_("Or, where it is not specified, why not.")
    )


class StatusForm(forms.Form):
    team_says = forms.ChoiceField(label=_("What do you say?"), choices=TeamSays.choices, required=False)
    team_says_because = long(_("What shows it?"), help=_("What you counted, saw or heard."))


class IndicatorForm(forms.Form):
    name = short(_("What will move"), help=_("Such as “students give one reason when asked”"))
    moves = forms.ChoiceField(label=_("When does it move?"), choices=Moves.choices, initial=Moves.EARLY)
    expected_on = forms.DateField(
        label=_("Expected by"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    overarching = forms.BooleanField(label=_("This is the one over all others"), required=False)
    measure = forms.TypedChoiceField(label=_("Which measure shows it?"), required=False, coerce=int, empty_value=None)
    owner = short(_("If there is none: who sets it up?"), required=False, length=120)
    make_by = forms.DateField(
        label=_("Set up by"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args: Any, measures: Iterable[tuple[int, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["measure"].choices = [("", _("to be set up")), *measures]  # type: ignore[attr-defined]


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


def one_of(label: Any, choices: type[TextChoices]) -> forms.ChoiceField:
    """One answer, or none."""
    return forms.ChoiceField(label=label, required=False, choices=[("", _("not said")), *choices.choices])


class FactsForm(forms.Form):
    """What people say of a cause beside its words. Every answer may stay empty."""

    kind = one_of(_("Root or contributing"), CauseKind)
    locus = one_of(_("Where it sits"), Locus)
    level = one_of(_("Level"), Level)
    control = one_of(_("Who can change it?"), Control)
    resources = one_of(_("Do we have what it takes?"), Resources)
    effect = one_of(_("When would we see an effect?"), Effect)
    behind = forms.MultipleChoiceField(
        label=_("What stands behind it"), required=False, choices=CauseSource.choices,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    tenet = short(_("Tenet"), required=False, length=120, help=_("A belief of your school that it touches."))
    contributor = short(_("Who named it"), required=False, length=120, help=_("Only your team sees this."))
    layer = short(_("Whose layer"), required=False, length=80, help=_("Such as a department that you invited."))
    system_part = short(_("Which part of our system?"), required=False)


class RoundForm(forms.Form):
    prompt = short(_("The question of the round"), required=False)
    anonymous = forms.BooleanField(label=_("Without names"), required=False)


class LineForm(forms.Form):
    text = short(_("The cause"), length=300)
    system_part = short(_("Which part of our system?"), required=False)


class FilterForm(forms.Form):
    """Three answers, each with what it does; the last may stay empty."""

    name = short(_("Name of the filter"), length=80)
    question = short(_("Its question"), length=300)
    keeps = short(_("Answer that keeps a cause"), length=80)
    aside = short(_("Answer that sets it aside"), length=80)
    open = short(_("Answer that leaves it open"), required=False, length=80)

    def values(self) -> list[dict[str, str]]:
        said = self.cleaned_data
        pairs = (("keeps", MarkEffect.KEEP), ("aside", MarkEffect.ASIDE), ("open", MarkEffect.OPEN))
        return [{"name": said[name], "effect": str(effect)} for name, effect in pairs if said[name]]


class StageForm(forms.Form):
    level = forms.ChoiceField(label=_("Level"), choices=Level.choices)
    starts_on = forms.DateField(label=_("From"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    ends_on = forms.DateField(
        label=_("Until"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    note = short(_("What is to be different then"), required=False)


class SendForm(forms.Form):
    sentence = short(_("What we ask of them"), length=500, rows=2)


class AnswerForm(forms.Form):
    answer = short(_("Your answer"), required=False, length=500, rows=2)
