"""What comes before a place ends. Contexts above say here where a person with open work goes first."""

from __future__ import annotations

from collections.abc import Callable

from aimwell.contexts.people.models import Membership

Ask = Callable[[Membership], str]
_asked: list[Ask] = []


def ask(first_stop: Ask) -> None:
    """`first_stop` gives the address of a page to see first, or nothing."""
    if first_stop not in _asked:
        _asked.append(first_stop)


def first_stop(place: Membership) -> str:
    """Where to go before `place` ends; empty where it can end at once."""
    return next(filter(None, (asked(place) for asked in _asked)), "")
