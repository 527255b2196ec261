"""Versions of the theory that a team keeps, such as one for each school year."""

from __future__ import annotations

import datetime
import uuid
from dataclasses import asdict

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import create_content, require
from aimwell.contexts.theory.diagram.models import KeptVersion
from aimwell.contexts.theory.diagram.queries import Past
from aimwell.contexts.theory.models import Inquiry
from aimwell.contexts.theory.queries import inquiry_view
from aimwell.domain.access import Permission
from aimwell.domain.errors import Refused


@transaction.atomic
def keep_version(
    *,
    by: User,
    inquiry: Inquiry,
    name: str,
    note: str = "",
    day: datetime.date | None = None,
    lang: str = "en",
    key: uuid.UUID | None = None,
) -> KeptVersion:
    """Freeze the theory under a name, as it stood when `day` ended; without a day, as it stands now.

    `lang`: of the aim's sentence. Raises Refused("no_theory") where there was nothing to keep.
    """
    require(by=by, permission=Permission.EDIT, obj=inquiry)
    day = min(day or timezone.localdate(), timezone.localdate())
    moment = Past(inquiry_view(by, inquiry.pk, lang=lang)).on(day)
    theory = moment.theory
    if not theory.parts:
        raise Refused("no_theory")
    return create_content(
        by=by, model=KeptVersion, key=key, verb="kept", inquiry=inquiry, name=name.strip(), note=note.strip(), day=day,
        parts=[asdict(part) for part in theory.parts], links=[asdict(link) for link in theory.links],
        circles=dict(moment.quarters),
    )  # fmt: skip
