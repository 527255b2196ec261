"""How far a piece of work is open, in words, and where its history is. `{% load sharing %}`."""

from typing import Any

from django import template
from django.utils.translation import get_language

from aimwell.domain.access import Rung
from aimwell.domain.words.sharing import TABLE

register = template.Library()


@register.filter
def open_to(work: Any) -> str:
    """ "Open to our school"."""
    return TABLE.say(f"now.{Rung(work.rung).key}", get_language() or "en")


@register.filter
def kind_of(work: Any) -> str:
    """As in the address of its history: "cycles.cycle"."""
    return str(work._meta.label_lower)
