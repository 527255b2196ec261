"""How a team begins. What one person proposes before all is shown is theirs alone: no history keeps it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import PartOfContent, TeamContent, User, open_to_everyone
from aimwell.domain.rhythm.launch import Condition, InPlace, Stands, Step


class StepKey(models.TextChoices):
    PRIMER = Step.PRIMER, pgettext_lazy("launch", "primer")
    NORMS = Step.NORMS, pgettext_lazy("launch", "norms")
    ROLES = Step.ROLES, pgettext_lazy("launch", "roles")
    TIME = Step.TIME, pgettext_lazy("launch", "time")
    FIRST_DATA = Step.FIRST_DATA, pgettext_lazy("launch", "first data")
    BUILDS_ON = Step.BUILDS_ON, pgettext_lazy("launch", "what it builds on")
    CONDITIONS = Step.CONDITIONS, pgettext_lazy("launch", "what is in place")


class StepState(models.TextChoices):
    DONE = Stands.DONE, pgettext_lazy("launch", "done")
    NOT_YET = Stands.NOT_YET, pgettext_lazy("launch", "not yet")
    NOT_NEEDED = Stands.NOT_NEEDED, pgettext_lazy("launch", "not needed")


class LaunchStep(TeamContent):
    """What the team says of one step, where it said something. Steps come in any order (S3 R-25)."""

    step = models.CharField(_("step"), max_length=10, choices=StepKey.choices)
    stands = models.CharField(_("where it stands"), max_length=10, choices=StepState.choices)
    reason = models.CharField(_("why it is not needed"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("step of a launch")
        verbose_name_plural = _("steps of a launch")
        ordering = ["id"]
        indexes = [open_to_everyone("launchstep_open_to_everyone")]
        constraints = [models.UniqueConstraint(fields=["owner_team", "step"], name="one_row_per_step_of_a_launch")]

    def __str__(self) -> str:
        return self.get_step_display()


class NormRound(TeamContent):
    """Everybody proposes alone; while `shown_at` is empty, each sees only what he or she wrote (S3 R-26)."""

    shown_at = models.DateTimeField(_("shown to the team"), null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("round of norms")
        verbose_name_plural = _("rounds of norms")
        ordering = ["id"]
        indexes = [open_to_everyone("normround_open_to_everyone")]
        constraints = [
            models.UniqueConstraint(
                fields=["owner_team"], condition=models.Q(closed_at=None, ended_at=None), name="one_open_norm_round"
            )
        ]

    def __str__(self) -> str:
        return str(_("round of norms"))


class NormProposal(models.Model):
    """One line for each norm that this person proposes."""

    round = models.ForeignKey(NormRound, on_delete=models.CASCADE, related_name="proposals")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    text = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "user"], name="one_norm_proposal_per_person")]


class Norms(TeamContent):
    """What the team agreed on, one line for each norm; another agreement is another version, and both stay."""

    number = models.PositiveIntegerField(_("version"))
    text = models.TextField(_("our norms"))
    agreed_on = models.DateField(_("agreed on"))

    class Meta:
        verbose_name = _("norms of a team")
        verbose_name_plural = _("norms of a team")
        ordering = ["number"]
        indexes = [open_to_everyone("norms_open_to_everyone")]
        constraints = [models.UniqueConstraint(fields=["owner_team", "number"], name="one_version_of_norms_per_number")]

    def __str__(self) -> str:
        return self.text[:80]


class PrimerRead(models.Model):
    """This person has read the primer. When is nobody's business (S3 R-27)."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["team", "user"], name="one_primer_read_per_person_and_team")]


class ConditionCheck(TeamContent):
    """What was in place on one day (S3 R-28). A new check is a new row."""

    checked_on = models.DateField(_("checked on"))

    class Meta:
        verbose_name = _("check of what is in place")
        verbose_name_plural = _("checks of what is in place")
        ordering = ["checked_on", "id"]
        indexes = [open_to_everyone("inplace_open_to_everyone")]

    def __str__(self) -> str:
        return self.checked_on.isoformat()


class ConditionKey(models.TextChoices):
    TIME = Condition.TIME, pgettext_lazy("condition", "regular time")
    MEMBERS = Condition.MEMBERS, pgettext_lazy("condition", "the same people")
    SPONSOR = Condition.SPONSOR, pgettext_lazy("condition", "a sponsor")
    SPACE = Condition.SPACE, pgettext_lazy("condition", "room to try")
    DATA = Condition.DATA, pgettext_lazy("condition", "data")
    COACH = Condition.COACH, pgettext_lazy("condition", "a coach")


class ConditionState(models.TextChoices):
    YES = InPlace.YES, pgettext_lazy("condition", "in place")
    PARTLY = InPlace.PARTLY, pgettext_lazy("condition", "partly")
    MISSING = InPlace.MISSING, pgettext_lazy("condition", "missing")


class ConditionAnswer(PartOfContent):
    ROOT: ClassVar[str] = "look"
    look = models.ForeignKey(ConditionCheck, on_delete=models.CASCADE, related_name="answers")
    condition = models.CharField(_("what is needed"), max_length=8, choices=ConditionKey.choices)
    stands = models.CharField(_("where it stands"), max_length=8, choices=ConditionState.choices)
    wanted = models.CharField(_("what would help"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("what is in place")
        verbose_name_plural = _("what is in place")
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["look", "condition"], name="one_answer_per_condition")]

    def __str__(self) -> str:
        return self.get_condition_display()


class Host(models.TextChoices):
    PLC = "plc", pgettext_lazy("host", "professional learning community")
    GRADE = "grade", pgettext_lazy("host", "grade team")
    DATA = "data", pgettext_lazy("host", "data cycle of the school")
    OTHER = "other", pgettext_lazy("host", "another meeting")
    ALONE = "alone", pgettext_lazy("host", "nothing: it stands alone")


class BuildsOn(TeamContent):
    """Which work that goes on anyway carries this team (S3 R-29)."""

    text = models.TextField(_("which work it builds on"), blank=True)
    host = models.CharField(_("where it meets"), max_length=5, choices=Host.choices)

    class Meta:
        verbose_name = _("what a team builds on")
        verbose_name_plural = _("what a team builds on")
        ordering = ["id"]
        indexes = [open_to_everyone("buildson_open_to_everyone")]
        constraints = [models.UniqueConstraint(fields=["owner_team"], name="one_ground_per_team")]

    def __str__(self) -> str:
        return self.text[:80] or self.get_host_display()
