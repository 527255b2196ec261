from __future__ import annotations

from django.db import transaction

from aimwell.contexts.networks.models import Purpose
from aimwell.contexts.networks.services.keeping import change, make, require_voice
from aimwell.contexts.orgs.models import Network, Org
from aimwell.contexts.people.models import User
from aimwell.core.history.services import hold


@transaction.atomic
def state_purpose(
    *, by: User, network: Network, org: Org, purpose: str, central: str, why: str = "", version: int | None = None
) -> Purpose:
    """Why this member joined and how much the aim weighs at home, said by the member itself (S3 R-16).

    Raises NotAllowed, StaleEdit.
    """
    require_voice(by=by, network=network, org=org)
    hold(scope_id=None, org_id=org.pk)
    fields = {"purpose": purpose, "central": central, "why": why.strip()}
    stated = Purpose.objects.filter(network=network, org=org).first()
    if stated is None:
        return make(by=by, model=Purpose, org_of=org, network=network, org=org, **fields)
    return change(by=by, thing=stated, version=version, org_of=org, **fields)
