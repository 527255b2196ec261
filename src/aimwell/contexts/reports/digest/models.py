"""What is new, by e-mail, when its reader wants it: what a person chose, and which letters went out."""

from __future__ import annotations

import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from aimwell.contexts.people.models import User
from aimwell.domain.rhythm.digest import FRIDAY, Pace, QuietHours, Rule

MORNING, EVENING = datetime.time(7), datetime.time(18)
LONGEST_ADDRESS = 200


class PaceChoice(models.TextChoices):
    NEVER = Pace.NEVER.value, pgettext_lazy("digest", "never")
    WEEKLY = Pace.WEEKLY.value, pgettext_lazy("digest", "once a week")
    DAILY = Pace.DAILY.value, pgettext_lazy("digest", "on working days")


class DigestChoice(models.Model):
    """One person's choice; whoever has no row gets nothing. `next_at`: when to look whether there is something to say.

    `address`: the site's own, as the person saw it when choosing; a letter is made where nobody asks for a page.
    """

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="+")
    pace = models.CharField(_("how often"), max_length=6, choices=PaceChoice.choices, default=PaceChoice.NEVER)
    weekday = models.PositiveSmallIntegerField(_("day of the week"), default=0)
    at = models.TimeField(_("time of day"), default=MORNING)
    quiet_from = models.TimeField(_("quiet from"), default=EVENING)
    quiet_to = models.TimeField(_("quiet until"), default=MORNING)
    language = models.CharField(_("language"), max_length=10, default="en")
    address = models.CharField(max_length=LONGEST_ADDRESS)
    next_at = models.DateTimeField(null=True, blank=True, db_index=True)

    class Meta:
        verbose_name = _("choice about the digest")
        verbose_name_plural = _("choices about the digest")
        constraints = [
            models.CheckConstraint(condition=models.Q(weekday__lte=FRIDAY), name="a_digest_comes_on_a_working_day"),
            models.CheckConstraint(
                condition=models.Q(pace=PaceChoice.NEVER, next_at=None)
                | (~models.Q(pace=PaceChoice.NEVER) & models.Q(next_at__isnull=False)),
                name="a_digest_has_a_next_moment_exactly_when_wanted",
            ),
        ]

    def __str__(self) -> str:
        return self.get_pace_display()

    @property
    def rule(self) -> Rule:
        return Rule(Pace(self.pace), self.weekday, self.at, QuietHours(self.quiet_from, self.quiet_to))


class DigestSent(models.Model):
    """One letter that went to one person. The row stands before the letter goes, so that it never goes twice."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    for_day = models.DateField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("digest that was sent")
        verbose_name_plural = _("digests that were sent")
        ordering = ["-for_day", "-id"]
        constraints = [models.UniqueConstraint(fields=["user", "for_day"], name="one_digest_per_person_and_day")]

    def __str__(self) -> str:
        return self.for_day.isoformat()
