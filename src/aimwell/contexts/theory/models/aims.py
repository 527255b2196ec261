"""The aim of an inquiry, as it stands and as it stood."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.measures.models import Direction, Measure, Unit
from aimwell.contexts.people.models import PartOfContent
from aimwell.contexts.theory.models.causes import Cause
from aimwell.contexts.theory.models.inquiries import Inquiry


class EquityFrame(models.TextChoices):
    """What an aim says on equity: four ways seen in practice (S2 L194), or that it says none, with the reason."""

    UNDECIDED = "", _("not decided yet")
    RACIAL = "racial", _("gaps between racial groups")
    GROUPS = "groups", _("better results or days for certain groups")
    CHANCES = "chances", _("unequal results, days or chances in general")
    FURTHEST = "furthest", _("students who are furthest from opportunity")
    NONE = "none", _("not specified, because …")


class TeamSays(models.TextChoices):
    """What the team itself says beside what its numbers say (S2 R-15)."""

    NOTHING = "", _("nothing yet")
    MET = "met", _("we are there")
    NOT_YET = "not_yet", _("we are not there yet")


class AimFacts(PartOfContent):
    what = models.CharField(_("does what"), max_length=300, blank=True)
    for_whom = models.CharField(_("for whom"), max_length=200, blank=True)
    where = models.CharField(_("where"), max_length=200, blank=True)
    baseline = models.FloatField(_("where it is now"), null=True, blank=True)
    baseline_on = models.DateField(_("counted on"), null=True, blank=True)
    target = models.FloatField(_("how much"), null=True, blank=True)
    unit = models.CharField(_("unit"), max_length=8, choices=Unit.choices, default=Unit.PERCENT)
    unit_name = models.CharField(_("name of the unit"), max_length=40, blank=True)
    direction = models.CharField(_("which way is good"), max_length=8, choices=Direction.choices, default=Direction.UP)
    by_when = models.DateField(_("by when"), null=True, blank=True)
    headcount = models.PositiveIntegerField(_("how many students"), null=True, blank=True)
    team_says = models.CharField(_("what the team says"), max_length=8, blank=True, choices=TeamSays.choices)
    team_says_because = models.TextField(_("what shows it"), blank=True)

    class Meta:
        abstract = True


class Aim(AimFacts):
    """How much, for whom, by when, from where (S1 L1338).

    `edition` counts its versions in the sense of the field (S2 R-18): a new one begins where target, date or measure
    change for a reason. `outside`: what becomes of those whom a target leaves out (S4 L80), or `outside_skipped`, why
    that is not said.
    """

    ROOT: ClassVar[str] = "inquiry"
    inquiry = models.OneToOneField(Inquiry, on_delete=models.CASCADE, related_name="aim")
    measure = models.ForeignKey(
        Measure, null=True, blank=True, on_delete=models.SET_NULL, related_name="aims", verbose_name=_("measure")
    )
    causes = models.ManyToManyField(Cause, blank=True, related_name="aims")
    outside = models.TextField(_("and what about them?"), blank=True)
    outside_skipped = models.TextField(_("why this is left open"), blank=True)
    equity = models.CharField(_("equity"), max_length=8, blank=True, choices=EquityFrame.choices)
    equity_words = models.TextField(_("which groups, gap or chance"), blank=True)
    edition = models.PositiveSmallIntegerField(_("version of the aim"), default=1)
    edition_on = models.DateField(_("first day of this version"), null=True, blank=True)

    class Meta:
        verbose_name = _("aim")
        verbose_name_plural = _("aims")

    def __str__(self) -> str:
        return self.what[:80]


class AimEdition(AimFacts):
    """An aim as it stood from `started_on` to `ended_on`; what was reached then belongs to it (S2 R-18)."""

    ROOT: ClassVar[str] = "aim__inquiry"
    aim = models.ForeignKey(Aim, on_delete=models.CASCADE, related_name="editions")
    number = models.PositiveSmallIntegerField()
    measure = models.ForeignKey(
        Measure, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("measure")
    )
    started_on = models.DateField(_("first day of this version"))
    ended_on = models.DateField(_("last day of this version"))
    reason = models.TextField(_("why the aim changed"), blank=True)

    class Meta:
        verbose_name = _("earlier aim")
        verbose_name_plural = _("earlier aims")
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["aim", "number"], name="one_aim_edition_per_number")]

    def __str__(self) -> str:
        return self.what[:80]
