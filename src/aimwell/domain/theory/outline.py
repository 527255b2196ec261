"""The theory as an indented list: the equal way in beside the map."""

from dataclasses import dataclass

from aimwell.domain.theory.graph import Part, PartKind, Theory


@dataclass(frozen=True)
class Row:
    """`level` counts from 0; `under` is the parent it stands below ("" at the top); `also` its other parents."""

    part: Part
    level: int
    under: str = ""
    also: tuple[str, ...] = ()


def outline(theory: Theory) -> tuple[Row, ...]:
    """Every part once, depth first in stored order; a part with several parents stands under its first.

    Aims open the list. Whatever no aim leads to follows at the end, from its own top.
    """
    rows: list[Row] = []
    seen: set[str] = set()
    tops = [part for part in theory.parts if part.kind is PartKind.AIM]
    tops += [part for part in theory.parts if part.kind is not PartKind.AIM and not theory.parents(part.id)]
    for part in [*tops, *theory.parts]:
        _add(theory, part, 0, "", rows, seen)
    return tuple(rows)


def _add(theory: Theory, part: Part, level: int, under: str, rows: list[Row], seen: set[str]) -> None:
    if part.id in seen or (under and first_parent(theory, part.id) != under):
        return
    seen.add(part.id)
    also = tuple(parent for parent in theory.parents(part.id) if parent != under) if under else ()
    rows.append(Row(part, level, under, also))
    for child in theory.children(part.id):
        _add(theory, theory.by_id[child], level + 1, part.id, rows, seen)


def first_parent(theory: Theory, part: str) -> str:
    """The parent under which the outline lists the part; "" for a part without one."""
    parents = theory.parents(part)
    return parents[0] if parents else ""
