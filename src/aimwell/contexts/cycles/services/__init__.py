"""What may be done with a cycle. Each service checks permission itself and writes history."""

from aimwell.contexts.cycles.services.act import Finished, decide, finish
from aimwell.contexts.cycles.services.do import add_entry, claim_entry, restore_entry, set_entry_aside
from aimwell.contexts.cycles.services.keeping import restore, set_aside
from aimwell.contexts.cycles.services.plan import amend_prediction, change_plan, draft_cycle, start_do
from aimwell.contexts.cycles.services.study import begin_study, correct_learning, save_study
from aimwell.contexts.cycles.services.tally import NewTap, finish_tally, start_tally, tap, undo_tap

__all__ = [
    "Finished",
    "NewTap",
    "add_entry",
    "amend_prediction",
    "begin_study",
    "change_plan",
    "claim_entry",
    "correct_learning",
    "decide",
    "draft_cycle",
    "finish",
    "finish_tally",
    "restore",
    "restore_entry",
    "save_study",
    "set_aside",
    "set_entry_aside",
    "start_do",
    "start_tally",
    "tap",
    "undo_tap",
]
