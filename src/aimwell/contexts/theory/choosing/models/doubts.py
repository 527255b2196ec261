"""A humble question before a solution is chosen (S1 L360, R-24)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.people.models import PartOfContent
from aimwell.contexts.theory.models import Inquiry


class WhyNotYet(PartOfContent):
    """ "If we know how to solve this, why haven't we yet?" Asked once; a row without words was passed over."""

    ROOT: ClassVar[str] = "inquiry"
    inquiry = models.OneToOneField(Inquiry, on_delete=models.CASCADE, related_name="why_not_yet")
    said = models.TextField(_("why we have not solved it yet"), blank=True)

    class Meta:
        verbose_name = _("humble question")
        verbose_name_plural = _("humble questions")

    def __str__(self) -> str:
        return self.said[:80] or str(_("humble question"))

    def get_absolute_url(self) -> str:
        return reverse("choosing:ideas", args=[self.inquiry_id])
