"""What people type into meetings. Names equal those of the models, so that two versions meet on the merge page."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.cycles.forms.fields import Keyed, day, line, text, whole
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.queries import open_cycles
from aimwell.contexts.meetings.models import (
    AgendaItem,
    Decision,
    Held,
    Meeting,
    MeetingKind,
    Pattern,
    Purpose,
    Rhythm,
    TimeSource,
    WhyNot,
)
from aimwell.contexts.orgs.models import Team, TeamKind
from aimwell.contexts.people.models import DistrictFunction, User
from aimwell.contexts.people.queries import INSIDE, members_of
from aimwell.domain.rhythm.generator import end_of_year
from aimwell.domain.words.meetings import TABLE
from aimwell.ui.forms import ChoiceRow

NOT_SAID = ("", _("not said"))
FIRST_DAY, LAST_DAY = datetime.date(1950, 1, 1), datetime.date(2149, 12, 31)
EVERY = [(1, _("every week")), (2, _("every 2 weeks")), (3, _("every 3 weeks")), (4, _("every 4 weeks"))]


def people_of(team: Team) -> Any:
    """Members with an account, as a form offers them."""
    return User.objects.filter(pk__in=members_of(team).filter(role__in=INSIDE).values("user")).order_by("name")


def person(label: Any, team: Team) -> forms.ModelChoiceField:
    return forms.ModelChoiceField(people_of(team), label=label, required=False, empty_label=_("nobody yet"))


def source() -> forms.ChoiceField:
    choices = [NOT_SAID, *TimeSource.choices]
    return forms.ChoiceField(label=_("Whose time it is"), choices=choices, required=False)


def minutes(label: Any, *, required: bool = True) -> forms.IntegerField:
    field = whole(label)
    field.required, field.min_value = required, 1
    return field


def near(label: Any) -> forms.DateField:
    """A day around which weeks can be counted."""
    words = _("Choose a day, such as 2027-01-29.")
    return day(label, validators=[MinValueValidator(FIRST_DAY, words), MaxValueValidator(LAST_DAY, words)])


def clock(label: Any) -> forms.TimeField:
    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    words = {"invalid": _("Write a time, such as 12:20.")}
    return forms.TimeField(label=label, required=False, widget=widget, error_messages=words)


class RhythmForm(Keyed):
    """When the team meets. Every answer but the first two may stay as it is."""

    starts_on = near(_("First day"))
    weekday = forms.TypedChoiceField(label=_("Day of the week"), coerce=int)
    at = clock(_("Time of day"))
    pattern = forms.ChoiceField(label=_("What for"), choices=Pattern.choices, widget=forms.RadioSelect)
    every = forms.TypedChoiceField(label=_("How often"), choices=EVERY, coerce=int)
    huddle_minutes = minutes(_("Minutes of a huddle"))
    pdsa_minutes = minutes(_("Minutes of a PDSA meeting"))
    ends_on = near(_("Last day"))
    place = line(_("Where"), length=120)
    time_source = source()
    funding = line(_("Who pays for it"), length=200)

    def __init__(self, *args: Any, lang: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        days = [(place, TABLE.say(f"weekday.{place}", lang)) for place in range(7)]
        self.fields["weekday"].choices = days  # type: ignore[attr-defined]
        for name in ("starts_on", "ends_on"):
            self.fields[name].required = True

    @staticmethod
    def first() -> dict[str, Any]:
        """What a team most likely wants; all of it can be changed."""
        today = timezone.localdate()
        return {
            "starts_on": today, "weekday": today.weekday() if today.weekday() < 5 else 0, "pattern": Pattern.ALTERNATE,
            "every": 1, "huddle_minutes": 15, "pdsa_minutes": 45, "ends_on": end_of_year(today),
        }  # fmt: skip

    @staticmethod
    def of(rhythm: Rhythm) -> dict[str, Any]:
        return {name: getattr(rhythm, name) for name in RhythmForm.base_fields if name != "key"}


class MeetingForm(Keyed):
    kind = forms.ChoiceField(label=_("What for"), choices=MeetingKind.choices, widget=ChoiceRow())
    name = line(_("Name, if it has one"), length=120)
    on = near(_("Day"))
    at = clock(_("Time of day"))
    minutes = minutes(_("Minutes"), required=False)
    place = line(_("Where"), length=120)
    time_source = source()

    def __init__(self, *args: Any, user: User, team: Team, meeting: Meeting | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].required = True
        if meeting is not None:
            self.fields["minutes"].required = True
        self.fields["facilitator"] = person(_("Who leads it"), team)
        self.fields["scribe"] = person(_("Who writes the notes"), team)
        keys = [cycle.pk for cycle in open_cycles(user, team)]
        if meeting is not None and meeting.cycle_id:
            keys.append(meeting.cycle_id)
        self.fields["cycle"] = CycleChoice(
            Cycle.objects.filter(pk__in=keys).order_by("number"), label=_("The notes go to"), required=False,
            empty_label=_("no cycle"),
        )  # fmt: skip

    @staticmethod
    def of(meeting: Meeting) -> dict[str, Any]:
        names = ("kind", "name", "on", "at", "minutes", "place", "time_source", "facilitator", "scribe", "cycle")
        return {name: getattr(meeting, name) for name in (*names, "version")}


class CycleChoice(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.number}: {obj.try_what}"


class ItemForm(Keyed):
    """`topic` is asked of a district team, whose members cover parts of the system (S3 R-39)."""

    title = line(_("What it is about"), length=200, required=True)
    purpose = forms.ChoiceField(label=_("What for"), choices=Purpose.choices, initial=Purpose.OTHER)
    minutes = minutes(_("Minutes"))

    def __init__(self, *args: Any, team: Team, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"] = person(_("Who leads it"), team)
        if team.kind == TeamKind.DIT:
            choices = [NOT_SAID, *DistrictFunction.choices]
            self.fields["topic"] = forms.ChoiceField(label=_("Whose part it touches"), choices=choices, required=False)

    @staticmethod
    def of(item: AgendaItem) -> dict[str, Any]:
        return {name: getattr(item, name) for name in ("title", "purpose", "minutes", "owner", "topic", "version")}


class DecisionForm(Keyed):
    text = line(_("What we decided"), length=300, required=True)
    due_on = day(_("By when"))
    owner_name = line(_("Or somebody without an account"), length=120)

    def __init__(self, *args: Any, team: Team, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"] = person(_("Who does it"), team)
        self.order_fields(["text", "owner", "owner_name", "due_on"])

    @staticmethod
    def of(decision: Decision) -> dict[str, Any]:
        return {name: getattr(decision, name) for name in ("text", "owner", "owner_name", "due_on", "version")}


class ReasonForm(forms.Form):
    reason = line(_("Why, in one sentence"), length=300, required=True)


class NotesForm(Keyed):
    notes = text(_("Notes"), rows=5)


class CloseForm(Keyed):
    """How it went, and when the team meets next; both are known most of the time."""

    TOOK_PLACE = (Held.HELD, Held.SHORTENED, Held.INTERRUPTED)
    status = forms.ChoiceField(
        label=_("How it went"), choices=[(one, one.label) for one in TOOK_PLACE], initial=Held.HELD, widget=ChoiceRow()
    )
    why = forms.ChoiceField(label=_("Reason"), choices=[NOT_SAID, *WhyNot.choices], required=False)
    why_words = line(_("More about the reason"), length=300)
    next_on = near(_("We meet next on"))
    without_next = line(_("Or say why there is no next date"), length=300)


class CallOffForm(forms.Form):
    why = forms.ChoiceField(label=_("Reason"), choices=[NOT_SAID, *WhyNot.choices], required=False)
    why_words = line(_("More about the reason"), length=300)
