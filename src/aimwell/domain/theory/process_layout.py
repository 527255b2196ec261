"""Where each step of a process stands: layers from the start down, ways back in a channel at the right.

Layers by the longest way from a start, over the lines that lead onward (Sugiyama, Tagawa, Toda 1981). All lengths are
CSS pixels; the same steps always give the same picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from aimwell.domain.theory.ordering import Layered, better
from aimwell.domain.theory.process import Exit, Node, exits
from aimwell.domain.theory.textwidth import width, wrap_even

SIZE, LINE = 15.0, 19.0
NOTE_LINE = 17.0
ROOM, PAD, SLANT = 184.0, 11.0, 16.0
ACROSS, DOWN = 34.0, 46.0
CHANNEL = 18.0
PASSING = 26.0
LABEL = 120.0

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A step from (`x`, `y`), its upper left corner; `notes` stand below the `lines` of its words."""

    node: Node
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def middle(self) -> float:
        return self.x + self.width / 2

    @property
    def bottom(self) -> float:
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Way:
    """A line by `points`; `back` where it leads to a step above."""

    exit: Exit
    points: tuple[Point, ...]
    back: bool


@dataclass(frozen=True, slots=True)
class ProcessLayout:
    width: float
    height: float
    boxes: tuple[Box, ...]
    ways: tuple[Way, ...]


def arrange(nodes: Sequence[Node], *, notes: dict[str, str] | None = None) -> ProcessLayout:
    """`notes` by step stand below its words, under its owner."""
    lines = exits(nodes)
    forward, back = _sorted(nodes, lines)
    layered, passing = _layered(nodes, forward)
    order = better(layered)
    sized = {node.id: _sized(node, (notes or {}).get(node.id, "")) for node in nodes}
    centres, tops, heights = _placed(order, sized)
    left = min((x - (ROOM if name in sized else PASSING) / 2 for name, x in centres.items()), default=0.0)
    boxes = {
        node.id: Box(node, centres[node.id] - ROOM / 2 - left, tops[node.id], ROOM, sized[node.id][0],
                     sized[node.id][1], sized[node.id][2])
        for node in nodes
    }  # fmt: skip
    at = {name: (centre - left, tops[name], heights[name]) for name, centre in centres.items()}
    ways = [_down(line, boxes, at, passing[line.source, line.target, line.way]) for line in forward]
    right = max((x for x, _y, _h in at.values()), default=0.0) + ROOM / 2
    ways += [_up(line, boxes, right + CHANNEL * (k + 1)) for k, line in enumerate(back)]
    words = max((min(width(line.label or "no", 13.0, weight=600), LABEL) for line in back), default=0.0)
    whole = right + (CHANNEL * len(back) + words + 14.0 if back else 0.0)
    height = max((box.bottom for box in boxes.values()), default=0.0)
    return ProcessLayout(whole, height, tuple(boxes[node.id] for node in nodes), tuple(ways))


def _sorted(nodes: Sequence[Node], lines: Sequence[Exit]) -> tuple[list[Exit], list[Exit]]:
    """Lines that lead onward, and those that close a circle; from the starts, then in the order of the list."""
    out: dict[str, list[Exit]] = {}
    for line in lines:
        out.setdefault(line.source, []).append(line)
    state: dict[str, int] = {}
    back: list[Exit] = []
    first = [node.id for node in nodes if node.kind == "start"] + [node.id for node in nodes]
    for root in first:
        stack: list[tuple[str, int]] = [(root, 0)] if root not in state else []
        while stack:
            here, place = stack.pop()
            state[here] = 1
            if place == len(out.get(here, ())):
                state[here] = 2
                continue
            stack.append((here, place + 1))
            line = out[here][place]
            if state.get(line.target) == 1:
                back.append(line)
            elif line.target not in state:
                stack.append((line.target, 0))
    return [line for line in lines if line not in back], [line for line in lines if line in back]


def _layers(nodes: Sequence[Node], forward: Sequence[Exit]) -> dict[str, int]:
    layer = {node.id: 0 for node in nodes}
    for _turn in nodes:
        moved = False
        for line in forward:
            if layer[line.target] <= layer[line.source]:
                layer[line.target], moved = layer[line.source] + 1, True
        if not moved:
            break
    return layer


def _layered(
    nodes: Sequence[Node], forward: Sequence[Exit]
) -> tuple[Layered, dict[tuple[str, str, str], tuple[str, ...]]]:
    layer = _layers(nodes, forward)
    rows: list[list[str]] = [[] for _ in range(max(layer.values(), default=-1) + 1)]
    for node in nodes:
        rows[layer[node.id]].append(node.id)
    edges: list[tuple[str, str]] = []
    passing: dict[tuple[str, str, str], tuple[str, ...]] = {}
    for line in forward:
        between = range(layer[line.source] + 1, layer[line.target])
        holders = tuple(f"\0{line.source}\0{line.target}\0{line.way}\0{row}" for row in between)
        for row, holder in zip(between, holders, strict=True):
            rows[row].append(holder)
        passing[line.source, line.target, line.way] = holders
        edges.extend(pairwise((line.source, *holders, line.target)))
    return Layered(tuple(map(tuple, rows)), tuple(edges)), passing


def _sized(node: Node, note: str) -> tuple[float, tuple[str, ...], tuple[str, ...]]:
    room = ROOM - 2 * PAD - (2 * SLANT if node.kind == "decision" else 0)
    lines = wrap_even(node.text, room, SIZE, weight=600 if node.kind in ("start", "end") else 400)
    notes = tuple(part for words in (node.owner, note) if words for part in wrap_even(words, room, 13.0))
    return len(lines) * LINE + len(notes) * NOTE_LINE + 2 * PAD, lines, notes


def _placed(
    order: tuple[tuple[str, ...], ...], sized: dict[str, tuple[float, tuple[str, ...], tuple[str, ...]]]
) -> tuple[dict[str, float], dict[str, float], dict[str, float]]:
    """Middle and top of each step and place holder, and the height of its row."""
    centres: dict[str, float] = {}
    tops: dict[str, float] = {}
    heights: dict[str, float] = {}
    y = 0.0
    for row in order:
        widths = [ROOM if name in sized else PASSING for name in row]
        x = -(sum(widths) + ACROSS * (len(row) - 1)) / 2
        tall = max((sized[name][0] for name in row if name in sized), default=0.0)
        for name, across in zip(row, widths, strict=True):
            centres[name], tops[name], heights[name] = x + across / 2, y, tall
            x += across + ACROSS
        y += tall + DOWN
    return centres, tops, heights


def _down(line: Exit, boxes: dict[str, Box], at: dict[str, tuple[float, float, float]], by: tuple[str, ...]) -> Way:
    source, target = boxes[line.source], boxes[line.target]
    points: list[Point] = [(source.middle, source.bottom), (source.middle, at[line.source][1] + at[line.source][2])]
    for holder in by:
        x, top, tall = at[holder]
        points += [(x, top), (x, top + tall)]
    return Way(line, (*points, (target.middle, target.y)), back=False)


def _up(line: Exit, boxes: dict[str, Box], channel: float) -> Way:
    """Out at the right side, up in the channel, in at the right side of the step above."""
    source, target = boxes[line.source], boxes[line.target]
    leaves, comes = source.y + source.height * 0.6, target.y + target.height * 0.4
    ends = (target.x + target.width, comes)
    return Way(line, ((source.x + source.width, leaves), (channel, leaves), (channel, comes), ends), back=True)
