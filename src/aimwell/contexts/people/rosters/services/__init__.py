"""Staff lists: taken in, read, put in and taken back."""

from aimwell.contexts.people.rosters.services.applying import apply_list, discard_list, put_in
from aimwell.contexts.people.rosters.services.files import read_list, refuse, start_list
from aimwell.contexts.people.rosters.services.students import keep_students
from aimwell.contexts.people.rosters.services.undoing import undo_list

__all__ = [
    "apply_list",
    "discard_list",
    "keep_students",
    "put_in",
    "read_list",
    "refuse",
    "start_list",
    "undo_list",
]
