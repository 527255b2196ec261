"""How far a piece of work is open, and how others read it."""

from aimwell.contexts.reports.sharing.queries.ladder import Step
from aimwell.contexts.reports.sharing.queries.page import SharingPage, rung_of, shared_path, sharing_page
from aimwell.contexts.reports.sharing.queries.shown import Shown, shared_at
from aimwell.contexts.reports.sharing.queries.teller import Line

__all__ = ["Line", "SharingPage", "Shown", "Step", "rung_of", "shared_at", "shared_path", "sharing_page"]
