from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.theory.forms import long, short
from aimwell.contexts.theory.practices.models import Choice, PracticeEffect


class PracticeForm(forms.Form):
    text = short(_("What we do already"), length=300, help=_("Such as “Perfect attendance awards in May”"))
    for_whom = short(_("For whom"), required=False, help=_("Who gets it, and who does not?"))
    effect = forms.ChoiceField(
        label=_("What does it do to the problem?"), choices=PracticeEffect.choices, initial="unknown"
    )
    choice = forms.ChoiceField(label=_("What do we do with it?"), choices=Choice.choices, initial="look")
    how_known = long(_("How we know"))


class CalibrationForm(forms.Form):
    problem = long(
        _("What do we understand of the problem?"), help=_("What have others found out about problems like this one?")
    )
    expertise = long(
        _("Who knows this field, and what do they say?"),
        help=_("Research, a specialist, a colleague who does it well."),
    )
    theory = long(
        _("What is our working theory of how it could get better?"),
        help=_("If adults here do this, then students will do that, because …"),
    )


class SourceForm(forms.Form):
    title = short(_("Title"), required=False, length=300)
    where = short(_("Where it was published"), required=False, help=_("Journal, site or person, and the year"))
    link = forms.URLField(label=_("Link"), required=False, max_length=500, assume_scheme="https")
    says = long(_("What it says, in your own words"))
    hunch = forms.BooleanField(label=_("There is no source: it is a local hunch, untested"), required=False)
