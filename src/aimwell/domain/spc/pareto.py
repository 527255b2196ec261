"""Pareto charts: which few kinds make up most of the cases (Juran)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ParetoBar:
    """`category` None: cases without one. Shares of all cases counted, 0 to 1."""

    category: str | None
    count: int
    cumulative_count: int
    share: float
    cumulative_share: float


@dataclass(frozen=True, slots=True)
class Pareto:
    """Bars by falling count. `missing`: cases without a category, counted or not."""

    bars: tuple[ParetoBar, ...]
    total: int
    missing: int

    def vital_few(self, share: float = 0.8) -> int:
        """How many of the largest kinds it takes to reach `share` of the cases; 0 without any case."""
        reached = (k for k, bar in enumerate(self.bars, 1) if bar.cumulative_share >= share - 1e-12)
        return next(reached, 0)


def pareto(categories: Iterable[str | None], *, count_missing: bool = False) -> Pareto:
    """Counts of `categories`; None or an empty text is missing, and a kind of its own with `count_missing`."""
    return pareto_of_counts(Counter(category or None for category in categories), count_missing=count_missing)


def pareto_of_counts(counts: Mapping[str | None, int], *, count_missing: bool = False) -> Pareto:
    """As `pareto`, from counts. Equal counts stand by the alphabet, the missing ones after them."""
    kept = [(name, n) for name, n in counts.items() if n > 0 and (name is not None or count_missing)]
    kept.sort(key=lambda pair: (-pair[1], pair[0] is None, *_alphabetical(pair[0] or "")))
    total = sum(n for _, n in kept)
    bars, so_far = [], 0
    for name, n in kept:
        so_far += n
        bars.append(ParetoBar(name, n, so_far, n / total, so_far / total))
    return Pareto(tuple(bars), total, counts.get(None, 0))


def _alphabetical(name: str) -> tuple[str, str]:
    return name.casefold(), name
