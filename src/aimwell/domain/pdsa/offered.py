"""Which decisions a place offers in Act. It may hide some; what was decided stays and is shown (S1 R-31)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from aimwell.domain.errors import Refused
from aimwell.domain.pdsa.moves import Act

FEWEST = 2
KEY, INSIDE = "decisions", "hidden"
"""Under which key the local words of a team hold it, and under which part."""


def hidden_in(words: Mapping[str, Any]) -> frozenset[str]:
    """What the words that hold in a place keep out of sight."""
    return frozenset(words.get(KEY, {}).get(INSIDE, ()))


def hide(asked: Iterable[str]) -> dict[str, list[str]]:
    """What to keep, so that these are not offered. Raises Refused: "unknown_choice", "decisions_few"."""
    chosen = set(asked)
    for one in chosen:
        if one not in tuple(Act):
            raise Refused("unknown_choice", value=one)
    if len(Act) - len(chosen) < FEWEST:
        raise Refused("decisions_few", least=FEWEST)
    return {INSIDE: [str(one) for one in Act if one in chosen]}


def offered(words: Mapping[str, Any], now: str = "") -> tuple[str, ...]:
    """What can be decided; `now`, what stands already, always can."""
    hidden = hidden_in(words)
    return tuple(str(one) for one in Act if one == now or one not in hidden)


def check_offered(words: Mapping[str, Any], decision: str, now: str = "") -> None:
    """Raises Refused("decision_hidden")."""
    if decision and decision not in offered(words, now):
        raise Refused("decision_hidden")
