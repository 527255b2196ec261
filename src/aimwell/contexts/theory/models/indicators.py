"""Signs that show on the way whether the aim comes nearer, each with the day it is expected (S1 L1343)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.measures.models import Measure
from aimwell.contexts.people.models import PartOfContent
from aimwell.contexts.theory.models.inquiries import Inquiry


class Moves(models.TextChoices):
    EARLY = "early", _("early sign")
    LATE = "late", _("late result")


class Indicator(PartOfContent):
    """With a measure it exists; without one it is a task: `owner` makes it by `make_by`."""

    ROOT: ClassVar[str] = "inquiry"
    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="indicators")
    name = models.CharField(_("what will move"), max_length=200)
    overarching = models.BooleanField(_("the one over all others"), default=False)
    moves = models.CharField(_("when it moves"), max_length=5, choices=Moves.choices, default=Moves.EARLY)
    expected_on = models.DateField(_("expected by"))
    measure = models.ForeignKey(
        Measure, null=True, blank=True, on_delete=models.SET_NULL, related_name="indicators", verbose_name=_("measure")
    )
    owner = models.CharField(_("who sets it up"), max_length=120, blank=True)
    make_by = models.DateField(_("set up by"), null=True, blank=True)

    class Meta:
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")
        ordering = ["expected_on", "id"]

    def __str__(self) -> str:
        return self.name[:80]
