"""Whether an effort has said what an idea shall do at large."""

from django.db.models import Exists, OuterRef

from aimwell.contexts.theory.choosing.models import IdeaFacts


def predicted_at_large(own: bool) -> Exists:
    """The sign of the step "change idea prediction" (S1 L1342): some idea in force says so, in words or as a number."""
    here = IdeaFacts.objects.filter(idea__inquiry=OuterRef("pk"), idea__ended_at=None, ended_at=None)
    return Exists(here.exclude(predicted="", amount=None))
