from aimwell.contexts.cycles.rubric.views.gate import gate
from aimwell.contexts.cycles.rubric.views.org import org
from aimwell.contexts.cycles.rubric.views.readings import again, agree, ask, back, open_it, ours, reading, review

__all__ = ["again", "agree", "ask", "back", "gate", "open_it", "org", "ours", "reading", "review"]
