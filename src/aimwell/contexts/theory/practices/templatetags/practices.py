from __future__ import annotations

from typing import Any

from django import template

from aimwell.contexts.theory.practices.queries import GroundsView, practices_of
from aimwell.contexts.theory.queries import InquiryView

register = template.Library()


@register.inclusion_tag("practices/beside.html")
def existing_practices(view: InquiryView) -> dict[str, Any]:
    """What is done already, and what each change idea rests on: to stand beside the driver diagram (S0 R-37)."""
    return {"view": view, "inquiry": view.inquiry, "practices": practices_of(view), "shown": GroundsView(view)}
