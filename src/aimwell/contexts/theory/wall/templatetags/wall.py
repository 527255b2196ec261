"""Photos on the pages they belong to. `{% load wall %}{% wall_photos view "fishbone" %}`."""

from __future__ import annotations

from typing import Any

from django import template

from aimwell.contexts.theory.models import Cause
from aimwell.contexts.theory.queries import InquiryView
from aimwell.contexts.theory.wall.queries import origin_of, photos_of

register = template.Library()


@register.inclusion_tag("wall/on_page.html")
def wall_photos(view: InquiryView, place: str, thing: Any = None) -> dict[str, Any]:
    """Small pictures that lead to the large ones; on paper with the words on them. One query."""
    photos = list(photos_of(view, place, thing.pk if thing is not None else None))
    beside = f"{place}-{thing.pk}" if thing is not None else place
    return {"inquiry": view.inquiry, "photos": photos, "beside": beside, "own": view.may_edit}


@register.inclusion_tag("wall/in_tools.html")
def wall_tool(view: InquiryView, place: str) -> dict[str, Any]:
    """A line among the further ways to see a page."""
    return {"inquiry": view.inquiry, "place": place, "own": view.may_edit}


@register.inclusion_tag("wall/origin.html")
def wall_origin(cause: Cause, view: InquiryView) -> dict[str, Any]:
    """Which photo a cause came from, for those who may see the photo. One query."""
    made = origin_of(cause)
    return {"made": made if made is not None and (view.may_edit or made.photo.may_leave) else None}
