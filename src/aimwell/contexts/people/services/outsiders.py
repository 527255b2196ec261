"""The switch by which an organisation keeps an outside role out, with all below it (S1 R-75)."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.orgs.models import Org
from aimwell.contexts.people.models import ClosedToOutside, OutsideRole, User
from aimwell.contexts.people.offices import require_power
from aimwell.core import standing
from aimwell.core.history.services import record
from aimwell.domain.access.roles import Power


@transaction.atomic
def close_to(*, by: User, org: Org, role: OutsideRole, reason: str = "") -> ClosedToOutside:
    """From now on the role reads nothing here. Closing twice changes nothing. Raises NotAllowed."""
    require_power(by=by, power=Power.OUTSIDERS, org=org)
    row, made = ClosedToOutside.objects.get_or_create(
        org=org, role=role, ended=None, defaults={"reason": reason.strip()}
    )
    if made:
        standing.forget()
        _tell(by, org, "closed_to", role, reason)
    return row


@transaction.atomic
def open_to(*, by: User, org: Org, role: OutsideRole, reason: str = "") -> None:
    """Raises NotAllowed. What an organisation above keeps closed stays closed."""
    require_power(by=by, power=Power.OUTSIDERS, org=org)
    if org.closed_to.filter(role=role, ended=None).update(ended=timezone.localdate()):
        standing.forget()
        _tell(by, org, "opened_to", role, reason)


def _tell(by: User, org: Org, verb: str, role: OutsideRole, reason: str) -> None:
    record(by=by, verb=verb, target=org, scope_id=None, org_id=org.pk, after={"role": role}, reason=reason.strip())
