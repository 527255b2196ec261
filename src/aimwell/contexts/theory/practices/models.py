"""What we already do (S0 R-37), and what our theory rests on (S1 R-23)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.people.models import PartOfContent
from aimwell.contexts.theory.models import Cause, Inquiry, Part


class PracticeEffect(models.TextChoices):
    UNKNOWN = "unknown", _("not known")
    HELPS = "helps", _("helps")
    WORSENS = "worsens", _("makes it worse")


class Choice(models.TextChoices):
    LOOK = "look", _("look closer")
    KEEP = "keep", _("keep")
    STOP = "stop", _("stop")


class Practice(PartOfContent):
    """Something that is done already, and what it does to the problem."""

    ROOT: ClassVar[str] = "inquiry"
    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="practices")
    text = models.CharField(_("what we do already"), max_length=300)
    for_whom = models.CharField(_("for whom"), max_length=200, blank=True)
    effect = models.CharField(
        _("what it does to the problem"), max_length=8, choices=PracticeEffect.choices, default="unknown"
    )
    choice = models.CharField(_("what we do with it"), max_length=6, choices=Choice.choices, default=Choice.LOOK)
    how_known = models.TextField(_("how we know"), blank=True)

    class Meta:
        verbose_name = _("existing practice")
        verbose_name_plural = _("existing practices")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text[:80]

    def get_absolute_url(self) -> str:
        return f"{reverse('practices:practices', args=[self.inquiry_id])}#practice-{self.pk}"


class Calibration(PartOfContent):
    """Three questions to answer before a solution is chosen (S1 L1337)."""

    ROOT: ClassVar[str] = "inquiry"
    inquiry = models.OneToOneField(Inquiry, on_delete=models.CASCADE, related_name="calibration")
    problem = models.TextField(_("what we understand of the problem"), blank=True)
    expertise = models.TextField(_("what is known by those who study or do this"), blank=True)
    theory = models.TextField(_("our working theory of how it could get better"), blank=True)

    class Meta:
        verbose_name = _("what our theory rests on")
        verbose_name_plural = _("what our theories rest on")

    def __str__(self) -> str:
        return str(_("what our theory rests on"))

    def get_absolute_url(self) -> str:
        return reverse("practices:grounds", args=[self.inquiry_id])


class Source(PartOfContent):
    """What a cause or a change idea rests on; with `hunch`, a local hunch that nobody has tested yet."""

    ROOT: ClassVar[str] = "inquiry"
    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="sources")
    hunch = models.BooleanField(_("local hunch, untested"), default=False)
    title = models.CharField(_("title"), max_length=300, blank=True)
    where = models.CharField(_("where it was published"), max_length=200, blank=True)
    link = models.URLField(_("link"), max_length=500, blank=True)
    says = models.TextField(_("what it says"), blank=True)
    for_cause = models.ForeignKey(
        Cause, null=True, blank=True, on_delete=models.SET_NULL, related_name="sources", verbose_name=_("cause")
    )
    for_idea = models.ForeignKey(
        Part, null=True, blank=True, on_delete=models.SET_NULL, related_name="sources", verbose_name=_("change idea")
    )

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.title[:80] or str(_("local hunch, untested"))

    def get_absolute_url(self) -> str:
        return f"{reverse('practices:grounds', args=[self.inquiry_id])}#source-{self.pk}"
