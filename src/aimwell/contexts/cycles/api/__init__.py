"""PDSA cycles in the API."""

from aimwell.contexts.cycles.api import do, plan, reading, study
from aimwell.contexts.cycles.api.base import router

__all__ = ["do", "plan", "reading", "router", "study"]
