"""What can be done with measures, their numbers and the marks on their charts."""

from aimwell.contexts.measures.services.applying import apply_import, put_rows_in, undo_import
from aimwell.contexts.measures.services.definitions import (
    change_measure,
    choose_chart,
    create_measure,
    restore_measure,
    set_measure_aside,
    set_target,
)
from aimwell.contexts.measures.services.files import discard_import, start_from_paste, start_import
from aimwell.contexts.measures.services.hiding import choose_small_groups
from aimwell.contexts.measures.services.looking import choose_columns, look
from aimwell.contexts.measures.services.marks import (
    annotate,
    end_annotation,
    move_annotation,
    restore_annotation,
    set_baseline,
    set_phase_baseline,
)
from aimwell.contexts.measures.services.points import put_value, take_back_value

__all__ = [
    "annotate",
    "apply_import",
    "change_measure",
    "choose_chart",
    "choose_columns",
    "choose_small_groups",
    "create_measure",
    "discard_import",
    "end_annotation",
    "look",
    "move_annotation",
    "put_rows_in",
    "put_value",
    "restore_annotation",
    "restore_measure",
    "set_baseline",
    "set_measure_aside",
    "set_phase_baseline",
    "set_target",
    "start_from_paste",
    "start_import",
    "take_back_value",
    "undo_import",
]
