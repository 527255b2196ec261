"""Does it hang together? Seven questions, and the facts that stand beside them (S1 L1344).

The facts come from the work itself; the answer is the team's own. Neither changes the other, and there is no score.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Question(StrEnum):
    UNDERSTOOD = "understood"
    AIM = "aim"
    CAUSE = "cause"
    VIABLE = "viable"
    SEQUENCE = "sequence"
    SHOWN_BY = "shown_by"
    REALISTIC = "realistic"


class State(StrEnum):
    CLEAR = "clear"
    NEEDS_WORK = "needs_work"
    TO_DISCUSS = "to_discuss"


@dataclass(frozen=True, slots=True)
class Known:
    """What the work holds. Counts are of what stands now; `indicator_days` are in the order the team gave them."""

    problem_parts: int = 0
    evidence: int = 0
    voices: int = 0
    verified: bool = False
    aim_parts: frozenset[str] = frozenset()
    ideas: int = 0
    ideas_on_causes: int = 0
    ideas_on_supported: int = 0
    ideas_at_the_aim: int = 0
    actions: int = 0
    actions_with_owner: int = 0
    indicator_days: tuple[date | None, ...] = ()
    to_be_made: int = 0
    overarching: bool = False
    aim_measured: bool = False
    ideas_measured: int = 0
    predictions: int = 0
    predictions_with_number: int = 0


@dataclass(frozen=True, slots=True)
class Fact:
    """`holds` is None where there is nothing yet to look at. `n` of `of`, where the fact is a count."""

    key: str
    holds: bool | None
    n: int = 0
    of: int = 0


PARTS_OF_A_PROBLEM = 3
PARTS_OF_AN_AIM = ("target", "by_when", "for_whom", "baseline")


def facts(known: Known) -> dict[Question, tuple[Fact, ...]]:
    """The computed facts beside each question."""
    return {
        Question.UNDERSTOOD: (
            _count("problem_parts", known.problem_parts, PARTS_OF_A_PROBLEM),
            Fact("evidence", known.evidence > 0, known.evidence),
            Fact("voices", known.voices > 0, known.voices),
            Fact("verified", known.verified),
        ),
        Question.AIM: tuple(Fact(f"aim_{part}", part in known.aim_parts) for part in PARTS_OF_AN_AIM),
        Question.CAUSE: (
            _count("on_causes", known.ideas_on_causes, known.ideas),
            _count("on_supported", known.ideas_on_supported, known.ideas),
            _count("at_the_aim", known.ideas_at_the_aim, known.ideas),
        ),
        Question.VIABLE: (_count("owned", known.actions_with_owner, known.actions),),
        Question.SEQUENCE: (
            Fact("indicators", len(known.indicator_days) > 0, len(known.indicator_days)),
            Fact("in_order", in_order(known.indicator_days)),
            Fact("all_there", known.to_be_made == 0 if known.indicator_days else None, known.to_be_made),
        ),
        Question.SHOWN_BY: (
            Fact("overarching", known.overarching),
            Fact("aim_measured", known.aim_measured),
            _count("ideas_measured", known.ideas_measured, known.ideas),
        ),
        Question.REALISTIC: (
            _count("predicted", known.predictions, known.ideas),
            _count("with_number", known.predictions_with_number, known.predictions),
        ),
    }


def _count(key: str, n: int, of: int) -> Fact:
    return Fact(key, n == of if of else None, n, of)


def in_order(days: Iterable[date | None]) -> bool | None:
    """Whether days never run backwards; None with fewer than two. A missing day is not in order."""
    known = tuple(days)
    if len(known) < 2:
        return None
    dated = [day for day in known if day is not None]
    return len(dated) == len(known) and dated == sorted(dated)
