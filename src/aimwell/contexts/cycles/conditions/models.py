"""Under which conditions an idea was tested and where it held; looking again at what was adopted."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.orgs.models import Org
from aimwell.contexts.people.models import Edited, Membership, PartOfContent, TeamContent, open_to_everyone


class ConditionKind(models.TextChoices):
    """As `domain.pdsa.coverage.Kind`."""

    ROOM = "room", pgettext_lazy("condition", "room or place")
    GRADE = "grade", pgettext_lazy("condition", "grade")
    TEACHER = "teacher", pgettext_lazy("condition", "teacher, by a code")
    TIME = "time", pgettext_lazy("condition", "time of day")
    GROUP = "group", pgettext_lazy("condition", "group of students")
    MATERIAL = "material", pgettext_lazy("condition", "material or task")
    SCHOOL = "school", pgettext_lazy("condition", "type of school")
    OTHER = "other", pgettext_lazy("condition", "another kind")


class Condition(TeamContent):
    """One value on the team's list, such as "Room 12" or "before lunch". `own_kind`: what it calls another kind.

    The list is the team's own; its order is the order in which it was written.
    """

    kind = models.CharField(_("kind of condition"), max_length=8, choices=ConditionKind.choices)
    own_kind = models.CharField(_("our own kind"), max_length=60, blank=True)
    text = models.CharField(_("the condition"), max_length=80)

    class Meta:
        verbose_name = _("condition of a test")
        verbose_name_plural = _("conditions of a test")
        ordering = ["id"]
        indexes = [models.Index(fields=["owner_team", "ended_at"]), open_to_everyone("conditions_open_to_everyone")]
        constraints = [
            models.UniqueConstraint(
                fields=["owner_team", "text"], condition=models.Q(ended_at=None), name="one_condition_per_team_and_text"
            )
        ]

    def __str__(self) -> str:
        return self.text


class CameOut(models.TextChoices):
    """As `domain.pdsa.coverage.Seen`, where it differs from the cycle as a whole."""

    HELD = "held", pgettext_lazy("came out", "in the predicted range")
    BELOW = "below", pgettext_lazy("came out", "below it")
    ABOVE = "above", pgettext_lazy("came out", "above it")


class RanUnder(PartOfContent):
    """A cycle runs under a condition. `came_out`: what came out there; empty where it is as in the whole cycle."""

    ROOT: ClassVar[str] = "cycle"
    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="ran_under")
    condition = models.ForeignKey(Condition, on_delete=models.CASCADE, related_name="runs")
    came_out = models.CharField(_("what came out there"), max_length=5, choices=CameOut.choices, blank=True)

    class Meta:
        verbose_name = _("condition of a cycle")
        verbose_name_plural = _("conditions of a cycle")
        ordering = ["condition_id", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["cycle", "condition"], condition=models.Q(ended_at=None), name="one_row_per_cycle_and_condition"
            )
        ]

    def __str__(self) -> str:
        """Not the value itself: a room or a teacher stays with the team, wherever this is told."""
        return self.condition.get_kind_display()


class StillUsed(models.TextChoices):
    YES = "yes", pgettext_lazy("still used", "yes, as we adopted it")
    PARTLY = "partly", pgettext_lazy("still used", "in part")
    NO = "no", pgettext_lazy("still used", "no")


class LookDecision(models.TextChoices):
    KEEP = "keep", pgettext_lazy("look again", "keep it as it is")
    ADJUST = "adjust", pgettext_lazy("look again", "adjust it: a new cycle")
    DROP = "drop", pgettext_lazy("look again", "let it go")


class LookAgain(PartOfContent):
    """A day on which an adopted change is looked at again (S2 R-34). A row stands only where a team moved, dropped or
    answered it; all others follow from the day of adoption, which `planned_on` names.
    """

    ROOT: ClassVar[str] = "cycle"
    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="looks_again")
    planned_on = models.DateField(_("first planned on"))
    due_on = models.DateField(_("when we look again"))
    still_used = models.CharField(_("whether it is still in use"), max_length=6, choices=StillUsed.choices, blank=True)
    found = models.TextField(_("what the numbers say"), blank=True)
    decision = models.CharField(_("what we do now"), max_length=6, choices=LookDecision.choices, blank=True)
    words = models.TextField(_("why, in a sentence"), blank=True)
    answered_on = models.DateField(_("looked on"), null=True, blank=True)
    next_cycle = models.ForeignKey(
        Cycle, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("the next cycle")
    )

    class Meta:
        verbose_name = _("look at an adopted change")
        verbose_name_plural = _("looks at adopted changes")
        ordering = ["due_on", "id"]
        constraints = [
            models.UniqueConstraint(fields=["cycle", "planned_on"], name="one_look_per_cycle_and_planned_day")
        ]

    def __str__(self) -> str:
        return self.words[:80] or str(self.due_on)


class Pace(models.TextChoices):
    """As `domain.pdsa.thinning.Pace`."""

    EVERY_WEEK = "week", pgettext_lazy("how often we count", "every school week")
    EVERY_OTHER = "two_weeks", pgettext_lazy("how often we count", "every other school week")
    EVERY_FOURTH = "four_weeks", pgettext_lazy("how often we count", "every fourth school week")


class CountPace(PartOfContent):
    """How often an adopted change is counted from `since` on (products N-17). The newest one that stands holds."""

    ROOT: ClassVar[str] = "cycle"
    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="paces")
    pace = models.CharField(_("how often we count"), max_length=10, choices=Pace.choices)
    since = models.DateField(_("counted so since"))
    words = models.CharField(_("why, in a sentence"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("step of how often we count")
        verbose_name_plural = _("steps of how often we count")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.get_pace_display()


class Keeper(PartOfContent):
    """Who looks after an adopted change (products N-17). The newest one that stands holds; without one it is whoever
    drafted the cycle. `taken_on`: when the person said so; empty while somebody else has named them.
    """

    ROOT: ClassVar[str] = "cycle"
    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="keepers")
    looked_after_by = models.ForeignKey(
        Membership, on_delete=models.CASCADE, related_name="+", verbose_name=_("who looks after it")
    )
    taken_on = models.DateField(_("taken on"), null=True, blank=True)

    class Meta:
        verbose_name = _("person who looks after an adopted change")
        verbose_name_plural = _("people who look after adopted changes")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.cycle.try_what[:80]


class SeenPractice(Edited):
    """What somebody who looks after a school saw in use there, recorded in no cycle (S1 R-49)."""

    org = models.ForeignKey(Org, on_delete=models.CASCADE, related_name="seen_practices")
    text = models.CharField(_("what was seen"), max_length=300)
    seen_on = models.DateField(_("seen on"))

    class Meta:
        verbose_name = _("practice seen in a school")
        verbose_name_plural = _("practices seen in a school")
        ordering = ["-seen_on", "-id"]

    def __str__(self) -> str:
        return self.text[:80]
