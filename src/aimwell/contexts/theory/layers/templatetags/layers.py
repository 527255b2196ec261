"""What the fishbone and the page of one's teams show of layers."""

from __future__ import annotations

from typing import Any

from django import template

from aimwell.contexts.people.queries import Reader
from aimwell.contexts.theory.layers import queries
from aimwell.contexts.theory.layers.models import LayerAsk
from aimwell.contexts.theory.models import Cause
from aimwell.contexts.theory.queries import InquiryView

register = template.Library()


@register.inclusion_tag("layers/said_first.html")
def first_said(view: InquiryView, cause: Cause) -> dict[str, Any]:
    """Who said an open cause first, and who said it too."""
    return {"said": queries.said_first(view, cause)}


@register.inclusion_tag("layers/on_fishbone.html", takes_context=True)
def ask_somebody(context: template.Context, view: InquiryView) -> dict[str, Any]:
    """For the team, the way to both layers and how much waits there; for whoever was asked, the way to their page."""
    layers = queries.Layers(view) if view.may_edit else None
    user = context["request"].user
    asked = None if layers else LayerAsk.objects.filter(inquiry=view.inquiry, whom=user, ended_at=None).last()
    return {"inquiry": view.inquiry, "asked": asked, "asks": layers.asks if layers else (), "waiting": _waiting(layers)}


def _waiting(layers: queries.Layers | None) -> int:
    return len(layers.open) if layers is not None and layers.asks else 0


@register.inclusion_tag("layers/asked_of_me.html")
def asked_of_me(user: Reader) -> dict[str, Any]:
    return {"number": queries.open_asks(user)}
