"""A problem in three checked parts: what, for whom, how do we know (S1 R-10, L1335).

Nothing here blocks. Each missing part is named together with the smallest next move.
"""

from dataclasses import dataclass
from datetime import date

from aimwell.domain.theory.hints import Hint, HintKind, hints

__all__ = ["Baseline", "Hint", "HintKind", "Missing", "Problem", "check_problem", "hints"]


@dataclass(frozen=True)
class Baseline:
    """Where things stood before: a value with its date, or the promise to collect one."""

    value: float | None = None
    on: date | None = None
    to_be_collected: bool = False

    @property
    def known(self) -> bool:
        return self.to_be_collected or (self.value is not None and self.on is not None)


@dataclass(frozen=True)
class Problem:
    what: str = ""
    for_whom: str = ""
    how_known: str = ""
    baseline: Baseline | None = None
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
    if problem.how_known.strip() and _baseline_open(problem):
        asked.append(Missing("baseline", "problem.baseline"))
    if not problem.evidence:
        asked.append(Missing("evidence", "problem.evidence", hint=True))
    if not problem.perspectives:
        asked.append(Missing("perspectives", "problem.perspective", hint=True))
    return tuple(asked)


def is_checked(problem: Problem) -> bool:
    """Whether the three parts are there; hints do not count."""
    return all(missing.hint for missing in check_problem(problem))


def _baseline_open(problem: Problem) -> bool:
    """A figure in the sentence itself counts as a baseline when none is stored apart."""
    if problem.baseline is not None:
        return not problem.baseline.known
    return not any(letter.isdigit() for letter in problem.how_known)
