"""What happens here when somebody signs in or changes a password."""

from typing import Any

from allauth.account.signals import password_changed, password_reset, password_set
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from aimwell.contexts.people.models import User
from aimwell.contexts.people.signin.middleware import SESSION_KEY
from aimwell.contexts.people.signin.models import CardAccount


@receiver(user_logged_in)
def ask_for_a_password_of_their_own(request: HttpRequest, user: User, **kwargs: Any) -> None:
    if user.sign_in_code and CardAccount.objects.filter(user=user, first_password=True).exists():
        request.session[SESSION_KEY] = True


@receiver([password_changed, password_set, password_reset])
def password_is_their_own(request: HttpRequest, user: User, **kwargs: Any) -> None:
    CardAccount.objects.filter(user=user).update(first_password=False)
    request.session.pop(SESSION_KEY, None)
