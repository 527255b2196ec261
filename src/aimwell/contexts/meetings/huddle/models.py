"""A meeting while it runs: one screen, a clock, silence first, decisions, notes that become parts of a cycle."""

from __future__ import annotations

import datetime
from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.models import Entry as CycleEntry
from aimwell.contexts.meetings.models import AgendaItem, Meeting
from aimwell.contexts.people.models import PartOfContent


class Clock(models.Model):
    """Where the meeting is. It belongs to the moment, like the taps of a tally: history tells of what came of it."""

    ROOT: ClassVar[str] = "meeting"
    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="clock")
    item = models.ForeignKey(AgendaItem, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    began_at = models.DateTimeField()
    item_began_at = models.DateTimeField()
    rested = models.DurationField(default=datetime.timedelta)
    item_rested = models.DurationField(default=datetime.timedelta)
    resting_since = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("clock of a meeting")
        verbose_name_plural = _("clocks of meetings")

    def __str__(self) -> str:
        return str(self.meeting)


class Silence(PartOfContent):
    """A round in which everyone first writes alone. Nobody sees what others wrote before it is shown (S3 R-40)."""

    ROOT: ClassVar[str] = "meeting"
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="silences")
    item = models.ForeignKey(AgendaItem, null=True, blank=True, on_delete=models.SET_NULL, related_name="silences")
    question = models.CharField(_("the question"), max_length=200)
    ends_at = models.DateTimeField(null=True, blank=True)
    shown_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("silent round")
        verbose_name_plural = _("silent rounds")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.question[:80]

    def get_absolute_url(self) -> str:
        return reverse("huddle:huddle", args=[self.meeting_id])


class Thought(PartOfContent):
    """What one person wrote; `name` where somebody wrote it down for a person without an account.

    Read it only through `huddle.queries`: before its round is shown it is for the one who typed it.
    """

    ROOT: ClassVar[str] = "silence__meeting"
    silence = models.ForeignKey(Silence, on_delete=models.CASCADE, related_name="thoughts")
    text = models.TextField(_("what somebody thinks"), blank=True)
    name = models.CharField(_("whose words these are"), max_length=120, blank=True)
    done = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("thought")
        verbose_name_plural = _("thoughts")
        ordering = ["id"]

    def __str__(self) -> str:
        """Never its words: a line of history must not break the silence."""
        return str(_("thought"))


class NoteLine(PartOfContent):
    """One line that somebody added to the notes while the meeting ran. Its own key makes it come in once."""

    ROOT: ClassVar[str] = "meeting"
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="lines")
    item = models.ForeignKey(AgendaItem, null=True, blank=True, on_delete=models.SET_NULL, related_name="lines")
    text = models.CharField(_("line of the notes"), max_length=1000)

    class Meta:
        verbose_name = _("line of the notes")
        verbose_name_plural = _("lines of the notes")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text[:80]


class Field(models.TextChoices):
    """Where in a cycle a sentence went."""

    BECAUSE = "because", pgettext_lazy("field", "Plan, because")
    WHY_FOLLOWS = "why_follows", pgettext_lazy("field", "Plan, why it follows")
    ENTRY = "entry", pgettext_lazy("field", "Do")
    LEARNED = "learned", pgettext_lazy("field", "Study, what we learned")
    REASON = "decision_reason", pgettext_lazy("field", "Act, reason")


class NoteUse(PartOfContent):
    """A sentence of the notes that became part of a cycle, so that nobody types it twice (S1 R-56)."""

    ROOT: ClassVar[str] = "meeting"
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="uses")
    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="+")
    field = models.CharField(_("part of the cycle"), max_length=15, choices=Field.choices)
    text = models.CharField(_("sentence"), max_length=1000)
    entry = models.ForeignKey(CycleEntry, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        verbose_name = _("sentence of the notes in a cycle")
        verbose_name_plural = _("sentences of the notes in cycles")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "cycle", "field", "text"],
                condition=models.Q(ended_at=None),
                name="one_sentence_once_in_a_field",
            )
        ]

    def __str__(self) -> str:
        return self.text[:80]
