"""Voices in the API: interviews, themes, and answers grouped by two people apart."""

from aimwell.contexts.theory.voices.api import groupings, interviews, keeping
from aimwell.contexts.theory.voices.api.base import router

__all__ = ["groupings", "interviews", "keeping", "router"]
