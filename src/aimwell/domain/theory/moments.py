"""What a theory looked like on another day, from what it is now and what has changed since (N-7; S2 R-23).

Walking back from the present needs only the changes after the day asked for. So a day can be shown as long as the
history since then is kept, however little is kept of what came before.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

Facts = Mapping[str, Any]
State = Mapping[tuple[str, str], Facts]
"""Facts of everything that is there, by (kind, id), such as ("part", "12")."""


@dataclass(frozen=True, slots=True)
class Change:
    """One event in the life of one thing. `made`: before it there was nothing. `before`: the facts that changed."""

    at: datetime
    thing: tuple[str, str]
    made: bool
    before: Facts = field(default_factory=dict)


def as_of(now: State, changes: Iterable[Change], moment: datetime) -> dict[tuple[str, str], dict[str, Any]]:
    """The state right after `moment`. `changes` may come in any order; those until `moment` are left alone."""
    state = {thing: dict(facts) for thing, facts in now.items()}
    later = sorted((change for change in changes if change.at > moment), key=lambda change: change.at)
    for change in reversed(later):
        if change.made:
            state.pop(change.thing, None)
        elif change.thing in state:
            state[change.thing].update(change.before)
    return state
