"""Forms of the data pages: measures and their counts, and how a chart is made."""

from aimwell.contexts.measures.forms.chart import (
    ChartForm,
    LeaveOutForm,
    LineForm,
    NoteForm,
    PhaseForm,
    PointForm,
    TargetForm,
)
from aimwell.contexts.measures.forms.counting import (
    CountForm,
    MarkForm,
    MeasureForm,
    PasteForm,
    QuickPasteForm,
    UploadForm,
)

__all__ = [
    "ChartForm",
    "CountForm",
    "LeaveOutForm",
    "LineForm",
    "MarkForm",
    "MeasureForm",
    "NoteForm",
    "PasteForm",
    "PhaseForm",
    "PointForm",
    "QuickPasteForm",
    "TargetForm",
    "UploadForm",
]
