"""Heights in a column: as near as possible to where each node would like to be, never overlapping."""

from collections.abc import Sequence
from itertools import accumulate


def placed(wishes: Sequence[float], room: Sequence[float]) -> list[float]:
    """Tops nearest to `wishes` in the sense of least squares, in order, each `room[i]` clear of the next.

    Taking away the room that lies above each node leaves a plain monotone regression, which pooling neighbours
    that violate the order solves exactly (Ayer and others 1955).
    """
    above = list(accumulate(room, initial=0.0))[: len(wishes)]
    pools: list[tuple[float, int]] = []
    for wish, offset in zip(wishes, above, strict=True):
        pools.append((wish - offset, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (mean_b, count_b), (mean_a, count_a) = pools.pop(), pools.pop()
            count = count_a + count_b
            pools.append(((mean_a * count_a + mean_b * count_b) / count, count))
    levels = [mean for mean, count in pools for _ in range(count)]
    return [level + offset for level, offset in zip(levels, above, strict=True)]
