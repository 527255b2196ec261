"""The driver diagram over time: versions that are kept, and files that were taken in."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.people.models import PartOfContent
from aimwell.contexts.theory.models import Inquiry


class KeptVersion(PartOfContent):
    """The theory of one day under a name, such as "2026-27". Later edits leave it as it is (S3 R-17)."""

    ROOT: ClassVar[str] = "inquiry"
    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="kept_versions")
    name = models.CharField(_("name"), max_length=80)
    note = models.TextField(_("why it was kept"), blank=True)
    day = models.DateField(_("day"))
    parts = models.JSONField(default=list)  # the fields of domain.theory.graph.Part and Link
    links = models.JSONField(default=list)
    circles = models.JSONField(default=dict)  # how full each is, in quarters, by part

    class Meta:
        verbose_name = _("kept version")
        verbose_name_plural = _("kept versions")
        ordering = ["-day", "-id"]

    def __str__(self) -> str:
        return self.name


class TheoryFile(PartOfContent):
    """A file that was taken into the theory. `acts` say what it changed, so that it can be taken back."""

    ROOT: ClassVar[str] = "inquiry"
    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(_("file"), max_length=120)
    acts = models.JSONField(default=list)

    class Meta:
        verbose_name = _("file taken into the theory")
        verbose_name_plural = _("files taken into the theory")
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.name
