"""Charts over time beside qicharts2 0.8.1, in the shape of its table and summary."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from aimwell.conformance.kinds.qic_rows import Facet, facets_of
from aimwell.domain.spc.boxes import Box, best_box, box_limits, cut_box
from aimwell.domain.spc.chart_panel import ChartPanel, chart_panel
from aimwell.domain.spc.differences import QICHARTS2
from aimwell.domain.spc.kinds import KINDS
from aimwell.domain.spc.panels import Floats
from aimwell.domain.spc.part_panel import PartPanel

Table = dict[str, list[Any]]
BOXES: dict[Any, Callable[[int], Box]] = {"bestbox": best_box, "cutbox": cut_box}


@dataclass(frozen=True, slots=True)
class Drawn:
    facet: Facet
    panel: ChartPanel


def answer(case: dict[str, Any], rows: Sequence[dict[str, str | None]]) -> dict[str, Any]:
    """`points` by columns in the order facet, part, x; `summary` with a row for each facet and part."""
    options = case["options"]
    facets = facets_of(case, rows)
    if options["chart"] == "t" and any(bool((facet.series.values <= 0).any()) for facet in facets):
        return {"error": "a time between events must be greater than 0"}
    needs_sizes = KINDS[options["chart"]].needs == "share" and options["chart"] != "ip"
    if needs_sizes and not all(facet.with_denominators for facet in facets):
        return {"error": "this chart needs denominators"}
    negative = any(bool((_values(options, facet) < 0).any()) for facet in facets)
    drawn = [Drawn(facet, _panel(options, facet, negative)) for facet in facets]
    summaries = sorted(drawn, key=lambda one: one.facet.place)
    return {
        "error": None,
        "warnings": None,
        "points": _joined([_points(options, one) for one in drawn]),
        "summary": [row for one in summaries for row in _summary(options, one)],
    }


def _panel(options: dict[str, Any], facet: Facet, negative: bool) -> ChartPanel:
    """The line of an X-bar chart is that of the means, whatever is drawn."""
    centre = _centre(options, facet)
    if options["chart"] == "xbar" and centre is None:
        means = _chart(options, facet, facet.series.means, None, negative)
        centre = means.centre / (options.get("multiply") or 1.0)
    return _chart(options, facet, _values(options, facet), centre, negative)


def _chart(
    options: dict[str, Any], facet: Facet, values: Floats, centre: float | Floats | None, negative: bool
) -> ChartPanel:
    """With the options that make what qicharts2 does otherwise than we; see `chart_panel`."""
    series = facet.series
    excluded = np.zeros((1, values.size), dtype=np.bool_)
    for row in _rows(options.get("exclude")):
        excluded[0, max(row - 1, 0) : max(row, 0)] = True
    return chart_panel(
        values[None, :],
        chart=options["chart"],
        numerators=series.numerators[None, :],
        denominators=_sizes(options, facet)[None, :],
        sizes=series.sizes[None, :],
        sds=series.sds[None, :],
        after=facet.after,
        freeze=[] if facet.parted else _rows(options.get("freeze")),
        excluded=excluded,
        centre=centre,
        multiply=options.get("multiply") or 1.0,
        ordered=facet.ordered,
        screen=options.get("screen_moving_ranges") is not False,
        lower_below_zero=options.get("y_neg") is not False or negative,
        as_reference=QICHARTS2,
    )


def _values(options: dict[str, Any], facet: Facet) -> Floats:
    """What is drawn: as asked for, but counts are summed."""
    series, chart = facet.series, options["chart"]
    return series.numerators if chart == "c" else series.sds if chart == "s" else series.values


def _sizes(options: dict[str, Any], facet: Facet) -> Floats:
    """An I' chart without denominators takes the number of values."""
    counts = options["chart"] == "ip" and not facet.with_denominators
    return facet.series.sizes if counts else facet.series.denominators


def _centre(options: dict[str, Any], facet: Facet) -> float | Floats | None:
    if facet.centres is not None:
        return facet.centres[None, :]
    given = options.get("cl")
    return np.array([given], dtype=np.float64) if isinstance(given, list) else given


def _rows(given: int | Sequence[int] | None) -> list[int]:
    return [] if given is None else [int(given)] if isinstance(given, (int, float)) else [int(row) for row in given]


def _points(options: dict[str, Any], one: Drawn) -> Table:
    series, panel, facet = one.facet.series, one.panel, one.facet
    beyond, lower, lower_2 = panel.beyond[0].tolist(), *_lower(panel)
    columns: Table = {
        "x": list(series.x),
        "facet1": [facet.names[0]] * len(series.x),
        "facet2": [facet.names[1]] * len(series.x),
        "part": [],
        "xx": facet.numbers,
        "y_sum": _plain(series.numerators),
        "y_length": [int(size) for size in series.sizes],
        "y_mean": _plain(series.means),
        "y_sd": _plain(series.sds),
        "n": _plain(_sizes(options, facet)),
        "y": _plain(panel.values[0]),
        "cl": _plain(panel.centre[0]),
        "target": _repeated(options.get("target"), len(series.x)) if facet.targets is None else _plain(facet.targets),
        "lcl": _plain(lower),
        "lcl_95": _plain(lower_2),
        "ucl_95": _plain(panel.upper_2[0]),
        "ucl": _plain(panel.upper[0]),
        "baseline": [],
        "include": panel.included[0].tolist(),
    }
    for number, part in _numbered(one):
        length = part.part.stop - part.part.first
        columns["part"] += [number] * length
        columns["baseline"] += [row < part.part.baseline_stop for row in range(part.part.first, part.part.stop)]
        for name, count in _counts(options, one, part).items():
            columns.setdefault(name, []).extend([count] * length)
    return columns | {"sigma_signal": beyond, "notes": [None] * len(series.x)}


def _summary(options: dict[str, Any], one: Drawn) -> Iterator[dict[str, Any]]:
    panel = one.panel
    beyond, lower, lower_2 = panel.beyond[0], *_lower(panel)
    for number, part in _numbered(one):
        here = slice(part.part.first, part.part.stop)
        yield {
            "facet1": one.facet.names[0],
            "facet2": one.facet.names[1],
            "part": number,
            **_counts(options, one, part),
            "aLCL": _mean(lower[here]),
            "aLCL_95": _mean(lower_2[here]),
            "CL": _mean(panel.centre[0, here]),
            "aUCL_95": _mean(panel.upper_2[0, here]),
            "aUCL": _mean(panel.upper[0, here]),
            "sigma_signal": int(np.count_nonzero(beyond[here])),
        }


def _lower(panel: ChartPanel) -> tuple[Floats, Floats]:
    """A T chart has no inner lower line where its root lies below 0. It and a chart of moving ranges have a lower line
    of 0 where none can be found; of moving ranges the inner one too.
    """
    lower, lower_2 = panel.lower[0], panel.lower_2[0]
    if panel.chart == "t":
        lower, lower_2 = np.nan_to_num(lower), np.where(lower_2 > 0, lower_2, np.nan)
    elif panel.chart == "mr":
        lower, lower_2 = np.zeros_like(lower), np.zeros_like(lower_2)
    return lower, lower_2


def _numbered(one: Drawn) -> Iterator[tuple[int, PartPanel]]:
    yield from zip(one.facet.parts, one.panel.parts, strict=True)


def _counts(options: dict[str, Any], one: Drawn, part: PartPanel) -> dict[str, Any]:
    """Without a useful point there is nothing to count. The limits listed are Anhoej's, whatever the method."""
    runs = part.runs
    useful = int(runs.n_useful[0])
    return {
        "n_obs": int(part.n[0]),
        "n_useful": useful,
        "longest_run": int(runs.longest_run[0]) if useful else None,
        "longest_run_max": int(part.longest_run_max[0]) if useful else None,
        "n_crossings": int(runs.crossings[0]) if useful else None,
        "n_crossings_min": int(part.crossings_min[0]) if useful else None,
        "runs_signal": _runs_signal(options, one, part),
    }


def _runs_signal(options: dict[str, Any], one: Drawn, part: PartPanel) -> bool:
    box = BOXES.get(options.get("method"))
    if box is None:
        return bool(part.runs_signal[0])
    tested = one.facet.ordered and KINDS[one.panel.chart].runs
    limits = box_limits(part.runs.n_useful, box)
    return tested and bool(limits.left(part.runs.crossings, part.runs.longest_run)[0])


def _plain(values: Floats) -> list[float | None]:
    return [value if np.isfinite(value) else None for value in values.tolist()]


def _repeated(given: Any, length: int) -> list[Any]:
    return given if isinstance(given, list) and len(given) == length else [given] * length


def _mean(values: Floats) -> float | None:
    known = values[np.isfinite(values)]
    return float(known.mean()) if known.size else None


def _joined(tables: Sequence[Table]) -> Table:
    return {name: [value for table in tables for value in table[name]] for name in tables[0]} if tables else {}
