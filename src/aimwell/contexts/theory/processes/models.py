"""How the work really goes, step by step (S2 R-11), and where it goes otherwise."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.people.models import PartOfContent
from aimwell.contexts.theory.models import Cause, Inquiry


class Process(PartOfContent):
    ROOT: ClassVar[str] = "inquiry"
    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="processes")
    name = models.CharField(_("which work it shows"), max_length=200)

    class Meta:
        verbose_name = _("process map")
        verbose_name_plural = _("process maps")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name[:80]

    def get_absolute_url(self) -> str:
        return reverse("processes:process", args=[self.pk])


class StepKind(models.TextChoices):
    START = "start", _("start")
    STEP = "step", _("step")
    DECISION = "decision", _("yes or no")
    END = "end", _("end")


class Step(PartOfContent):
    """`goes_to`: empty is the next one in the list. Of a decision it is the way of "yes"; `else_to` that of "no"."""

    ROOT: ClassVar[str] = "process__inquiry"
    process = models.ForeignKey(Process, on_delete=models.CASCADE, related_name="steps", verbose_name=_("process map"))
    kind = models.CharField(_("kind"), max_length=8, choices=StepKind.choices, default=StepKind.STEP)
    text = models.CharField(_("what happens"), max_length=200)
    owner = models.CharField(_("who does it, as a role"), max_length=120, blank=True)
    goes_to = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("goes to")
    )
    else_to = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("otherwise to")
    )
    yes_label = models.CharField(_("words on the way of yes"), max_length=60, blank=True)
    no_label = models.CharField(_("words on the way of no"), max_length=60, blank=True)
    became = models.ForeignKey(
        Cause, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("cause")
    )
    position = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("step of a process")
        verbose_name_plural = _("steps of a process")
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.text[:80]

    def get_absolute_url(self) -> str:
        return f"{reverse('processes:process', args=[self.process_id])}#step-{self.pk}"


class Look(PartOfContent):
    """On one day: how often somebody looked at a step, and how often it went otherwise there (products.md, idea 9)."""

    ROOT: ClassVar[str] = "step__process__inquiry"
    step = models.ForeignKey(Step, on_delete=models.CASCADE, related_name="looks", verbose_name=_("step"))
    on = models.DateField(_("day"))
    looks = models.PositiveIntegerField(_("how often you looked"))
    breaks = models.PositiveIntegerField(_("how often it went otherwise"))

    class Meta:
        verbose_name = _("count at a step")
        verbose_name_plural = _("counts at steps")
        ordering = ["on", "id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(breaks__lte=models.F("looks")), name="breaks_at_most_looks")
        ]

    def __str__(self) -> str:
        return f"{self.breaks}/{self.looks}"

    def get_absolute_url(self) -> str:
        return f"{reverse('processes:process', args=[self.step.process_id])}#step-{self.step_id}"
