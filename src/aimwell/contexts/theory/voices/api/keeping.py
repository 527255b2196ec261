"""Set aside and bring back: the same for every piece of this tool."""

from aimwell.contexts.theory.api.base import keeping
from aimwell.contexts.theory.voices import services
from aimwell.contexts.theory.voices.api import shapes
from aimwell.contexts.theory.voices.api.base import router
from aimwell.contexts.theory.voices.models import Category, Grouping, Interview, Quote, Response, Theme

for kind in (
    ("interview", "interviews", Interview, shapes.InterviewOut),
    ("quote", "quotes", Quote, shapes.QuoteOut),
    ("theme", "themes", Theme, shapes.ThemeOut),
    ("grouping", "groupings", Grouping, shapes.GroupingOut),
    ("category", "categories", Category, shapes.CategoryOut),
    ("response", "responses", Response, shapes.ResponseOut),
):
    keeping(router, *kind, services=services)
