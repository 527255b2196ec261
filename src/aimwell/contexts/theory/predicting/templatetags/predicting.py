from django import template
from django.utils.translation import get_language

from aimwell.domain.words.predicting import place_name

register = template.Library()


@register.filter
def cut_name(key: str) -> str:
    """What a table cuts by, from its key: "day|distance" is "day and distance"."""
    return place_name(key.split("|")[:2], get_language() or "en")
