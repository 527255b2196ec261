"""What the page of a cycle says of the old form that it came from."""

from typing import Any

from django import template

from aimwell.contexts.cycles.oldforms.queries import old_form_of
from aimwell.contexts.cycles.queries import CycleView

register = template.Library()


@register.inclusion_tag("oldforms/on_cycle.html")
def oldforms_head(view: CycleView) -> dict[str, Any]:
    """One query for a cycle that was brought in, else none."""
    return {"form": old_form_of(view.user, view.cycle), "may_edit": view.may_edit, "predicted": view.cycle.kind}
