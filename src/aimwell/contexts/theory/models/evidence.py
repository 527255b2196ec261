"""What was counted, seen, read or heard."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.people.models import PartOfContent
from aimwell.contexts.theory.models.inquiries import Inquiry


class EvidenceKind(models.TextChoices):
    DATA = "data", _("data")
    OBSERVATION = "observation", _("observation")
    INTERVIEW = "interview", _("interview theme")
    DOCUMENT = "document", _("document")


class Evidence(PartOfContent):
    ROOT: ClassVar[str] = "inquiry"
    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="evidence")
    kind = models.CharField(_("kind"), max_length=12, choices=EvidenceKind.choices, default=EvidenceKind.OBSERVATION)
    text = models.TextField(_("what we counted, saw or read"))
    source = models.CharField(_("where it comes from"), max_length=200, blank=True)
    cause = models.ForeignKey("Cause", null=True, blank=True, on_delete=models.SET_NULL, related_name="evidence")

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text[:80]


class RoleGroup(models.TextChoices):
    """Whose voice it is, never who (S2 R-7; S4 R-29)."""

    STUDENTS = "students", _("students")
    FAMILIES = "families", _("families")
    TEACHERS = "teachers", _("teachers")
    SUPPORT = "support", _("support staff")
    LEADERS = "leaders", _("department and leaders")
    COMMUNITY = "community", _("community")


class Perspective(PartOfContent):
    """What somebody who lives with the problem says. A role, never a name (S3 2.20)."""

    ROOT: ClassVar[str] = "inquiry"
    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="perspectives")
    role = models.CharField(_("who, as a role"), max_length=120)
    group = models.CharField(_("whose voice"), max_length=10, choices=RoleGroup.choices, blank=True)
    text = models.TextField(_("what they say"))

    class Meta:
        verbose_name = _("perspective")
        verbose_name_plural = _("perspectives")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text[:80]
