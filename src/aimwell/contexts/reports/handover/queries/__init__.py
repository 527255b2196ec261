"""What is tied to a person, what has no owner, and the summary for whoever takes over."""

from aimwell.contexts.reports.handover.queries.notes import Notes, notes_of
from aimwell.contexts.reports.handover.queries.summary import Summary, summary_of
from aimwell.contexts.reports.handover.queries.work import Item, Work, find_place, work_of

__all__ = ["Item", "Notes", "Summary", "Work", "find_place", "notes_of", "summary_of", "work_of"]
