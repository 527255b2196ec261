"""The fishbone: bones and causes."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from aimwell.contexts.people.models import PartOfContent
from aimwell.contexts.theory.models.inquiries import Inquiry


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


class CauseKind(models.TextChoices):
    ROOT = "root", pgettext_lazy("cause", "root cause")
    CONTRIBUTING = "contributing", pgettext_lazy("cause", "contributing cause")


class Locus(models.TextChoices):
    """Where a cause sits. People tag it; nothing ever tags it for them (S4 R-14, R-15)."""

    STUDENT = "student", pgettext_lazy("locus", "student")
    FAMILY = "family", pgettext_lazy("locus", "family")
    COMMUNITY = "community", pgettext_lazy("locus", "community")
    ADULT = "adult", pgettext_lazy("locus", "adult practice")
    SCHOOL = "school", pgettext_lazy("locus", "school system")
    DISTRICT = "district", pgettext_lazy("locus", "district system")
    POLICY = "policy", pgettext_lazy("locus", "policy")
    SOCIETY = "society", pgettext_lazy("locus", "society")


class Level(models.TextChoices):
    CLASSROOM = "classroom", pgettext_lazy("level", "classroom")
    SCHOOL = "school", pgettext_lazy("level", "school")
    DISTRICT = "district", pgettext_lazy("level", "district")
    NETWORK = "network", pgettext_lazy("level", "network")


class Control(models.TextChoices):
    OURS = "ours", pgettext_lazy("control", "ours to change")
    ANOTHER = "another", pgettext_lazy("control", "another level’s")
    NONE = "none", pgettext_lazy("control", "nobody’s here")


class Resources(models.TextChoices):
    HAVE = "have", pgettext_lazy("resources", "we have them")
    COULD = "could", pgettext_lazy("resources", "we could get them")
    NO = "no", pgettext_lazy("resources", "not in reach")


class Effect(models.TextChoices):
    CYCLE = "cycle", pgettext_lazy("effect", "within a cycle")
    YEAR = "year", pgettext_lazy("effect", "within a year")
    YEARS = "years", pgettext_lazy("effect", "after years")


class CauseSource(models.TextChoices):
    """What stands behind a cause (S3 R-20)."""

    SCORES = "scores", _("results of standard tests")
    DISTRICT = "district", _("district tests")
    GROWTH = "growth", _("growth over time")
    INTERVIEWS = "interviews", _("interviews")
    OBSERVATIONS = "observations", _("observations")
    OTHER = "other", pgettext_lazy("source", "something else")


class CameHow(models.TextChoices):
    REFRAMED = "reframed", _("said again")
    PROMOTED = "promoted", _("made a cause of its own")


class Cause(PartOfContent):
    """A statement of what may lie behind the problem, with what people say about it. All but the words is optional."""

    ROOT: ClassVar[str] = "bone__inquiry"
    bone = models.ForeignKey(Bone, on_delete=models.CASCADE, related_name="causes")
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="whys")
    text = models.CharField(_("the cause"), max_length=300)
    status = models.CharField(
        _("what we know"), max_length=12, choices=CauseStatus.choices, default=CauseStatus.ASSUMED
    )
    how_known = models.TextField(_("how we know"), blank=True)
    position = models.PositiveIntegerField(default=0)
    kind = models.CharField(_("root or contributing"), max_length=12, choices=CauseKind.choices, blank=True)
    locus = models.CharField(_("where it sits"), max_length=10, choices=Locus.choices, blank=True)
    level = models.CharField(_("level"), max_length=10, choices=Level.choices, blank=True)
    control = models.CharField(_("who can change it"), max_length=8, choices=Control.choices, blank=True)
    resources = models.CharField(_("resources to change it"), max_length=8, choices=Resources.choices, blank=True)
    effect = models.CharField(_("when we would see an effect"), max_length=8, choices=Effect.choices, blank=True)
    tenet = models.CharField(_("tenet"), max_length=120, blank=True)
    behind = models.JSONField(_("what stands behind it"), default=list, blank=True)
    contributor = models.CharField(_("who named it"), max_length=120, blank=True)
    layer = models.CharField(_("whose layer"), max_length=80, blank=True)
    system_part = models.CharField(_("which part of our system"), max_length=200, blank=True)
    came_from = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="grown")
    came_how = models.CharField(max_length=10, choices=CameHow.choices, blank=True)
    chosen_because = models.TextField(_("why this one first"), blank=True)
    chosen_at = models.DateTimeField(null=True, blank=True)
    round = models.ForeignKey("Round", null=True, blank=True, on_delete=models.SET_NULL, related_name="causes")

    class Meta:
        verbose_name = _("cause")
        verbose_name_plural = _("causes")
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.text[:80]
