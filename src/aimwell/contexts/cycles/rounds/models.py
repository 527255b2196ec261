"""The rounds of an effort."""

from __future__ import annotations

import datetime
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.people.models import PartOfContent
from aimwell.contexts.theory.models import Inquiry
from aimwell.domain.pdsa.rounds import DAYS, ends_on


class CycleRound(PartOfContent):
    """A stretch of weeks for one effort, by default of 90 days (S4 R-45). Cycles belong to it by their days alone."""

    ROOT: ClassVar[str] = "inquiry"
    inquiry = models.ForeignKey(
        Inquiry, on_delete=models.CASCADE, related_name="cycle_rounds", verbose_name=_("effort")
    )
    starts_on = models.DateField(_("first day"))
    days = models.PositiveSmallIntegerField(_("how many days"), default=DAYS)

    class Meta:
        verbose_name = _("round")
        verbose_name_plural = _("rounds")
        ordering = ["starts_on", "id"]

    def __str__(self) -> str:
        return str(self.inquiry)

    @property
    def ends_on(self) -> datetime.date:
        return ends_on(self.starts_on, self.days)
