"""Drivers, change ideas, and the lines between them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.measures.models import Measure
from aimwell.contexts.people.models import PartOfContent
from aimwell.contexts.theory.models.causes import Cause
from aimwell.contexts.theory.models.inquiries import Inquiry


class PartKind(models.TextChoices):
    PRIMARY = "primary", _("primary driver")
    SECONDARY = "secondary", _("secondary driver")
    IDEA = "idea", _("change idea")


class Part(PartOfContent):
    """A driver or a change idea: a node of the driver diagram. It may serve several parents."""

    ROOT: ClassVar[str] = "inquiry"
    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="parts")
    kind = models.CharField(max_length=10, choices=PartKind.choices)
    text = models.CharField(_("in a few words"), max_length=200)
    detail = models.TextField(_("what it means"), blank=True)
    who_changes = models.TextField(_("who changes what"), blank=True)
    measure = models.ForeignKey(
        Measure, null=True, blank=True, on_delete=models.SET_NULL, related_name="parts", verbose_name=_("measure")
    )
    causes = models.ManyToManyField(Cause, blank=True, related_name="parts")
    abandoned_because = models.TextField(_("abandoned because"), blank=True)
    # Derived by cycles when one finishes: facts about an idea, from which its circle is read.
    tests = models.PositiveSmallIntegerField(default=0)
    settings_held = models.PositiveSmallIntegerField(default=0)
    position = models.PositiveIntegerField(default=0)
    # Derived whenever a line is drawn: where the map shows it in its column, so that the next edit moves little.
    place = models.PositiveIntegerField(null=True, editable=False)

    class Meta:
        verbose_name = _("part of the theory")
        verbose_name_plural = _("parts of the theory")
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(settings_held__lte=models.F("tests")), name="held_in_at_most_as_many_as_tested"
            )
        ]

    def __str__(self) -> str:
        return self.text[:80]


class Link(PartOfContent):
    """An edge of the driver diagram. `parent` is empty where the child serves the aim itself."""

    ROOT: ClassVar[str] = "child__inquiry"
    parent = models.ForeignKey(Part, null=True, blank=True, on_delete=models.CASCADE, related_name="links_down")
    child = models.ForeignKey(Part, on_delete=models.CASCADE, related_name="links_up")

    class Meta:
        verbose_name = _("line of the theory")
        verbose_name_plural = _("lines of the theory")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["parent", "child"], condition=models.Q(ended_at=None), name="one_open_link_per_pair"
            ),
            models.UniqueConstraint(
                fields=["child"], condition=models.Q(ended_at=None, parent=None), name="one_open_link_to_the_aim"
            ),
            models.CheckConstraint(
                condition=models.Q(parent=None) | ~models.Q(parent=models.F("child")), name="no_link_to_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.parent or '-'} > {self.child}"
