"""What hangs loose in a theory: facts for a list beside the map, never a grade (S1 R-17; SPEC C3)."""

from dataclasses import dataclass
from enum import StrEnum

from aimwell.domain.theory.graph import Part, PartKind, Theory, path_to_aim


class Loose(StrEnum):
    NO_AIM = "no_aim"
    ORPHAN = "orphan"
    DEAD_END = "dead_end"
    NO_MEASURE = "no_measure"
    UNTESTED = "untested"


@dataclass(frozen=True)
class Finding:
    """`part` is empty where the theory as a whole is meant."""

    kind: Loose
    part: str = ""


def check(theory: Theory) -> tuple[Finding, ...]:
    """Loose ends in stored order; abandoned parts have none.

    Orphan: a driver or idea that reaches no aim (no primary driver, while there is no aim). Dead end: a driver
    that holds neither drivers nor a live idea. No measure: an aim, or a driver that ideas hang on, without one. A part
    has at most one of these three. Untested: a driver that rests on causes, none with evidence yet (S2 R-4).
    """
    found = [] if theory.of_kind(PartKind.AIM) else [Finding(Loose.NO_AIM)]
    for part in theory.parts:
        if part.abandoned:
            continue
        if kind := _loose(theory, part):
            found.append(Finding(kind, part.id))
        if part.assumed and part.kind is not PartKind.IDEA:
            found.append(Finding(Loose.UNTESTED, part.id))
    return tuple(found)


def _loose(theory: Theory, part: Part) -> Loose | None:
    if not _reaches_top(theory, part):
        return Loose.ORPHAN
    if part.kind is PartKind.IDEA:
        return None
    if part.kind is not PartKind.AIM and not _holds_something(theory, part):
        return Loose.DEAD_END
    if not part.measured and (part.kind is PartKind.AIM or _live_ideas(theory, part)):
        return Loose.NO_MEASURE
    return None


def _reaches_top(theory: Theory, part: Part) -> bool:
    top = PartKind.AIM if theory.of_kind(PartKind.AIM) else PartKind.PRIMARY
    return any(theory.by_id[above].kind is top for above in path_to_aim(theory, part.id))


def _holds_something(theory: Theory, part: Part) -> bool:
    drivers = [child for child in theory.children(part.id) if theory.by_id[child].kind is PartKind.SECONDARY]
    return bool(drivers or _live_ideas(theory, part))


def _live_ideas(theory: Theory, part: Part) -> list[str]:
    children = (theory.by_id[child] for child in theory.children(part.id))
    return [child.id for child in children if child.kind is PartKind.IDEA and not child.abandoned]
