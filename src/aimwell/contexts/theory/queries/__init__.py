"""What may be read of a theory, in shapes that pages, sheets and drawings share."""

from aimwell.contexts.theory.queries.causes import fishbone_of
from aimwell.contexts.theory.queries.glance import GlanceDriver, GlanceIdea, glance_of, theory_glance
from aimwell.contexts.theory.queries.graph import AIM, aim_of, aim_sentence, quarters_of, theory_of
from aimwell.contexts.theory.queries.view import Begun, InquiryView, Step, begun, current_inquiry, inquiry_view

__all__ = [
    "AIM",
    "Begun",
    "GlanceDriver",
    "GlanceIdea",
    "InquiryView",
    "Step",
    "aim_of",
    "aim_sentence",
    "begun",
    "current_inquiry",
    "fishbone_of",
    "glance_of",
    "inquiry_view",
    "quarters_of",
    "theory_glance",
    "theory_of",
]
