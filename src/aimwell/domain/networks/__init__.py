"""Several teams and one aim: what is missing from the aim, which drivers have a team, what teams are drawn to."""

from aimwell.domain.networks.coverage import Coverage, Row, Work, coverage
from aimwell.domain.networks.foci import Foci, Group, OnItsOwn, foci
from aimwell.domain.networks.tightness import PARTS, NetworkAim, missing

__all__ = [
    "PARTS",
    "Coverage",
    "Foci",
    "Group",
    "NetworkAim",
    "OnItsOwn",
    "Row",
    "Work",
    "coverage",
    "foci",
    "missing",
]
