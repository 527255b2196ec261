from django import forms
from django.utils.translation import gettext_lazy as _


class PauseForm(forms.Form):
    reason = forms.CharField(
        label=_("Why, if you want to say"),
        max_length=300,
        required=False,
        help_text=_("For example: testing weeks. Your team can read it."),
    )
    expected_return = forms.DateField(
        label=_("When you think you will be back"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("Leave it open if you do not know."),
    )
