""" "keeping the main thing the main thing" (S2 L354): how many aims a team works on at one time.

Small starts with one goal went further (S1 L1798); so more than usual is said, and never stopped.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aimwell.domain.errors import Refused

USUAL, LARGEST = 1, 20
KEY, INSIDE = "aims", "most"
"""Under which key the local words of a place hold the number, and under which part."""


def most_in(words: Mapping[str, Any]) -> int | None:
    """What the words that hold in a place say; None where no place chose."""
    told = words.get(KEY, {}).get(INSIDE)
    return int(told[0]) if told else None


def most_to_keep(most: int) -> dict[str, list[int]]:
    """Raises Refused("aims_most")."""
    if not 1 <= most <= LARGEST:
        raise Refused("aims_most", most=LARGEST)
    return {INSIDE: [most]}
