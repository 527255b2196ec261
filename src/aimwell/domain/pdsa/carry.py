"""What one cycle hands to the next: the learning of one is the reason for the other (S1 R-32, L178)."""

from dataclasses import dataclass

from aimwell.domain.pdsa.moves import Act, Decision
from aimwell.domain.pdsa.sizes import Size, next_larger

GOES_ON = frozenset({Act.ADAPT, Act.REPEAT, Act.SCALE})


@dataclass(frozen=True)
class FinishedCycle:
    """What of a cycle can be handed on."""

    id: str
    what: str
    idea: str = ""
    measure: str = ""
    where: str = ""
    count_what: str = ""
    learning: str = ""
    who_counts: str = ""
    steps: str = ""
    level: str = ""
    size: Size = Size.ONE


@dataclass(frozen=True)
class NextDraft:
    """A draft for the next cycle; the prediction is left to be made afresh.

    `carries_over` names the fields taken as they were, `changes` what the team said will be different, `why` the
    learning that leads here.
    """

    follows: str
    what: str
    idea: str
    measure: str
    where: str
    count_what: str
    carries_over: tuple[str, ...]
    changes: str
    why: str
    who_counts: str = ""
    steps: str = ""
    level: str = ""
    size: Size = Size.ONE


def draft_next(cycle: FinishedCycle, decision: Decision) -> NextDraft | None:
    """The next cycle after adapt, repeat or scale; None after adopt and abandon, which close the thread.

    Adapting changes what is tried. Scaling changes where, so the place is left open and the size goes one step up.
    Repeating keeps both.
    """
    if decision.act not in GOES_ON:
        return None
    change = decision.change.strip()
    what = change if decision.act is Act.ADAPT and change else cycle.what
    where = "" if decision.act is Act.SCALE else cycle.where
    kept = {
        "idea": cycle.idea,
        "measure": cycle.measure,
        "where": where,
        "count_what": cycle.count_what,
        "who_counts": cycle.who_counts,
        "steps": cycle.steps,
        "what": cycle.what if what == cycle.what else "",
    }
    return NextDraft(
        follows=cycle.id,
        what=what,
        idea=cycle.idea,
        measure=cycle.measure,
        where=where,
        count_what=cycle.count_what,
        who_counts=cycle.who_counts,
        steps=cycle.steps,
        level=cycle.level,
        size=next_larger(cycle.size) if decision.act is Act.SCALE else cycle.size,
        carries_over=tuple(name for name, value in kept.items() if value),
        changes=change,
        why=cycle.learning.strip(),
    )
