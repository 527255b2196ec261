"""What stands in the way and who clears it, and who gets the numbers ready for the next meeting."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.support.models import SupportRequest
from aimwell.contexts.meetings.models import Meeting
from aimwell.contexts.people.models import Membership, TeamContent, User, open_to_everyone
from aimwell.domain.rhythm.turns import Hands


class BarrierState(models.TextChoices):
    OPEN = "open", pgettext_lazy("barrier", "open")
    CLEARING = "clearing", pgettext_lazy("barrier", "somebody is on it")
    CLEARED = "cleared", pgettext_lazy("barrier", "cleared")
    KEPT = "kept", pgettext_lazy("barrier", "we live with it")


STANDING = (BarrierState.OPEN, BarrierState.CLEARING)
SETTLED = (BarrierState.CLEARED, BarrierState.KEPT)


class Barrier(TeamContent):
    """What stands in the way of the work, and who clears it (S1 R-59, L782).

    `how`: how it was cleared, or why the team lives with it, since `settled_on`.
    """

    text = models.CharField(_("what stands in the way"), max_length=300)
    cycle = models.ForeignKey(
        Cycle, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("cycle")
    )
    asked = models.ForeignKey(
        SupportRequest, null=True, blank=True, on_delete=models.SET_NULL, related_name="+",
        verbose_name=_("what we asked for"),
    )  # fmt: skip
    owner = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("who clears it")
    )
    owner_words = models.CharField(_("or who, in words"), max_length=120, blank=True)
    since = models.DateField(_("since when"), default=timezone.localdate)
    stands = models.CharField(
        _("where it stands"), max_length=8, choices=BarrierState.choices, default=BarrierState.OPEN
    )
    how = models.CharField(_("how, or why"), max_length=300, blank=True)
    settled_on = models.DateField(_("settled on"), null=True, blank=True)

    class Meta:
        verbose_name = _("barrier")
        verbose_name_plural = _("barriers")
        ordering = ["since", "id"]
        indexes = [
            models.Index(fields=["owner_team", "ended_at", "stands"]),
            open_to_everyone("barrier_open_to_everyone"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(stands__in=STANDING, settled_on=None)
                | models.Q(stands__in=SETTLED, settled_on__isnull=False, settled_on__gte=models.F("since")),
                name="a_settled_barrier_has_its_day",
            )
        ]

    def __str__(self) -> str:
        return self.text[:80]


class BarrierDays(TeamContent):
    """After how many days a barrier is shown again to whoever clears it."""

    days = models.PositiveSmallIntegerField(_("days until a barrier is shown again"))

    class Meta:
        verbose_name = _("setting for barriers")
        verbose_name_plural = _("settings for barriers")
        ordering = ["id"]
        indexes = [open_to_everyone("barrierdays_open_to_everyone")]
        constraints = [models.UniqueConstraint(fields=["owner_team"], name="one_setting_for_barriers_per_team")]

    def __str__(self) -> str:
        return str(self.days)


class ReadyBy(models.TextChoices):
    """Who gets it ready (S1 R-45): whoever it is, the table over time tells only whose hands it was (R-70)."""

    TURNS = "turns", pgettext_lazy("ready", "one of us, in turns")
    MEMBER = "member", pgettext_lazy("ready", "a certain person")
    TOGETHER = "together", pgettext_lazy("ready", "our coach and one of us, together")
    COACH = "coach", pgettext_lazy("ready", "our coach")


HANDS = {
    ReadyBy.TURNS: Hands.TEAM, ReadyBy.MEMBER: Hands.TEAM, ReadyBy.TOGETHER: Hands.TOGETHER, ReadyBy.COACH: Hands.COACH
}  # fmt: skip


class PrepLine(TeamContent):
    """One thing to have ready for a meeting: for the team alone, and for the coach who gets it ready."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="prep_lines", verbose_name=_("meeting"))
    text = models.CharField(_("what to have ready"), max_length=200)
    ready_by = models.CharField(_("who gets it ready"), max_length=8, choices=ReadyBy.choices, default=ReadyBy.TURNS)
    place = models.ForeignKey(
        Membership, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("person")
    )
    ready_on = models.DateField(_("ready on"), null=True, blank=True)

    class Meta:
        verbose_name = _("thing to have ready")
        verbose_name_plural = _("things to have ready")
        ordering = ["id"]
        indexes = [models.Index(fields=["owner_team", "ended_at"]), open_to_everyone("prepline_open_to_everyone")]

    def __str__(self) -> str:
        return self.text[:80]
