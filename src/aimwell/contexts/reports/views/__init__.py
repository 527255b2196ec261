from aimwell.contexts.reports.views.audit import audit, audit_csv, csv_answer
from aimwell.contexts.reports.views.examples import examples
from aimwell.contexts.reports.views.history import EVENTS_A_PAGE, earlier, history, restore, revert, timeline
from aimwell.contexts.reports.views.team import begin, more, sheet, sheet_pdf, today

__all__ = [
    "EVENTS_A_PAGE",
    "audit",
    "audit_csv",
    "begin",
    "csv_answer",
    "earlier",
    "examples",
    "history",
    "more",
    "restore",
    "revert",
    "sheet",
    "sheet_pdf",
    "timeline",
    "today",
]
