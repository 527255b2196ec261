"""When a team meets, what it talks about, and what it decides."""

from aimwell.contexts.meetings.api import meetings, parts, rhythm
from aimwell.contexts.meetings.api.base import router

__all__ = ["meetings", "parts", "rhythm", "router"]
