"""Days on which school did not run as planned, and what moved for them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.cycles.models import Pause
from aimwell.contexts.orgs.models import CalendarSpan
from aimwell.contexts.people.models import TeamContent, open_to_everyone


class Disruption(TeamContent):
    """Snow days, staff loss, a closed building (S0 R-57). What moved for it tells so in its own history."""

    name = models.CharField(_("what happened"), max_length=120)
    starts_on = models.DateField(_("first day"))
    days = models.PositiveSmallIntegerField(_("how many days"))
    span = models.ForeignKey(
        CalendarSpan, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("days")
    )
    pauses = models.ManyToManyField(Pause, related_name="+", verbose_name=_("cycles that rest for it"))

    class Meta:
        verbose_name = _("disruption")
        verbose_name_plural = _("disruptions")
        ordering = ["-starts_on", "-id"]
        indexes = [
            models.Index(fields=["owner_team", "ended_at"]),
            open_to_everyone("disrupt_open_to_everyone"),
        ]

    def __str__(self) -> str:
        return self.name
