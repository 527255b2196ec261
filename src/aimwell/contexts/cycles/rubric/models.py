"""Readings of a cycle by the rubric, and the rubric as an organisation words it. About records, never about people."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.orgs.models import Org
from aimwell.contexts.people.models import PartOfContent, User


class RubricVersion(models.Model):
    """One version of an organisation's own rubric (S1 R-46). Rows are only added; an empty one lets the one above hold.

    `words`: as `domain.pdsa.rubric.Rubric.stored` gives it.
    """

    org = models.ForeignKey(Org, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveIntegerField(_("number of the version"))
    starts_on = models.DateField(_("holds from"), default=timezone.localdate)
    words = models.JSONField(default=dict)
    reason = models.TextField(_("why it changed"), blank=True)
    client_key = models.UUIDField(null=True, blank=True, unique=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        verbose_name = _("rubric")
        verbose_name_plural = _("rubrics")
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["org", "number"], name="one_rubric_number_per_org")]

    def __str__(self) -> str:
        return gettext("Rubric, version %(number)s") % {"number": self.number}


class Side(models.TextChoices):
    TEAM = "team", _("the team itself")
    OTHER = "other", _("somebody the team asked")
    AGREED = "agreed", _("agreed by both")


class Review(PartOfContent):
    """One reading of the record of one cycle (S1 R-47, R-50).

    `points`: by code, whether it is there and a note. `done_on`: the reader has finished; the team's own is finished
    when every point has an answer. `opens_on`: from which day somebody asked may read. `shared`: the team lets those
    who see the cycle see what came out; on the team's own row.
    """

    ROOT: ClassVar[str] = "cycle"
    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="rubric_readings")
    side = models.CharField(_("whose reading"), max_length=6, choices=Side.choices)
    rubric = models.ForeignKey(
        RubricVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("rubric")
    )
    reader = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("who was asked")
    )
    opens_on = models.DateField(_("from which day"), null=True, blank=True)
    points = models.JSONField(default=dict)
    follows = models.BooleanField(_("follows from the cycle before"), null=True, blank=True)
    follows_note = models.TextField(_("about the cycle before"), blank=True)
    done_on = models.DateField(_("finished on"), null=True, blank=True)
    shared = models.BooleanField(_("open to those who see the cycle"), default=False)

    class Meta:
        verbose_name = _("reading by the rubric")
        verbose_name_plural = _("readings by the rubric")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["cycle", "side"],
                condition=models.Q(side__in=["team", "agreed"]),
                name="one_own_and_one_agreed_reading_per_cycle",
            ),
            models.UniqueConstraint(
                fields=["cycle", "reader"],
                condition=models.Q(side="other", ended_at=None),
                name="one_open_reading_per_cycle_and_reader",
            ),
            models.CheckConstraint(
                condition=models.Q(side="other") | models.Q(reader=None, opens_on=None),
                name="only_somebody_asked_has_a_name_on_a_reading",
            ),
        ]

    def __str__(self) -> str:
        return gettext("Reading of cycle %(number)s by the rubric") % {"number": self.cycle.number}

    @property
    def stored_words(self) -> dict[str, Any] | None:
        return self.rubric.words if self.rubric is not None else None
