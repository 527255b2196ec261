"""Those who live with the problem: interviews with consent, and answers grouped by two people apart."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from aimwell.contexts.people.models import PartOfContent
from aimwell.contexts.theory.models import Cause, Evidence, Inquiry, RoleGroup


class Listening(models.TextChoices):
    """How somebody was listened to (S2 R-7)."""

    INTERVIEW = "interview", _("interview")
    OBSERVATION = "observation", _("observation")
    SURVEY = "survey", _("survey")
    FOCUS_GROUP = "focus_group", _("focus group")


class Consent(models.TextChoices):
    GIVEN = "given", _("asked, and given")
    NOT_NEEDED = "not_needed", _("not needed")
    NOT_ASKED = "not_asked", _("not asked")


class Interview(PartOfContent):
    """Somebody was listened to: a role and a group, never a name (S3 R-58; S4 R-28). Notes are for the team alone."""

    ROOT: ClassVar[str] = "inquiry"
    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="interviews")
    kind = models.CharField(_("how you listened"), max_length=11, choices=Listening.choices, default="interview")
    role = models.CharField(_("who, as a role"), max_length=120)
    group = models.CharField(_("whose voice"), max_length=10, choices=RoleGroup.choices)
    held_on = models.DateField(_("on which day"))
    protocol = models.TextField(_("what you asked"), blank=True)
    consent = models.CharField(_("consent"), max_length=10, choices=Consent.choices, default=Consent.NOT_ASKED)
    consent_why = models.CharField(_("why it was not needed"), max_length=300, blank=True)
    notes = models.TextField(_("notes, for the team only"), blank=True)

    class Meta:
        verbose_name = _("interview or observation")
        verbose_name_plural = _("interviews and observations")
        ordering = ["-held_on", "-id"]

    def __str__(self) -> str:
        return f"{self.role}, {self.held_on:%Y-%m-%d}"

    @property
    def may_be_told(self) -> bool:
        """Without consent nothing of it leaves the team."""
        return self.consent != Consent.NOT_ASKED


class Theme(PartOfContent):
    """What came up in interviews."""

    ROOT: ClassVar[str] = "inquiry"
    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="themes")
    text = models.CharField(_("theme"), max_length=200)

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text


class Quote(PartOfContent):
    """A theme came up in an interview, perhaps with the words that were said."""

    ROOT: ClassVar[str] = "interview__inquiry"
    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="quotes")
    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="quotes")
    text = models.TextField(_("in their words"), blank=True)

    class Meta:
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text[:80] or self.theme.text


class FourPoints(PartOfContent):
    """Who of those it touches took part, and how, at four points of the work (S2 R-8). An empty one: nobody yet."""

    ROOT: ClassVar[str] = "inquiry"
    inquiry = models.OneToOneField(Inquiry, on_delete=models.CASCADE, related_name="four_points")
    development = models.TextField(_("when we looked for the problem"), blank=True)
    design = models.TextField(_("when we designed the change"), blank=True)
    implementation = models.TextField(_("when we try it"), blank=True)
    adoption = models.TextField(_("when we decide to keep it"), blank=True)

    class Meta:
        verbose_name = _("who took part")
        verbose_name_plural = _("who took part, by effort")

    def __str__(self) -> str:
        return str(_("who took part"))


class Grouping(PartOfContent):
    """Answers to one question, put into groups (S3 R-57). Until it is open, each grouping person sees only their own.

    `opened_at` is when the placings were laid side by side.
    """

    ROOT: ClassVar[str] = "inquiry"
    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="groupings")
    question = models.CharField(_("what was asked"), max_length=300)
    opened_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("grouping board")
        verbose_name_plural = _("grouping boards")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.question[:80]


class Category(PartOfContent):
    ROOT: ClassVar[str] = "grouping__inquiry"
    grouping = models.ForeignKey(Grouping, on_delete=models.CASCADE, related_name="categories")
    name = models.CharField(_("name"), max_length=80)
    meaning = models.CharField(_("what belongs in it"), max_length=300, blank=True)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = pgettext_lazy("of answers", "group")
        verbose_name_plural = pgettext_lazy("of answers", "groups")
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.name


class Response(PartOfContent):
    """One answer. `batch` tells which came in together; `settled` is where it went after a talk."""

    ROOT: ClassVar[str] = "grouping__inquiry"
    grouping = models.ForeignKey(Grouping, on_delete=models.CASCADE, related_name="responses")
    text = models.TextField(_("answer"))
    position = models.PositiveIntegerField(default=0)
    batch = models.UUIDField(null=True, editable=False)
    settled = models.ForeignKey(
        Category, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("agreed group")
    )
    sample = models.BooleanField(_("kept as a sample"), default=False)

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        ordering = ["position", "id"]
        indexes = [models.Index(fields=["grouping", "batch"])]

    def __str__(self) -> str:
        return self.text[:80]


class Coding(PartOfContent):
    """One person's own way of grouping; `created_by` is that person."""

    ROOT: ClassVar[str] = "grouping__inquiry"
    grouping = models.ForeignKey(Grouping, on_delete=models.CASCADE, related_name="codings")
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("own grouping")
        verbose_name_plural = _("own groupings")
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["grouping", "created_by"], name="one_coding_per_person")]

    def __str__(self) -> str:
        return str(self.grouping)


class Placing(models.Model):
    """One step: an answer went into a group, or out of all. Steps are only ever added, so they can be replayed.

    They stand outside the team's history, which would tell the second person what the first one did.
    """

    coding = models.ForeignKey(Coding, on_delete=models.CASCADE, related_name="placings")
    number = models.PositiveIntegerField()
    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="placings")
    category = models.ForeignKey(Category, null=True, on_delete=models.CASCADE, related_name="placings")
    key = models.UUIDField(null=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["coding", "number"]
        constraints = [models.UniqueConstraint(fields=["coding", "number"], name="one_placing_per_step")]

    def __str__(self) -> str:
        return f"{self.coding_id}: {self.number}"


class Ground(PartOfContent):
    """A theme or a group of answers that stands as evidence on a cause; the count in the evidence follows it."""

    ROOT: ClassVar[str] = "evidence__inquiry"
    evidence = models.OneToOneField(Evidence, on_delete=models.CASCADE, related_name="ground")
    cause = models.ForeignKey(Cause, on_delete=models.CASCADE, related_name="grounds")
    theme = models.ForeignKey(Theme, null=True, blank=True, on_delete=models.CASCADE, related_name="grounds")
    category = models.ForeignKey(Category, null=True, blank=True, on_delete=models.CASCADE, related_name="grounds")

    class Meta:
        verbose_name = _("link to a cause")
        verbose_name_plural = _("links to causes")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(theme=None) ^ models.Q(category=None), name="theme_or_group_of_answers"
            )
        ]

    def __str__(self) -> str:
        return str(self.theme or self.category)
