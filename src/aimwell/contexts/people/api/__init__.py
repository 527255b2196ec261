"""People, teams and organisations in the API, and what all its parts share."""

from ninja import Router

from aimwell.contexts.people.api.offices import router as offices
from aimwell.contexts.people.api.orgs import router as orgs
from aimwell.contexts.people.api.places import router as places
from aimwell.contexts.people.api.routes import router as routes

router = Router()
for part in (routes, places, orgs, offices):
    router.add_router("", part)

__all__ = ["router"]
