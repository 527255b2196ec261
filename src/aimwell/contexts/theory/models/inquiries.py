"""One improvement effort and its problem."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.measures.models import Measure
from aimwell.contexts.people.models import TeamContent, User, open_to_everyone


class Verification(models.TextChoices):
    """Whether data bear the problem out (S4 R-4)."""

    UNVERIFIED = "unverified", _("not checked yet")
    VERIFIED = "verified", _("borne out")
    REFUTED = "refuted", _("not borne out")
    MIXED = "mixed", _("mixed")


class Subject(models.TextChoices):
    """Whom the sentence speaks of, as its author says; never guessed (S4 R-5)."""

    STUDENTS = "students", _("students")
    FAMILIES = "families", _("families")
    ADULTS = "adults", _("adults here")
    SYSTEM = "system", _("how we work")


class Scale(models.TextChoices):
    """How far the problem reaches, from tiny to the whole system (S2 R-10)."""

    CLASSROOM = "classroom", _("a classroom")
    TEAM = "team", _("a team")
    SCHOOL = "school", _("a school")
    DISTRICT = "district", _("a district")
    NETWORK = "network", _("a network")
    STATE = "state", _("a state")


class Outcome(models.TextChoices):
    NO_CHANGE = "no_change", _("problem understood, no change needed")


class Inquiry(TeamContent):
    """One improvement effort of one team, with its problem in three parts (S1 L1335).

    The baseline points at a stored count (a measure and its day), or is to be collected (S1 R-10). `closed_at` ends an
    effort as finished learning (S2 R-3); it stays readable and can be opened again.
    """

    problem = models.TextField(_("the problem"), blank=True)
    for_whom = models.TextField(_("for whom"), blank=True)
    how_known = models.TextField(_("how we know"), blank=True)
    skipped = models.JSONField(default=dict)  # step -> the sentence that says why the team went on without it

    baseline_measure = models.ForeignKey(
        Measure, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("measure")
    )
    baseline_on = models.DateField(_("counted on"), null=True, blank=True)
    baseline_to_collect = models.BooleanField(_("baseline to be collected"), default=False)

    verification = models.CharField(
        _("checked with data"), max_length=10, choices=Verification.choices, default=Verification.UNVERIFIED
    )
    verified_because = models.TextField(_("what the data say"), blank=True)
    verified_evidence = models.ForeignKey(
        "Evidence", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("rests on")
    )
    verified_measure = models.ForeignKey(
        Measure, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("rests on measure")
    )
    verified_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    verified_at = models.DateTimeField(null=True, blank=True)

    subject = models.CharField(_("who the sentence is about"), max_length=10, choices=Subject.choices, blank=True)
    why = models.CharField(_("why it matters"), max_length=300, blank=True)
    scale = models.CharField(_("how far it reaches"), max_length=10, choices=Scale.choices, blank=True)
    areas = models.JSONField(_("areas"), default=list, blank=True)  # keys of the list in words, or own words
    assets = models.TextField(_("strengths to build on"), blank=True)
    principle = models.TextField(_("guiding principle"), blank=True)

    outcome = models.CharField(_("how it ended"), max_length=10, choices=Outcome.choices, blank=True)
    outcome_because = models.TextField(_("what we understood"), blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("inquiry")
        verbose_name_plural = _("inquiries")
        ordering = ["-id"]
        indexes = [models.Index(fields=["owner_team", "ended_at"]), open_to_everyone("inquiries_open_to_everyone")]

    def __str__(self) -> str:
        return self.problem[:80] or str(_("new inquiry"))

    @property
    def is_closed(self) -> bool:
        return self.closed_at is not None
