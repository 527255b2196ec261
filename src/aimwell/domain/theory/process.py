"""How the work really goes: steps in a list, each with where it goes next (S2 R-11, S2 L485)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["start", "step", "decision", "end"]
Gap = Literal["no_start", "no_end", "one_way", "cut_off", "stops"]


@dataclass(frozen=True, slots=True)
class Node:
    """`goes_to`: id of the next step; empty is the next one in the list. Of a decision it is the way of yes."""

    id: str
    kind: Kind
    text: str
    owner: str = ""
    goes_to: str = ""
    else_to: str = ""
    yes: str = ""
    no: str = ""


@dataclass(frozen=True, slots=True)
class Exit:
    """From one step to another. `way`: "yes" or "no" out of a decision; `label` is what stands on the line."""

    source: str
    target: str
    way: Literal["", "yes", "no"] = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Hint:
    """`node` is empty where the whole map is meant."""

    gap: Gap
    node: str = ""


def exits(nodes: Sequence[Node]) -> tuple[Exit, ...]:
    """Every line of the map, in the order of the list. A step that is no longer there counts as not chosen."""
    known = {node.id for node in nodes}
    found: list[Exit] = []
    for place, node in enumerate(nodes):
        if node.kind == "end":
            continue
        after = nodes[place + 1].id if place + 1 < len(nodes) else ""
        target = node.goes_to if node.goes_to in known and node.goes_to != node.id else after
        decides = node.kind == "decision"
        if target:
            found.append(Exit(node.id, target, "yes" if decides else "", node.yes if decides else ""))
        if decides and node.else_to in known and node.else_to != node.id:
            found.append(Exit(node.id, node.else_to, "no", node.no))
    return tuple(found)


def hints(nodes: Sequence[Node]) -> tuple[Hint, ...]:
    """What the map does not say yet: facts, never a grade."""
    if not nodes:
        return ()
    lines = exits(nodes)
    out = {line.source for line in lines}
    one_way = {line.source for line in lines if line.way == "no"}
    reached = _reached(nodes, lines)
    found = [Hint("no_start")] if all(node.kind != "start" for node in nodes) else []
    found += [Hint("no_end")] if all(node.kind != "end" for node in nodes) else []
    for node in nodes:
        if node.kind == "decision" and node.id not in one_way:
            found.append(Hint("one_way", node.id))
        if node.id not in reached:
            found.append(Hint("cut_off", node.id))
        elif node.kind != "end" and node.id not in out and len(nodes) > 1:
            found.append(Hint("stops", node.id))
    return tuple(found)


def _reached(nodes: Sequence[Node], lines: Sequence[Exit]) -> set[str]:
    """From the starts; without any, from the first step."""
    queue = [node.id for node in nodes if node.kind == "start"] or [nodes[0].id]
    seen = set(queue)
    for here in queue:
        for line in lines:
            if line.source == here and line.target not in seen:
                seen.add(line.target)
                queue.append(line.target)
    return seen
