"""What a team tried without a plan, and who was there when somebody else wrote it down."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.cycles.models import Cycle, Entry
from aimwell.contexts.people.models import PartOfContent, TeamContent, User, open_to_everyone


class Tried(TeamContent):
    """ "We tried something": one line and a day (S1 R-37). `cycle` is what it became, if anything."""

    text = models.CharField(_("what we tried"), max_length=300)
    tried_on = models.DateField(_("on which day"))
    cycle = models.ForeignKey(
        Cycle, null=True, blank=True, on_delete=models.SET_NULL, related_name="tried_as", verbose_name=_("cycle")
    )

    class Meta:
        verbose_name = _("quick note of what was tried")
        verbose_name_plural = _("quick notes of what was tried")
        ordering = ["-tried_on", "-id"]
        indexes = [
            models.Index(fields=["owner_team", "ended_at", "-tried_on"]),
            open_to_everyone("tried_open_to_everyone"),
        ]

    def __str__(self) -> str:
        return self.text[:80]


class Contributor(PartOfContent):
    """Somebody whose note it is, where another person wrote it down; an account is not needed (S1 R-35).

    `person` is set by that person alone: "that was me".
    """

    ROOT: ClassVar[str] = "entry__cycle"
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="contributors")
    name = models.CharField(_("name"), max_length=120)
    person = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("who it was")
    )

    class Meta:
        verbose_name = _("contributor to a note")
        verbose_name_plural = _("contributors to notes")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name[:80]
