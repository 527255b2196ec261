"""What people may send about the theory over time and about its files."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.theory.forms import long, short


class KeepForm(forms.Form):
    name = short(_("Name of this version"), length=80, help=_("Such as the school year."))
    day = forms.DateField(label=_("As it stood on"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    note = long(_("Why now"), help=_("What had you learned? One line is enough."))


class FileForm(forms.Form):
    """A file, or the same pasted as text."""

    file = forms.FileField(
        label=_("A file"), required=False, help_text=_("The table or the list, from here or made by you.")
    )
    text = forms.CharField(
        label=_("Or paste it"), required=False, widget=forms.Textarea(attrs={"rows": 10}), strip=False
    )

    def clean(self) -> dict[str, object]:
        said = super().clean() or {}
        if not said.get("file") and not (said.get("text") or "").strip():
            self.add_error("text", _("Choose a file, or paste its lines here."))
        return said
