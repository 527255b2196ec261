"""An adopted change is looked at again, and slippage is watched (S2 R-34, L444; products N-17)."""

from __future__ import annotations

import datetime
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, log

from aimwell.domain.spc.grouped_cusum import Count, grouped_cusum
from aimwell.domain.spc.holding import SETTLED

MONTHS = (3, 12)
"""Our default; the source names no dates [inferred there]."""
ODDS_RATIO, LIMIT = 2.0, 3.5
FEWEST = 2 * SETTLED


def months_after(day: datetime.date, months: int) -> datetime.date:
    """The same day so many months on, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return day.replace(year=year, month=month + 1, day=min(day.day, monthrange(year, month + 1)[1]))


def dates_after(adopted: datetime.date) -> tuple[datetime.date, ...]:
    return tuple(months_after(adopted, months) for months in MONTHS)


@dataclass(frozen=True, slots=True)
class Slip:
    """`at`: number of the first count, from 1, at which the sum in the worse direction reached its limit; 0 if none.

    `usual`: the share that the first counts set; `slipped`: the share that is watched for, at half or twice the odds;
    `delay`: after how many counts of the usual size that shows. `signals`: every count at which it did; the sum begins
    anew after each.
    """

    at: int
    counts: int
    usual: float
    slipped: float
    delay: int
    signals: tuple[int, ...] = ()


def slippage(counts: Sequence[Count], *, lower_is_worse: bool, settled: int = SETTLED) -> Slip | None:
    """Whether the level of the first `settled` counts since the change was adopted has slipped since.

    None where there are too few counts to say that it held, or the first ones hold no event or only events. A sum that
    reached its limit is told however few they are.
    """
    known = [one for one in counts if one is not None]
    first = [one for one in counts[:settled] if one is not None]
    tops, cases = sum(top for top, _ in first), sum(of for _, of in first)
    if len(known) <= settled or not 0 < tops < cases:
        return None
    found = grouped_cusum(counts, from_first=settled, odds_ratio=ODDS_RATIO, limit=LIMIT)
    worse = found.signals_down if lower_is_worse else found.signals_up
    later = [number for number in worse if number > settled]
    if len(known) < FEWEST and not later:
        return None
    slipped = found.p_down if lower_is_worse else found.p_up
    return Slip(
        at=later[0] if later else 0, counts=len(counts), usual=found.p0, slipped=slipped,
        delay=stated_delay(found.p0, slipped, cases=cases / len(first)), signals=tuple(later),
    )  # fmt: skip


def stated_delay(usual: float, slipped: float, *, cases: float) -> int:
    """Counts of `cases` each until the sum reaches its limit, where every count is just what `slipped` lets expect:
    the limit by the evidence that one count brings (Wald 1945).
    """
    evidence = slipped * log(slipped / usual) + (1 - slipped) * log((1 - slipped) / (1 - usual))
    return ceil(LIMIT / (cases * evidence))
