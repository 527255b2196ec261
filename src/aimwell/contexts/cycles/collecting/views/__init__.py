"""Pages of collecting, for members of the team. Views read queries and call services; no rule stands here."""

from aimwell.contexts.cycles.collecting.views.keeping import aside, restore
from aimwell.contexts.cycles.collecting.views.photos import photo_change, photo_file, photos
from aimwell.contexts.cycles.collecting.views.plans import came, change, plan
from aimwell.contexts.cycles.collecting.views.reading import (
    codes,
    count,
    done,
    open_early,
    reading,
    reading_change,
    readings,
    settle,
    start_own,
)
from aimwell.contexts.cycles.collecting.views.tries import tries, try_change

__all__ = [
    "aside",
    "came",
    "change",
    "codes",
    "count",
    "done",
    "open_early",
    "photo_change",
    "photo_file",
    "photos",
    "plan",
    "reading",
    "reading_change",
    "readings",
    "restore",
    "settle",
    "start_own",
    "tries",
    "try_change",
]
