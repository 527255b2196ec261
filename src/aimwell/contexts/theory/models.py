"""From a felt problem to a theory: problem, evidence, causes, aim, drivers, change ideas."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.measures.models import Direction, Measure, Unit
from aimwell.contexts.people.models import PartOfContent, TeamContent, open_to_everyone


class Inquiry(TeamContent):
    """One improvement effort of one team, with its problem in three parts (S1 L1335)."""

    problem = models.TextField(_("the problem"), blank=True)
    for_whom = models.TextField(_("for whom"), blank=True)
    how_known = models.TextField(_("how we know"), blank=True)
    skipped = models.JSONField(default=dict)  # step -> the sentence that says why the team went on without it

    class Meta:
        verbose_name = _("inquiry")
        verbose_name_plural = _("inquiries")
        ordering = ["-id"]
        indexes = [models.Index(fields=["owner_team", "ended_at"]), open_to_everyone("inquiries_open_to_everyone")]

    def __str__(self) -> str:
        return self.problem[:80] or str(_("new inquiry"))


class EvidenceKind(models.TextChoices):
    DATA = "data", _("data")
    OBSERVATION = "observation", _("observation")
    INTERVIEW = "interview", _("interview theme")
    DOCUMENT = "document", _("document")


class Evidence(PartOfContent):
    ROOT: ClassVar[str] = "inquiry"
    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="evidence")
    kind = models.CharField(_("kind"), max_length=12, choices=EvidenceKind.choices, default=EvidenceKind.OBSERVATION)
    text = models.TextField(_("what we counted, saw or read"))
    source = models.CharField(_("where it comes from"), max_length=200, blank=True)
    cause = models.ForeignKey("Cause", null=True, blank=True, on_delete=models.SET_NULL, related_name="evidence")

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text[:80]


class Perspective(PartOfContent):
    """What somebody who lives with the problem says. A role, never a name (S3 2.20)."""

    ROOT: ClassVar[str] = "inquiry"
    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="perspectives")
    role = models.CharField(_("who, as a role"), max_length=120)
    text = models.TextField(_("what they say"))

    class Meta:
        verbose_name = _("perspective")
        verbose_name_plural = _("perspectives")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text[:80]


class Bone(PartOfContent):
    ROOT: ClassVar[str] = "inquiry"
    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="bones")
    name = models.CharField(_("name"), max_length=80)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("bone")
        verbose_name_plural = _("bones")
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.name


class CauseStatus(models.TextChoices):
    ASSUMED = "assumed", _("assumed")
    CHECKING = "checking", _("being checked")
    SUPPORTED = "supported", _("supported")
    CONTRADICTED = "contradicted", _("contradicted")


class Cause(PartOfContent):
    ROOT: ClassVar[str] = "bone__inquiry"
    bone = models.ForeignKey(Bone, on_delete=models.CASCADE, related_name="causes")
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="whys")
    text = models.CharField(_("the cause"), max_length=300)
    status = models.CharField(
        _("what we know"), max_length=12, choices=CauseStatus.choices, default=CauseStatus.ASSUMED
    )
    how_known = models.TextField(_("how we know"), blank=True)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("cause")
        verbose_name_plural = _("causes")
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.text[:80]


class Aim(PartOfContent):
    """How much, for whom, by when, from where (S1 L1338)."""

    ROOT: ClassVar[str] = "inquiry"
    inquiry = models.OneToOneField(Inquiry, on_delete=models.CASCADE, related_name="aim")
    what = models.CharField(_("does what"), max_length=300, blank=True)
    for_whom = models.CharField(_("for whom"), max_length=200, blank=True)
    baseline = models.FloatField(_("where it is now"), null=True, blank=True)
    baseline_on = models.DateField(_("counted on"), null=True, blank=True)
    target = models.FloatField(_("how much"), null=True, blank=True)
    unit = models.CharField(_("unit"), max_length=8, choices=Unit.choices, default=Unit.PERCENT)
    unit_name = models.CharField(_("name of the unit"), max_length=40, blank=True)
    direction = models.CharField(_("which way is good"), max_length=8, choices=Direction.choices, default=Direction.UP)
    by_when = models.DateField(_("by when"), null=True, blank=True)
    measure = models.ForeignKey(
        Measure, null=True, blank=True, on_delete=models.SET_NULL, related_name="aims", verbose_name=_("measure")
    )

    class Meta:
        verbose_name = _("aim")
        verbose_name_plural = _("aims")

    def __str__(self) -> str:
        return self.what[:80]


class PartKind(models.TextChoices):
    PRIMARY = "primary", _("primary driver")
    SECONDARY = "secondary", _("secondary driver")
    IDEA = "idea", _("change idea")


class Part(PartOfContent):
    """A driver or a change idea: a node of the driver diagram. It may serve several parents."""

    ROOT: ClassVar[str] = "inquiry"
    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="parts")
    kind = models.CharField(max_length=10, choices=PartKind.choices)
    text = models.CharField(_("in a few words"), max_length=200)
    detail = models.TextField(_("what it means"), blank=True)
    who_changes = models.TextField(_("who changes what"), blank=True)
    measure = models.ForeignKey(
        Measure, null=True, blank=True, on_delete=models.SET_NULL, related_name="parts", verbose_name=_("measure")
    )
    causes = models.ManyToManyField(Cause, blank=True, related_name="parts")
    abandoned_because = models.TextField(_("abandoned because"), blank=True)
    # Derived by cycles when one finishes: facts about an idea, from which its circle is read.
    tests = models.PositiveSmallIntegerField(default=0)
    settings_held = models.PositiveSmallIntegerField(default=0)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("part of the theory")
        verbose_name_plural = _("parts of the theory")
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(settings_held__lte=models.F("tests")), name="held_in_at_most_as_many_as_tested"
            )
        ]

    def __str__(self) -> str:
        return self.text[:80]


class Link(PartOfContent):
    """An edge of the driver diagram. `parent` is empty where the child serves the aim itself."""

    ROOT: ClassVar[str] = "child__inquiry"
    parent = models.ForeignKey(Part, null=True, blank=True, on_delete=models.CASCADE, related_name="links_down")
    child = models.ForeignKey(Part, on_delete=models.CASCADE, related_name="links_up")

    class Meta:
        verbose_name = _("line of the theory")
        verbose_name_plural = _("lines of the theory")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["parent", "child"], condition=models.Q(ended_at=None), name="one_open_link_per_pair"
            ),
            models.UniqueConstraint(
                fields=["child"], condition=models.Q(ended_at=None, parent=None), name="one_open_link_to_the_aim"
            ),
            models.CheckConstraint(
                condition=models.Q(parent=None) | ~models.Q(parent=models.F("child")), name="no_link_to_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.parent or '-'} > {self.child}"
