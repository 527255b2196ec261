"""What people type into a cycle. Forms read and shape; the services decide."""

from aimwell.contexts.cycles.forms.do import EntryForm, TallyForm, TapsForm
from aimwell.contexts.cycles.forms.plan import AmendForm, PlanForm
from aimwell.contexts.cycles.forms.study import LearningForm, StudyForm

__all__ = ["AmendForm", "EntryForm", "LearningForm", "PlanForm", "StudyForm", "TallyForm", "TapsForm"]
