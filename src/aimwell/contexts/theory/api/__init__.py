"""The theory in the API: problem, causes, aim, drivers and change ideas."""

from aimwell.contexts.theory.api import (
    aims,
    causes,
    escalations,
    filters,
    indicators,
    inquiries,
    keeping,
    parts,
    pictures,
    problems,
    rounds,
)
from aimwell.contexts.theory.api.base import router

__all__ = [
    "aims",
    "causes",
    "escalations",
    "filters",
    "indicators",
    "inquiries",
    "keeping",
    "parts",
    "pictures",
    "problems",
    "rounds",
    "router",
]
