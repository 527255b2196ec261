"""One main aim at a time (S2 R-19), and for whom it closes a gap (S2 R-17)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.measures.models import Series
from aimwell.contexts.people.models import PartOfContent
from aimwell.contexts.theory.models import Inquiry


class GapAim(PartOfContent):
    """One group, beside whom, how far apart now and then. Any part may still be open.

    `line_a` and `line_b`: the two lines of one measure from which the gap is read; both or neither.
    """

    ROOT: ClassVar[str] = "inquiry"
    inquiry = models.OneToOneField(Inquiry, on_delete=models.CASCADE, related_name="gap_aim")
    group = models.CharField(_("for which group"), max_length=120, blank=True)
    beside = models.CharField(_("beside whom"), max_length=120, blank=True)
    line_a = models.ForeignKey(
        Series,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("numbers of the group"),
    )
    line_b = models.ForeignKey(
        Series, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("numbers beside it")
    )
    now = models.FloatField(_("the gap now"), null=True, blank=True)
    target = models.FloatField(_("the gap to reach"), null=True, blank=True)
    by_when = models.DateField(_("by when"), null=True, blank=True)

    class Meta:
        verbose_name = _("aim for a gap")
        verbose_name_plural = _("aims for a gap")

    def __str__(self) -> str:
        return self.group[:80] or str(_("aim for a gap"))

    def get_absolute_url(self) -> str:
        return reverse("focus:gap", args=[self.inquiry_id])


class AimPause(PartOfContent):
    """An aim rests while the team works on another one; it keeps all that is written and can go on at any time."""

    ROOT: ClassVar[str] = "inquiry"
    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="aim_pauses")
    paused_on = models.DateField()
    because = models.CharField(_("why it rests"), max_length=300, blank=True)
    resumed_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("pause of an aim")
        verbose_name_plural = _("pauses of aims")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["inquiry"], condition=models.Q(resumed_on=None, ended_at=None), name="one_open_pause_per_aim"
            )
        ]

    def __str__(self) -> str:
        return str(self.inquiry)

    def get_absolute_url(self) -> str:
        return reverse("theory:aim", args=[self.inquiry_id]) + "#one-aim"
