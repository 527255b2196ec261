"""Bring in old forms. Each service checks permission itself; nothing is stored as a cycle before people have looked."""

from aimwell.contexts.cycles.oldforms.services.bringing import bring_in
from aimwell.contexts.cycles.oldforms.services.choosing import choose, let_go, start_import, with_choices
from aimwell.contexts.cycles.oldforms.services.undoing import Undone, take_back

__all__ = ["Undone", "bring_in", "choose", "let_go", "start_import", "take_back", "with_choices"]
