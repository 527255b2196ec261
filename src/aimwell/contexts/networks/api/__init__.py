"""Several teams and one aim: goals, shared drivers, who works on which."""

from aimwell.contexts.networks.api import choosing, goals, network, places
from aimwell.contexts.networks.api.base import router

__all__ = ["choosing", "goals", "network", "places", "router"]
