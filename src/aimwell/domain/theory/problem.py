"""A problem in three checked parts: what, for whom, how do we know (S1 R-10, L1335).

Nothing here blocks. Each missing part is named together with the smallest next move.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from aimwell.domain.theory.hints import Hint, HintKind, hints

__all__ = [
    "Baseline",
    "Count",
    "Hint",
    "HintKind",
    "Missing",
    "Problem",
    "by_day",
    "check_problem",
    "hints",
    "is_checked",
]


@dataclass(frozen=True, slots=True)
class Baseline:
    """Where things stood before: a stored count on its day, or the promise to collect one."""

    on: date | None = None
    to_be_collected: bool = False

    @property
    def known(self) -> bool:
        return self.to_be_collected or self.on is not None


@dataclass(frozen=True, slots=True)
class Count:
    """One stored value of one line of a measure."""

    on: date
    value: float
    top: float | None = None
    bottom: float | None = None


@dataclass(frozen=True)
class Problem:
    what: str = ""
    for_whom: str = ""
    how_known: str = ""
    baseline: Baseline = Baseline()
    evidence: int = 0
    perspectives: int = 0


@dataclass(frozen=True)
class Missing:
    """`part` is a field of Problem, `next_move` a key of `words.theory`. A `hint` is not one of the three parts."""

    part: str
    next_move: str
    hint: bool = False


def check_problem(problem: Problem) -> tuple[Missing, ...]:
    """The missing parts first, then hints on evidence and on voices, in the order of the page."""
    asked = [
        Missing(part, f"problem.{part}")
        for part in ("what", "for_whom", "how_known")
        if not getattr(problem, part).strip()
    ]
    if problem.how_known.strip() and not problem.baseline.known:
        asked.append(Missing("baseline", "problem.baseline", hint=_tells_a_figure(problem)))
    if not problem.evidence:
        asked.append(Missing("evidence", "problem.evidence", hint=True))
    if not problem.perspectives:
        asked.append(Missing("perspectives", "problem.perspective", hint=True))
    return tuple(asked)


def is_checked(problem: Problem) -> bool:
    """Whether the three parts are there; hints do not count."""
    return all(missing.hint for missing in check_problem(problem))


def _tells_a_figure(problem: Problem) -> bool:
    """A figure in the sentence lets the team go on; it is still asked to point at the count behind it."""
    return any(letter.isdigit() for letter in problem.how_known)


def by_day(counts: Iterable[Count]) -> dict[date, Count]:
    """One count for each day, over all lines of a measure. Shares are put together from what stands above and below;
    a day whose lines cannot be put together is left out.
    """
    found: dict[date, list[Count]] = {}
    for count in counts:
        found.setdefault(count.on, []).append(count)
    together = {day: _together(rows) for day, rows in sorted(found.items())}
    return {day: count for day, count in together.items() if count is not None}


def _together(rows: list[Count]) -> Count | None:
    if len(rows) == 1:
        return rows[0]
    tops = [row.top for row in rows if row.top is not None]
    bottoms = [row.bottom for row in rows if row.bottom]
    if len(tops) == len(bottoms) == len(rows):
        return Count(rows[0].on, 100 * sum(tops) / sum(bottoms), sum(tops), sum(bottoms))
    return None
