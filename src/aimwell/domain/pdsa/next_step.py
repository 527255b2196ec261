"""The one next step on the team's page, chosen by a rule that is printed beside it.

What is open is finished first: a Study to write, a look that is due, a prediction to lock. Then whatever the work
still lacks, in the order of the method: problem, voices, causes, aim, drivers, measure, numbers, first cycle. The
step is never a gate; "not now" gives the one after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class StepKind(StrEnum):
    SAY_PROBLEM = "say_problem"
    WRITE_STUDY = "write_study"
    LOOK = "look"
    COUNT = "count"
    LOCK = "lock"
    FINISH_PROBLEM = "finish_problem"
    HEAR = "hear"
    FIND_CAUSES = "find_causes"
    SET_AIM = "set_aim"
    DRAW_DRIVERS = "draw_drivers"
    NAME_MEASURE = "name_measure"
    ADD_NUMBERS = "add_numbers"
    FIRST_CYCLE = "first_cycle"
    TEST_AGAIN = "test_again"
    NEXT_CYCLE = "next_cycle"


@dataclass(frozen=True)
class CycleFacts:
    """An open cycle as the rule sees it."""

    id: int
    number: int
    state: str
    look_due: bool = False
    counts_due: bool = False


@dataclass(frozen=True)
class Facts:
    """What stands and what does not. `open_cycles`: those not done, oldest first.

    `one_shot`: a cycle done a while ago that nothing follows (S0 R-14).
    """

    has_inquiry: bool = False
    problem_complete: bool = False
    evidence: bool = False
    perspectives: bool = False
    causes: bool = False
    aim_complete: bool = False
    parts: int = 0
    measures: int = 0
    points: int = 0
    cycles: int = 0
    open_cycles: tuple[CycleFacts, ...] = ()
    one_shot: CycleFacts | None = None


@dataclass(frozen=True)
class Step:
    """`cycle`: the cycle to open, where the step is about one."""

    kind: StepKind
    minutes: int
    cycle: CycleFacts | None = None


MINUTES = {
    StepKind.SAY_PROBLEM: 2,
    StepKind.WRITE_STUDY: 6,
    StepKind.LOOK: 4,
    StepKind.COUNT: 2,
    StepKind.LOCK: 3,
    StepKind.FINISH_PROBLEM: 4,
    StepKind.HEAR: 4,
    StepKind.FIND_CAUSES: 10,
    StepKind.SET_AIM: 4,
    StepKind.DRAW_DRIVERS: 10,
    StepKind.NAME_MEASURE: 4,
    StepKind.ADD_NUMBERS: 3,
    StepKind.FIRST_CYCLE: 3,
    StepKind.TEST_AGAIN: 3,
    StepKind.NEXT_CYCLE: 3,
}


def next_steps(facts: Facts) -> tuple[Step, ...]:
    """All steps that make sense now, the first one first. Never empty."""
    kinds = list(_open_work(facts)) + [Step(kind, MINUTES[kind]) for kind in _lacking(facts)]
    if facts.one_shot is not None:
        kinds.append(Step(StepKind.TEST_AGAIN, MINUTES[StepKind.TEST_AGAIN], facts.one_shot))
    return tuple(kinds) or (Step(StepKind.NEXT_CYCLE, MINUTES[StepKind.NEXT_CYCLE]),)


def _open_work(facts: Facts) -> Iterator[Step]:
    order = {StepKind.WRITE_STUDY: "studying", StepKind.LOOK: "doing", StepKind.COUNT: "doing", StepKind.LOCK: "draft"}
    for kind, state in order.items():
        for cycle in facts.open_cycles:
            if cycle.state == state and _applies(kind, cycle):
                yield Step(kind, MINUTES[kind], cycle)


def _applies(kind: StepKind, cycle: CycleFacts) -> bool:
    if kind is StepKind.LOOK:
        return cycle.look_due
    if kind is StepKind.COUNT:
        return not cycle.look_due
    return True


def _lacking(facts: Facts) -> Iterator[StepKind]:
    if not facts.has_inquiry:
        yield StepKind.SAY_PROBLEM
        return
    lacking = {
        StepKind.FINISH_PROBLEM: not facts.problem_complete or not facts.evidence,
        StepKind.HEAR: not facts.perspectives,
        StepKind.FIND_CAUSES: not facts.causes,
        StepKind.SET_AIM: not facts.aim_complete,
        StepKind.DRAW_DRIVERS: facts.parts == 0,
        StepKind.NAME_MEASURE: facts.measures == 0,
        StepKind.ADD_NUMBERS: facts.measures > 0 and facts.points == 0,
        StepKind.FIRST_CYCLE: facts.cycles == 0,
    }
    yield from (kind for kind, missing in lacking.items() if missing)
