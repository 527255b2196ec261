"""Pages and acts of cycles. Views read queries and call services; no rule stands here."""

from aimwell.contexts.cycles.views.do import entry, entry_restore, entry_set_aside, tally, taps
from aimwell.contexts.cycles.views.lists import cycle, cycle_list, ramp_page
from aimwell.contexts.cycles.views.plan import amend, new, plan, start
from aimwell.contexts.cycles.views.study import begin_study, finish, learning, restore, set_aside, study

__all__ = [
    "amend",
    "begin_study",
    "cycle",
    "cycle_list",
    "entry",
    "entry_restore",
    "entry_set_aside",
    "finish",
    "learning",
    "new",
    "plan",
    "ramp_page",
    "restore",
    "set_aside",
    "start",
    "study",
    "tally",
    "taps",
]
