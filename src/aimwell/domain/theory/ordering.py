"""Order within the columns of the map, so that few curves cross.

Layers with place holders for links that pass a column, then barycentre sweeps to and fro (Sugiyama, Tagawa, Toda
1981). The order with the fewest crossings is kept, the stored order wherever it is as good: adding a part moves
little else, and the same theory always looks the same.
"""

from bisect import bisect_right, insort
from dataclasses import dataclass

SWEEPS = 8

Layers = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Layered:
    """Columns of ids and the links between neighbouring columns. A place holder stands in for a passing link."""

    layers: Layers
    edges: tuple[tuple[str, str], ...]


def best_order(layered: Layered) -> Layers:
    """The same columns, each in the order found best."""
    right = _adjacent(layered.edges)
    left = _adjacent(tuple((b, a) for a, b in layered.edges))
    order = best = layered.layers
    fewest = crossings(best, layered.edges)
    for sweep in range(SWEEPS):
        if fewest == 0:
            break
        order = _swept(order, right if sweep % 2 else left, backwards=bool(sweep % 2))
        found = crossings(order, layered.edges)
        if found < fewest:
            best, fewest = order, found
    return best


def crossings(layers: Layers, edges: tuple[tuple[str, str], ...]) -> int:
    """How many pairs of links between neighbouring columns cross."""
    place = {node: number for layer in layers for number, node in enumerate(layer)}
    column = {node: number for number, layer in enumerate(layers) for node in layer}
    total = 0
    for gap in range(len(layers) - 1):
        ends = sorted((place[a], place[b]) for a, b in edges if column[a] == gap)
        seen: list[int] = []
        for _, end in ends:
            total += len(seen) - bisect_right(seen, end)
            insort(seen, end)
    return total


def _swept(layers: Layers, neighbours: dict[str, list[str]], *, backwards: bool) -> Layers:
    done = list(layers)
    columns = range(len(layers) - 2, -1, -1) if backwards else range(1, len(layers))
    for column in columns:
        beside = {node: n for n, node in enumerate(done[column + 1 if backwards else column - 1])}
        done[column] = _by_barycentre(done[column], beside, neighbours)
    return tuple(done)


def _by_barycentre(layer: tuple[str, ...], beside: dict[str, int], neighbours: dict[str, list[str]]) -> tuple[str, ...]:
    """Nodes with neighbours move among themselves; nodes without keep their place."""
    weights = {}
    for node in layer:
        places = [beside[other] for other in neighbours.get(node, ()) if other in beside]
        if places:
            weights[node] = sum(places) / len(places)
    moved = iter(sorted((node for node in layer if node in weights), key=weights.__getitem__))
    return tuple(next(moved) if node in weights else node for node in layer)


def _adjacent(edges: tuple[tuple[str, str], ...]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for here, there in edges:
        found.setdefault(here, []).append(there)
    return found
