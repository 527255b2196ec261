"""Threads of linked cycles: depth on one idea, with branches (S1 R-32, R-33; SPEC principle 4)."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from aimwell.domain.errors import Refused
from aimwell.domain.pdsa.moves import State
from aimwell.domain.words.numbers import count_word
from aimwell.domain.words.pdsa import say

DEEP = 3


@dataclass(frozen=True)
class CycleLink:
    """A cycle as a thread sees it. `follows` is the id of its predecessor, `why` the learning that leads here."""

    id: str
    state: State = State.DRAFT
    follows: str = ""
    why: str = ""
    idea: str = ""


@dataclass(frozen=True)
class Step:
    """A cycle at its place: `depth` 0 is the first column, `line` 0 the main line, then one for each branch."""

    cycle: CycleLink
    depth: int
    line: int
    label: str


@dataclass(frozen=True)
class Thread:
    """Steps in reading order: the main line first, then each branch from its start."""

    steps: tuple[Step, ...]

    @cached_property
    def main(self) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.line == 0)

    @property
    def finished(self) -> int:
        """Finished cycles on the main line."""
        return sum(step.cycle.state is State.DONE for step in self.main)


def threads(cycles: Iterable[CycleLink]) -> tuple[Thread, ...]:
    """One thread for each cycle that follows none, in stored order; every cycle stands in exactly one.

    The main line goes on with the child that leads furthest, the earlier one where two lead as far. A branch from
    cycle 2 is called 2b, the next 2c; what follows on a branch counts on: 2b.2.
    """
    known = tuple(cycles)
    ids = {cycle.id for cycle in known}
    children: dict[str, list[CycleLink]] = {}
    for cycle in known:
        if cycle.follows in ids and cycle.follows != cycle.id:
            children.setdefault(cycle.follows, []).append(cycle)
    roots = [cycle for cycle in known if cycle.follows not in ids or cycle.follows == cycle.id]
    return tuple(_thread(root, children) for root in roots)


def check_predecessor(cycles: Iterable[CycleLink], cycle: str, follows: str) -> None:
    """Raises Refused("own_predecessor") where `cycle` would, by whatever way, follow itself."""
    before = {link.id: link.follows for link in cycles}
    here, seen = follows, set[str]()
    while here and here not in seen:
        if here == cycle:
            raise Refused("own_predecessor", cycle=cycle, follows=follows)
        seen.add(here)
        here = before.get(here, "")


def depth_words(thread: Thread, lang: str) -> str:
    """One sentence on how deep the thread goes; nothing in it compares teams."""
    done = thread.finished
    if done < 2:
        return say("depth.one" if done else "depth.none", lang)
    if done < DEEP:
        return say("depth.started", lang, done=count_word(done, lang).capitalize())
    drafted = any(step.cycle.state is not State.DONE for step in thread.main)
    return say("depth.deep_drafted" if drafted else "depth.deep", lang, done=count_word(done, lang))


def spread_words(others: Iterable[Thread], lang: str) -> str:
    """One sentence on threads that stopped after one cycle; "" where there is none."""
    count = sum(len(thread.steps) == 1 and thread.finished == 1 for thread in others)
    if count == 0:
        return ""
    return say("spread.one", lang) if count == 1 else say("spread.many", lang, count=count_word(count, lang))


def _thread(root: CycleLink, children: dict[str, list[CycleLink]]) -> Thread:
    steps: list[Step] = []
    lines = 0

    def walk(start: CycleLink, depth: int, line: int, label: str) -> None:
        nonlocal lines
        cycle, here, branches = start, depth, []
        while True:
            name = label if here == depth else _next_label(label, here - depth)
            steps.append(Step(cycle, here, line, name))
            rest = children.get(cycle.id, [])
            if not rest:
                break
            onward = max(rest, key=lambda child: _reach(child, children))
            branches += [
                (other, here + 1, f"{name}{chr(98 + number)}")
                for number, other in enumerate(child for child in rest if child is not onward)
            ]
            cycle, here = onward, here + 1
        for other, at_depth, name in branches:
            lines += 1
            walk(other, at_depth, lines, name)

    walk(root, 0, 0, "1")
    return Thread(tuple(steps))


def _next_label(label: str, further: int) -> str:
    return str(int(label) + further) if label.isdigit() else f"{label}.{further + 1}"


def _reach(cycle: CycleLink, children: dict[str, list[CycleLink]]) -> int:
    return 1 + max((_reach(child, children) for child in children.get(cycle.id, [])), default=0)
