"""Pages and acts of cycles. Views read queries and call services; no rule stands here."""

from aimwell.contexts.cycles.views.do import entry, entry_restore, entry_set_aside, none_noticed, tally, taps
from aimwell.contexts.cycles.views.lists import cycle, cycle_list, ramp_page
from aimwell.contexts.cycles.views.plan import amend, keep_size, make_smaller, new, plan, start
from aimwell.contexts.cycles.views.study import begin_study, finish, learning, onward, restore, set_aside, study

__all__ = [
    "amend",
    "begin_study",
    "cycle",
    "cycle_list",
    "entry",
    "entry_restore",
    "entry_set_aside",
    "finish",
    "keep_size",
    "learning",
    "make_smaller",
    "new",
    "none_noticed",
    "onward",
    "plan",
    "ramp_page",
    "restore",
    "set_aside",
    "start",
    "study",
    "tally",
    "taps",
]
