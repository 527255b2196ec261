"""Bringing things back from the history."""

from aimwell.contexts.reports.services.back import put_back, restore_from, revert_to

__all__ = ["put_back", "restore_from", "revert_to"]
