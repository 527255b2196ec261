"""What can be done about signing in. The pages and the API call these, and nothing else writes."""

from aimwell.contexts.people.signin.services.accounts import Card, make_account, new_card
from aimwell.contexts.people.signin.services.inviting import invite_all, take_back
from aimwell.contexts.people.signin.services.providers import (
    add_oidc,
    add_saml,
    confirm_domain,
    drop_domain,
    name_domain,
    remove_provider,
    renew,
)

__all__ = [
    "Card",
    "add_oidc",
    "add_saml",
    "confirm_domain",
    "drop_domain",
    "invite_all",
    "make_account",
    "name_domain",
    "new_card",
    "remove_provider",
    "renew",
    "take_back",
]
