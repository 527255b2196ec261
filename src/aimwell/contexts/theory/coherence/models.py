"""The team's own answers: to the seven questions of the coherence check, and to how a tool connects to the work."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.people.models import PartOfContent
from aimwell.contexts.theory.models import Inquiry
from aimwell.domain.theory.coherence import Question, State


class AnswerState(models.TextChoices):
    CLEAR = State.CLEAR, _("clear")
    NEEDS_WORK = State.NEEDS_WORK, _("needs work")
    TO_DISCUSS = State.TO_DISCUSS, _("to discuss")


class CoherenceAnswer(PartOfContent):
    """One of seven (S1 L1344). `aim_version` is that of the aim when it was answered: a changed aim asks again."""

    ROOT: ClassVar[str] = "inquiry"
    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="coherence_answers")
    question = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Question])
    state = models.CharField(_("where we stand"), max_length=10, choices=AnswerState.choices)
    text = models.TextField(_("our answer"), blank=True)
    comments = models.TextField(_("what others said"), blank=True)
    discussed_with = models.CharField(_("talked over with"), max_length=200, blank=True)
    discussed_on = models.DateField(_("on which day"), null=True, blank=True)
    aim_version = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("answer of the coherence check")
        verbose_name_plural = _("answers of the coherence check")
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["inquiry", "question"], name="one_answer_per_question")]

    def __str__(self) -> str:
        return self.text[:80] or str(AnswerState(self.state).label)


class Tool(models.TextChoices):
    FISHBONE = "fishbone", _("fishbone")
    DRIVERS = "drivers", _("driver diagram")


class Connection(PartOfContent):
    """How using a tool connects to the problem or the aim, in the team's words (S0 R-5). `skipped`: left open."""

    ROOT: ClassVar[str] = "inquiry"
    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="connections")
    tool = models.CharField(max_length=10, choices=Tool.choices)
    text = models.TextField(_("how it connects"), blank=True)
    skipped = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("how a tool connects")
        verbose_name_plural = _("how tools connect")
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["inquiry", "tool"], name="one_connection_per_tool")]

    def __str__(self) -> str:
        return self.text[:80] or str(Tool(self.tool).label)
