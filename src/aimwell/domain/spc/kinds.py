"""The charts over time, as data: what each needs and what it draws."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

ChartKind = Literal["run", "i", "ip", "mr", "xbar", "s", "p", "pp", "c", "u", "up", "g", "t"]
"""ip, pp, up: I', P' and U' (Taylor; Laney). Names as in qicharts2, so that reference cases read the same."""
CHART_KINDS: tuple[ChartKind, ...] = get_args(ChartKind)


@dataclass(frozen=True, slots=True)
class Kind:
    """`needs`: "value", "count", "share" (numerator and denominator) or "subgroup" (several values a point).

    `with_limits`: three-sigma limits are drawn. `runs`: run rules are read (never on a chart of moving ranges).
    """

    name: ChartKind
    needs: Literal["value", "count", "share", "subgroup"]
    with_limits: bool = True
    runs: bool = True


KINDS: dict[ChartKind, Kind] = {
    kind.name: kind
    for kind in (
        Kind("run", "value", with_limits=False),
        Kind("i", "value"),
        Kind("ip", "share"),
        Kind("mr", "value", runs=False),
        Kind("xbar", "subgroup"),
        Kind("s", "subgroup"),
        Kind("p", "share"),
        Kind("pp", "share"),
        Kind("c", "count"),
        Kind("u", "share"),
        Kind("up", "share"),
        Kind("g", "count"),
        Kind("t", "value"),
    )
}
