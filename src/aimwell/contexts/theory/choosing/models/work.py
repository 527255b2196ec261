"""Who does what by when, so that an idea gets going (S1 L1341)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.people.models import Membership, PartOfContent
from aimwell.contexts.theory.models import Part


class CommitmentKind(models.TextChoices):
    ACTION = "action", _("action")
    MILESTONE = "milestone", _("milestone")


class Commitment(PartOfContent):
    """`owner` is a place in the team, so it may be somebody without a login."""

    ROOT: ClassVar[str] = "idea__inquiry"
    idea = models.ForeignKey(Part, on_delete=models.CASCADE, related_name="commitments", verbose_name=_("idea"))
    kind = models.CharField(
        _("what it is"), max_length=9, choices=CommitmentKind.choices, default=CommitmentKind.ACTION
    )
    what = models.CharField(_("what we will do"), max_length=300)
    owner = models.ForeignKey(
        Membership, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("who")
    )
    by_when = models.DateField(_("by when"), null=True, blank=True)
    done_on = models.DateField(_("done on"), null=True, blank=True)

    class Meta:
        verbose_name = _("action or milestone")
        verbose_name_plural = _("actions and milestones")
        ordering = ["by_when", "id"]

    def __str__(self) -> str:
        return self.what[:80]
