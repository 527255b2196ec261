"""Which problem the network takes on together: options, positions of members, a decision with reasons (S3 R-24)."""

from __future__ import annotations

import datetime
import uuid
from typing import Any

from django.db import transaction

from aimwell.contexts.networks.models import Choice, Option, Position
from aimwell.contexts.networks.services.keeping import change, make, require_hub, require_voice
from aimwell.contexts.orgs.models import Network, Org
from aimwell.contexts.people.models import User
from aimwell.core.history.services import hold
from aimwell.domain.errors import Refused


@transaction.atomic
def start_choice(*, by: User, network: Network, title: str, key: uuid.UUID | None = None) -> Choice:
    """Raises NotAllowed."""
    require_hub(by=by, network=network)
    return make(by=by, model=Choice, key=key, network=network, title=title.strip())


@transaction.atomic
def add_option(
    *, by: User, choice: Choice, name: str, data: str = "", urgency: str = "", measures: str = "",
    key: uuid.UUID | None = None,
) -> Option:  # fmt: skip
    """With the data looked at and the two criteria: how pressing, and what is measured already. Raises NotAllowed."""
    require_hub(by=by, network=choice.network)
    return make(by=by, model=Option, key=key, choice=choice, **_told(name, data, urgency, measures))


@transaction.atomic
def change_option(
    *, by: User, option: Option, version: int | None, name: str, data: str = "", urgency: str = "", measures: str = ""
) -> Option:
    """Raises NotAllowed, StaleEdit."""
    require_hub(by=by, network=option.choice.network)
    return change(by=by, thing=option, version=version, **_told(name, data, urgency, measures))


def _told(name: str, data: str, urgency: str, measures: str) -> dict[str, Any]:
    return {"name": name.strip(), "data": data.strip(), "urgency": urgency.strip(), "measures": measures.strip()}


@transaction.atomic
def take_position(
    *, by: User, option: Option, org: Org, position: str, text: str = "", version: int | None = None
) -> Position:
    """What one member says to one option. Raises NotAllowed, StaleEdit."""
    require_voice(by=by, network=option.choice.network, org=org)
    hold(scope_id=None, org_id=org.pk)
    fields = {"position": position, "text": text.strip()}
    said = Position.objects.filter(option=option, org=org).first()
    if said is None:
        return make(by=by, model=Position, org_of=org, option=option, org=org, **fields)
    return change(by=by, thing=said, version=version, org_of=org, **fields)


@transaction.atomic
def decide(
    *, by: User, choice: Choice, version: int | None, decided: Option, decided_on: datetime.date, reasons: str
) -> Choice:
    """Raises NotAllowed, StaleEdit, Refused("network_option_elsewhere"), Refused("reason_needed")."""
    require_hub(by=by, network=choice.network)
    if decided.choice_id != choice.pk or decided.ended_at is not None:
        raise Refused("network_option_elsewhere")
    if not reasons.strip():
        raise Refused("reason_needed")
    return change(by=by, thing=choice, version=version, decided=decided, decided_on=decided_on, reasons=reasons.strip())
