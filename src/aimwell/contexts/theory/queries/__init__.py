"""What may be read of a theory, in shapes that pages, sheets and drawings share."""

from aimwell.contexts.theory.queries.aims import AimLook, aim_look, signs_of
from aimwell.contexts.theory.queries.causes import fishbone_of
from aimwell.contexts.theory.queries.glance import GlanceDriver, GlanceIdea, glance_of, theory_glance
from aimwell.contexts.theory.queries.graph import AIM, aim_of, aim_sentence, quarters_of, theory_of
from aimwell.contexts.theory.queries.problems import (
    Efforts,
    Measured,
    StoredCount,
    Wording,
    area_choices,
    area_words,
    earlier_wordings,
    efforts_of,
    measured,
    needs_problem,
    open_before_test,
)
from aimwell.contexts.theory.queries.view import Begun, InquiryView, begun, current_inquiry, inquiry_view
from aimwell.contexts.theory.queries.way import STEP_OF, Step, sign

__all__ = [
    "AIM",
    "STEP_OF",
    "AimLook",
    "Begun",
    "Efforts",
    "GlanceDriver",
    "GlanceIdea",
    "InquiryView",
    "Measured",
    "Step",
    "StoredCount",
    "Wording",
    "aim_look",
    "aim_of",
    "aim_sentence",
    "area_choices",
    "area_words",
    "begun",
    "current_inquiry",
    "earlier_wordings",
    "efforts_of",
    "fishbone_of",
    "glance_of",
    "inquiry_view",
    "measured",
    "needs_problem",
    "open_before_test",
    "quarters_of",
    "sign",
    "signs_of",
    "theory_glance",
    "theory_of",
]
