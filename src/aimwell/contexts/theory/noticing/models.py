"""What a team notices all year: the problem log and goals set from outside."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.people.models import PartOfContent, TeamContent, open_to_everyone
from aimwell.contexts.theory.models import Inquiry


class Noticed(TeamContent):
    """A problem somebody noticed, in one line; not yet an inquiry (S0 R-41, L230).

    `taken_up` is the inquiry it became. Each time it is seen is a `Sighting`.
    """

    text = models.CharField(_("what we noticed"), max_length=300)
    taken_up = models.ForeignKey(
        Inquiry, null=True, blank=True, on_delete=models.SET_NULL, related_name="noticed_as", verbose_name=_("inquiry")
    )

    class Meta:
        verbose_name = _("noticed problem")
        verbose_name_plural = _("noticed problems")
        ordering = ["id"]
        indexes = [models.Index(fields=["owner_team", "ended_at"]), open_to_everyone("noticed_open_to_everyone")]

    def __str__(self) -> str:
        return self.text[:80]


class Sighting(PartOfContent):
    """The problem was seen on this day. `what`: something counted, seen or read then, if anything."""

    ROOT: ClassVar[str] = "noticed"
    noticed = models.ForeignKey(Noticed, on_delete=models.CASCADE, related_name="sightings")
    seen_on = models.DateField(_("seen on"))
    what = models.TextField(_("what we counted, saw or read"), blank=True)

    class Meta:
        verbose_name = _("sighting")
        verbose_name_plural = _("sightings")
        ordering = ["seen_on", "id"]

    def __str__(self) -> str:
        return self.what[:80] or str(self.seen_on)


class MandatedGoal(TeamContent):
    """A goal somebody outside the team set: a funder, the district (S0 R-38, L236)."""

    text = models.CharField(_("the goal"), max_length=500)
    set_by = models.CharField(_("who set it"), max_length=120)
    due_on = models.DateField(_("due on"), null=True, blank=True)
    inquiries = models.ManyToManyField(Inquiry, blank=True, related_name="mandated_goals")

    class Meta:
        verbose_name = _("goal set from outside")
        verbose_name_plural = _("goals set from outside")
        ordering = ["id"]
        indexes = [models.Index(fields=["owner_team", "ended_at"]), open_to_everyone("mandated_open_to_everyone")]

    def __str__(self) -> str:
        return self.text[:80]
