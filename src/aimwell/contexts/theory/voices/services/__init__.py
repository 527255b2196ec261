"""What a team does with what it heard. Every function checks that `by` may edit, and writes history with the change."""

from aimwell.contexts.theory.voices.services.grounds import (
    link_category,
    link_theme,
    recount,
    restore,
    set_aside,
    unlink,
)
from aimwell.contexts.theory.voices.services.groupings import (
    add_category,
    change_category,
    change_grouping,
    put_in_responses,
    start_grouping,
    take_back_responses,
)
from aimwell.contexts.theory.voices.services.interviews import (
    add_interview,
    add_quote,
    change_interview,
    change_quote,
    rename_theme,
)
from aimwell.contexts.theory.voices.services.placings import (
    keep_sample,
    open_grouping,
    place,
    say_done,
    settle,
    start_coding,
)
from aimwell.contexts.theory.voices.services.points import say_who_took_part

__all__ = [
    "add_category",
    "add_interview",
    "add_quote",
    "change_category",
    "change_grouping",
    "change_interview",
    "change_quote",
    "keep_sample",
    "link_category",
    "link_theme",
    "open_grouping",
    "place",
    "put_in_responses",
    "recount",
    "rename_theme",
    "restore",
    "say_done",
    "say_who_took_part",
    "set_aside",
    "settle",
    "start_coding",
    "start_grouping",
    "take_back_responses",
    "unlink",
]
