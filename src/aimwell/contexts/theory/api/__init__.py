"""The theory in the API: problem, causes, aim, drivers and change ideas."""

from aimwell.contexts.theory.api import aims, causes, inquiries, keeping, parts, pictures, problems
from aimwell.contexts.theory.api.base import router

__all__ = ["aims", "causes", "inquiries", "keeping", "parts", "pictures", "problems", "router"]
