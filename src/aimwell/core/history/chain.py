"""One event as text that is the same in every database, and the hash that ties it to the event before it.

The text is JSON with sorted names and no blanks. Times are UTC with microseconds. Numbers are written by their value,
because a database may give 1e20 back as a whole number. The hash is SHA-256 over the hash before and this text, as in
the linked time stamps of Haber and Stornetta (1991).
"""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Mapping
from decimal import Context, Decimal
from typing import Any

START = "0" * 64
"""What stands before the first event of a chain."""

FIELDS = (
    "chain", "at", "actor_id", "actor_name", "verb", "target_type", "target_id", "target_label", "scope_id", "org_id",
    "before", "after", "reason", "cause_type", "cause_id",
)  # fmt: skip
_EXACT = Context(prec=800)


def chain_of(*, scope_id: int | None, org_id: int | None) -> str:
    """The chain an event belongs to. Each team and each organisation has its own, so that they never wait in line."""
    if scope_id is not None:
        return f"team:{scope_id}"
    return f"org:{org_id}" if org_id is not None else "none"


def link(event: Any, before: str) -> str:
    """The hash of `event` (anything with FIELDS as attributes or keys) behind the hash `before`."""
    held = {name: event[name] if isinstance(event, Mapping) else getattr(event, name) for name in FIELDS}
    return hashlib.sha256(f"{before}\n{canonical(held)}".encode()).hexdigest()


def canonical(value: Any) -> str:
    """`value` as the one JSON text that stands for it. Raises TypeError for what JSON has no word for."""
    if isinstance(value, datetime.datetime):
        value = value.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    if value is None or isinstance(value, bool | str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, list | tuple):
        return f"[{','.join(map(canonical, value))}]"
    if isinstance(value, Mapping):
        pairs = sorted((str(name), held) for name, held in value.items())
        return f"{{{','.join(f'{canonical(name)}:{canonical(held)}' for name, held in pairs)}}}"
    raise TypeError(f"not in JSON: {type(value).__name__}")


def _number(value: float) -> str:
    text = float.__repr__(value) if isinstance(value, float) else int.__repr__(value)
    exact = Decimal(text).normalize(_EXACT)
    return str(exact) if exact else "0"
