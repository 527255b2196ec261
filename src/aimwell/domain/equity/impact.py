"""What the whole population would gain if every group did as well as the best (population attributable risk)."""

from __future__ import annotations

from math import nan

from aimwell.domain.equity.groups import Groups
from aimwell.domain.equity.measure import GapMeasure, plain


def attributable_risk(groups: Groups) -> GapMeasure:
    """PAR: the best group less the mean; below 0 when less is better. 0 when the mean is already beyond the best."""
    return plain("parisk", _gain(groups))


def attributable_fraction(groups: Groups) -> GapMeasure:
    """PAF: PAR in per cent of the mean."""
    return plain("paf", 100 * _gain(groups) / groups.mean if groups.mean else nan)


def _gain(groups: Groups) -> float:
    gain = float(groups.estimate[groups.best]) - groups.mean
    return max(0.0, gain) if groups.favourable else min(0.0, gain)
