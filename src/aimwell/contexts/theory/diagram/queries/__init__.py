"""The theory on another day, and as a file."""

from aimwell.contexts.theory.diagram.queries.files import lines_in, lines_of, plan_for, read_file, stamp_of
from aimwell.contexts.theory.diagram.queries.moments import Moment, Past, moment_of, versions_of

__all__ = [
    "Moment",
    "Past",
    "lines_in",
    "lines_of",
    "moment_of",
    "plan_for",
    "read_file",
    "stamp_of",
    "versions_of",
]
