"""A theory with its measures and cycles as one web; and the work of a team by principle."""

from aimwell.contexts.reports.threads.queries.principles import Shown, principles_of_team, shown_principles
from aimwell.contexts.reports.threads.queries.trace import KINDS, Traced, trace_of

__all__ = ["KINDS", "Shown", "Traced", "principles_of_team", "shown_principles", "trace_of"]
