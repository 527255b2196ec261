"""Whose voice was heard, in one line for the pages of the theory. `{% load voices %}{% voices_heard view %}`."""

from django import template

from aimwell.contexts.theory.queries import InquiryView
from aimwell.contexts.theory.voices.queries.interviews import told_in_line

register = template.Library()


@register.simple_tag
def voices_heard(view: InquiryView) -> str:
    """One query. How many times is for the team; others read which groups were heard."""
    return " ".join(words for words in told_in_line(view.inquiry, view.lang, counted=view.may_edit) if words)
