"""What became of a theory between two days: added, gone, said otherwise, moved, abandoned, taken up (N-7; S2 R-23)."""

from dataclasses import dataclass, replace
from enum import StrEnum

from aimwell.domain.theory.graph import Link, Part, PartKind, Theory


class Turn(StrEnum):
    ADDED = "added"
    GONE = "gone"
    REWORDED = "reworded"
    ABANDONED = "abandoned"
    TAKEN_UP = "taken_up"
    LINKED = "linked"
    UNLINKED = "unlinked"


@dataclass(frozen=True, slots=True)
class Step:
    """One difference. `part` is as it is on the later day, or on the earlier one where it is gone.

    `was`: the earlier wording. `onto`: the other end of a line that came or went.
    """

    turn: Turn
    part: Part
    was: str = ""
    onto: Part | None = None


def differences(earlier: Theory, later: Theory) -> tuple[Step, ...]:
    """In the order of the map, parts before lines. A line counts only where both its ends stand on both days."""
    known = {part.id: part for part in (*earlier.parts, *later.parts)}
    steps = [step for part in known.values() for step in _of_part(earlier.by_id.get(part.id), later.by_id.get(part.id))]
    both = earlier.by_id.keys() & later.by_id.keys()
    before, after = _lines(earlier, both), _lines(later, both)
    steps += [Step(Turn.UNLINKED, known[line.child], onto=known[line.parent]) for line in before if line not in after]
    steps += [Step(Turn.LINKED, known[line.child], onto=known[line.parent]) for line in after if line not in before]
    place = {part: number for number, part in enumerate(known)}
    columns = tuple(PartKind)
    return tuple(
        sorted(steps, key=lambda step: (step.onto is not None, columns.index(step.part.kind), place[step.part.id]))
    )


def _of_part(then: Part | None, now: Part | None) -> list[Step]:
    if then is None or now is None:
        return [Step(Turn.ADDED, now)] if now else [Step(Turn.GONE, then)] if then else []
    steps = [Step(Turn.REWORDED, now, was=then.label)] if then.label != now.label else []
    if then.abandoned != now.abandoned:
        steps.append(Step(Turn.ABANDONED if now.abandoned else Turn.TAKEN_UP, now))
    return steps


def _lines(theory: Theory, ends: set[str]) -> list[Link]:
    return [
        Link(above, part.id) for part in theory.parts for above in theory.parents(part.id) if {above, part.id} <= ends
    ]


def together(earlier: Theory, later: Theory) -> Theory:
    """The later map with what is gone since drawn in, struck like something abandoned, on its earlier lines."""
    gone = [replace(part, abandoned=True) for part in earlier.parts if part.id not in later.by_id]
    lost = {part.id for part in gone}
    lines = [Link(above, part) for part in lost for above in earlier.parents(part)]
    lines += [Link(part, below) for part in lost for below in earlier.children(part)]
    parts = sorted((*later.parts, *gone), key=lambda part: part.kind.column)
    return Theory(tuple(parts), (*later.links, *sorted(set(lines), key=lambda line: (line.parent, line.child))))
