"""A talk about data in stages, with the numbers as they were on that day."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from aimwell.contexts.measures.models import Measure
from aimwell.contexts.people.models import PartOfContent, TeamContent, User, open_to_everyone
from aimwell.domain.rhythm.talk import Stage


class StageKey(models.TextChoices):
    EXPECT = Stage.EXPECT, pgettext_lazy("talk", "expect")
    NOTICE = Stage.NOTICE, pgettext_lazy("talk", "notice")
    WONDER = Stage.WONDER, pgettext_lazy("talk", "wonder")
    EXPLAIN = Stage.EXPLAIN, pgettext_lazy("talk", "explain")
    TEST = Stage.TEST, pgettext_lazy("talk", "test")
    NEXT = Stage.NEXT, pgettext_lazy("talk", "next step")


class Talk(TeamContent):
    """`snapshot`: the numbers as they were, one entry a line: its key and its last points. Names come from the lines
    themselves, once `unmasked_at` is set. `revisits`: the earlier talk about the same numbers (S4 R-55).
    """

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="talks", verbose_name=_("measure"))
    stage = models.CharField(_("stage"), max_length=7, choices=StageKey.choices, default=StageKey.EXPECT)
    snapshot = models.JSONField(default=list, editable=False)
    unmasked_at = models.DateTimeField(_("names shown"), null=True, blank=True)
    revisits = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    changed = models.TextField(_("what has changed since"), blank=True)

    class Meta:
        verbose_name = _("talk about data")
        verbose_name_plural = _("talks about data")
        ordering = ["id"]
        indexes = [models.Index(fields=["owner_team", "ended_at"]), open_to_everyone("talks_open_to_everyone")]

    def __str__(self) -> str:
        return str(self.measure)


class TalkLine(PartOfContent):
    ROOT: ClassVar[str] = "talk"
    talk = models.ForeignKey(Talk, on_delete=models.CASCADE, related_name="lines")
    stage = models.CharField(_("stage"), max_length=7, choices=StageKey.choices)
    text = models.TextField(_("what was said"))

    class Meta:
        verbose_name = _("line of a talk")
        verbose_name_plural = _("lines of a talk")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text[:80]


class DoubtAnswer(models.TextChoices):
    FIXED = "fixed", pgettext_lazy("doubt", "set right")
    LIMIT = "limit", pgettext_lazy("doubt", "a limit we accept")
    NOT_COMPARABLE = "apart", pgettext_lazy("doubt", "not to be compared")


class Doubt(PartOfContent):
    """A doubt about the numbers themselves, parked with who looks into it by when (S4 R-53, R-57)."""

    ROOT: ClassVar[str] = "talk"
    talk = models.ForeignKey(Talk, on_delete=models.CASCADE, related_name="doubts")
    text = models.CharField(_("the question"), max_length=200)
    owner = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("who looks into it")
    )
    due_on = models.DateField(_("by when"), null=True, blank=True)
    answer = models.CharField(_("answer"), max_length=5, choices=DoubtAnswer.choices, blank=True)
    because = models.TextField(_("what we found"), blank=True)

    class Meta:
        verbose_name = _("parked question")
        verbose_name_plural = _("parked questions")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text[:80]
