"""A cycle told to others in a quarter of an hour, with what is unfinished, and the questions they ask."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.people.models import PartOfContent, TeamContent, User, open_to_everyone


class ShareOut(PartOfContent):
    """The one thing that the page of a share-out has of its own; all else on it is the cycle's."""

    ROOT: ClassVar[str] = "cycle"
    cycle = models.OneToOneField(Cycle, on_delete=models.CASCADE, related_name="+")
    question = models.CharField(_("our question to you"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("question to peers")
        verbose_name_plural = _("questions to peers")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.question[:80]


class PeerQuestion(TeamContent):
    """What a peer asked, and the team's answer: for the team and for whoever wrote it, on no rung for anybody else.

    `aloud`: somebody said it, and a member wrote it down. A role is enough; no name is kept.
    """

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="+", verbose_name=_("cycle"))
    text = models.CharField(_("question of a peer"), max_length=500)
    role = models.CharField(_("role of who asked"), max_length=80, blank=True)
    aloud = models.BooleanField(_("said aloud"), default=False)
    answer = models.CharField(_("our answer"), max_length=1000, blank=True)
    answered_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("question of a peer")
        verbose_name_plural = _("questions of peers")
        ordering = ["id"]
        indexes = [models.Index(fields=["cycle", "ended_at"]), open_to_everyone("peerquestion_open_to_everyone")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(answer="", answered_at=None)
                | (~models.Q(answer="") & models.Q(answered_at__isnull=False)),
                name="an_answer_to_a_peer_has_its_time",
            )
        ]

    def __str__(self) -> str:
        return self.text[:80]
