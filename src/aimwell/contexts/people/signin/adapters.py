"""Where allauth asks us: names, messages, who may come in through which provider."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.stages import EmailVerificationStage
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from aimwell.contexts.people.models import User
from aimwell.contexts.people.signin.providing import ProviderAdapter

__all__ = ["AccountAdapter", "MfaAdapter", "ProviderAdapter"]

# What allauth says after an act, in our words.
SAID = {
    "mfa/messages/totp_activated.txt": gettext_lazy("The app is in use from now on."),
    "mfa/messages/totp_deactivated.txt": gettext_lazy("The app is no longer in use."),
    "mfa/messages/webauthn_added.txt": gettext_lazy("The passkey is ready."),
    "mfa/messages/webauthn_removed.txt": gettext_lazy("The passkey is gone."),
    "mfa/messages/recovery_codes_generated.txt": gettext_lazy("New recovery codes are ready. Put them on paper."),
    "usersessions/messages/sessions_logged_out.txt": gettext_lazy("All other browsers are signed out."),
    "socialaccount/messages/account_connected.txt": gettext_lazy("The sign-in is linked."),
    "socialaccount/messages/account_connected_updated.txt": gettext_lazy("The sign-in is linked."),
    "socialaccount/messages/account_connected_other.txt": gettext_lazy("This sign-in belongs to another account here."),
    "socialaccount/messages/account_disconnected.txt": gettext_lazy("The sign-in is no longer linked."),
}
PROOFS = {
    "reauthenticate": gettext_lazy("With your password"),
    "mfa_reauthenticate": gettext_lazy("With a code from your app"),
    "mfa_reauthenticate:webauthn": gettext_lazy("With a passkey"),
}


class AddressStage(EmailVerificationStage):
    """Confirming an address is asked of those who have one."""

    def handle(self) -> tuple[HttpResponse | None, bool]:
        user = self.login.user  # nobody, where a sign-up with a known address is answered as if it were new
        return (None, True) if user is not None and not user.email else super().handle()


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "too_many_login_attempts": gettext_lazy("Too many tries in a row. Wait five minutes, then try again."),
        "email_password_mismatch": gettext_lazy("This sign-in and this password do not go together."),
        "username_password_mismatch": gettext_lazy("This sign-in and this password do not go together."),
    }

    def populate_username(self, request: HttpRequest, user: User) -> None:
        """Only accounts without e-mail have a sign-in code; `services.make_account` writes it."""

    def clean_username(self, username: str | None, shallow: bool = False) -> str | None:
        """Nobody chooses a sign-in code, so there is nothing to check."""
        return username

    def get_login_stages(self) -> list[str]:
        ours, theirs = f"{__name__}.AddressStage", "allauth.account.stages.EmailVerificationStage"
        return [ours if stage == theirs else stage for stage in super().get_login_stages()]

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *args: Any, **kwargs: Any
    ) -> None:
        """Our flash line has one look; what allauth marks as a danger is said in the same calm way."""
        if message_template in SAID:
            kwargs["message"] = str(SAID[message_template])
        super().add_message(request, messages.INFO, message_template, *args, **kwargs)

    def get_reauthentication_methods(self, user: User | AnonymousUser) -> list[dict[str, Any]]:
        """Ways to show again that it is them, in our words."""
        found: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        return [{**way, "description": PROOFS.get(way["id"], way["description"])} for way in found]


class MfaAdapter(DefaultMFAAdapter):
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": gettext_lazy(
            "This code does not fit. Take the newest one; the clock of the phone must be right."
        ),
    }

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:
        count = Authenticator.objects.filter(user=user, type=type).count()
        return _("Passkey") if count == 0 else _("Passkey %(number)s") % {"number": count + 1}
