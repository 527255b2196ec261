"""Which principles a tool serves, and the team's sentence on how it connects (S0 R-5)."""

from __future__ import annotations

from typing import Any

from django import template

from aimwell.contexts.theory.coherence.forms import ConnectionForm
from aimwell.contexts.theory.coherence.models import Connection
from aimwell.contexts.theory.queries import InquiryView
from aimwell.domain.theory.principles import Work, principles_of
from aimwell.domain.words.coherence import say

register = template.Library()


@register.inclusion_tag("coherence/connects.html", takes_context=True)
def connects(context: template.Context, tool: str) -> dict[str, Any]:
    """`tool` is "fishbone" or "drivers"; the page has a `view`."""
    view: InquiryView = context["view"]
    said = Connection.objects.filter(inquiry=view.inquiry, tool=tool).first() if view.beside else None
    return {
        "view": view,
        "inquiry": view.inquiry,
        "tool": tool,
        "said": said,
        "principles": [(number, say(f"principle.{number}", view.lang)) for number in principles_of(Work(tool))],
        "form": ConnectionForm(initial={"text": said.text if said else ""}, auto_id="connects-%s"),
        "csrf_token": context.get("csrf_token"),
    }
