from __future__ import annotations

import datetime
import hashlib
import secrets

from django.utils import timezone

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import ApiToken, TokenScope, User
from aimwell.contexts.people.services.rights import require_member
from aimwell.domain.errors import NotAllowed

DAYS, LONGEST = 90, 365


def make_token(
    *, by: User, name: str, scope: TokenScope = TokenScope.READ, days: int = DAYS, team: Team | None = None
) -> tuple[ApiToken, str]:
    """A new API token and its text. The text is shown once and not kept.

    It holds for `days`, today included, and where `team` is given, for that team only. Raises NotAllowed for a team
    that is not one's own, ValueError for more than LONGEST days.
    """
    if not 1 <= days <= LONGEST:
        raise ValueError(f"a token holds for 1 to {LONGEST} days")
    if team is not None:
        require_member(by=by, team=team)
    text = f"aimwell_{secrets.token_urlsafe(32)}"
    last = timezone.localdate() + datetime.timedelta(days=days - 1)
    token = ApiToken.objects.create(
        user=by, name=name.strip(), scope=scope, team=team, expires_on=last, digest=digest_of(text)
    )
    return token, text


def revoke_token(*, by: User, token: ApiToken) -> None:
    if token.user_id != by.pk:
        raise NotAllowed
    token.revoked_at = token.revoked_at or timezone.now()
    token.save(update_fields=["revoked_at"])


def tokens_of(user: User) -> list[ApiToken]:
    """Those that were not taken away, newest first; the ones that ran out say so."""
    found = list(user.api_tokens.filter(revoked_at=None).select_related("team"))
    for token in found:
        token.is_over = token.expires_on is not None and token.expires_on < timezone.localdate()  # type: ignore[attr-defined]
    return found


def digest_of(text: str) -> str:
    """A token has 256 random bits, so a plain hash is enough."""
    return hashlib.sha256(text.encode()).hexdigest()


def token_of(text: str) -> ApiToken | None:
    """The token behind `text`, unless it was taken away; notes the day of use. Raises NotAllowed("token_expired")."""
    token = ApiToken.objects.select_related("user").filter(digest=digest_of(text), revoked_at=None).first()
    if token is None or not token.user.is_active:
        return None
    today = timezone.localdate()
    if token.expires_on is not None and token.expires_on < today:
        raise NotAllowed("token_expired", day=token.expires_on)
    if token.used_on != today:
        token.used_on = today
        token.save(update_fields=["used_on"])
    return token
