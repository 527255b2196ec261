"""The theory as a typed graph: aim, primary drivers, secondary drivers, change ideas (S1 R-17; SPEC C3).

A part may serve several parents. Links run from the aim towards the ideas; they never make a loop, because each
leads to a later column.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from aimwell.domain.errors import Refused


class PartKind(StrEnum):
    AIM = "aim"
    PRIMARY = "primary"
    SECONDARY = "secondary"
    IDEA = "idea"

    @property
    def column(self) -> int:
        """0 for the aim at the left to 3 for what we try at the right."""
        return tuple(PartKind).index(self)


# An idea may serve a primary driver directly: a short theory needs no secondary drivers.
MAY_HOLD: dict[PartKind, frozenset[PartKind]] = {
    PartKind.AIM: frozenset({PartKind.PRIMARY}),
    PartKind.PRIMARY: frozenset({PartKind.SECONDARY, PartKind.IDEA}),
    PartKind.SECONDARY: frozenset({PartKind.IDEA}),
    PartKind.IDEA: frozenset(),
}


@dataclass(frozen=True)
class Part:
    """A node. `measured`: a measure hangs on it. `abandoned`: kept and legible, but no longer part of the theory.

    `assumed`: it rests on causes, and none of them has evidence yet. `place`: where it stood in its column when the
    map was last put in order, counted from the top; None before that.
    """

    id: str
    kind: PartKind
    label: str
    measured: bool = False
    abandoned: bool = False
    assumed: bool = False
    place: int | None = None


@dataclass(frozen=True)
class Link:
    parent: str
    child: str


@dataclass(frozen=True)
class Theory:
    """Parts and links in stored order. Links to parts that are not there are ignored."""

    parts: tuple[Part, ...] = ()
    links: tuple[Link, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Part]:
        return {part.id: part for part in self.parts}

    @cached_property
    def _children(self) -> dict[str, tuple[str, ...]]:
        return self._neighbours(lambda link: (link.parent, link.child))

    @cached_property
    def _parents(self) -> dict[str, tuple[str, ...]]:
        return self._neighbours(lambda link: (link.child, link.parent))

    def children(self, part: str) -> tuple[str, ...]:
        """Ids below, in the stored order of the parts."""
        return self._children.get(part, ())

    def parents(self, part: str) -> tuple[str, ...]:
        return self._parents.get(part, ())

    def of_kind(self, kind: PartKind) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.kind is kind)

    def _neighbours(self, ends: Callable[[Link], tuple[str, str]]) -> dict[str, tuple[str, ...]]:
        place = {part.id: number for number, part in enumerate(self.parts)}
        found: dict[str, set[str]] = {}
        for link in self.links:
            if link.parent in place and link.child in place:
                here, there = ends(link)
                found.setdefault(here, set()).add(there)
        return {here: tuple(sorted(others, key=place.__getitem__)) for here, others in found.items()}


def may_link(theory: Theory, parent: str, child: str) -> bool:
    """Whether this link may be added."""
    return _why_not(theory, parent, child) is None


def check_link(theory: Theory, parent: str, child: str) -> None:
    """Raises Refused("loop"), Refused("already_linked") or Refused("wrong_link")."""
    reason = _why_not(theory, parent, child)
    if reason:
        raise Refused(reason, parent=parent, child=child)


def path_to_aim(theory: Theory, part: str) -> frozenset[str]:
    """Ids of the part and of everything above it, by every parent."""
    return _reached([part], theory.parents)


def below(theory: Theory, part: str) -> frozenset[str]:
    """Ids of the part and of everything under it."""
    return _reached([part], theory.children)


def paths_to_aim(theory: Theory, part: str) -> tuple[tuple[str, ...], ...]:
    """Every way up from the part, itself first, one after the other in stored order (S4 R-21)."""
    parents = theory.parents(part)
    if not parents:
        return ((part,),)
    return tuple((part, *way) for parent in parents for way in paths_to_aim(theory, parent))


def only_held_by(theory: Theory, part: str) -> tuple[str, ...]:
    """What would hang loose without the part: its children that serve nothing else, in stored order (S0 R-4)."""
    return tuple(child for child in theory.children(part) if theory.parents(child) == (part,))


def _why_not(theory: Theory, parent: str, child: str) -> str | None:
    if parent == child or parent in below(theory, child):
        return "loop"
    if child in theory.children(parent):
        return "already_linked"
    upper, lower = theory.by_id.get(parent), theory.by_id.get(child)
    if upper is None or lower is None or lower.kind not in MAY_HOLD[upper.kind]:
        return "wrong_link"
    return None


def _reached(start: Iterable[str], step: Callable[[str], tuple[str, ...]]) -> frozenset[str]:
    seen = set(start)
    todo = list(seen)
    while todo:
        for other in step(todo.pop()):
            if other not in seen:
                seen.add(other)
                todo.append(other)
    return frozenset(seen)
