"""Whether a hub may hear of a team's long quiet stretch. The states themselves are `orgs.Participation`."""

from __future__ import annotations

from django.db import models

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import Dated


class HubConsent(Dated):
    """While it is open, the team's hub may hear that nothing has happened for a long time (S0 R-55)."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="hub_consents")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["team"], condition=models.Q(ended=None), name="one_open_hub_consent_per_team"
            )
        ]
