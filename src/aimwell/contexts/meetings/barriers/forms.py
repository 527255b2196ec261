"""What people may send. Names equal those of the models, so that two versions meet on the merge page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.cycles.forms.fields import Keyed, day, line
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.queries import open_cycles
from aimwell.contexts.cycles.support.models import SupportRequest
from aimwell.contexts.meetings.barriers.models import Barrier, PrepLine, ReadyBy
from aimwell.contexts.meetings.barriers.queries import LONGEST
from aimwell.contexts.meetings.forms import CycleChoice
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import Membership, TeamRole, User
from aimwell.contexts.people.queries import INSIDE, members_of, visible_to


class BarrierForm(Keyed):
    """One line is enough; the rest may stay empty."""

    text = line(_("What stands in the way?"), length=300, required=True)
    owner_words = line(
        _("Or who, in words"), length=120, help_text=_("A role, such as “principal” or “district office”.")
    )
    since = day(_("Since when"))

    def __init__(self, *args: Any, user: User, team: Team, barrier: Barrier | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = members_of(team).filter(role__in=[*INSIDE, TeamRole.SPONSOR])
        self.fields["owner"] = forms.ModelChoiceField(
            User.objects.filter(pk__in=places.values("user")).order_by("name"), label=_("Who clears it?"),
            required=False, empty_label=_("nobody yet"),
            help_text=_("Whoever you choose is shown this line again while it stands."),
        )  # fmt: skip
        keys = [cycle.pk for cycle in open_cycles(user, team)]
        if barrier is not None and barrier.cycle_id:
            keys.append(barrier.cycle_id)
        self.fields["cycle"] = CycleChoice(
            Cycle.objects.filter(pk__in=keys).order_by("number"), label=_("In which cycle"), required=False,
            empty_label=_("all of our work"),
        )  # fmt: skip
        self.fields["asked"] = forms.ModelChoiceField(
            visible_to(user, SupportRequest, team=team), label=_("What you asked for to clear it"), required=False,
            empty_label=_("nothing"),
        )  # fmt: skip
        self.order_fields(["text", "owner", "owner_words", "cycle", "since", "asked"])

    def answers(self) -> dict[str, Any]:
        """No day means today."""
        told = super().answers()
        return {**told, "since": told["since"] or timezone.localdate()}

    @staticmethod
    def of(barrier: Barrier) -> dict[str, Any]:
        names = ("text", "owner", "owner_words", "cycle", "since", "asked", "version")
        return {name: getattr(barrier, name) for name in names}


class SaidForm(forms.Form):
    """`stands` comes with the address."""

    how = line(_("In one sentence"), length=300)
    on = day(_("On which day"))


class DaysForm(forms.Form):
    days = forms.IntegerField(label=_("Days"), min_value=1, max_value=365)


class PlaceChoice(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return str(obj.name)


class WhoForm(Keyed):
    """Who gets it ready."""

    ready_by = forms.ChoiceField(label=_("Who gets it ready?"), choices=ReadyBy.choices, initial=ReadyBy.TURNS)

    def __init__(self, *args: Any, team: Team, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = Membership.objects.filter(team=team, ended=None, role__in=INSIDE).order_by("name", "pk")
        self.fields["place"] = PlaceChoice(
            places, label=_("Which person"), required=False, empty_label=_("not said"),
            help_text=_("Only for “a certain person”."),
        )  # fmt: skip


class PrepForm(WhoForm):
    text = line(_("What to have ready"), length=LONGEST, required=True)
    field_order = ("text", "ready_by", "place")

    @staticmethod
    def of(row: PrepLine) -> dict[str, Any]:
        return {name: getattr(row, name) for name in ("text", "ready_by", "place", "version")}


class TakeForm(WhoForm):
    """The proposals that somebody takes; `offered` are those of the moment."""

    def __init__(self, *args: Any, offered: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["take"] = forms.MultipleChoiceField(
            label=_("What your open work suggests"), choices=[(text, text) for text in offered], initial=offered,
            widget=forms.CheckboxSelectMultiple,
        )  # fmt: skip
        self.order_fields(["take", "ready_by", "place"])
