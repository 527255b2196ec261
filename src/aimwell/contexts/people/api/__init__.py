"""People and teams in the API, and what all its parts share."""

from aimwell.contexts.people.api.routes import router

__all__ = ["router"]
