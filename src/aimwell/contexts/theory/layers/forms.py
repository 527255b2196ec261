"""What the team asks, and what comes back. Names equal those of the models, for the merge page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.theory.forms import long, short
from aimwell.contexts.theory.layers.queries import Person
from aimwell.contexts.theory.models import Bone, Cause
from aimwell.domain.access import Relation

HOW = {
    Relation.SCHOOL: _("At our school"),
    Relation.COACH: _("Our coaches"),
    Relation.NETWORK: _("In the organization above us"),
}


class AskForm(forms.Form):
    whom = forms.TypedChoiceField(label=_("Whom do you ask?"), coerce=int)
    label = short(
        _("Name of their layer"), length=60,
        help=_("Such as “Bus office” or “Language department”. It stays beside what they say."),
    )  # fmt: skip
    question = short(
        _("What do you want to know?"), length=500, rows=2, help=_("Such as “What do we not see about the late bus?”")
    )

    def __init__(self, *args: Any, people: Iterable[Person], **more: Any) -> None:
        super().__init__(*args, **more)
        groups: dict[Relation, list[tuple[int, str]]] = {}
        for one in people:
            groups.setdefault(one.relation, []).append((one.user.pk, str(one.user)))
        choices = [(HOW[relation], rows) for relation, rows in groups.items()]
        self.fields["whom"].choices = choices  # type: ignore[attr-defined]


class LayerCauseForm(forms.Form):
    text = short(_("A cause that you see"), length=300)
    bone = forms.TypedChoiceField(label=_("Where does it belong?"), required=False, coerce=int, empty_value=None)
    how_known = long(_("How do you know?"), help=_("It may stay empty. A count, a rule, or what you see each week."))

    def __init__(self, *args: Any, bones: Iterable[Bone], **more: Any) -> None:
        super().__init__(*args, **more)
        choices = [("", _("I am not sure")), *((one.pk, one.name) for one in bones)]
        self.fields["bone"].choices = choices  # type: ignore[attr-defined]


class LayerCommentForm(forms.Form):
    text = short(_("What you want to say"), length=300)
    about = forms.TypedChoiceField(label=_("About what?"), required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, causes: Iterable[Cause], **more: Any) -> None:
        super().__init__(*args, **more)
        choices = [("", _("all of it")), *((one.pk, one.text) for one in causes)]
        self.fields["about"].choices = choices  # type: ignore[attr-defined]
