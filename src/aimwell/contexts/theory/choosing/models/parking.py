"""Ideas without a commitment, and how many a team works on at one time (S0 R-20, R-21)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import PartOfContent
from aimwell.contexts.theory.models import Inquiry, Part
from aimwell.domain.theory.choosing import MOST_ACTIVE


class ParkedState(models.TextChoices):
    WAITING = "waiting", _("waiting")
    TAKEN_UP = "taken_up", _("taken up")
    DECLINED = "declined", _("declined")


class Parked(PartOfContent):
    """`idea` is empty until a new thought is taken up; an idea of the map that is parked is set aside meanwhile."""

    ROOT: ClassVar[str] = "inquiry"
    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="parked")
    text = models.CharField(_("the idea"), max_length=200)
    source = models.CharField(_("where it comes from"), max_length=300, blank=True)
    revisit_on = models.DateField(_("look at it again on"), null=True, blank=True)
    idea = models.ForeignKey(
        Part, null=True, blank=True, on_delete=models.SET_NULL, related_name="parked", verbose_name=_("idea")
    )
    parking = models.CharField(
        _("where it stands"), max_length=8, choices=ParkedState.choices, default=ParkedState.WAITING
    )
    settled_because = models.TextField(_("why"), blank=True)

    class Meta:
        verbose_name = _("parked idea")
        verbose_name_plural = _("parked ideas")
        ordering = ["revisit_on", "id"]

    def __str__(self) -> str:
        return self.text[:80]


class WorkLimit(models.Model):
    """How many change ideas a team wants in work at one time; without a row it is three."""

    team = models.OneToOneField(Team, on_delete=models.CASCADE, related_name="work_limit")
    most = models.PositiveSmallIntegerField(_("ideas in work at one time"), default=MOST_ACTIVE)
    version = models.PositiveIntegerField(default=1)
    updated_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("limit of ideas in work")
        verbose_name_plural = _("limits of ideas in work")

    def __str__(self) -> str:
        return str(self.team)
