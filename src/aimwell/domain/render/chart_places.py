"""Free places for words in a picture."""

from __future__ import annotations

from collections.abc import Sequence

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
Corner = tuple[float, float]
"""Left, top."""


def box_at(place: Corner, wide: float, high: float) -> Box:
    return place[0], place[1], place[0] + wide, place[1] + high


def touches(one: Box, two: Box) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]


def least_taken(
    places: Sequence[Corner], wide: float, high: float, words: Sequence[Box], drawn: Sequence[Box]
) -> tuple[Corner, bool]:
    """The first place that touches the fewest words, then the fewest drawn things; and whether it is clear of words."""

    found: list[tuple[int, int]] = []
    for place in places:
        box = box_at(place, wide, high)
        touched = sum(1 for one in words if touches(box, one)), sum(1 for one in drawn if touches(box, one))
        if touched == (0, 0):
            return place, True
        found.append(touched)
    best = min(range(len(places)), key=found.__getitem__)
    return places[best], not found[best][0]


def apart(
    tops: Sequence[float], heights: Sequence[float], ceiling: float, floor: float, gap: float = 3.0
) -> list[float]:
    """The tops moved as little as needed so that no two blocks touch; in the same order from above."""
    order = sorted(range(len(tops)), key=lambda k: (tops[k] + heights[k] / 2, k))
    placed = list(tops)
    below = ceiling
    for k in order:
        placed[k] = max(placed[k], below)
        below = placed[k] + heights[k] + gap
    above = floor
    for k in reversed(order):
        placed[k] = min(placed[k], above - heights[k])
        above = placed[k] - gap
    return placed
