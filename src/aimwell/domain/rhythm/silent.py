"""First alone, in silence: when what people wrote is shown, and in which order (S3 R-40, L193)."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable

SHORTEST, LONGEST = 60, 180
SHARE = 0.4


def seconds_for(minutes: int) -> int:
    """How long everyone writes in a part of so many minutes: two fifths of it, one to three minutes."""
    return int(min(LONGEST, max(SHORTEST, minutes * 60 * SHARE)))


def shown(*, shown_at: dt.datetime | None, ends_at: dt.datetime | None, now: dt.datetime) -> bool:
    """Whether the words of all are open: somebody showed them, or the time is up. `now`: as the clock stands."""
    return shown_at is not None or (ends_at is not None and now >= ends_at)


def all_done(present: Iterable[str], done: Iterable[str]) -> bool:
    """Whether everyone who is there has written. Nobody there means nobody to wait for: then it is not yet over."""
    there, wrote = set(present), set(done)
    return bool(wrote) and there <= wrote


def mixed(keys: Iterable[int], salt: str) -> tuple[int, ...]:
    """An order that tells nothing of who was first: the same for everyone, another one in each round."""
    return tuple(sorted(keys, key=lambda key: hashlib.sha256(f"{salt}:{key}".encode()).hexdigest()))
