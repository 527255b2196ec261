"""Bernoulli CUSUM: one case after the other, each with or without the event (Reynolds and Stoumbos 1999).

Two sums gather evidence, one that the event has become more frequent, one that it has become rarer. Each goes back
to 0 where it would pass it, and begins anew after it has reached the limit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log


@dataclass(frozen=True, slots=True)
class BernoulliCusum:
    """`up` (0 or more) and `down` (0 or less): a value a case, None where the outcome is missing, 0 where the sum
    signals. `signals_up`, `signals_down`: numbers of the cases, from 1. `p_up`, `p_down`: the chances looked for."""

    p0: float
    p_up: float
    p_down: float
    limit: float
    odds_ratio: float
    from_first: int | None
    up: tuple[float | None, ...]
    down: tuple[float | None, ...]
    signals_up: tuple[int, ...]
    signals_down: tuple[int, ...]
    events: int


def bernoulli_cusum(
    outcomes: Sequence[bool | int | None],
    *,
    target: float | None = None,
    from_first: int | None = None,
    odds_ratio: float = 2.0,
    limit: float = 3.5,
) -> BernoulliCusum:
    """The two sums of `outcomes` (1 or True: event; None: missing, skipped).

    Give `target`, the usual chance of the event (between 0 and 1), or `from_first`: take it from so many first
    cases. ValueError: neither or both, no event or only events in the first cases, odds ratio not over 1, limit not
    over 0.
    """
    if odds_ratio <= 1 or limit <= 0 or (target is None) == (from_first is None):
        raise ValueError("give a target or a number of first cases, an odds ratio over 1 and a limit over 0")
    p0 = target if target is not None else _share(outcomes[:from_first])
    if not 0 < p0 < 1:
        raise ValueError("the usual chance of the event must lie between 0 and 1")
    p_up, p_down = _moved(p0, odds_ratio), _moved(p0, 1 / odds_ratio)
    up, signals_up = _sum(outcomes, _weights(p0, p_up), limit)
    down, signals_down = _sum(outcomes, _weights(p0, p_down), limit)
    return BernoulliCusum(
        p0=p0,
        p_up=p_up,
        p_down=p_down,
        limit=limit,
        odds_ratio=odds_ratio,
        from_first=from_first,
        up=up,
        down=tuple(None if value is None else -value for value in down),
        signals_up=signals_up,
        signals_down=signals_down,
        events=sum(bool(outcome) for outcome in outcomes),
    )


def _share(outcomes: Sequence[bool | int | None]) -> float:
    known = [bool(outcome) for outcome in outcomes if outcome is not None]
    return sum(known) / len(known) if known else 0.0


def _moved(p: float, odds_ratio: float) -> float:
    """The chance whose odds are `odds_ratio` times those of `p`."""
    odds = odds_ratio * p / (1 - p)
    return odds / (1 + odds)


def _weights(p0: float, p1: float) -> tuple[float, float]:
    """Logarithms of the likelihood ratio of a case without and with the event."""
    return log((1 - p1) / (1 - p0)), log(p1 / p0)


def _sum(
    outcomes: Sequence[bool | int | None], weights: tuple[float, float], limit: float
) -> tuple[tuple[float | None, ...], tuple[int, ...]]:
    now = 0.0
    drawn: list[float | None] = []
    signals: list[int] = []
    for case, outcome in enumerate(outcomes, 1):
        if outcome is None:
            drawn.append(None)
            continue
        now = max(0.0, now + weights[bool(outcome)])
        if now >= limit:
            signals.append(case)
            now = 0.0
        drawn.append(now)
    return tuple(drawn), tuple(signals)
