"""What equity means here: dated, handed down, shown where decisions are made."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.orgs.models import Network, Org, Team
from aimwell.contexts.people.models import User


class EquityDefinition(models.Model):
    """One version of what equity means in one place. Rows are only added; an empty text lets the place above speak."""

    network = models.ForeignKey(Network, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    org = models.ForeignKey(Org, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveIntegerField(_("number of the version"))
    starts_on = models.DateField(_("holds from"), default=timezone.localdate)
    text = models.TextField(_("what equity means here"), blank=True)
    equality = models.TextField(_("an example of equality here"), blank=True)
    equity = models.TextField(_("an example of equity here"), blank=True)
    justice = models.TextField(_("an example of justice here"), blank=True)
    reason = models.TextField(_("why it changed"), blank=True)
    client_key = models.UUIDField(null=True, blank=True, unique=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        verbose_name = _("meaning of equity")
        verbose_name_plural = _("meanings of equity")
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(network__isnull=False, org=None, team=None)
                | models.Q(network=None, org__isnull=False, team=None)
                | models.Q(network=None, org=None, team__isnull=False),
                name="equity_is_defined_in_one_place",
            ),
            models.UniqueConstraint(fields=["network", "number"], name="one_equity_number_per_network"),
            models.UniqueConstraint(fields=["org", "number"], name="one_equity_number_per_org"),
            models.UniqueConstraint(fields=["team", "number"], name="one_equity_number_per_team"),
        ]

    def __str__(self) -> str:
        return self.text[:80] or str(_("the text from above"))

    @property
    def place(self) -> Network | Org | Team:
        found = self.network or self.org or self.team
        assert found is not None  # the database says so
        return found


class WithoutDefinition(models.Model):
    """A team that goes on without one, and why."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="+")
    reason = models.TextField(_("why we go on without one"))
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        verbose_name = _("work without a meaning of equity")
        verbose_name_plural = _("work without a meaning of equity")
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.reason[:80]


class OwnWords(models.Model):
    """What the members of a team say that a meaning of equity says, in words of their own (S4 R-3, L137).

    Nobody is stored here. `said` is mixed anew each time; `marks` are one-way and sorted, so that each person writes
    once. Texts and marks stand in one row without times or numbers, so not even their order ties them together.
    """

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="+")
    definition = models.ForeignKey(EquityDefinition, on_delete=models.CASCADE, related_name="+")
    said = models.JSONField(_("in own words"), default=list)
    marks = models.JSONField(default=list)

    class Meta:
        verbose_name = _("meaning in own words")
        verbose_name_plural = _("meanings in own words")
        ordering = ["-definition_id"]
        constraints = [
            models.UniqueConstraint(fields=["team", "definition"], name="one_set_of_own_words_per_team_and_meaning")
        ]

    def __str__(self) -> str:
        return str(_("meaning in own words"))
