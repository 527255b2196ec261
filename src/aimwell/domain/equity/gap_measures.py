"""The measures of gaps between groups, by their names."""

from __future__ import annotations

from collections.abc import Callable

from aimwell.domain.equity import gradient, impact, simple, spread
from aimwell.domain.equity.groups import Groups
from aimwell.domain.equity.measure import GapMeasure

Measure = Callable[[Groups], GapMeasure]

SIMPLE: dict[str, Measure] = {"d": simple.difference, "r": simple.ratio}
SPREAD: dict[str, Measure] = {
    "bgv": spread.between_group_variance,
    "bgsd": spread.standard_deviation,
    "covar": spread.coefficient_of_variation,
    "idisu": spread.disparity,
    "idisw": spread.disparity_weighted,
    "mdbu": spread.from_best,
    "mdbw": spread.from_best_weighted,
    "mdmu": spread.from_mean,
    "mdmw": spread.from_mean_weighted,
}
REFERENCE: dict[str, Measure] = {"mdru": spread.from_reference, "mdrw": spread.from_reference_weighted}
ENTROPY: dict[str, Measure] = {"mld": spread.mean_log_deviation, "ti": spread.theil}
IMPACT: dict[str, Measure] = {"paf": impact.attributable_fraction, "parisk": impact.attributable_risk}
CONCENTRATION: dict[str, Measure] = {"aci": gradient.absolute_concentration, "rci": gradient.relative_concentration}
REGRESSION: dict[str, Measure] = {"sii": gradient.slope_index, "rii": gradient.relative_index}
MEASURES = SIMPLE | SPREAD | REFERENCE | ENTROPY | IMPACT | CONCENTRATION | REGRESSION


def gap_measures(groups: Groups) -> tuple[GapMeasure, ...]:
    """All that fit: slopes and concentration need an order, spread needs none, two a reference group."""
    if groups.ordered:
        fitting = SIMPLE | IMPACT | CONCENTRATION | REGRESSION
    else:
        fitting = SIMPLE | SPREAD | (REFERENCE if groups.reference is not None else {}) | ENTROPY | IMPACT
    return tuple(measure(groups) for measure in fitting.values())
