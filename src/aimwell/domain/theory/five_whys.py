"""From a cause down: each "why?" a link, and each link with how the team knows (S4 L10, L104).

A link that nothing stands behind is called assumed, whatever else is said of it (S4 R-16).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Why:
    id: str
    text: str
    parent: str = ""
    how_known: str = ""
    evidence: int = 0

    @property
    def assumed(self) -> bool:
        return not self.how_known.strip() and not self.evidence


def chain_to(whys: Iterable[Why], end: str) -> tuple[Why, ...]:
    """From the cause on the bone down to `end`. A circle in what is stored ends the walk."""
    known = {why.id: why for why in whys}
    chain: list[Why] = []
    here = known.get(end)
    while here is not None and here not in chain:
        chain.append(here)
        here = known.get(here.parent)
    return tuple(reversed(chain))


def ends(parents: Mapping[str, str]) -> frozenset[str]:
    """Those under which nobody has asked why: cause to what it answers."""
    return frozenset(parents) - frozenset(parents.values())
