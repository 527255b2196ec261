from typing import Any

from allauth.account.forms import LoginForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.people.models import TeamRole

MOST_BYTES = 1_000_000


class SignInForm(LoginForm):
    """allauth's form with our words: an e-mail address or a sign-in code, and the password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.request is not None:  # a card's QR code leads here with its sign-in code
            self.fields["login"].initial = self.request.GET.get("login", "")[:20]
        self.fields["login"].label = _("E-mail or sign-in code")
        self.fields["login"].widget.attrs = {"autocomplete": "username"}
        self.fields["password"].help_text = ""  # the page has that link once, beside the button


class PasskeyForm(AddWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Its name")
        self.fields["name"].help_text = _("So that you know it later. For example: school laptop")
        alone = self.fields["passwordless"]
        alone.label, alone.initial = _("It can sign me in without a password"), True
        alone.help_text = _("The device asks for your finger, face or PIN instead.")


class WorkForm(forms.Form):
    email = forms.EmailField(
        label=_("Your e-mail at work"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("Only the part after @ is read."),
    )


class ProviderForm(forms.Form):
    name = forms.CharField(
        label=_("What people call it"), max_length=40, help_text=_("It stands on the button. For example: Clark ID")
    )
    slug = forms.SlugField(
        label=_("Short name in the address"), max_length=40, help_text=_("Small letters, digits and hyphens.")
    )


class OidcForm(ProviderForm):
    server = forms.URLField(
        label=_("Issuer address"), max_length=500, assume_scheme="https",
        help_text=_("As your provider writes it. For example: https://login.example.org"),
    )  # fmt: skip
    client_id = forms.CharField(label=_("Client ID"), max_length=191)
    secret = forms.CharField(
        label=_("Client secret"), max_length=191, widget=forms.PasswordInput(attrs={"autocomplete": "off"})
    )


class MetadataForm(forms.Form):
    metadata = forms.CharField(
        label=_("The provider's metadata"), max_length=200_000, widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Paste the whole XML text. It holds the name, the address and the certificate."),
    )  # fmt: skip


class SamlForm(ProviderForm, MetadataForm):
    field_order = ("name", "slug", "metadata")


class SecretForm(forms.Form):
    secret = forms.CharField(
        label=_("New client secret"), max_length=191, widget=forms.PasswordInput(attrs={"autocomplete": "off"})
    )


class DomainForm(forms.Form):
    name = forms.CharField(
        label=_("Ending of your addresses"),
        max_length=253,
        help_text=_("What stands after @. For example: clark.example"),
    )


class InviteListForm(forms.Form):
    """A file or text; one is enough."""

    file = forms.FileField(label=_("A CSV file"), required=False)
    text = forms.CharField(
        label=_("Or paste the rows"), required=False, max_length=200_000, widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("The first row names the columns: name, email, team, role."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("file"):
            data["text"] = _decoded(data["file"])
        if not data.get("text", "").strip():
            raise forms.ValidationError(_("Choose a file, or paste the rows."))
        return data


def _decoded(file: UploadedFile) -> str:
    """Raises ValidationError: a list for 500 people has some 50 kB."""
    if (file.size or 0) > MOST_BYTES:
        raise forms.ValidationError(_("This file is larger than 1 MB. Send a list of people only."))
    try:
        return file.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise forms.ValidationError(_("Some letters cannot be read. Save the file as CSV UTF-8.")) from None


class AccountForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=120)
    role = forms.ChoiceField(label=_("Role"), choices=TeamRole.choices, initial=TeamRole.MEMBER)


class OrgAccountForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=120)
