"""Photos of chart paper beside the theory that was made on it, with what is written there (S4 R-30)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from aimwell.contexts.people.models import PartOfContent
from aimwell.contexts.theory.models import Cause, Inquiry


class PhotoPlace(models.TextChoices):
    PROBLEM = "problem", pgettext_lazy("photo", "the problem")
    FISHBONE = "fishbone", pgettext_lazy("photo", "the fishbone")
    PROCESS = "process", pgettext_lazy("photo", "a process map")
    INTERVIEW = "interview", pgettext_lazy("photo", "an interview")
    GROUPING = "grouping", pgettext_lazy("photo", "a board of answers")


BESIDE_ONE = (PhotoPlace.PROCESS, PhotoPlace.INTERVIEW, PhotoPlace.GROUPING)
"""Beside one thing of the work; the field of the same name says which."""
OWN_EYES = (PhotoPlace.INTERVIEW, PhotoPlace.GROUPING)
"""What people said stays with the team, and so do photos beside it."""


class WallPhoto(PartOfContent):
    """A picture made anew without place and camera, and the words on it. It is never exchanged for another one.

    `checked`: somebody looked that no name or face of a student is on it. Until then it is for the team alone.
    """

    ROOT: ClassVar[str] = "inquiry"
    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="wall_photos")
    place = models.CharField(_("beside what"), max_length=9, choices=PhotoPlace.choices)
    process = models.ForeignKey(
        "processes.Process", null=True, blank=True, on_delete=models.CASCADE, related_name="wall_photos",
        verbose_name=_("process map"),
    )  # fmt: skip
    interview = models.ForeignKey(
        "voices.Interview", null=True, blank=True, on_delete=models.CASCADE, related_name="wall_photos",
        verbose_name=_("interview"),
    )  # fmt: skip
    grouping = models.ForeignKey(
        "voices.Grouping", null=True, blank=True, on_delete=models.CASCADE, related_name="wall_photos",
        verbose_name=_("board of answers"),
    )  # fmt: skip
    alt = models.CharField(_("what it shows, in words"), max_length=300)
    transcription = models.TextField(_("the words on it"), blank=True)
    checked = models.BooleanField(_("no names or faces on it"), default=False)
    stored_as = models.CharField(max_length=200, editable=False)
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)

    class Meta:
        verbose_name = _("photo of chart paper")
        verbose_name_plural = _("photos of chart paper")
        ordering = ["id"]

    def __str__(self) -> str:
        """Readers of the work see the name of a thing in its history, also of a photo that they may not see."""
        return self.alt[:80] if self.may_leave else str(_("photo for the team"))

    def get_absolute_url(self) -> str:
        return reverse("wall:photo", args=[self.pk])

    @property
    def beside(self) -> models.Model | None:
        """The one thing it belongs to, where its place has several."""
        return getattr(self, self.place) if self.place in BESIDE_ONE else None

    @property
    def may_leave(self) -> bool:
        """Whether readers of the work may see it."""
        return self.checked and self.place not in OWN_EYES


class LineCause(PartOfContent):
    """A line of the words on a photo that became a cause. Those of one `batch` went in together, and come back so."""

    ROOT: ClassVar[str] = "photo__inquiry"
    photo = models.ForeignKey(WallPhoto, on_delete=models.CASCADE, related_name="made", verbose_name=_("photo"))
    cause = models.OneToOneField(Cause, on_delete=models.CASCADE, related_name="wall_line", verbose_name=_("cause"))
    line = models.CharField(_("the line"), max_length=300)
    batch = models.UUIDField(editable=False)

    class Meta:
        verbose_name = _("line that became a cause")
        verbose_name_plural = _("lines that became causes")
        ordering = ["id"]
        indexes = [models.Index(fields=["batch"])]

    def __str__(self) -> str:
        return self.line[:80]
