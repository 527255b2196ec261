from aimwell.contexts.reports.queries.history import HistoryLine, history_lines, history_of, is_revertible, target_of
from aimwell.contexts.reports.queries.team import SheetView, TeamView, is_member, sheet_of, team_view

__all__ = [
    "HistoryLine",
    "SheetView",
    "TeamView",
    "history_lines",
    "history_of",
    "is_member",
    "is_revertible",
    "sheet_of",
    "target_of",
    "team_view",
]
