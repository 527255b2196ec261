"""Who keeps which piece of open work, where that was ever said. The team owns all of it (S3 R-8)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import Dated, Membership


class WorkKind(models.TextChoices):
    CYCLE = "cycle", _("cycle")
    MEASURE = "measure", _("measure")
    IMPORT = "import", _("numbers on their way in")


class Keeping(Dated):
    """Handed to `holder`, or parked with a reason. `came_from`: who kept it before. `title`: what it was called then.

    The open row is the one that counts.
    """

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="keepings")
    kind = models.CharField(max_length=7, choices=WorkKind.choices)
    object_id = models.BigIntegerField()
    title = models.CharField(max_length=300)
    holder = models.ForeignKey(Membership, null=True, blank=True, on_delete=models.PROTECT, related_name="keepings")
    came_from = models.ForeignKey(Membership, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    parked = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = _("open work")
        verbose_name_plural = _("open work")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "object_id"], condition=models.Q(ended=None), name="one_open_keeping_of_a_thing"
            ),
            models.CheckConstraint(
                condition=models.Q(holder=None, parked__gt="") | models.Q(holder__isnull=False, parked=""),
                name="handed_on_or_parked_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.title
