"""How every form is drawn: label above, help, control, and what is asked for beside it."""

from django import forms
from django.forms.renderers import DjangoTemplates


class AimwellRenderer(DjangoTemplates):
    """Our field and form templates. Widgets stay Django's own, so no extra app has to be installed for them."""

    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/forms/field.html"


class ChoiceRow(forms.RadioSelect):
    """Short choices beside each other from 601 px on; one under the other on a phone."""

    across = True
