"""Order within the columns of the map, so that few curves cross and an edit moves no more than it must.

Layers with place holders for links that pass a column, barycentre sweeps to and fro (Sugiyama, Tagawa, Toda 1981),
and sifting: each node tries every place in its column (Matuszewski, Schönfeld, Molitor 1999).

What "must" means. `kept` leaves all nodes that have a place in their order and only finds seats for the rest.
`better` gives another order only if fewer curves cross in it than in the order given; and in what it gives, no two
neighbours stand the other way round than before unless turning them back would cost a crossing.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

SWEEPS = 4
STARTS = 14_400
MOST_STARTS = 20

Layers = tuple[tuple[str, ...], ...]
Order = list[list[int]]
Matrix = np.ndarray


@dataclass(frozen=True)
class Layered:
    """Columns of ids and the links between neighbouring columns. A place holder stands in for a passing link."""

    layers: Layers
    edges: tuple[tuple[str, str], ...]


def better(layered: Layered) -> Layers:
    """An order with fewer crossings than the given one, as near to it as may be; else the given one."""
    board = _Board(layered)
    start = board.start()
    fewest = board.cost(start)
    if fewest == 0:
        return layered.layers
    best = start
    for found in board.attempts(start):
        cost = board.cost(found)
        if cost < fewest:
            best, fewest = found, cost
        if fewest == 0:
            break
    return board.named(start if best is start else board.turned_back(best))


def kept(layered: Layered, known: Collection[str]) -> Layers:
    """Those in `known` in the order given; each of the others in the seat where the fewest of its curves cross.

    Among equal seats the one right below its siblings is taken, then the lowest.
    """
    board = _Board(layered)
    seated = [[node for node in range(len(layer)) if layer[node] in known] for layer in layered.layers]
    for column, layer in enumerate(layered.layers):
        for node, name in enumerate(layer):
            if name not in known:
                seated[column].insert(board.seat(seated, column, node), node)
    return board.named(seated)


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


class _Board:
    """Columns as numbers, with a matrix of links for each gap between two columns.

    Counts are kept as floats, in which numpy multiplies matrices fast; whole numbers of this size are exact in them.
    """

    def __init__(self, layered: Layered) -> None:
        self.layers = layered.layers
        where = {name: (column, node) for column, layer in enumerate(self.layers) for node, name in enumerate(layer)}
        self.links = [np.zeros((len(here), len(there))) for here, there in pairwise(self.layers)]
        for parent, child in layered.edges:
            (column, upper), (_, lower) = where[parent], where[child]
            self.links[column][upper, lower] = 1

    def start(self) -> Order:
        return [list(range(len(layer))) for layer in self.layers]

    def named(self, order: Order) -> Layers:
        return tuple(tuple(layer[node] for node in nodes) for layer, nodes in zip(self.layers, order, strict=True))

    def cost(self, order: Order) -> int:
        total = 0
        for links, (here, there) in zip(self.links, pairwise(order), strict=True):
            total += int(np.triu(_pairs(links[np.ix_(here, there)]), 1).sum())
        return total

    def beside(self, order: Order, column: int) -> list[Matrix]:
        """Links of the nodes of a column (all of them, in stored order) to each column beside, as that one stands."""
        found = []
        if column > 0:
            found.append(self.links[column - 1].T[:, order[column - 1]])
        if column < len(self.links):
            found.append(self.links[column][:, order[column + 1]])
        return found

    def price(self, order: Order, column: int) -> Matrix:
        """[u, v]: crossings between the lines of u and those of v where u stands before v."""
        size = len(self.layers[column])
        return sum((_pairs(links) for links in self.beside(order, column)), np.zeros((size, size)))

    def attempts(self, start: Order) -> Iterator[Order]:
        """Orders worth looking at: the given one sifted, then what sweeps from it and from elsewhere lead to."""
        yield self.sifted(start)
        for first in (start, *self.shuffled(start)):
            for backwards in (False, True):
                order = first
                for sweep in range(SWEEPS):
                    order = self.swept(order, backwards=backwards ^ bool(sweep % 2))
                yield self.sifted(order)

    def shuffled(self, start: Order) -> Iterator[Order]:
        """More orders to begin from, the same ones every time: many for a small map, none for a large one."""
        chance = np.random.default_rng(0)
        for _ in range(min(MOST_STARTS, STARTS // sum(len(nodes) for nodes in start) ** 2)):
            yield [[int(node) for node in chance.permutation(nodes)] for nodes in start]

    def swept(self, order: Order, *, backwards: bool) -> Order:
        """Each column by the mean place of its neighbours in the column before; nodes without keep their place."""
        done = [list(nodes) for nodes in order]
        columns = range(len(done) - 2, -1, -1) if backwards else range(1, len(done))
        for column in columns:
            links = self.beside(done, column)[-1 if backwards else 0]
            counts = links.sum(axis=1)
            means = (links * np.arange(links.shape[1])).sum(axis=1) / np.maximum(counts, 1)
            moved = iter(sorted((node for node in done[column] if counts[node]), key=means.__getitem__))
            done[column] = [next(moved) if counts[node] else node for node in done[column]]
        return done

    def sifted(self, order: Order) -> Order:
        """Every node in the best place of its column, again and again until no move lowers the crossings."""
        done = [list(nodes) for nodes in order]
        waiting = set(range(len(done)))
        while waiting:
            column = min(waiting)
            waiting.discard(column)
            if _sift(done[column], self.price(done, column)):
                waiting |= {near for near in (column - 1, column + 1) if 0 <= near < len(done)}
        return done

    def turned_back(self, order: Order) -> Order:
        """Neighbours that stand the other way round than at the start, turned back wherever that is free."""
        done = [list(nodes) for nodes in order]
        turning = True
        while turning:
            turning = False
            for column, nodes in enumerate(done):
                price = self.price(done, column)
                turning |= _turn_back(nodes, price)
        return done

    def seat(self, order: Order, column: int, node: int) -> int:
        """The place for a new node among those of its column who are seated."""
        nodes = order[column]
        gain, shares = np.zeros(len(nodes)), np.zeros(len(nodes))  # what it costs to stand below each; shared ends
        for side in self.beside(order, column):
            own, others = side[node], side[nodes]
            gain += (others @ _before(own)) - (_before(others) @ own)
            shares += others @ own
        costs = np.concatenate(([0], np.cumsum(gain)))
        wish = int(np.flatnonzero(shares)[-1]) + 1 if shares.any() else len(nodes)
        cheapest = np.flatnonzero(costs == costs.min())
        return int(min(cheapest, key=lambda place: (abs(int(place) - wish), -int(place))))


def _before(links: Matrix) -> Matrix:
    """How many lines end before each place."""
    before: Matrix = np.cumsum(links, axis=-1) - links
    return before


def _pairs(links: Matrix) -> Matrix:
    """[u, v]: how many lines of u end after lines of v, that is, cross them where u stands before v."""
    product: Matrix = links @ _before(links).T
    return product


def _sift(nodes: list[int], price: Matrix) -> bool:
    """Move each node to the place with the fewest crossings; true where anything moved. Ties move nothing."""
    moved = False
    for node in sorted(nodes):
        here = nodes.index(node)
        rest = nodes[:here] + nodes[here + 1 :]
        costs = np.concatenate(([0], np.cumsum(price[rest, node] - price[node, rest])))
        there = int(costs.argmin())
        if costs[there] < costs[here]:
            nodes[:] = [*rest[:there], node, *rest[there:]]
            moved = True
    return moved


def _turn_back(nodes: list[int], price: Matrix) -> bool:
    turned = False
    for place in range(len(nodes) - 1):
        upper, lower = nodes[place], nodes[place + 1]
        if upper > lower and price[lower, upper] <= price[upper, lower]:
            nodes[place], nodes[place + 1] = lower, upper
            turned = True
    return turned
