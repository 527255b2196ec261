"""Control charts and run charts for many series in one pass. One chart is a panel of one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import inf

import numpy as np

from aimwell.domain.spc.differences import OURS, Differences
from aimwell.domain.spc.kinds import KINDS, ChartKind
from aimwell.domain.spc.limits import find_lines
from aimwell.domain.spc.moving_ranges import DIVISOR
from aimwell.domain.spc.panels import Bools, Floats
from aimwell.domain.spc.part_data import Lines, Options, PartData
from aimwell.domain.spc.part_panel import PartPanel, part_panel
from aimwell.domain.spc.phases import Part, split
from aimwell.domain.spc.rules import TOLERANCE, Ints

SIGMAS = np.array([-3.0, -2.0, -1.0, 3.0, 2.0, 1.0])[:, None, None]


@dataclass(frozen=True, slots=True)
class ChartPanel:
    """Values as drawn, lines and limits, shape (series, points), on the scale after `multiply`; NaN = none.

    `lower_2`, `upper_2`: the same at two sigma; `lower_1`, `upper_1`: at one. `included` (series, points): not left
    out. One `PartPanel` a part.
    """

    chart: ChartKind
    values: Floats
    included: Bools
    centre: Floats
    lower: Floats
    upper: Floats
    lower_2: Floats
    upper_2: Floats
    lower_1: Floats
    upper_1: Floats
    parts: tuple[PartPanel, ...]

    @property
    def beyond(self) -> Bools:
        """Points outside the three-sigma limits, those left out of the lines too."""
        return above(self.values, self.upper) | above(self.lower, self.values)

    @property
    def screened(self) -> Ints:
        """Moving ranges dropped before the limits, shape (series,)."""
        dropped: Ints = np.sum([part.screened for part in self.parts], axis=0, dtype=np.int64)
        return dropped


def chart_panel(
    values: Floats | None = None,
    *,
    chart: ChartKind = "run",
    numerators: Floats | None = None,
    denominators: Floats | None = None,
    sizes: Floats | None = None,
    sds: Floats | None = None,
    after: Iterable[int] = (),
    freeze: Sequence[int] = (),
    excluded: Bools | None = None,
    centre: float | Floats | None = None,
    multiply: float = 1.0,
    ordered: bool = True,
    screen: bool = True,
    lower_below_zero: bool = True,
    freeze_within_phases: bool = True,
    floor_of_one: bool = False,
    divisor: float = DIVISOR,
    as_reference: Differences = OURS,
) -> ChartPanel:
    """Lines, limits and run counts of series, each array (series, points), NaN = missing.

    Give `values`, or `numerators` and `denominators` (p, pp, u, up; I' where points differ in size), or for xbar and
    s `values` (means of subgroups) with `sizes` and `sds`. A missing numerator, denominator or a denominator of 0
    makes the point missing.

    `after`, `freeze`: row numbers from 1, the same for all series; see `phases.split`. `excluded` (series, points):
    left out of lines and rules, still drawn. `centre`: a known line before `multiply`: one number, one a series, or
    (series, points); where NaN, it is found. `ordered` off (categories on x): no run signals, and P' and U' take the
    standard deviation of z. `screen`: drop the largest moving ranges once. `lower_below_zero` off: where no value
    is negative, neither is a limit. `floor_of_one`: P' and U' are never narrower than P and U. `divisor`: mean
    moving range over sigma.

    `as_reference`: where qicharts2 computes otherwise; see `differences`. `freeze_within_phases` off is its way too.

    ValueError: the chart needs inputs that are absent.
    """
    options = Options(
        screen=screen,
        divisor=divisor,
        floor_of_one=floor_of_one,
        ordered=ordered,
        as_reference=as_reference if numerators is not None else replace(as_reference, empty_denominators_count=False),
    )
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        data = _inputs(chart, values, numerators, denominators, sizes, sds)
        shape = data[0].shape
        included = np.ones(shape, dtype=np.bool_) if excluded is None else ~excluded
        given = None if centre is None else _given(centre, shape)
        cuts = split(shape[1], after=after, freeze=freeze, freeze_within_phases=freeze_within_phases)
        table = np.empty((8, *shape))
        parts = tuple(_fill(table, chart, data, included, part, given, options, multiply) for part in cuts)
        _finish(table, multiply, lower_below_zero)
    drawn, middle, lower, lower_2, lower_1, upper, upper_2, upper_1 = table
    return ChartPanel(chart, drawn, included, middle, lower, upper, lower_2, upper_2, lower_1, upper_1, parts)


def above(values: Floats, line: Floats) -> Bools:
    """Higher than the line by more than rounding; never where either is missing."""
    with np.errstate(invalid="ignore"):
        higher: Bools = values - line > TOLERANCE * np.maximum(np.abs(values), np.abs(line))
    return higher


def without_flat_limits(panel: ChartPanel) -> ChartPanel:
    """The same without limits of no width, which only say that nothing ever differed."""
    flat = ~above(panel.upper, panel.lower)
    lower, upper, lower_2, upper_2, lower_1, upper_1 = (
        np.where(flat, np.nan, line)
        for line in (panel.lower, panel.upper, panel.lower_2, panel.upper_2, panel.lower_1, panel.upper_1)
    )
    return replace(panel, lower=lower, upper=upper, lower_2=lower_2, upper_2=upper_2, lower_1=lower_1, upper_1=upper_1)


def _inputs(
    chart: ChartKind,
    values: Floats | None,
    numerators: Floats | None,
    denominators: Floats | None,
    sizes: Floats | None,
    sds: Floats | None,
) -> tuple[Floats, Floats, Floats, Floats, Floats]:
    """Values, denominators, sizes, deviations and numerators, with stand-ins for what the chart does not need."""
    if values is None:
        if numerators is None or denominators is None:
            raise ValueError("values, or numerators and denominators, are needed")
        values = np.asarray(numerators, dtype=np.float64) / np.where(denominators == 0, np.nan, denominators)
    values = np.asarray(values, dtype=np.float64)
    needs = KINDS[chart].needs
    if needs == "subgroup" and (sizes is None or sds is None):
        raise ValueError("sizes and standard deviations of the subgroups are needed")
    if needs == "share" and denominators is None:
        if chart != "ip":
            raise ValueError("denominators are needed")
        denominators = np.ones(values.shape)
    if denominators is not None:
        denominators = np.where(values == values, denominators, np.nan)
    return (
        values,
        values if denominators is None else denominators,
        values if sizes is None else sizes,
        values if sds is None else sds,
        values if numerators is None else numerators,
    )


def _given(centre: float | Floats, shape: tuple[int, ...]) -> Floats:
    """A known line as (series, 1) or (series, points)."""
    line = np.asarray(centre, dtype=np.float64)
    if line.ndim == 2:
        return line
    return np.broadcast_to(line.reshape(-1, 1), (shape[0], 1))


def _fill(
    table: Floats,
    chart: ChartKind,
    data: tuple[Floats, Floats, Floats, Floats, Floats],
    included: Bools,
    part: Part,
    given: Floats | None,
    options: Options,
    multiply: float,
) -> PartPanel:
    """One part of the lines, written into `table` (line, series, points); its run counts."""
    here = slice(part.first, part.stop)
    kept = included[:, here]
    length = part.baseline_stop - part.first
    base = kept
    if length < kept.shape[1]:
        base = kept.copy()
        base[:, length:] = False
    values, denominators, sizes, sds, numerators = (one[:, here] for one in data)
    known = given if given is None or given.shape[1] == 1 else given[:, here]
    whole = bool(kept[:, :length].all())
    found = find_lines(
        chart, PartData(values, denominators, sizes, sds, base, length, whole, known, numerators), options
    )
    _write(table[:, :, here], found)
    signals = options.ordered and KINDS[chart].runs
    return part_panel(part, found.drawn, kept, found.centre, signals=signals, multiply=multiply, screened=found.dropped)


def _write(table: Floats, found: Lines) -> None:
    table[0], table[1] = found.drawn, found.centre
    limits = found.middle + SIGMAS * found.sigma
    if found.low > -inf:
        np.maximum(limits[:3], found.low, out=limits[:3])
    if found.high < inf:
        np.minimum(limits[3:], found.high, out=limits[3:])
    table[2:] = limits if found.power == 1.0 else limits**found.power


def _finish(table: Floats, multiply: float, lower_below_zero: bool) -> None:
    """Lower limits below 0 become 0, if asked for, in the series that hold no negative value; then the scale shown."""
    if not lower_below_zero:
        _cut_at_zero(table)
    if multiply != 1.0:
        table *= multiply


def _cut_at_zero(table: Floats) -> None:
    values = table[0]
    positive = ~(values < 0).any(axis=1, keepdims=True) & (values == values).any(axis=1, keepdims=True)
    for row in (2, 3, 4):
        table[row] = np.where(positive & (table[row] < 0) & (table[row] > -inf), 0.0, table[row])
