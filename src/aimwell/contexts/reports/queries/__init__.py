from aimwell.contexts.reports.queries.audit import (
    SUBJECT_WORDS,
    AuditLine,
    audit_events,
    audit_lines,
    audited_org,
    people_below,
    places_below,
)
from aimwell.contexts.reports.queries.earlier import Earlier, earlier, fields_of
from aimwell.contexts.reports.queries.examples import Sheet, examples
from aimwell.contexts.reports.queries.filters import Filters, Stretch, kinds_in, people_in, stretch_of
from aimwell.contexts.reports.queries.history import (
    HistoryLine,
    history_lines,
    history_of,
    is_revertible,
    is_setting,
    target_of,
)
from aimwell.contexts.reports.queries.team import SheetView, TeamView, is_member, sheet_of, team_view
from aimwell.contexts.reports.queries.timeline import Timeline, timeline_of

__all__ = [
    "SUBJECT_WORDS",
    "AuditLine",
    "Earlier",
    "Filters",
    "HistoryLine",
    "Sheet",
    "SheetView",
    "Stretch",
    "TeamView",
    "Timeline",
    "audit_events",
    "audit_lines",
    "audited_org",
    "earlier",
    "examples",
    "fields_of",
    "history_lines",
    "history_of",
    "is_member",
    "is_revertible",
    "is_setting",
    "kinds_in",
    "people_below",
    "people_in",
    "places_below",
    "sheet_of",
    "stretch_of",
    "target_of",
    "team_view",
    "timeline_of",
]
