"""Write history, and change objects only together with their history."""

from __future__ import annotations

import datetime
import decimal
import uuid
from typing import Any, TypeVar

from django.db import models, transaction
from django.utils import timezone

from aimwell.core.history.chain import chain_of, link
from aimwell.core.history.models import ChainHead, Event
from aimwell.domain.errors import StaleEdit

M = TypeVar("M", bound=models.Model)


def hold(*, scope_id: int | None, org_id: int | None = None) -> ChainHead:
    """Take the turn at writing the history of one team or organisation; it ends with the transaction.

    A service that locks rows of its own takes its turn first, so that two of them never wait for each other.
    """
    chain = chain_of(scope_id=scope_id, org_id=org_id)
    heads = ChainHead.objects.select_for_update().filter(pk=chain)
    if (head := heads.first()) is None:
        ChainHead.objects.bulk_create([ChainHead(pk=chain)], ignore_conflicts=True)  # or another writer was first
        head = heads.get()
    return head


@transaction.atomic(savepoint=False)
def record(
    *,
    by: Any,
    verb: str,
    target: models.Model,
    scope_id: int | None,
    org_id: int | None = None,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    reason: str = "",
    cause: models.Model | None = None,
    head: ChainHead | None = None,
) -> Event:
    """Append one event. Call inside the transaction of the change itself.

    `scope_id` is the team; `org_id` the organisation, for what happens in none of its teams. `head` is the turn, where
    the caller holds it already.
    """
    event = Event(
        at=timezone.now(),
        actor_id=getattr(by, "pk", None),
        actor_name=str(by) if by is not None else "Aimwell",
        verb=verb,
        target_type=target._meta.label_lower,
        target_id=target.pk,
        target_label=str(target)[:200],
        scope_id=scope_id,
        org_id=org_id,
        before={name: plain(value) for name, value in (before or {}).items()},
        after={name: plain(value) for name, value in (after or {}).items()},
        reason=reason,
        cause_type=cause._meta.label_lower if cause is not None else "",
        cause_id=cause.pk if cause is not None else None,
    )
    return _append(event, head or hold(scope_id=scope_id, org_id=org_id))


def _append(event: Event, head: ChainHead) -> Event:
    event.chain, event.number, event.prev_hash = head.chain, head.number + 1, head.hash
    event.hash = link(event, head.hash)
    event.save(force_insert=True)
    head.number, head.hash = event.number, event.hash
    head.save(update_fields=["number", "hash"])
    return event


def plain(value: Any) -> Any:
    """`value` as JSON holds it; objects become their primary key."""
    if isinstance(value, datetime.date | datetime.datetime | datetime.time):
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
    org_id: int | None = None,
    verb: str = "changed",
    reason: str = "",
    cause: models.Model | None = None,
) -> M:
    """Apply `changes` to `obj` if `version` is still the stored one; return the stored object.

    The same values again change nothing (a double submit is harmless). `version=None` is for changes that a
    service derives itself. Raises StaleEdit with both texts when somebody else saved first.
    """
    head = hold(scope_id=scope_id, org_id=org_id)
    stored = type(obj)._default_manager.select_for_update(no_key=True).get(pk=obj.pk)
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
    told: dict[str, Any] = {"before": before, "after": differing, "reason": reason, "cause": cause}
    record(by=by, verb=verb, target=stored, scope_id=scope_id, org_id=org_id, head=head, **told)
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
