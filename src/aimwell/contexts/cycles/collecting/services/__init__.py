"""What may be done here. Each service checks permission itself and writes history."""

from aimwell.contexts.cycles.collecting.services.keeping import restore, set_aside
from aimwell.contexts.cycles.collecting.services.photos import add_photo, change_photo
from aimwell.contexts.cycles.collecting.services.plans import change_plan, plan_counts
from aimwell.contexts.cycles.collecting.services.reading import (
    change_reading,
    give_codes,
    open_reading,
    put_in_count,
    say_done,
    settle,
    start_own,
    start_reading,
)
from aimwell.contexts.cycles.collecting.services.tries import change_try, tell_try

__all__ = [
    "add_photo",
    "change_photo",
    "change_plan",
    "change_reading",
    "change_try",
    "give_codes",
    "open_reading",
    "plan_counts",
    "put_in_count",
    "restore",
    "say_done",
    "set_aside",
    "settle",
    "start_own",
    "start_reading",
    "tell_try",
]
