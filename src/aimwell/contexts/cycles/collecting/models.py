"""Planned counts against received ones, what was really done in each room, shared reading of student work, photos.

All of it is for the team's own eyes; of photos more may be seen where notes are.
"""

from __future__ import annotations

import datetime
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from aimwell.contexts.cycles.models import Cycle, Entry
from aimwell.contexts.people.models import PartOfContent

BETWEEN = ", "


class CountPlan(PartOfContent):
    """Who counts on which days: a room, or the code of a teacher, also of one without a login (S1 R-29).

    `days` is text, so that two people who change it meet on the merge page.
    """

    ROOT: ClassVar[str] = "cycle"
    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="count_plans")
    who = models.CharField(_("room or person who counts"), max_length=80)
    days = models.TextField(_("planned days"))

    class Meta:
        verbose_name = _("plan of counts")
        verbose_name_plural = _("plans of counts")
        ordering = ["who", "id"]

    def __str__(self) -> str:
        return self.who

    @property
    def dates(self) -> tuple[datetime.date, ...]:
        return tuple(datetime.date.fromisoformat(day) for day in self.days.split(BETWEEN) if day)


class How(models.TextChoices):
    """What really happened (S1 R-42). None is better than another, and no share of them is ever told (S0 R-16)."""

    PLANNED = "planned", pgettext_lazy("room", "tried as planned")
    ADAPTED = "adapted", pgettext_lazy("room", "adapted")
    NOT_YET = "not_yet", pgettext_lazy("room", "not yet")


class RoomTry(PartOfContent):
    """What really happened in one room (S1 L1004). Never leaves the team."""

    ROOT: ClassVar[str] = "cycle"
    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="room_tries")
    who = models.CharField(_("room or person"), max_length=80)
    how = models.CharField(_("what happened there"), max_length=7, choices=How.choices)
    different = models.TextField(_("what was different"), blank=True)
    why = models.TextField(_("why"), blank=True)

    class Meta:
        verbose_name = _("what happened in a room")
        verbose_name_plural = _("what happened in rooms")
        ordering = ["who", "id"]

    def __str__(self) -> str:
        return self.who


class SharedReading(PartOfContent):
    """The same student work, read by two people apart and then talked over (S1 R-43).

    `codes`: one on each line; the first is the one that is counted. `agreed`: by piece, the code after a talk. Until it
    is open, each of the two sees their own codes only. `entry` is the count that came of it.
    """

    ROOT: ClassVar[str] = "cycle"
    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="shared_readings")
    what = models.CharField(_("what you read"), max_length=200)
    place = models.CharField(_("room"), max_length=80, blank=True)
    pieces = models.PositiveSmallIntegerField(_("how many pieces"))
    codes = models.TextField(_("codes, one on each line"))
    agreed = models.JSONField(default=dict, editable=False)
    opened_at = models.DateTimeField(null=True, blank=True)
    entry = models.ForeignKey(
        Entry, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("the count of it")
    )

    class Meta:
        verbose_name = _("shared reading")
        verbose_name_plural = _("shared readings")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.what[:80]

    @property
    def code_names(self) -> list[str]:
        return self.codes.splitlines()


class OwnReading(PartOfContent):
    """One person's own reading; `created_by` is that person."""

    ROOT: ClassVar[str] = "reading__cycle"
    reading = models.ForeignKey(SharedReading, on_delete=models.CASCADE, related_name="own_readings")
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("own reading")
        verbose_name_plural = _("own readings")
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["reading", "created_by"], name="one_own_reading_per_person")]

    def __str__(self) -> str:
        return str(self.reading)


class Code(models.Model):
    """What one person judged one piece as.

    It stands outside the team's history, which would tell the second person what the first one said.
    """

    own = models.ForeignKey(OwnReading, on_delete=models.CASCADE, related_name="given")
    piece = models.PositiveSmallIntegerField()
    code = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["piece"]
        constraints = [models.UniqueConstraint(fields=["own", "piece"], name="one_code_per_piece_and_person")]

    def __str__(self) -> str:
        return f"{self.piece}: {self.code}"


class Photo(PartOfContent):
    """A picture beside a line of Do (S1 R-28): made anew without place and camera, at most 1600 pixels wide or high."""

    ROOT: ClassVar[str] = "entry__cycle"
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="photos", verbose_name=_("line of Do"))
    alt = models.CharField(_("what it shows, in words"), max_length=300)
    stored_as = models.CharField(max_length=200, editable=False)
    width = models.PositiveIntegerField(_("width"), editable=False)
    height = models.PositiveIntegerField(_("height"), editable=False)

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.alt[:80]
