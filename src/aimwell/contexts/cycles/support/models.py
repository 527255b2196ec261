"""What a team asks for so that a cycle can run: a substitute, class cover, time, a visit, help with data (S1 R-58)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.orgs.models import Org
from aimwell.contexts.people.models import TeamContent, User, open_to_everyone


class SupportKind(models.TextChoices):
    SUBSTITUTE = "substitute", pgettext_lazy("support", "a substitute teacher")
    CLASS_COVER = "class_cover", pgettext_lazy("support", "somebody to cover a class")
    RELEASE_TIME = "release_time", pgettext_lazy("support", "release time")
    VISIT = "visit", pgettext_lazy("support", "a visit of a specialist")
    DATA_HELP = "data_help", pgettext_lazy("support", "help with data")
    OTHER = "other", pgettext_lazy("support", "something else")


class SupportAnswer(models.TextChoices):
    YES = "yes", pgettext_lazy("support", "yes")
    PARTLY = "partly", pgettext_lazy("support", "partly")
    NO = "no", pgettext_lazy("support", "no")


class SupportRequest(TeamContent):
    """The asker's own words, to a place where somebody can answer. There, nothing else of the team's work shows.

    Without a place it stays on the team's own list, with who could help. `noted`: the team wrote the answer down
    itself, as it heard it.
    """

    cycle = models.ForeignKey(
        Cycle, null=True, blank=True, on_delete=models.SET_NULL, related_name="support_requests",
        verbose_name=_("cycle"),
    )  # fmt: skip
    help_kind = models.CharField(_("what kind of help"), max_length=12, choices=SupportKind.choices)
    text = models.CharField(_("what we ask for"), max_length=500)
    needed_by = models.DateField(_("by which day"), null=True, blank=True)
    asked_org = models.ForeignKey(
        Org, null=True, blank=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("who is asked")
    )
    who_could_help = models.CharField(_("who could help"), max_length=200, blank=True)
    said = models.CharField(_("answer"), max_length=6, choices=SupportAnswer.choices, blank=True)
    said_words = models.CharField(_("words of the answer"), max_length=500, blank=True)
    said_for = models.DateField(_("from which day it helps"), null=True, blank=True)
    answered_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    noted = models.BooleanField(_("written down by the team"), default=False)

    class Meta:
        verbose_name = _("request for support")
        verbose_name_plural = _("requests for support")
        ordering = ["-id"]
        indexes = [models.Index(fields=["owner_team", "ended_at"]), open_to_everyone("support_open_to_everyone")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(said="", answered_at=None)
                | (~models.Q(said="") & models.Q(answered_at__isnull=False)),
                name="an_answer_to_a_request_has_its_time",
            )
        ]

    def __str__(self) -> str:
        return self.text[:80]
