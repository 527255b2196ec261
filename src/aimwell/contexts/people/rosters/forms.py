from django import forms
from django.utils.translation import gettext_lazy as _


class ListForm(forms.Form):
    file = forms.FileField(
        label=_("Your list"),
        help_text=_("A zip of OneRoster CSV files, or one CSV file with name, e-mail, school and role. Up to 50 MB."),
        widget=forms.FileInput(attrs={"accept": ".zip,.csv,.tsv,.txt"}),
        allow_empty_file=True,
        error_messages={"required": _("Choose a file first.")},
    )
    whole = forms.BooleanField(
        label=_("A single CSV file names everybody, so who is not in it has left"),
        required=False,
        help_text=_("OneRoster files say this themselves."),
    )


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Why do so many people leave at once?"),
        max_length=500,
        required=False,
        help_text=_("For example: two schools joined another district. The history keeps it."),
    )
