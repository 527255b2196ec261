"""Words, method, path and the local cycle of a place."""

from aimwell.contexts.people.wording.api import cycle
from aimwell.contexts.people.wording.api.base import router

__all__ = ["cycle", "router"]
