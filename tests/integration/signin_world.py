"""One of everything about signing in, for the walks over all pages and operations."""

from typing import Any

from allauth.socialaccount.models import SocialApp

from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import invite
from aimwell.contexts.people.signin.models import CardAccount, Domain, Provider


def sign_in_world(ana: Any, team: Any, org: Any) -> dict[str, Any]:
    """Made by Ana, who leads the team and holds no office."""
    app = SocialApp.objects.create(provider="openid_connect", provider_id="sso-1", name="Clark ID", client_id="a")
    provider = Provider.objects.create(org=org, app=app, slug="clark")
    rosa = User.objects.create_user(None, "a quiet minute", name="Rosa", sign_in_code="abcd-efgh")
    return {
        "providers": provider,
        "domains": Domain.objects.create(provider=provider, name="clark.example"),
        "invitations": invite(by=ana, team=team),
        "cards": CardAccount.objects.create(user=rosa, team=team, made_by=ana),
    }
