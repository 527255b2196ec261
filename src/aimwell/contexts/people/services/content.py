"""Every piece of team work is made, changed, opened and set aside here, each with its history."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any, TypeVar

from django.db import IntegrityError, transaction
from django.utils import timezone

from aimwell.contexts.people.models import Edited, User, Versioned
from aimwell.contexts.people.queries import owner_of
from aimwell.contexts.people.services.rights import require
from aimwell.core.history.services import edit, record
from aimwell.domain.access import Permission, Rung
from aimwell.domain.errors import Refused

E = TypeVar("E", bound=Edited)
M = TypeVar("M", bound=Versioned)


@transaction.atomic
def create_content(
    *, by: User, model: type[M], key: uuid.UUID | None = None, verb: str = "created", **fields: Any
) -> M:
    """Create one piece of team work with its history. The same `key` again gives the first one back.

    Raises NotAllowed unless `by` may edit what it hangs on, Refused("key_used") where the key was used elsewhere.
    """
    obj, made = store_once(
        by=by, model=model, key=key, fields=fields,
        allow=lambda one: require(by=by, permission=Permission.EDIT, obj=one),
    )  # fmt: skip
    if made:
        record(by=by, verb=verb, target=obj, scope_id=owner_of(obj)[0].pk, after=fields)
    return obj


@transaction.atomic
def store_once(
    *, by: User, model: type[E], key: uuid.UUID | None, fields: dict[str, Any], allow: Callable[[E], None] | None = None
) -> tuple[E, bool]:
    """The row that `key` made before, or a new one and True; the caller writes its history. `allow` is asked of either.

    Raises Refused("key_used").
    """
    if key is not None and (twin := model._default_manager.filter(client_key=key).first()):
        return _same_again(twin, fields, allow), False
    obj = model(client_key=key, created_by=by, **fields)
    if allow is not None:
        allow(obj)
    try:
        with transaction.atomic():
            obj.save(force_insert=True)
    except IntegrityError:  # the same key came twice at the same moment, and the other one was first
        twin = model._default_manager.filter(client_key=key).first() if key is not None else None
        if twin is None:
            raise
        return _same_again(twin, fields, allow), False
    return obj, True


def _same_again(twin: E, fields: dict[str, Any], allow: Callable[[E], None] | None) -> E:
    """A key belongs to one thing in one place; what a thing cannot be without says where that is."""
    if allow is not None:
        allow(twin)
    for field in twin._meta.concrete_fields:
        needed = field.is_relation and not field.null and field.name in fields
        if needed and getattr(twin, field.attname) != fields[field.name].pk:
            raise Refused("key_used")
    return twin


def change_content(
    *, by: User, obj: M, version: int | None, verb: str = "changed", reason: str = "", cause: Any = None, **changes: Any
) -> M:
    """Change fields of one piece of team work. Raises NotAllowed, StaleEdit."""
    require(by=by, permission=Permission.EDIT, obj=obj)
    team, _ = owner_of(obj)
    return edit(
        by=by, obj=obj, version=version, changes=changes, scope_id=team.pk, verb=verb, reason=reason, cause=cause
    )


def set_aside(*, by: User, obj: M, reason: str = "") -> M:
    """Take something out of sight. Its links stay in the database, so restoring brings them back (S0 R-89)."""
    return change_content(
        by=by, obj=obj, version=None, verb="set_aside", reason=reason,
        ended_at=obj.ended_at or timezone.now(), ended_by=by, ended_reason=reason,
    )  # fmt: skip


def restore(*, by: User, obj: M, reason: str = "") -> M:
    """Bring back what was set aside. Raises Refused("in_the_way") where only one may stand and another one does."""
    back: dict[str, Any] = {"ended_at": None, "ended_by": None, "ended_reason": ""}
    try:
        return change_content(by=by, obj=obj, version=None, verb="restored", reason=reason, **back)
    except IntegrityError:
        raise Refused("in_the_way") from None


def share(*, by: User, obj: M, rung: Rung, version: int | None = None) -> M:
    """Open or close one object on the ladder, with a log entry. `version`: that of the object when it was looked at.

    Raises NotAllowed, StaleEdit.
    """
    require(by=by, permission=Permission.SHARE, obj=obj)
    return change_content(by=by, obj=obj, version=version, verb="shared", rung=int(rung))
