"""When a team meets, what it talks about, what it decides, and who was there."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.people.models import PartOfContent, TeamContent, User, open_to_everyone


class MeetingKind(models.TextChoices):
    HUDDLE = "huddle", pgettext_lazy("meeting", "huddle")
    PDSA = "pdsa", pgettext_lazy("meeting", "PDSA meeting")
    OTHER = "other", pgettext_lazy("meeting", "another meeting")


class Pattern(models.TextChoices):
    """Which kind comes when: every other time, or always the same (S1 L930)."""

    ALTERNATE = "alternate", pgettext_lazy("meeting", "huddle and PDSA meeting in turn")
    HUDDLES = "huddles", pgettext_lazy("meeting", "huddles only")
    PDSA = "pdsa", pgettext_lazy("meeting", "PDSA meetings only")


class TimeSource(models.TextChoices):
    """Whose time it is (S3 L278)."""

    CONTRACT = "contract", pgettext_lazy("time", "within the contract day")
    PLC = "plc", pgettext_lazy("time", "time of another meeting, used anew")
    PAID = "paid", pgettext_lazy("time", "paid time after school")
    RELEASE = "release", pgettext_lazy("time", "release time")


class Rhythm(TeamContent):
    """When the team meets, from `starts_on` to `ends_on`; the meetings themselves are rows of their own."""

    pattern = models.CharField(_("pattern"), max_length=9, choices=Pattern.choices, default=Pattern.ALTERNATE)
    weekday = models.PositiveSmallIntegerField(_("day of the week"))
    every = models.PositiveSmallIntegerField(_("every how many weeks"), default=1)
    at = models.TimeField(_("time of day"), null=True, blank=True)
    huddle_minutes = models.PositiveSmallIntegerField(_("minutes of a huddle"), default=15)
    pdsa_minutes = models.PositiveSmallIntegerField(_("minutes of a PDSA meeting"), default=45)
    place = models.CharField(_("place"), max_length=120, blank=True)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    time_source = models.CharField(_("whose time it is"), max_length=8, choices=TimeSource.choices, blank=True)
    funding = models.CharField(_("who pays"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("rhythm of meetings")
        verbose_name_plural = _("rhythms of meetings")
        ordering = ["id"]
        indexes = [models.Index(fields=["owner_team", "ended_at"]), open_to_everyone("rhythm_open_to_everyone")]

    def __str__(self) -> str:
        return self.get_pattern_display()


class Held(models.TextChoices):
    PLANNED = "planned", pgettext_lazy("meeting", "planned")
    HELD = "held", pgettext_lazy("meeting", "held")
    SHORTENED = "shortened", pgettext_lazy("meeting", "shortened")
    INTERRUPTED = "interrupted", pgettext_lazy("meeting", "interrupted")
    CANCELLED = "cancelled", pgettext_lazy("meeting", "cancelled")


class WhyNot(models.TextChoices):
    """Why a meeting was cancelled, shortened or interrupted, in coarse words (S3 L367)."""

    EMERGENCY = "emergency", pgettext_lazy("meeting", "emergency")
    ABSENCE = "absence", pgettext_lazy("meeting", "somebody was away")
    EVENT = "event", pgettext_lazy("meeting", "school event")
    HOLIDAY = "holiday", pgettext_lazy("meeting", "holiday")
    LEADERSHIP = "leadership", pgettext_lazy("meeting", "change of leaders")
    PRIORITY = "priority", pgettext_lazy("meeting", "something else came first")
    OTHER = "other", pgettext_lazy("meeting", "another reason")


class Meeting(TeamContent):
    """One meeting. `started_at` and `closed_at` are set while it runs; `cycle` is the cycle its notes go to."""

    rhythm = models.ForeignKey(Rhythm, null=True, blank=True, on_delete=models.SET_NULL, related_name="meetings")
    kind = models.CharField(_("kind of meeting"), max_length=6, choices=MeetingKind.choices)
    name = models.CharField(_("name"), max_length=120, blank=True)
    on = models.DateField(_("day"))
    at = models.TimeField(_("time of day"), null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(_("minutes"))
    place = models.CharField(_("place"), max_length=120, blank=True)
    time_source = models.CharField(_("whose time it is"), max_length=8, choices=TimeSource.choices, blank=True)
    cycle = models.ForeignKey(Cycle, null=True, blank=True, on_delete=models.SET_NULL, related_name="meetings")
    facilitator = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("facilitator")
    )
    scribe = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("scribe")
    )
    status = models.CharField(max_length=11, choices=Held.choices, default=Held.PLANNED)
    why = models.CharField(_("reason"), max_length=10, choices=WhyNot.choices, blank=True)
    why_words = models.CharField(_("more about the reason"), max_length=300, blank=True)
    notes = models.TextField(_("notes"), blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering = ["on", "at", "id"]
        indexes = [
            models.Index(fields=["owner_team", "ended_at", "on"]),
            open_to_everyone("meetings_open_to_everyone"),
        ]

    def __str__(self) -> str:
        return f"{self.name or self.get_kind_display()}, {self.on.isoformat()}"


class Purpose(models.TextChoices):
    """What an item is for (S3 R-38); the first four are the parts of a huddle (S1 L930)."""

    SURPRISE = "surprise", pgettext_lazy("agenda", "what surprised us")
    DECIDE = "decide", pgettext_lazy("agenda", "keep, change or drop")
    NEXT_TEST = "next_test", pgettext_lazy("agenda", "smallest next test")
    WHO_DOES = "who_does", pgettext_lazy("agenda", "who does what")
    LAST_TIME = "last_time", pgettext_lazy("agenda", "what we said last time")
    DATA = "data", pgettext_lazy("agenda", "look at data")
    QUESTION = "question", pgettext_lazy("agenda", "a parked question")
    OTHER = "other", pgettext_lazy("agenda", "something else")


class AgendaItem(PartOfContent):
    """One thing to talk about. `not_reached` ones go over to the next meeting, which keeps where they came from."""

    ROOT: ClassVar[str] = "meeting"
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveIntegerField(default=0)
    purpose = models.CharField(_("purpose"), max_length=9, choices=Purpose.choices, default=Purpose.OTHER)
    title = models.CharField(_("what it is about"), max_length=200)
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=5)
    owner = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("who leads it")
    )
    topic = models.CharField(_("topic"), max_length=40, blank=True)
    cycle = models.ForeignKey(Cycle, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    came_from = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    not_reached = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("agenda item")
        verbose_name_plural = _("agenda items")
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.title[:80]


class Decision(PartOfContent):
    """What the team decided: who does it, by when. One that is open comes up again, with its first date."""

    ROOT: ClassVar[str] = "meeting"
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="decisions")
    item = models.ForeignKey(AgendaItem, null=True, blank=True, on_delete=models.SET_NULL, related_name="decisions")
    cycle = models.ForeignKey(Cycle, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    text = models.CharField(_("what we decided"), max_length=300)
    owner = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("who does it")
    )
    owner_name = models.CharField(_("or somebody without an account"), max_length=120, blank=True)
    due_on = models.DateField(_("by when"), null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    let_go = models.CharField(_("why we let it go"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("decision of a meeting")
        verbose_name_plural = _("decisions of meetings")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text[:80]


class Attendance(PartOfContent):
    """Whether somebody was there. For the team itself: who was away is nobody's business above it."""

    ROOT: ClassVar[str] = "meeting"
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendances")
    person = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    name = models.CharField(_("somebody without an account"), max_length=120, blank=True)
    present = models.BooleanField(_("was there"), default=True)

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"],
                condition=models.Q(person__isnull=False, ended_at=None),
                name="one_attendance_per_person_and_meeting",
            )
        ]

    def __str__(self) -> str:
        return self.name or str(self.person or "")


class CalendarLink(models.Model):
    """The secret address at which one person's calendar reads the times of their meetings. Only a digest is kept.

    `language`: that of the person when the address was made; a calendar program asks in none.
    """

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    language = models.CharField(max_length=10, default="en")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("calendar address")
        verbose_name_plural = _("calendar addresses")
