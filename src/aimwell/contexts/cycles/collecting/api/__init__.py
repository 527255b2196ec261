"""Planned counts against received ones, what was really done in each room, shared reading of student work, photos."""

from aimwell.contexts.cycles.collecting.api import keeping, photos, plans, reading, tries
from aimwell.contexts.cycles.collecting.api.base import router

__all__ = ["keeping", "photos", "plans", "reading", "router", "tries"]
