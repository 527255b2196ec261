"""How a piece of work is timed: the median of five rounds, after one to warm up."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

ROUNDS = 5


def seconds(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """By the wall, or with `time.process_time` of this process's CPU alone."""
    work()
    taken = []
    for _ in range(ROUNDS):
        start = clock()
        work()
        taken.append(clock() - start)
    return statistics.median(taken)
