"""CUSUM of counts in groups: k events among n cases at a time, such as 7 of 12 a week (Gan 1993).

The order of the cases within one count is not known, so the sums move once a count, by the evidence of all its cases
together. With one case a count this is the Bernoulli CUSUM.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from aimwell.domain.spc.bernoulli_cusum import BernoulliCusum, _moved, _weights

Count = tuple[float, float] | None
"""Events and cases, whole numbers; None: nothing counted."""


def grouped_cusum(
    counts: Sequence[Count], *, from_first: int, odds_ratio: float = 2.0, limit: float = 3.5
) -> BernoulliCusum:
    """The two sums of `counts`, one value a count; the usual chance comes from the first `from_first` of them.

    `signals_up`, `signals_down` are numbers of counts, from 1. ValueError: no event or only events in the first
    counts, events below 0 or above the cases, odds ratio not over 1, limit not over 0.
    """
    if odds_ratio <= 1 or limit <= 0 or any(one is not None and not 0 <= one[0] <= one[1] for one in counts):
        raise ValueError("give 0 to n events of n cases, an odds ratio over 1 and a limit over 0")
    first = [one for one in counts[:from_first] if one is not None]
    cases = sum(n for _, n in first)
    p0 = sum(k for k, _ in first) / cases if cases else 0.0
    if not 0 < p0 < 1:
        raise ValueError("the usual chance of the event must lie between 0 and 1")
    p_up, p_down = _moved(p0, odds_ratio), _moved(p0, 1 / odds_ratio)
    up, signals_up = _sum(counts, _evidence(p0, p_up), limit)
    down, signals_down = _sum(counts, _evidence(p0, p_down), limit)
    return BernoulliCusum(
        p0=p0, p_up=p_up, p_down=p_down, limit=limit, odds_ratio=odds_ratio, from_first=from_first, up=up,
        down=tuple(None if value is None else -value for value in down), signals_up=signals_up,
        signals_down=signals_down, events=round(sum(one[0] for one in counts if one is not None)),
    )  # fmt: skip


def _evidence(p0: float, p1: float) -> Callable[[float, float], float]:
    """Logarithm of the likelihood ratio of k events among n cases."""
    without, with_event = _weights(p0, p1)
    return lambda k, n: k * with_event + (n - k) * without


def _sum(
    counts: Sequence[Count], evidence: Callable[[float, float], float], limit: float
) -> tuple[tuple[float | None, ...], tuple[int, ...]]:
    now = 0.0
    drawn: list[float | None] = []
    signals: list[int] = []
    for number, count in enumerate(counts, 1):
        if count is None:
            drawn.append(None)
            continue
        now = max(0.0, now + evidence(*count))
        if now >= limit:
            signals.append(number)
            now = 0.0
        drawn.append(now)
    return tuple(drawn), tuple(signals)
