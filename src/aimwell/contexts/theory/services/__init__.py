"""What a team does with its theory. Every function checks that `by` may edit, and writes history with the change."""

from aimwell.contexts.theory.services.aims import attach_measure, set_aim
from aimwell.contexts.theory.services.causes import (
    BONES_OFFERED,
    add_bone,
    add_cause,
    change_cause,
    move_cause,
    offer_bones,
    rename_bone,
)
from aimwell.contexts.theory.services.keeping import reorder, restore, set_aside
from aimwell.contexts.theory.services.links import link_parts, move_part, unlink_parts
from aimwell.contexts.theory.services.parts import (
    abandon,
    add_part,
    change_part,
    connect_causes,
    connect_measure,
    record_evidence,
    take_up,
)
from aimwell.contexts.theory.services.problems import (
    add_evidence,
    add_perspective,
    change_evidence,
    change_perspective,
    change_problem,
    skip_step,
    start_inquiry,
)

__all__ = [
    "BONES_OFFERED",
    "abandon",
    "add_bone",
    "add_cause",
    "add_evidence",
    "add_part",
    "add_perspective",
    "attach_measure",
    "change_cause",
    "change_evidence",
    "change_part",
    "change_perspective",
    "change_problem",
    "connect_causes",
    "connect_measure",
    "link_parts",
    "move_cause",
    "move_part",
    "offer_bones",
    "record_evidence",
    "rename_bone",
    "reorder",
    "restore",
    "set_aim",
    "set_aside",
    "skip_step",
    "start_inquiry",
    "take_up",
    "unlink_parts",
]
