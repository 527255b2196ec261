"""Six principles of improvement, and which work is evidence of each (S0 L327; S0 R-5, R-6).

Only what was done counts, never what somebody says of it. It is a map of where to look next, not a grade.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Work(StrEnum):
    """Kinds of work that are counted."""

    PROBLEM = "problem"
    VOICES = "voices"
    FISHBONE = "fishbone"
    PREDICTIONS = "predictions"
    PROCESS = "process"
    GROUPS = "groups"
    VARIATION = "variation"
    DRIVERS = "drivers"
    MEASURES = "measures"
    VALUES = "values"
    CYCLES = "cycles"
    LEARNING = "learning"
    SHARED = "shared"
    NETWORK = "network"


PRINCIPLES: tuple[tuple[int, tuple[Work, ...]], ...] = (
    (1, (Work.PROBLEM, Work.VOICES, Work.FISHBONE)),
    (2, (Work.GROUPS, Work.VARIATION)),
    (3, (Work.FISHBONE, Work.PROCESS, Work.DRIVERS)),
    (4, (Work.MEASURES, Work.VALUES)),
    (5, (Work.CYCLES, Work.LEARNING, Work.PREDICTIONS)),
    (6, (Work.SHARED, Work.NETWORK)),
)
"""(number, what shows it). Which tool shows which principle is as S0 2.3 has it; the rest follows from its glosses."""

NEXT: dict[int, Work] = {
    1: Work.VOICES,
    2: Work.GROUPS,
    3: Work.FISHBONE,
    4: Work.MEASURES,
    5: Work.CYCLES,
    6: Work.SHARED,
}
"""The smallest step where nothing shows a principle yet."""


@dataclass(frozen=True, slots=True)
class Principle:
    """`shown`: (work, how many) that is there; `next`: where to begin if there is none."""

    number: int
    shown: tuple[tuple[Work, int], ...]
    next: Work | None


def principle_map(counts: Mapping[Work, int]) -> tuple[Principle, ...]:
    """All six, in order."""
    found = []
    for number, works in PRINCIPLES:
        shown = tuple((work, counts[work]) for work in works if counts.get(work, 0) > 0)
        found.append(Principle(number, shown, None if shown else NEXT[number]))
    return tuple(found)


def principles_of(work: Work) -> tuple[int, ...]:
    """Which principles a tool serves."""
    return tuple(number for number, works in PRINCIPLES if work in works)
