"""From many causes to a few: silent rounds, a rule at the door, filters in passes, levels in order, what is sent on."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from aimwell.contexts.orgs.models import Network, Org
from aimwell.contexts.people.models import PartOfContent, User
from aimwell.contexts.theory.models.causes import Bone, Cause, Level
from aimwell.contexts.theory.models.inquiries import Inquiry


class Round(PartOfContent):
    """Everybody writes causes silently; then all are shown at once (S4 R-8, R-18)."""

    ROOT: ClassVar[str] = "inquiry"
    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="rounds")
    prompt = models.CharField(_("the question of the round"), max_length=200, blank=True)
    anonymous = models.BooleanField(_("without names"), default=False)
    shown_at = models.DateTimeField(null=True, blank=True)
    contributors = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("round")
        verbose_name_plural = _("rounds")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["inquiry"], condition=models.Q(ended_at=None, shown_at=None), name="one_silent_round_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return self.prompt[:80] or str(_("silent round"))


class Entry(models.Model):
    """One line of a silent round, gone from here once the round is shown.

    In a round without names `author` stays empty and only the writer's browser holds what `mine` is made from. There is
    no time and no number that counts up, so nobody can tell afterwards who wrote what, not even in the database.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="entries")
    bone = models.ForeignKey(Bone, on_delete=models.CASCADE, related_name="+")
    text = models.CharField(_("the cause"), max_length=300)
    system_part = models.CharField(_("which part of our system"), max_length=200, blank=True)
    author = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    mine = models.CharField(max_length=64, blank=True)
    client_key = models.UUIDField(null=True, blank=True, unique=True, editable=False)

    class Meta:
        verbose_name = _("line of a round")
        verbose_name_plural = _("lines of a round")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text[:80]


class EntryRule(PartOfContent):
    """What may be written down as a cause, in the words of whoever leads: the system, not people (S4 2.8)."""

    ROOT: ClassVar[str] = "inquiry"
    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="entry_rules")
    sentence = models.CharField(_("the rule in one sentence"), max_length=300)

    class Meta:
        verbose_name = _("rule for causes")
        verbose_name_plural = _("rules for causes")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["inquiry"], condition=models.Q(ended_at=None), name="one_open_rule_for_causes"
            )
        ]

    def __str__(self) -> str:
        return self.sentence[:80]


class CauseFilter(PartOfContent):
    """A named question with its answers, for all efforts of the team. `values`: [{"name", "effect"}] (S4 R-9)."""

    ROOT: ClassVar[str] = "inquiry"
    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="filters")
    seed = models.CharField(max_length=10, blank=True)
    name = models.CharField(_("name of the filter"), max_length=80)
    question = models.CharField(_("its question"), max_length=300)
    values = models.JSONField(_("its answers"), default=list)

    class Meta:
        verbose_name = _("filter")
        verbose_name_plural = _("filters")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


class Sift(PartOfContent):
    """One pass through the causes with one filter, kept with all that was decided in it (S1 R-12)."""

    ROOT: ClassVar[str] = "inquiry"
    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="sifts")
    filter = models.ForeignKey(CauseFilter, on_delete=models.CASCADE, related_name="sifts")
    name = models.CharField(max_length=80)
    question = models.CharField(max_length=300)
    values = models.JSONField(default=list)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    kept = models.PositiveIntegerField(default=0)
    set_aside = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("pass through the causes")
        verbose_name_plural = _("passes through the causes")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["inquiry"], condition=models.Q(ended_at=None, closed_at=None), name="one_open_pass_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return self.name


class MarkEffect(models.TextChoices):
    KEEP = "keep", pgettext_lazy("filter", "keep")
    ASIDE = "aside", pgettext_lazy("filter", "set aside")
    OPEN = "open", pgettext_lazy("filter", "leave open")


class SiftMark(PartOfContent):
    """What a pass says of one cause, who said so and why."""

    ROOT: ClassVar[str] = "sift__inquiry"
    sift = models.ForeignKey(Sift, on_delete=models.CASCADE, related_name="marks")
    cause = models.ForeignKey(Cause, on_delete=models.CASCADE, related_name="marks")
    value = models.CharField(max_length=80)
    effect = models.CharField(max_length=8, choices=MarkEffect.choices)
    reason = models.CharField(_("why"), max_length=300, blank=True)
    decided_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    decided_at = models.DateTimeField()

    class Meta:
        verbose_name = _("mark of a filter")
        verbose_name_plural = _("marks of a filter")
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["sift", "cause"], name="one_mark_per_pass_and_cause")]

    def __str__(self) -> str:
        return self.value


class LevelStage(PartOfContent):
    """ "First the district, then the classroom": one step of that order with its days (S3 R-23)."""

    ROOT: ClassVar[str] = "inquiry"
    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="level_stages")
    level = models.CharField(_("level"), max_length=10, choices=Level.choices)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True)
    note = models.CharField(_("what is to be different then"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("stage")
        verbose_name_plural = _("stages")
        ordering = ["starts_on", "id"]

    def __str__(self) -> str:
        return str(self.get_level_display())


class SentState(models.TextChoices):
    SENT = "sent", _("waits for an answer")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")
    PROJECT = "project", _("a project has started")


class Escalation(PartOfContent):
    """A cause sent to the level that controls it. Only what stands here is seen there (S4 R-20)."""

    ROOT: ClassVar[str] = "cause__bone__inquiry"
    cause = models.ForeignKey(Cause, on_delete=models.CASCADE, related_name="escalations")
    to_org = models.ForeignKey(Org, null=True, blank=True, on_delete=models.CASCADE, related_name="escalations")
    to_network = models.ForeignKey(Network, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    cause_text = models.CharField(max_length=300)
    sentence = models.CharField(_("what we ask"), max_length=500)
    state = models.CharField(max_length=10, choices=SentState.choices, default=SentState.SENT)
    answer = models.CharField(_("answer"), max_length=500, blank=True)
    answered_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    project = models.ForeignKey(Inquiry, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        verbose_name = _("cause sent on")
        verbose_name_plural = _("causes sent on")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(to_org=None) ^ models.Q(to_network=None), name="sent_to_an_org_or_to_a_network"
            ),
            models.UniqueConstraint(
                fields=["cause"], condition=models.Q(ended_at=None, state="sent"), name="a_cause_waits_in_one_place"
            ),
        ]

    def __str__(self) -> str:
        return self.cause_text[:80]

    @property
    def place(self) -> Org | Network:
        place = self.to_org or self.to_network
        assert place is not None
        return place
