"""PDSA cycles: a small test with a prediction that is locked before anybody looks."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from aimwell.contexts.measures.models import Measure
from aimwell.contexts.orgs.models import Method
from aimwell.contexts.people.models import PartOfContent, TeamContent, User, open_to_everyone
from aimwell.contexts.theory.models import Inquiry, Part


class CycleState(models.TextChoices):
    DRAFT = "draft", _("draft")
    DOING = "doing", _("in Do")
    STUDYING = "studying", _("in Study")
    DONE = "done", _("done")


class PredictionKind(models.TextChoices):
    NUMBER = "number", _("a number")
    AT_LEAST = "at_least", _("at least")
    AT_MOST = "at_most", _("at most")
    RANGE = "range", _("a range")
    DIRECTION = "direction", _("a direction")
    EVENT = "event", _("an event: it happens or not")


class Trend(models.TextChoices):
    UP = "up", _("goes up")
    DOWN = "down", _("goes down")
    SAME = "same", _("stays the same")


class PredictionFields(models.Model):
    """A falsifiable prediction (S1 L1367). Which fields count depends on `kind`."""

    kind = models.CharField(_("kind of prediction"), max_length=10, choices=PredictionKind.choices, blank=True)
    low = models.FloatField(_("the number we predict"), null=True, blank=True)
    high = models.FloatField(_("the upper end we predict"), null=True, blank=True)
    out_of = models.FloatField(_("out of how many"), null=True, blank=True)
    trend = models.CharField(_("which way it goes"), max_length=5, choices=Trend.choices, blank=True)
    event = models.CharField(_("what will happen"), max_length=300, blank=True)
    unit_name = models.CharField(_("what is counted"), max_length=60, blank=True)
    chance = models.PositiveSmallIntegerField(_("how sure, in percent"), null=True, blank=True)

    class Meta:
        abstract = True


class Decision(models.TextChoices):
    ADOPT = "adopt", _("adopt")
    ADAPT = "adapt", _("adapt")
    REPEAT = "repeat", _("repeat")
    SCALE = "scale", _("scale")
    ABANDON = "abandon", _("abandon")


class DecisionObject(models.TextChoices):
    IDEA = "idea", _("the change idea")
    STEPS = "steps", _("the steps to carry it out")


class Level(models.TextChoices):
    """Where the change is tried; one model for all (S3 R-46)."""

    CLASSROOM = "classroom", pgettext_lazy("level", "classroom")
    SCHOOL = "school", pgettext_lazy("level", "school")
    DISTRICT = "district", pgettext_lazy("level", "district")
    NETWORK = "network", pgettext_lazy("level", "network")


class Size(models.TextChoices):
    """How large a test is, from the smallest; spreading goes 1, 5, 25 (S2 R-30)."""

    ONE = "one", pgettext_lazy("size", "one class or one person")
    FEW = "few", pgettext_lazy("size", "a few: about 5")
    MANY = "many", pgettext_lazy("size", "many: about 25")
    ALL = "all", pgettext_lazy("size", "everyone")


class Origin(models.TextChoices):
    """How a cycle came to be here, where it was not planned here first."""

    QUICK = "quick", pgettext_lazy("origin", "from a quick log")
    IMPORTED = "imported", pgettext_lazy("origin", "imported from a form")


class Cycle(TeamContent, PredictionFields):
    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="cycles")
    idea = models.ForeignKey(Part, null=True, blank=True, on_delete=models.SET_NULL, related_name="cycles")
    measure = models.ForeignKey(Measure, null=True, blank=True, on_delete=models.SET_NULL, related_name="cycles")
    number = models.PositiveIntegerField()
    predecessor = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="successors")
    why_follows = models.TextField(_("why this cycle follows"), blank=True)
    state = models.CharField(max_length=8, choices=CycleState.choices, default=CycleState.DRAFT)

    # Plan: the first is required to start, with a prediction and a date to look
    try_what = models.CharField(_("what we will try"), max_length=300)
    look_on = models.DateField(_("when we will look"), null=True, blank=True)
    because = models.TextField(_("why we think so"), blank=True)
    who_where = models.CharField(_("who and where"), max_length=300, blank=True)
    count_what = models.CharField(_("what we count"), max_length=300, blank=True)
    planned_counts = models.PositiveSmallIntegerField(_("how many counts are planned"), null=True, blank=True)
    question = models.CharField(_("what we want to know"), max_length=300, blank=True)
    steps = models.TextField(_("how we will do it, step by step"), blank=True)
    who_counts = models.CharField(_("who counts, when and how"), max_length=300, blank=True)
    level = models.CharField(_("level"), max_length=10, choices=Level.choices, default=Level.CLASSROOM)
    size = models.CharField(_("how large the test is"), max_length=4, choices=Size.choices, default=Size.ONE)
    rooms = models.PositiveSmallIntegerField(_("how many classrooms"), null=True, blank=True)
    meant_for = models.PositiveIntegerField(_("how many students it is meant for"), null=True, blank=True)
    practice = models.BooleanField(_("only for practice"), default=False)
    origin = models.CharField(max_length=8, choices=Origin.choices, blank=True, editable=False)
    paused_on = models.DateField(null=True, blank=True, editable=False)
    carried_over = models.JSONField(default=list)
    locked_at = models.DateTimeField(null=True, blank=True)
    locked_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    method = models.CharField(
        _("the method when Do started"), max_length=10, choices=Method.choices, blank=True, editable=False
    )

    # Study
    result = models.FloatField(_("the result"), null=True, blank=True)
    result_out_of = models.FloatField(_("out of"), null=True, blank=True)
    result_trend = models.CharField(_("which way it went"), max_length=5, choices=Trend.choices, blank=True)
    result_happened = models.BooleanField(_("whether it happened"), null=True, blank=True)
    not_collected_because = models.TextField(_("why there is no count"), blank=True)
    learned = models.TextField(_("what we learned"), blank=True)
    nothing_surprised_us = models.BooleanField(_("nothing surprised us"), default=False)
    surprised_by = models.TextField(_("what surprised us"), blank=True)
    reached = models.PositiveIntegerField(_("how many students it reached"), null=True, blank=True)
    benefited = models.TextField(_("who benefited"), blank=True)
    not_benefited = models.TextField(_("who did not"), blank=True)
    assumption = models.TextField(_("which assumption this questions"), blank=True)

    # Act
    decision = models.CharField(_("what comes next"), max_length=7, choices=Decision.choices, blank=True)
    decision_object = models.CharField(
        _("what the decision is about"), max_length=5, choices=DecisionObject.choices, blank=True
    )
    decision_reason = models.TextField(_("reason"), blank=True)
    what_changes = models.TextField(_("what will be different"), blank=True)
    scale_evidence = models.TextField(_("what shows it is ready"), blank=True)
    decided_by = models.CharField(_("who decided"), max_length=200, blank=True)
    students = models.CharField(_("which students"), max_length=300, blank=True)
    setting = models.CharField(_("in which setting"), max_length=300, blank=True)
    circumstances = models.CharField(_("under which conditions"), max_length=300, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("cycle")
        verbose_name_plural = _("cycles")
        ordering = ["number", "id"]
        indexes = [
            models.Index(fields=["owner_team", "ended_at", "state"]),
            open_to_everyone("cycles_open_to_everyone"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["inquiry", "number"], name="one_number_per_cycle_of_an_inquiry"),
            models.CheckConstraint(
                condition=models.Q(state="draft", locked_at=None)
                | (~models.Q(state="draft") & models.Q(locked_at__isnull=False)),
                name="prediction_locked_exactly_when_do_has_started",
            ),
            models.CheckConstraint(
                condition=models.Q(predecessor=None) | ~models.Q(predecessor=models.F("id")),
                name="a_cycle_does_not_follow_itself",
            ),
            models.CheckConstraint(
                condition=models.Q(chance=None) | models.Q(chance__lte=100), name="a_chance_is_a_percentage"
            ),
        ]

    def __str__(self) -> str:
        return self.try_what[:80]


class Amendment(PartOfContent, PredictionFields):
    """A dated change of a locked prediction. It stands beside the original (S1 R-27)."""

    ROOT: ClassVar[str] = "cycle"
    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="amendments")
    reason = models.TextField()

    class Meta:
        verbose_name = _("change of a prediction")
        verbose_name_plural = _("changes of a prediction")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.reason[:80]


class Pause(PartOfContent):
    """A cycle rests: a normal state, with a reason and, where known, the day to go on (S1 R-39, S3 R-37).

    `what_changed` is what is different in the surroundings when it goes on. The open row agrees with
    `Cycle.paused_on`.
    """

    ROOT: ClassVar[str] = "cycle"
    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="pauses")
    began_on = models.DateField()
    expected_on = models.DateField(_("when we may go on"), null=True, blank=True)
    reason = models.TextField(_("why it rests"))
    resumed_on = models.DateField(null=True, blank=True)
    what_changed = models.TextField(_("what is different now"), blank=True)

    class Meta:
        verbose_name = _("pause of a cycle")
        verbose_name_plural = _("pauses of a cycle")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["cycle"],
                condition=models.Q(resumed_on=None, ended_at=None),
                name="one_open_pause_per_cycle",
            )
        ]

    def __str__(self) -> str:
        return self.reason[:80]


class EntryKind(models.TextChoices):
    OBSERVATION = "observation", _("observation")
    SURPRISE = "surprise", _("surprise")
    TROUBLE = "trouble", _("something got in the way")
    COUNT = "count", _("count")
    MISSED = "missed", _("a count that did not come in")


class Entry(PartOfContent):
    """One line of the Do stream. `happened_on` and the time of entry are both kept (S1 R-36).

    `seen_by` names who saw it where somebody else writes it down (S1 R-35). A tally is a count whose `count` stays
    empty until it is finished; `expected` is how many there are to hear.
    """

    ROOT: ClassVar[str] = "cycle"
    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="entries")
    kind = models.CharField(max_length=12, choices=EntryKind.choices, default=EntryKind.OBSERVATION)
    text = models.TextField(blank=True)
    place = models.CharField(max_length=80, blank=True)
    seen_by = models.CharField(max_length=120, blank=True)
    happened_on = models.DateField()
    expected = models.PositiveIntegerField(null=True, blank=True)
    count = models.PositiveIntegerField(null=True, blank=True)
    out_of = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        verbose_name = _("note in Do")
        verbose_name_plural = _("notes in Do")
        ordering = ["happened_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(out_of=None) | models.Q(count__isnull=False, count__lte=models.F("out_of")),
                name="entry_count_within_out_of",
            )
        ]

    def __str__(self) -> str:
        counted = "" if self.count is None else f"{self.count}/{self.out_of}" if self.out_of else str(self.count)
        return self.text[:80] or " ".join(filter(None, (self.place, counted)))


class Tap(models.Model):
    """One tap of a tally on a phone. Each has its own key, so that it is counted once however often it is sent."""

    ROOT: ClassVar[str] = "entry__cycle"
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="taps")
    key = models.UUIDField(unique=True)
    yes = models.BooleanField()
    tapped_at = models.DateTimeField()
    undone = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("tap")
        verbose_name_plural = _("taps")
