"""How often each rule set signals on a chart where nothing changed, measured: `python -m bench.rates`.

Writes src/aimwell/domain/spc/measured_rates.py. Values are simulated under the conditions of `false_signals`; line and
limits come from the whole series, and the rules are read as on a page. Seeded, so a second run writes the same file.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from aimwell.domain.spc.chart_panel import ChartPanel, chart_panel, without_flat_limits
from aimwell.domain.spc.false_signals import CONDITIONS, Condition
from aimwell.domain.spc.kinds import KINDS, ChartKind
from aimwell.domain.spc.rulesets import RULE_SET_NAMES, RuleSetName, broken_rules
from aimwell.domain.spc.zones import panel_zones

TARGET = Path(__file__).resolve().parent.parent / "src/aimwell/domain/spc/measured_rates.py"
LENGTHS = (2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 16, 18, 20, 24, 28, 32, 36, 42, 48, 60, 72, 84, 100)
SERIES = 20_000
AT_ONCE = 5_000
SEED = 20260914
A_ROW = 13
HEAD = '''"""Share of stable charts that signal, by rule set, chart and number of points. From `python -m bench.rates`.

{series} charts for each number, under the conditions of `false_signals`; one standard error is at most {error:.4f}.
"""

from __future__ import annotations

from typing import Final

# fmt: off
LENGTHS: Final = {lengths}
MEASURED: Final[dict[tuple[str, str], tuple[float, ...]]] = {{
'''

Shape = tuple[int, int]
Inputs = dict[str, Any]
"""Of `chart_panel`."""


def normal(generator: np.random.Generator, shape: Shape) -> Inputs:
    return {"values": generator.normal(size=shape)}


def subgroups(generator: np.random.Generator, shape: Shape) -> Inputs:
    values = generator.normal(size=(*shape, 5))
    return {"values": values.mean(axis=2), "sizes": np.full(shape, 5.0), "sds": values.std(axis=2, ddof=1)}


def shares(generator: np.random.Generator, shape: Shape) -> Inputs:
    return {"numerators": generator.binomial(40, 0.5, shape).astype(float), "denominators": np.full(shape, 40.0)}


def counts(generator: np.random.Generator, shape: Shape) -> Inputs:
    return {"values": generator.poisson(15, shape).astype(float)}


def rates(generator: np.random.Generator, shape: Shape) -> Inputs:
    return {"numerators": generator.poisson(15, shape).astype(float), "denominators": np.full(shape, 20.0)}


def cases_between(generator: np.random.Generator, shape: Shape) -> Inputs:
    """Cases without an event before the next one, 20 on average."""
    return {"values": generator.geometric(1 / 21, shape) - 1.0}


def time_between(generator: np.random.Generator, shape: Shape) -> Inputs:
    return {"values": generator.exponential(size=shape)}


MAKERS: dict[Condition, Callable[[np.random.Generator, Shape], Inputs]] = {
    "normal": normal,
    "subgroups": subgroups,
    "shares": shares,
    "counts": counts,
    "rates": rates,
    "cases_between": cases_between,
    "time_between": time_between,
}


def signalling(panel: ChartPanel, rule_set: RuleSetName) -> int:
    """How many of the series signal, read as `reading_rules` reads one."""
    kind = KINDS[panel.chart]
    zones = panel_zones(panel)
    found = broken_rules(
        panel.values,
        panel.centre,
        rule_set=rule_set,
        zones=zones if kind.with_limits else None,
        runs=kind.runs,
    )
    return int(np.any(list(found.series.values()), axis=0).sum())


def measure() -> dict[tuple[RuleSetName, ChartKind], list[float]]:
    generator = np.random.default_rng(SEED)
    keys = [(name, chart) for chart in CONDITIONS for name in RULE_SET_NAMES]
    measured: dict[tuple[RuleSetName, ChartKind], list[float]] = {key: [] for key in keys}
    for points in LENGTHS:
        signals = dict.fromkeys(keys, 0)
        for _ in range(SERIES // AT_ONCE):
            inputs = {condition: make(generator, (AT_ONCE, points)) for condition, make in MAKERS.items()}
            for chart, condition in CONDITIONS.items():
                panel = without_flat_limits(chart_panel(chart=chart, **inputs[condition]))
                for name in RULE_SET_NAMES:
                    signals[name, chart] += signalling(panel, name)
        for key, count in signals.items():
            measured[key].append(count / SERIES)
    return measured


def main() -> None:
    lines = [HEAD.format(series=f"{SERIES:,}", error=0.5 / SERIES**0.5, lengths=LENGTHS)]
    for (name, chart), found in measure().items():
        lines.append(f'    ("{name}", "{chart}"): (\n')
        rows = [found[k : k + A_ROW] for k in range(0, len(found), A_ROW)]
        lines += [f"        {', '.join(f'{one:.3f}' for one in row)},\n" for row in rows]
        lines.append("    ),\n")
    TARGET.write_text("".join([*lines, "}\n# fmt: on\n"]), encoding="utf-8")


if __name__ == "__main__":
    main()
