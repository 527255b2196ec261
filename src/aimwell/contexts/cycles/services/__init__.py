"""What may be done with a cycle. Each service checks permission itself and writes history."""

from aimwell.contexts.cycles.services.act import Finished, choose_onward, decide, finish
from aimwell.contexts.cycles.services.do import (
    add_entry,
    claim_entry,
    restore_entry,
    say_none_noticed,
    set_entry_aside,
)
from aimwell.contexts.cycles.services.keeping import restore, set_aside
from aimwell.contexts.cycles.services.plan import amend_prediction, change_plan, draft_cycle, start_cycle, start_do
from aimwell.contexts.cycles.services.sizing import keep_size, make_smaller
from aimwell.contexts.cycles.services.study import begin_study, correct_learning, save_study
from aimwell.contexts.cycles.services.tally import NewTap, finish_tally, start_tally, tap, undo_tap

__all__ = [
    "Finished",
    "NewTap",
    "add_entry",
    "amend_prediction",
    "begin_study",
    "change_plan",
    "choose_onward",
    "claim_entry",
    "correct_learning",
    "decide",
    "draft_cycle",
    "finish",
    "finish_tally",
    "keep_size",
    "make_smaller",
    "restore",
    "restore_entry",
    "save_study",
    "say_none_noticed",
    "set_aside",
    "set_entry_aside",
    "start_cycle",
    "start_do",
    "start_tally",
    "tap",
    "undo_tap",
]
