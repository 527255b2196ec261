"""What a person chose, whether today is a day off for them, and whose letter is due."""

from __future__ import annotations

import datetime

from django.core import signing
from django.db.models import Max, QuerySet
from django.utils.translation import get_language

from aimwell.contexts.meetings.windows.queries import quiet_teams
from aimwell.contexts.orgs.models import Participation, Taking, Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import teams_of
from aimwell.contexts.reports.digest.models import DigestChoice, DigestSent
from aimwell.domain.errors import NotFound

SALT = "aimwell.digest.stop"
AWAY = (Taking.INVITED, Taking.PAUSED, Taking.LEFT)


def choice_of(user: User) -> DigestChoice:
    """What the person chose, else what is offered: nothing is sent until somebody asks for it."""
    found = DigestChoice.objects.filter(user=user).first()
    return found or DigestChoice(user=user, language=get_language() or "en")


def due(now: datetime.datetime) -> QuerySet[DigestChoice]:
    """Whose moment has come, the longest waiting first."""
    rows = DigestChoice.objects.filter(next_at__lte=now, user__is_active=True, user__email__isnull=False)
    return rows.select_related("user").order_by("next_at", "pk")


def last_sent(user: User) -> datetime.datetime | None:
    return DigestSent.objects.filter(user=user).aggregate(at=Max("at"))["at"]


def teams_at_work(user: User, day: datetime.date) -> tuple[list[Team], bool]:
    """The own teams that a letter may speak of that day, and whether there is any own team at all.

    One that pauses, has no school, tests, has little room or is in a disruption is left in peace (S0 R-53, R-56).
    """
    own = list(teams_of(user).select_related("org").order_by("name", "pk"))
    quiet = quiet_teams(own, day)
    away = Participation.objects.filter(team__in=own, ended=None, state__in=AWAY).values_list("team", flat=True)
    resting = quiet.union(away)
    return [team for team in own if team.pk not in resting], bool(own)


def day_off(user: User, day: datetime.date) -> bool:
    """Whether all teams of the person are at rest that day."""
    working, any_team = teams_at_work(user, day)
    return any_team and not working


def stop_token(user: User) -> str:
    """Stops the digest of one person and opens nothing else, so it needs no end."""
    return signing.Signer(salt=SALT).sign(str(user.pk))


def person_of(token: str) -> User:
    """Whose digest the link in a letter stops. Raises NotFound for any other text."""
    try:
        found = User.objects.filter(pk=signing.Signer(salt=SALT).unsign(token)).first()
    except signing.BadSignature:
        found = None
    if found is None:
        raise NotFound
    return found
