"""Rating, preferring and consenting. What one person gave is theirs: no history keeps its value beside a name."""

from __future__ import annotations

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.people.models import PartOfContent, User
from aimwell.contexts.theory.models import Inquiry, Part
from aimwell.domain.theory.choosing import HIGH, LOW, Stand

SCALE = (MinValueValidator(LOW), MaxValueValidator(HIGH))


class RatingRound(PartOfContent):
    """While `opened_at` is empty, each member sees their own ratings only (S1 R-18)."""

    ROOT: ClassVar[str] = "inquiry"
    inquiry = models.OneToOneField(Inquiry, on_delete=models.CASCADE, related_name="rating_round")
    opened_at = models.DateTimeField(_("shown to the team"), null=True, blank=True)

    class Meta:
        verbose_name = _("round of ratings")
        verbose_name_plural = _("rounds of ratings")

    def __str__(self) -> str:
        return str(self.inquiry)


class Rating(models.Model):
    idea = models.ForeignKey(Part, on_delete=models.CASCADE, related_name="ratings")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    effect = models.PositiveSmallIntegerField(validators=SCALE)
    ability = models.PositiveSmallIntegerField(validators=SCALE)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["idea", "user"], name="one_rating_of_an_idea_per_person"),
            models.CheckConstraint(
                condition=models.Q(effect__range=(LOW, HIGH), ability__range=(LOW, HIGH)), name="ratings_from_1_to_5"
            ),
        ]


class Preference(models.Model):
    """The idea that one member would try first."""

    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="preferences")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    idea = models.ForeignKey(Part, on_delete=models.CASCADE, related_name="preferences")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["inquiry", "user"], name="one_preference_of_an_inquiry_per_person")
        ]


class Proposal(PartOfContent):
    """An idea that the team asks itself about. Another round is another proposal (S1 R-41)."""

    ROOT: ClassVar[str] = "idea__inquiry"
    idea = models.ForeignKey(Part, on_delete=models.CASCADE, related_name="proposals", verbose_name=_("idea"))
    chosen_at = models.DateTimeField(_("chosen on"), null=True, blank=True)
    chosen_because = models.TextField(_("why this one"), blank=True)

    class Meta:
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        ordering = ["id"]

    def __str__(self) -> str:
        return str(self.idea)


class StandChoice(models.TextChoices):
    FOR_IT = Stand.FOR_IT, _("I am for it")
    CAN_LIVE = Stand.CAN_LIVE, _("I can live with it and will try it as agreed")
    CONCERN = Stand.CONCERN, _("I have a concern")


class Answer(models.Model):
    """`named`: this person put their name to it. `handled`: what the team does about the concern."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="answers")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    stand = models.CharField(_("how I stand to it"), max_length=8, choices=StandChoice.choices)
    concern = models.TextField(_("the concern"), blank=True)
    handled = models.TextField(_("what we do about it"), blank=True)
    named = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)
    updated_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("answer to a proposal")
        verbose_name_plural = _("answers to proposals")
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["proposal", "user"], name="one_answer_to_a_proposal_per_person")]

    def __str__(self) -> str:
        """Never who gave it: the history keeps this."""
        return str(self.proposal)
