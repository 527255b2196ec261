"""Measures, their numbers, readings, charts and imports in the API."""

from aimwell.contexts.measures.api import definitions, gaps, imports, looks, marks, points, readings
from aimwell.contexts.measures.api.base import router

__all__ = ["definitions", "gaps", "imports", "looks", "marks", "points", "readings", "router"]
