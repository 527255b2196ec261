"""Too few or too many runs: the exact test with the observed numbers above and below (Swed, Eisenhart 1943).

With a points above and b below, every order equally likely, 2 C(a-1, k-1) C(b-1, k-1) of all C(a+b, a) orders have 2k
runs, and C(a-1, k) C(b-1, k-1) + C(a-1, k-1) C(b-1, k) have 2k + 1. In whole numbers, so exact.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate
from math import comb

import numpy as np

from aimwell.domain.spc.panels import Bools
from aimwell.domain.spc.rules import Ints

ONE_SIDE_PER_MILLE = 25
"""Two-sided 5 %."""


@lru_cache(maxsize=4096)
def runs_limits(above: int, below: int) -> tuple[int, int]:
    """The fewest and the most runs that are still ordinary; (1, 1) where all points lie on one side."""
    ways = _ways(above, below)
    total = comb(above + below, above)
    fewest = next(runs for runs, so_far in enumerate(accumulate(ways)) if so_far * 1000 > total * ONE_SIDE_PER_MILLE)
    from_top = next(k for k, rest in enumerate(accumulate(reversed(ways))) if rest * 1000 > total * ONE_SIDE_PER_MILLE)
    return fewest, len(ways) - 1 - from_top


def runs_verdicts(runs: Ints, above: Ints, below: Ints, *, at_least: int) -> tuple[Bools, Bools]:
    """Too few, too many runs for each series, shapes as given; neither below `at_least` useful points."""
    pairs = zip(above.tolist(), below.tolist(), strict=True)
    limits = np.array([runs_limits(*pair) for pair in pairs], dtype=np.int64).reshape(-1, 2)
    enough = above + below >= at_least
    return (runs < limits[:, 0]) & enough, (runs > limits[:, 1]) & enough


def _ways(above: int, below: int) -> list[int]:
    """How many orders have 0, 1, 2, ... runs."""
    if above == 0 or below == 0:
        return [0, 1] if above + below else [1]
    most = 2 * min(above, below) + (above != below)
    return [0, *(_orders(above - 1, below - 1, runs) for runs in range(1, most + 1))]


def _orders(a: int, b: int, runs: int) -> int:
    """`a`, `b`: one less than the numbers above and below."""
    k = runs // 2
    if runs % 2 == 0:
        return 2 * comb(a, k - 1) * comb(b, k - 1)
    return comb(a, k) * comb(b, k - 1) + comb(a, k - 1) * comb(b, k) if k else 0
