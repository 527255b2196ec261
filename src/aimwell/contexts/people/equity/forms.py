from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from aimwell.domain.equity.definition import PRINCIPLES
from aimwell.domain.words.equity_definition import say

LONGEST = 5000


def _text(label: Any, *, rows: int = 2, help: Any = "", required: bool = False) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=LONGEST, widget=area, help_text=help, required=required)


class MeaningForm(forms.Form):
    """The text and one example of each principle. Names equal those of the model, for the merge page."""

    text = _text(
        _("What equity means here"), rows=3, required=True,
        help=_("One or two plain sentences: for whom, what, and how you would notice."),
    )  # fmt: skip
    equality = _text("")
    equity = _text("")
    justice = _text("")
    reason = _text(_("Why does it change?"), help=_("Kept beside both versions."))

    def __init__(self, *args: Any, first: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        lang = get_language() or "en"
        for name in PRINCIPLES:
            self.fields[name].label = say(f"name.{name}", lang)
            self.fields[name].help_text = f"{say(f'what.{name}', lang)} {say(f'like.{name}', lang)}"
        if first:
            del self.fields["reason"]


class WithoutForm(forms.Form):
    reason = _text(_("One line on why"), required=True)


class OwnWordsForm(forms.Form):
    text = forms.CharField(
        label=_("What does it say, in your own words?"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One or two sentences, as you would tell a new colleague. No names."),
    )  # fmt: skip
