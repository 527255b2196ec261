"""Depth and spread of a school's threads: facts about work, in words, never about who is better (S1 R-48, L714)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from aimwell.domain.pdsa.ramps import DEEP


class Shape(StrEnum):
    """NONE: nothing is recorded here, which does not mean that nothing was done (S1 R-49)."""

    NONE = "none"
    SPREAD = "spread"
    DEPTH = "depth"
    BOTH = "both"
    START = "start"


@dataclass(frozen=True, slots=True)
class SchoolFacts:
    """`longest`: finished cycles on the longest main line. `started`: teams with at least one finished cycle."""

    threads: int
    longest: int
    teams: int
    started: int

    @property
    def shape(self) -> Shape:
        if not self.threads:
            return Shape.NONE
        deep, spread = self.longest >= DEEP, self.started > 1
        if deep:
            return Shape.BOTH if spread else Shape.DEPTH
        return Shape.SPREAD if spread and self.longest < 2 else Shape.START


def school_facts(teams: Iterable[Iterable[int]]) -> SchoolFacts:
    """`teams`: for each team the finished cycles on the main line of each of its threads."""
    known = [tuple(threads) for threads in teams]
    every = [length for threads in known for length in threads]
    return SchoolFacts(
        threads=len(every), longest=max(every, default=0), teams=len(known),
        started=sum(any(length > 0 for length in threads) for threads in known),
    )  # fmt: skip
