"""The theory in a few lines, for the team's page and the printed sheet."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language

from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import visible_to
from aimwell.contexts.theory.models import Inquiry, Part
from aimwell.contexts.theory.queries.view import InquiryView
from aimwell.domain.theory.graph import PartKind, below
from aimwell.domain.words.theory import say


@dataclass(frozen=True)
class GlanceIdea:
    """An idea, how full its circle is (0 to 4), and what that means in words."""

    part: Part
    quarters: int
    words: str


@dataclass(frozen=True)
class GlanceDriver:
    """What must be true, how full its circle is, and the live ideas below it. Each idea stands once."""

    part: Part
    quarters: int
    ideas: tuple[GlanceIdea, ...]


def theory_glance(user: User, inquiry: Inquiry) -> tuple[GlanceDriver, ...]:
    """Primary drivers in order. An idea that serves several stands under the first. Empty where nothing is visible."""
    if not visible_to(user, Inquiry).filter(pk=inquiry.pk).exists():
        return ()
    return glance_of(InquiryView(inquiry, may_edit=False, lang=get_language() or "en"))


def glance_of(view: InquiryView) -> tuple[GlanceDriver, ...]:
    """The same for a view that a page already holds, so that nothing is read twice."""
    lang = view.lang
    rows = {str(part.pk): part for part in view.parts}
    told: set[str] = set()
    drivers = []
    for driver in view.theory.of_kind(PartKind.PRIMARY):
        if driver.abandoned:
            continue
        under = below(view.theory, driver.id) - told
        ideas = [
            GlanceIdea(rows[idea.id], view.quarters[idea.id], say(f"strength.{view.quarters[idea.id]}", lang))
            for idea in view.theory.of_kind(PartKind.IDEA)
            if idea.id in under and not idea.abandoned
        ]
        told |= {str(idea.part.pk) for idea in ideas}
        drivers.append(GlanceDriver(rows[driver.id], view.quarters[driver.id], tuple(ideas)))
    return tuple(drivers)
