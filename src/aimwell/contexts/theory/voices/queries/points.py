"""Who took part at the four points, for those who read what stands beside a theory."""

from __future__ import annotations

from aimwell.contexts.theory.queries import InquiryView
from aimwell.contexts.theory.voices.forms import PointsForm
from aimwell.contexts.theory.voices.models import FourPoints


def four_points(view: InquiryView) -> FourPoints | None:
    return FourPoints.objects.filter(inquiry=view.inquiry, ended_at=None).first() if view.beside else None


def in_lines(points: FourPoints | None) -> list[tuple[str, str]]:
    """Each point with what is written there, in the order of the work."""
    return [(str(field.label), getattr(points, name, "")) for name, field in PointsForm.base_fields.items()]
