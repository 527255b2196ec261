"""Write history, and change objects only together with their history."""

from __future__ import annotations

import datetime
import decimal
import uuid
from typing import Any, TypeVar

from django.db import models, transaction
from django.utils import timezone

from aimwell.core.history.models import Event
from aimwell.domain.errors import StaleEdit

M = TypeVar("M", bound=models.Model)


def record(
    *,
    by: Any,
    verb: str,
    target: models.Model,
    scope_id: int | None,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    reason: str = "",
    cause: models.Model | None = None,
) -> Event:
    """Append one event. Call inside the transaction of the change itself."""
    return Event.objects.create(
        actor_id=getattr(by, "pk", None),
        actor_name=str(by) if by is not None else "Aimwell",
        verb=verb,
        target_type=target._meta.label_lower,
        target_id=target.pk,
        target_label=str(target)[:200],
        scope_id=scope_id,
        before={name: plain(value) for name, value in (before or {}).items()},
        after={name: plain(value) for name, value in (after or {}).items()},
        reason=reason,
        cause_type=cause._meta.label_lower if cause is not None else "",
        cause_id=cause.pk if cause is not None else None,
    )


def plain(value: Any) -> Any:
    """`value` as JSON holds it; objects become their primary key."""
    if isinstance(value, datetime.date | datetime.datetime):
        return value.isoformat()
    if isinstance(value, decimal.Decimal | uuid.UUID):
        return str(value)
    if isinstance(value, models.Model):
        return value.pk
    return value


@transaction.atomic
def edit(
    *,
    by: Any,
    obj: M,
    version: int | None,
    changes: dict[str, Any],
    scope_id: int | None,
    verb: str = "changed",
    reason: str = "",
    cause: models.Model | None = None,
) -> M:
    """Apply `changes` to `obj` if `version` is still the stored one; return the stored object.

    The same values again change nothing (a double submit is harmless). `version=None` is for changes that a
    service derives itself. Raises StaleEdit with both texts when somebody else saved first.
    """
    stored = type(obj)._default_manager.select_for_update().get(pk=obj.pk)
    differing = {name: value for name, value in changes.items() if getattr(stored, name) != value}
    if not differing:
        return stored
    if version is not None and version != stored.version:  # type: ignore[attr-defined]
        raise _stale(stored, differing)
    before = {name: getattr(stored, name) for name in differing}
    for name, value in differing.items():
        setattr(stored, name, value)
    stored.version += 1  # type: ignore[attr-defined]
    stored.updated_at = timezone.now()  # type: ignore[attr-defined]
    stored.save(update_fields=[*differing, "version", "updated_at"])
    record(
        by=by, verb=verb, target=stored, scope_id=scope_id, before=before, after=differing, reason=reason, cause=cause
    )
    return stored


def _stale(stored: models.Model, mine: dict[str, Any]) -> StaleEdit:
    label = stored._meta.label_lower
    last = Event.objects.filter(target_type=label, target_id=stored.pk).first()
    return StaleEdit(
        target_type=label,
        target_id=stored.pk,
        version=stored.version,  # type: ignore[attr-defined]
        who=last.actor_name if last else "",
        when=last.at if last else None,
        mine={name: plain(value) for name, value in mine.items()},
        theirs={name: plain(getattr(stored, name)) for name in mine},
    )
