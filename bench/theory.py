"""The driver map of 60 and of 150 parts, put in order from nothing and after one edit.

`python -m bench.theory` prints JSON. Before anything is timed the maps are checked: no two shelves overlap, every line
runs from its parent to its child, fewer lines cross than in the floor's order, and one edit that brings no better order
moves nobody. The floor is one plain barycentre sweep in pure Python over the same columns, the least that lays out a
layered graph at all; it is worse, and how much worse is said too. Times are CPU milliseconds, the median of five.
"""

from __future__ import annotations

import dataclasses
import json
import random
import time
from itertools import pairwise

from aimwell.domain.theory.graph import Link, Part, PartKind, Theory
from aimwell.domain.theory.layout import Layout, arrange, layers_of, settled
from aimwell.domain.theory.ordering import Layered, Layers, better, crossings
from bench.timing import seconds

K = PartKind
SIZES = {60: (5, 18, 36), 150: (8, 50, 91)}


def theory(primaries: int, secondaries: int, ideas: int) -> Theory:
    """Most parts serve one other, some two, and one idea in ten also serves a primary driver straight."""
    chance = random.Random(20260914)
    upper = [Part(f"p{n}", K.PRIMARY, f"Driver number {n}") for n in range(primaries)]
    middle = [Part(f"s{n}", K.SECONDARY, f"What that takes, part {n} of many") for n in range(secondaries)]
    lower = [Part(f"i{n}", K.IDEA, f"An idea with a name of its own, {n}") for n in range(ideas)]
    links = [Link("a", part.id) for part in upper]
    for above, below in ((upper, middle), (middle, lower)):
        for part in below:
            links += [Link(one.id, part.id) for one in chance.sample(above, chance.choice((1, 1, 1, 2)))]
    links += [Link(chance.choice(upper).id, part.id) for part in lower if chance.random() < 0.1]
    return Theory((Part("a", K.AIM, "Aim"), *upper, *middle, *lower), tuple(links))


def floor(given: Layered) -> Layers:
    """One sweep from left to right: each column by the mean place of its parents."""
    parents: dict[str, list[str]] = {}
    for parent, child in given.edges:
        parents.setdefault(child, []).append(parent)
    done = [given.layers[0]]
    for layer in given.layers[1:]:
        place = {node: number for number, node in enumerate(done[-1])}
        means = {
            node: sum(place[x] for x in parents.get(node, ())) / max(1, len(parents.get(node, ()))) for node in layer
        }
        done.append(tuple(sorted(layer, key=means.__getitem__)))
    return tuple(done)


def shown(layout: Layout) -> Layers:
    shelves = sorted(layout.shelves, key=lambda shelf: shelf.y)
    return tuple(tuple(shelf.id for shelf in shelves if shelf.column == column) for column in range(4))


def placed(given: Theory) -> Theory:
    places = settled(given)
    return Theory(tuple(dataclasses.replace(part, place=places[part.id]) for part in given.parts), given.links)


def check(given: Theory) -> dict[str, int]:
    """Crossings as stored, by the floor and by ours. Raises AssertionError where a picture is not what it should be."""
    layout, (layered, _) = arrange(given), layers_of(given)
    for column in range(4):
        shelves = sorted((x for x in layout.shelves if x.column == column), key=lambda shelf: shelf.top)
        if any(upper.bottom > lower.top for upper, lower in pairwise(shelves)):
            raise AssertionError("two shelves overlap")
    if {(x.parent, x.child) for x in layout.curves} != {(x.parent, x.child) for x in given.links}:
        raise AssertionError("a line is missing")
    found = {
        "stored": crossings(layered.layers, layered.edges),
        "floor": crossings(floor(layered), layered.edges),
        "ours": crossings(better(layered), layered.edges),
    }
    if found["ours"] > found["floor"]:
        raise AssertionError(f"more crossings than the floor: {found}")
    check_stable(given)
    return found


def check_stable(given: Theory) -> None:
    """A leaf more, and everybody else stays in order."""
    before = placed(given)
    leaf = Theory((*before.parts, Part("new", K.IDEA, "New")), (*before.links, Link("s3", "new")))
    places = settled(leaf, crossed=False)
    after = Theory(tuple(dataclasses.replace(part, place=places[part.id]) for part in leaf.parts), leaf.links)
    kept = tuple(tuple(node for node in layer if node != "new") for layer in shown(arrange(after)))
    if kept != shown(arrange(before)):
        raise AssertionError("a leaf moved the others")


def one(size: int) -> dict[str, object]:
    given = theory(*SIZES[size])
    if len(given.parts) != size:
        raise AssertionError(f"{len(given.parts)} parts")
    counted = check(given)
    layered, _ = layers_of(given)
    stood = placed(given)
    linked = Theory(stood.parts, (*stood.links, Link("p1", "i7")))
    times = {
        "first_ms": seconds(lambda: arrange(given), time.process_time) * 1000,
        "again_ms": seconds(lambda: arrange(stood), time.process_time) * 1000,
        "one_line_more_ms": seconds(lambda: settled(linked), time.process_time) * 1000,
        "floor_ms": seconds(lambda: floor(layered), time.process_time) * 1000,
    }
    ratios = {name.replace("_ms", "_to_floor"): value / times["floor_ms"] for name, value in times.items()}
    ratios.pop("floor_to_floor")
    return {"lines": len(given.links), "crossings": counted, **rounded(times), **rounded(ratios)}


def rounded(numbers: dict[str, float]) -> dict[str, float]:
    return {name: round(number, 3) for name, number in numbers.items()}


def main() -> dict[str, object]:
    return {str(size): one(size) for size in SIZES}


if __name__ == "__main__":
    print(json.dumps(main(), indent=2))
