"""Run charts in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from aimwell.domain.spc.chart_panel import chart_panel
from aimwell.domain.spc.panels import Bools, Floats
from aimwell.domain.spc.part_panel import PartPanel

__all__ = ["PartPanel", "run_panel"]


def run_panel(
    values: Floats,
    *,
    after: Iterable[int] = (),
    freeze: Sequence[int] = (),
    excluded: Bools | None = None,
    centre: float | Floats | None = None,
    ordered: bool = True,
    freeze_within_phases: bool = True,
) -> tuple[PartPanel, ...]:
    """The parts of `chart_panel` for a run chart."""
    return chart_panel(
        values,
        after=after,
        freeze=freeze,
        excluded=excluded,
        centre=centre,
        ordered=ordered,
        freeze_within_phases=freeze_within_phases,
    ).parts
