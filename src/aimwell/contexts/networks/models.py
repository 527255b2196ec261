"""Several teams and one aim: goals, shared drivers, who works on which."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.orgs.models import Network, Org
from aimwell.contexts.people.models import Edited, PartOfContent
from aimwell.contexts.theory.models import Inquiry


class NetworkThing(Edited):
    """What a network keeps together. It is no team's work: the hub and the members of the network read it."""

    class Meta:
        abstract = True


class Toward(models.TextChoices):
    """A network aims at two things at once, and they are never added up (S3 R-13)."""

    OUTCOME = "outcome", _("the outcome aim")
    CAPABILITY = "capability", _("the improvement capability goal")
    BOTH = "both", _("both")


class GoalKind(models.TextChoices):
    OUTCOME = "outcome", _("outcome aim")
    CAPABILITY = "capability", _("improvement capability goal")


class Goal(NetworkThing):
    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="goals")
    kind = models.CharField(max_length=10, choices=GoalKind.choices)
    what = models.TextField(_("what is to change"))
    who = models.CharField(_("for whom"), max_length=200, blank=True)
    where = models.CharField(_("where, or which grades"), max_length=200, blank=True)
    how_much = models.CharField(_("how much"), max_length=200, blank=True)
    by_when = models.DateField(_("by when"), null=True, blank=True)
    baseline = models.CharField(_("baseline"), max_length=200, blank=True)
    measure = models.CharField(_("measure"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("goal of a network")
        verbose_name_plural = _("goals of a network")
        ordering = ["kind", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["network"],
                condition=models.Q(kind="outcome", ended_at=None),
                name="one_outcome_aim_per_network",
            )
        ]

    def __str__(self) -> str:
        return self.what[:80]


class GoalNote(NetworkThing):
    """How far it has come, on one day. Notes of two goals are never put into one number."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="notes")
    on = models.DateField(_("day"))
    value = models.CharField(_("number, if there is one"), max_length=60, blank=True)
    text = models.TextField(_("what we see"))

    class Meta:
        verbose_name = _("note on progress")
        verbose_name_plural = _("notes on progress")
        ordering = ["-on", "-id"]

    def __str__(self) -> str:
        return self.text[:80]


class NetworkYear(NetworkThing):
    """A year of the network. Each has drivers of its own, so that what hangs on an earlier year stays (S3 R-17)."""

    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="years")
    name = models.CharField(_("name of the year"), max_length=40)
    starts = models.DateField(_("first day"))
    ends = models.DateField(_("last day"))

    class Meta:
        verbose_name = _("year of a network")
        verbose_name_plural = _("years of a network")
        ordering = ["-starts"]
        constraints = [models.UniqueConstraint(fields=["network", "starts"], name="one_year_of_a_network_per_start")]

    def __str__(self) -> str:
        return self.name


class DriverKind(models.TextChoices):
    PRIMARY = "primary", _("primary driver")
    SECONDARY = "secondary", _("secondary driver")


class NetworkDriver(NetworkThing):
    """A driver in one year. `follows`: the same driver in the year before."""

    year = models.ForeignKey(NetworkYear, on_delete=models.CASCADE, related_name="drivers")
    kind = models.CharField(_("kind"), max_length=10, choices=DriverKind.choices, default=DriverKind.SECONDARY)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="children")
    follows = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    name = models.CharField(_("name of the driver"), max_length=200)
    number = models.PositiveSmallIntegerField(_("number"))

    class Meta:
        verbose_name = _("driver of a network")
        verbose_name_plural = _("drivers of a network")
        ordering = ["kind", "number", "id"]

    def __str__(self) -> str:
        return self.name


class Stance(models.TextChoices):
    DRIVERS = "drivers", _("It works on one or more of the drivers")
    OUTSIDE = "outside", _("It stands outside the current drivers")
    DECLINED = "declined", _("We would rather not say")


class Alignment(PartOfContent):
    """How one effort of a team serves the aim of a network in one year (S3 R-15). It is the team's own answer."""

    ROOT: ClassVar[str] = "inquiry"
    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="alignments")
    year = models.ForeignKey(NetworkYear, on_delete=models.CASCADE, related_name="alignments", verbose_name=_("year"))
    toward = models.CharField(_("what it helps with"), max_length=10, choices=Toward.choices, default=Toward.OUTCOME)
    stance = models.CharField(_("its drivers"), max_length=10, choices=Stance.choices, default=Stance.DRIVERS)
    drivers = models.ManyToManyField(
        NetworkDriver, blank=True, related_name="alignments", verbose_name=_("drivers of the network")
    )
    serves = models.TextField(_("how it serves the aim"), blank=True)
    reason = models.TextField(_("why it stands outside"), blank=True)

    class Meta:
        verbose_name = _("place in a network")
        verbose_name_plural = _("places in a network")
        constraints = [models.UniqueConstraint(fields=["inquiry", "year"], name="one_place_per_inquiry_and_year")]

    def __str__(self) -> str:
        return (self.serves or self.reason or self.get_stance_display())[:80]

    def get_absolute_url(self) -> str:
        return reverse("networks:inquiry", args=[self.inquiry_id])


class Central(models.TextChoices):
    CENTER = "center", _("at the center of our own plan")
    ONE_OF_SEVERAL = "several", _("one of several things we work on")
    EDGE = "edge", _("at the edge of our plan")


class Purpose(NetworkThing):
    """Why a member joined, and how much the aim weighs at home. For the hub and this member only (S3 R-16)."""

    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="purposes")
    org = models.ForeignKey(Org, on_delete=models.CASCADE, related_name="+")
    purpose = models.CharField(_("what we joined for"), max_length=10, choices=Toward.choices)
    central = models.CharField(_("where the aim stands at home"), max_length=10, choices=Central.choices)
    why = models.TextField(_("why we joined"), blank=True)

    class Meta:
        verbose_name = _("purpose of a member")
        verbose_name_plural = _("purposes of members")
        constraints = [models.UniqueConstraint(fields=["network", "org"], name="one_purpose_per_network_and_org")]

    def __str__(self) -> str:
        return self.get_purpose_display()


class Choice(NetworkThing):
    """Which problem a network takes on together: options, what was looked at, who said what, what came out (R-24)."""

    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="choices")
    title = models.CharField(_("the question"), max_length=200)
    decided = models.ForeignKey(
        "Option", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("what was chosen")
    )
    decided_on = models.DateField(_("day of the decision"), null=True, blank=True)
    reasons = models.TextField(_("reasons"), blank=True)

    class Meta:
        verbose_name = _("choice of a problem")
        verbose_name_plural = _("choices of a problem")
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.title


class Option(NetworkThing):
    choice = models.ForeignKey(Choice, on_delete=models.CASCADE, related_name="options")
    name = models.CharField(_("the problem"), max_length=200)
    data = models.TextField(_("data we looked at"), blank=True)
    urgency = models.TextField(_("how pressing it is"), blank=True)
    measures = models.TextField(_("what is measured already"), blank=True)

    class Meta:
        verbose_name = _("problem to choose from")
        verbose_name_plural = _("problems to choose from")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


class PositionKind(models.TextChoices):
    TAKE = "take", _("we would take it on")
    LIVE = "live", _("we could live with it")
    NOT_NOW = "not_now", _("not now")


class Position(NetworkThing):
    """What one member says to one option; all members see it."""

    option = models.ForeignKey(Option, on_delete=models.CASCADE, related_name="positions")
    org = models.ForeignKey(Org, on_delete=models.CASCADE, related_name="+")
    position = models.CharField(_("our position"), max_length=10, choices=PositionKind.choices)
    text = models.TextField(_("in our words"), blank=True)

    class Meta:
        verbose_name = _("position of a member")
        verbose_name_plural = _("positions of members")
        constraints = [models.UniqueConstraint(fields=["option", "org"], name="one_position_per_option_and_org")]

    def __str__(self) -> str:
        return self.get_position_display()
