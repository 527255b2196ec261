"""Threads of linked cycles: depth on one idea, with branches (S1 R-32, R-33; SPEC principle 4)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from aimwell.domain.errors import Refused
from aimwell.domain.pdsa.moves import State
from aimwell.domain.words.numbers import count_word
from aimwell.domain.words.pdsa import say

DEEP = 3
ONE_SHOT_DAYS = 60


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

    def around(self, here: str, *, before: int, after: int) -> "Thread":
        """A part of a long thread: of the way that leads over `here` the nearest steps, and what follows from it."""
        way = self.way(here)
        at = next((place for place, step in enumerate(way) if step.cycle.id == here), 0)
        kept = {step.cycle.id for step in way[max(0, at - before) : at + 1 + after]}
        children = [step.cycle.id for step in self.steps if step.cycle.follows == here][:after]
        return self.only(kept.union(children))

    def only(self, ids: Iterable[str]) -> "Thread":
        """These cycles alone; the first of them stands in the first column."""
        kept = set(ids)
        steps = [step for step in self.steps if step.cycle.id in kept]
        first = min((step.depth for step in steps), default=0)
        return Thread(tuple(replace(step, depth=step.depth - first) for step in steps))

    def way(self, here: str) -> list[Step]:
        """From the root to `here`, then on along the line of `here`; the main line where `here` is not in it."""
        by_id = {step.cycle.id: step for step in self.steps}
        if here not in by_id:
            return list(self.main)
        back = [by_id[here]]
        while back[-1].cycle.follows in by_id and back[-1].depth:
            back.append(by_id[back[-1].cycle.follows])
        last = by_id[here]
        return back[::-1] + [step for step in self.steps if step.line == last.line and step.depth > last.depth]


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


def one_shot(thread: Thread, done_on: date | None, today: date) -> bool:
    """One finished cycle, and for a while no next one (S0 R-14, L155). Told to the team, never counted against it."""
    alone = len(thread.steps) == 1 and thread.finished == 1
    return alone and done_on is not None and (today - done_on).days >= ONE_SHOT_DAYS


def _thread(root: CycleLink, children: dict[str, list[CycleLink]]) -> Thread:
    """Without recursion: a thread may be longer than Python's stack."""
    reach = _reaches(root, children)
    steps: list[Step] = []
    starts = [(root, 0, "1")]
    line = -1
    while starts:
        cycle, start, label = starts.pop()
        here, line = start, line + 1
        branches: list[tuple[CycleLink, int, str]] = []
        while True:
            name = label if here == start else _next_label(label, here - start)
            steps.append(Step(cycle, here, line, name))
            rest = children.get(cycle.id, [])
            if not rest:
                break
            onward = max(rest, key=lambda child: reach[child.id])
            others = (child for child in rest if child is not onward)
            branches += [(other, here + 1, f"{name}{chr(98 + number)}") for number, other in enumerate(others)]
            cycle, here = onward, here + 1
        starts += reversed(branches)
    return Thread(tuple(steps))


def _next_label(label: str, further: int) -> str:
    return str(int(label) + further) if label.isdigit() else f"{label}.{further + 1}"


def _reaches(root: CycleLink, children: dict[str, list[CycleLink]]) -> dict[str, int]:
    """How many cycles the longest way on from each cycle holds, itself among them."""
    order = [root]
    for cycle in order:
        order += children.get(cycle.id, [])
    reach: dict[str, int] = {}
    for cycle in reversed(order):
        reach[cycle.id] = 1 + max((reach[child.id] for child in children.get(cycle.id, [])), default=0)
    return reach
