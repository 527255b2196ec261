"""Where everything stands on the driver map: four columns, shelves, soft curves (mockups section 8).

All lengths are CSS pixels in the map's own space; y grows downwards. The layout depends on the theory and the
width alone, so the same theory always gives the same picture. Parts stand in their columns where the theory says they
stood last (`Part.place`, kept by `settled`), so that an edit moves no more than it must.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from aimwell.domain.theory.graph import Part, PartKind, Theory
from aimwell.domain.theory.ordering import Layered, Layers, better, kept
from aimwell.domain.theory.spacing import placed
from aimwell.domain.theory.textwidth import wrap, wrap_even

SIZE, LINE = 16.0, 20.0
NOTE_SIZE, NOTE_LINE = 13.5, 17.0
TO_SHELF, TO_NOTE = 9.0, 18.0
INDENT = 20.0
FLAG = 17.0
GAP, PASSING = 20.0, 12.0
HEAD = 34.0
WIDTHS = (182.0, 150.0, 190.0, 212.0)
GUTTERS = (42.0, 40.0, 46.0)
NATURAL = sum(WIDTHS) + sum(GUTTERS)
SETTLE = 6


@dataclass(frozen=True)
class Shelf:
    """A node from `top` to `bottom`: `lines` above its shelf, which runs at `y` from `x` to `end`; below it the notes,
    then the flags.
    """

    id: str
    column: int
    x: float
    end: float
    top: float
    y: float
    bottom: float
    lines: tuple[str, ...]
    notes: tuple[str, ...]
    flags: tuple[str, ...] = ()

    @property
    def text_x(self) -> float:
        return self.x + (INDENT if self.column else 0.0)


@dataclass(frozen=True)
class Curve:
    """From the right end of the parent's shelf to the left end of the child's, by way of `points` (x, y)."""

    parent: str
    child: str
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Layout:
    width: float
    height: float
    heads: tuple[float, ...]
    shelves: tuple[Shelf, ...]
    curves: tuple[Curve, ...]

    def shelf(self, part: str) -> Shelf:
        return next(shelf for shelf in self.shelves if shelf.id == part)


@dataclass(frozen=True)
class _Node:
    """A part or a place holder: what it needs above and below its shelf."""

    above: float
    under: float
    lines: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()

    @property
    def room(self) -> float:
        return self.above + self.under


@dataclass(frozen=True)
class _Frame:
    lefts: tuple[float, ...]
    widths: tuple[float, ...]
    nodes: dict[str, _Node] = field(default_factory=dict)


def arrange(
    theory: Theory,
    *,
    notes: Mapping[str, str] | None = None,
    flags: Mapping[str, str] | None = None,
    width: float = NATURAL,
) -> Layout:
    """Places every part. `notes` and then `flags`, by part id, stand under the shelves; columns share `width` as in
    the design.
    """
    frame = _measured(theory, notes or {}, flags or {}, width)
    layered, passing = layers_of(theory)
    order = _order(theory, layered)
    holders = {node: _Node(PASSING, PASSING) for chain in passing.values() for node in chain}
    nodes = {**frame.nodes, **holders}
    tops = _levelled(order, layered, nodes)
    shelves = tuple(_shelf(part, frame, tops[part.id]) for part in theory.parts)
    at = {node: top + nodes[node].above for node, top in tops.items()}
    bottom = max((shelf.bottom for shelf in shelves), default=HEAD)
    return Layout(width, bottom, frame.lefts, shelves, _curves(theory, passing, frame, at))


def settled(theory: Theory, *, crossed: bool = True) -> dict[str, int]:
    """The place in its column for each part after an edit: what `Part.place` should be from now on.

    `crossed`: the edit brought lines that may cross others, so a better order is looked for. Without it (a part was
    added with one line at most, or something was taken away) everybody keeps the order, and new parts find a seat.
    """
    layered, _ = layers_of(theory)
    order = _order(theory, layered)
    if crossed and _known(theory):
        order = better(Layered(order, layered.edges))
    parts = theory.by_id
    columns = [[node for node in column if node in parts] for column in order]
    return {node: place for column in columns for place, node in enumerate(column)}


def _order(theory: Theory, layered: Layered) -> Layers:
    """As it stood, with seats for what is new; the best order found where nothing stood yet."""
    known = _known(theory)
    return kept(layered, known) if known else better(layered)


def _known(theory: Theory) -> set[str]:
    return {part.id for part in theory.parts if part.place is not None}


def _measured(theory: Theory, notes: Mapping[str, str], flags: Mapping[str, str], width: float) -> _Frame:
    scale = width / NATURAL
    widths = tuple(part * scale for part in WIDTHS)
    gutters = (*(part * scale for part in GUTTERS), 0.0)
    lefts = [0.0]
    for column, gutter in zip(widths, gutters, strict=True):
        lefts.append(lefts[-1] + column + gutter)
    nodes = {
        part.id: _node(part, notes.get(part.id, ""), flags.get(part.id, ""), widths[part.kind.column])
        for part in theory.parts
    }
    return _Frame(tuple(lefts[:4]), widths, nodes)


def _node(part: Part, note: str, flag: str, room: float) -> _Node:
    weight = 600 if part.kind in (PartKind.AIM, PartKind.PRIMARY) else 400
    indent = INDENT if part.kind.column else 0.0
    lines = wrap_even(part.label, room - indent, SIZE, weight=weight)
    notes = wrap(note, room, NOTE_SIZE) if note else ()
    flags = wrap(flag, room - FLAG, NOTE_SIZE) if flag else ()
    below = len(notes) + len(flags)
    under = TO_NOTE + (below - 1) * NOTE_LINE + 5 if below else 5.0
    return _Node(len(lines) * LINE + TO_SHELF - 4, under + GAP, lines, notes, flags)


def layers_of(theory: Theory) -> tuple[Layered, dict[tuple[str, str], tuple[str, ...]]]:
    """Columns with a place holder wherever a link passes one, and the place holders of each such link."""
    layers = [[part.id for part in sorted(theory.of_kind(kind), key=_stood)] for kind in PartKind]
    edges: list[tuple[str, str]] = []
    passing: dict[tuple[str, str], tuple[str, ...]] = {}
    for part in theory.parts:
        for child in theory.children(part.id):
            columns = range(part.kind.column + 1, theory.by_id[child].kind.column)
            holders = tuple(f"\0{part.id}\0{child}\0{column}" for column in columns)
            for column, holder in zip(columns, holders, strict=True):
                layers[column].append(holder)
            passing[part.id, child] = holders
            stops = (part.id, *holders, child)
            edges.extend(pairwise(stops))
    return Layered(tuple(tuple(layer) for layer in layers), tuple(edges)), passing


def _stood(part: Part) -> tuple[bool, int]:
    return part.place is None, part.place or 0


def _levelled(order: Layers, layered: Layered, nodes: Mapping[str, _Node]) -> dict[str, float]:
    """Tops of all nodes: each drawn towards the middle of its neighbours, column by column, to and fro."""
    tops = _stacked(order, nodes)
    ahead: dict[str, list[str]] = {}
    behind: dict[str, list[str]] = {}
    for parent, child in layered.edges:
        ahead.setdefault(parent, []).append(child)
        behind.setdefault(child, []).append(parent)
    lone = frozenset(nodes) - ahead.keys() - behind.keys()
    for turn in range(SETTLE):
        backwards = turn % 2 == 0
        for layer in reversed(order) if backwards else order:
            _draw(layer, ahead if backwards else behind, lone, tops, nodes)
    for layer in reversed(order):
        _draw(layer, ahead, lone, tops, nodes)
    shift = HEAD - min(tops.values(), default=HEAD)
    return {node: top + shift for node, top in tops.items()}


def _stacked(order: Layers, nodes: Mapping[str, _Node]) -> dict[str, float]:
    tops: dict[str, float] = {}
    for layer in order:
        y = 0.0
        for node in layer:
            tops[node] = y
            y += nodes[node].room
    return tops


def _draw(
    layer: tuple[str, ...],
    towards: Mapping[str, list[str]],
    lone: frozenset[str],
    tops: dict[str, float],
    nodes: Mapping[str, _Node],
) -> None:
    wishes: list[float | None] = []
    for node in layer:
        others = towards.get(node, ())
        if others:
            wishes.append(sum(tops[one] + nodes[one].above for one in others) / len(others) - nodes[node].above)
        else:
            wishes.append(None if node in lone else tops[node])
    room = [nodes[node].room for node in layer]
    tops.update(zip(layer, placed(_filled(wishes, room), room), strict=True))


def _filled(wishes: list[float | None], room: list[float]) -> list[float]:
    """Nodes without links stand right below the one before, leading ones right above the one after."""
    first = next((number for number, wish in enumerate(wishes) if wish is not None), len(wishes))
    known = [wish for wish in wishes if wish is not None]
    done = [(known[0] if known else 0.0) - sum(room[number:first]) for number in range(first)]
    for number in range(first, len(wishes)):
        wish = wishes[number]
        done.append(done[-1] + room[number - 1] if wish is None else wish)
    return done


def _shelf(part: Part, frame: _Frame, top: float) -> Shelf:
    node, column = frame.nodes[part.id], part.kind.column
    left = frame.lefts[column]
    return Shelf(
        id=part.id,
        column=column,
        x=left,
        end=left + frame.widths[column],
        top=top,
        y=top + node.above,
        bottom=top + node.room - GAP,
        lines=node.lines,
        notes=node.notes,
        flags=node.flags,
    )


def _curves(
    theory: Theory, passing: Mapping[tuple[str, str], tuple[str, ...]], frame: _Frame, at: Mapping[str, float]
) -> tuple[Curve, ...]:
    def curve(parent: str, child: str) -> Curve:
        upper, lower = theory.by_id[parent].kind.column, theory.by_id[child].kind.column
        points = [(frame.lefts[upper] + frame.widths[upper], at[parent])]
        for column, holder in enumerate(passing[parent, child], upper + 1):
            points.append((frame.lefts[column], at[holder]))
            points.append((frame.lefts[column] + frame.widths[column], at[holder]))
        points.append((frame.lefts[lower], at[child]))
        return Curve(parent, child, tuple(points))

    return tuple(curve(part.id, child) for part in theory.parts for child in theory.children(part.id))
