"""How everything hangs together, from the problem to what was learned, walked either way (S0 R-7)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class Stage(StrEnum):
    """In the order of the work."""

    GOAL = "goal"
    PROBLEM = "problem"
    VOICE = "voice"
    PRACTICE = "practice"
    EVIDENCE = "evidence"
    PREDICTION = "prediction"
    PROCESS = "process"
    CAUSE = "cause"
    AIM = "aim"
    DRIVER = "driver"
    IDEA = "idea"
    MEASURE = "measure"
    CYCLE = "cycle"
    LEARNING = "learning"


ORDER = {stage: place for place, stage in enumerate(Stage)}


@dataclass(frozen=True, slots=True)
class Node:
    """`id` names it everywhere: "part-12"."""

    id: str
    stage: Stage
    label: str


class Gap(StrEnum):
    """What may be missing in a thread: facts, each with a smallest next step in its words."""

    CAUSE_UNCHECKED = "cause_unchecked"
    NO_CAUSE = "no_cause"
    NO_AIM = "no_aim"
    NOT_TRIED = "not_tried"
    NO_IDEA = "no_idea"
    NOTHING_LEARNED = "nothing_learned"


@dataclass(frozen=True)
class Web:
    """`edges` run from what came first to what rests on it. An edge to a node that is not there is ignored."""

    nodes: tuple[Node, ...]
    edges: frozenset[tuple[str, str]]

    @cached_property
    def by_id(self) -> dict[str, Node]:
        return {node.id: node for node in self.nodes}

    @cached_property
    def _after(self) -> Mapping[str, tuple[str, ...]]:
        return _grouped((first, then) for first, then in self.edges if {first, then} <= self.by_id.keys())

    @cached_property
    def _before(self) -> Mapping[str, tuple[str, ...]]:
        return _grouped((then, first) for first, then in self.edges if {first, then} <= self.by_id.keys())

    def back(self, node: str) -> frozenset[str]:
        """Everything that `node` rests on, by every way, without itself."""
        return _reached(node, self._before)

    def forward(self, node: str) -> frozenset[str]:
        """Everything that rests on `node`."""
        return _reached(node, self._after)

    def thread(self, node: str) -> tuple[Node, ...]:
        """`node` with all before and after it, in the order of the work."""
        named = self.back(node) | {node} | self.forward(node)
        return tuple(sorted((self.by_id[one] for one in named), key=lambda one: (ORDER[one.stage], one.id)))

    def gaps(self, node: str) -> tuple[tuple[Gap, Node], ...]:
        """Where the thread is broken."""
        return tuple((gap, one) for one in self.thread(node) for gap in self._gaps_of(one))

    def _gaps_of(self, node: Node) -> Iterable[Gap]:
        before = {self.by_id[one].stage for one in self._before.get(node.id, ())}
        after = {self.by_id[one].stage for one in self._after.get(node.id, ())}
        if node.stage is Stage.CAUSE and Stage.EVIDENCE not in before:
            yield Gap.CAUSE_UNCHECKED
        if node.stage is Stage.IDEA and Stage.CAUSE not in {self.by_id[one].stage for one in self.back(node.id)}:
            yield Gap.NO_CAUSE
        if node.stage in (Stage.DRIVER, Stage.IDEA) and Stage.AIM not in {
            self.by_id[one].stage for one in self.back(node.id)
        }:
            yield Gap.NO_AIM
        if node.stage is Stage.IDEA and Stage.CYCLE not in after:
            yield Gap.NOT_TRIED
        if node.stage is Stage.CYCLE and Stage.IDEA not in before:
            yield Gap.NO_IDEA
        if node.stage is Stage.CYCLE and Stage.LEARNING not in after:
            yield Gap.NOTHING_LEARNED


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for here, there in sorted(pairs):
        found.setdefault(here, []).append(there)
    return {here: tuple(others) for here, others in found.items()}


def _reached(start: str, step: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    seen, todo = {start}, [start]
    while todo:
        for other in step.get(todo.pop(), ()):
            if other not in seen:
                seen.add(other)
                todo.append(other)
    return frozenset(seen - {start})
