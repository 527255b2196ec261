"""From many ideas to the one to try: options, effect and effort, consent, commitment, actions."""

from aimwell.contexts.theory.choosing.api import deciding, ideas, parking, work
from aimwell.contexts.theory.choosing.api.base import router

__all__ = ["deciding", "ideas", "parking", "router", "work"]
