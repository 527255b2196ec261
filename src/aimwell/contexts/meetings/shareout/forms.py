"""What people may send. Names equal those of the models."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.theory.forms import short


class OwnQuestionForm(forms.Form):
    question = short(
        _("Our question to you"), length=500, required=False, rows=2,
        help=_("What would you like peers to think about? One question is enough."),
    )  # fmt: skip


class PeerForm(forms.Form):
    """Left by a peer, under the name of the account."""

    text = short(_("Your question to the team"), length=500, rows=2, help=_("No names of students or colleagues."))
    role = short(_("Your part, if it helps them"), length=80, required=False)


class AloudForm(forms.Form):
    """Written down by a member. A role is enough."""

    text = short(_("What did a peer ask?"), length=500, rows=2, help=_("In their words. No names are needed."))
    role = short(_("Who asked: a role is enough"), length=80, required=False)


class AnswerForm(forms.Form):
    answer = short(_("Our answer"), length=1000, rows=3)


class SinceForm(forms.Form):
    since = forms.DateField(
        label=_("Everything after this day"), required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )  # fmt: skip
