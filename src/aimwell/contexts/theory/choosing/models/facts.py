"""What a team knows of one change idea, beside its words on the driver diagram."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.measures.models import Measure
from aimwell.contexts.people.models import PartOfContent
from aimwell.contexts.theory.models import Part
from aimwell.domain.theory.scale import Scale
from aimwell.domain.theory.trace_notice import Who


class ScaleChoice(models.TextChoices):
    ONE_CLASS = Scale.ONE_CLASS, _("one class")
    CLASSES = Scale.CLASSES, _("several classes")
    SCHOOL = Scale.SCHOOL, _("one school")
    SCHOOLS = Scale.SCHOOLS, _("several schools")
    DISTRICT = Scale.DISTRICT, _("the district")


class IdeaFacts(PartOfContent):
    """An option with source and steps (S1 L894), the work it builds on (S3 R-29), who changes (S4 R-48), some kids or
    all kids (S4 R-49), its scale (S4 R-50), and what it shall do to the indicator at large (S1 L1342).

    `went_on_for`: the open point for which `went_on_because` was written; another one asks again.
    """

    ROOT: ClassVar[str] = "idea__inquiry"
    idea = models.OneToOneField(Part, on_delete=models.CASCADE, related_name="choosing_facts", verbose_name=_("idea"))
    offered = models.BooleanField(_("one of the options to choose from"), default=False)
    source = models.CharField(_("where it comes from"), max_length=300, blank=True)
    how_to = models.TextField(_("how it is done, step by step"), blank=True)
    needs = models.TextField(_("what it needs"), blank=True)
    builds_on = models.CharField(_("which existing work it builds on"), max_length=300, blank=True)

    adults = models.BooleanField(_("adults change what they do"), default=False)
    routine = models.BooleanField(_("a routine changes"), default=False)
    schedule = models.BooleanField(_("the schedule changes"), default=False)
    policy = models.BooleanField(_("a policy or rule changes"), default=False)
    resource = models.BooleanField(_("time, money or people change"), default=False)
    students = models.BooleanField(_("students or families change what they do"), default=False)

    helps = models.TextField(_("which groups gain from it"), blank=True)
    left_out = models.TextField(_("which groups or places are left out"), blank=True)
    fees = models.TextField(_("what it costs families"), blank=True)
    access = models.TextField(_("who cannot get to it"), blank=True)

    scale = models.CharField(_("how large it is tried"), max_length=12, choices=ScaleChoice.choices, blank=True)
    scale_evidence = models.TextField(_("what shows it is ready"), blank=True)

    indicator = models.ForeignKey(
        Measure, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("indicator")
    )
    predicted = models.CharField(_("what will change at large"), max_length=300, blank=True)
    amount = models.FloatField(_("to how much"), null=True, blank=True)
    by_when = models.DateField(_("by when"), null=True, blank=True)

    went_on_because = models.TextField(_("why the team goes on with it"), blank=True)
    went_on_for = models.CharField(_("what was open"), max_length=15, blank=True)

    class Meta:
        verbose_name = _("facts of an idea")
        verbose_name_plural = _("facts of ideas")
        ordering = ["id"]

    def __str__(self) -> str:
        return str(self.idea)

    @property
    def who(self) -> frozenset[Who]:
        return frozenset(who for who in Who if getattr(self, who))

    @property
    def changes(self) -> list[str]:
        """Who or what changes, in words."""
        return [str(self._meta.get_field(who).verbose_name) for who in Who if who in self.who]
