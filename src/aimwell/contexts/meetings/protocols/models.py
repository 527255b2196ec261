"""Ways to lead a talk that a team made its own, and the talks that were led, with what was said in each step."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.meetings.models import Meeting
from aimwell.contexts.people.models import Membership, PartOfContent, TeamContent, open_to_everyone


class TeamProtocol(TeamContent):
    """A protocol in the words of a team, made from the one with the key `seed`."""

    seed = models.CharField(_("made from"), max_length=20, blank=True)
    name = models.CharField(_("name"), max_length=80)
    purpose = models.CharField(_("what it is for"), max_length=200)
    when_to_use = models.CharField(_("when to use it"), max_length=300, blank=True)
    presents = models.BooleanField(_("somebody brings something"), default=False)

    class Meta:
        verbose_name = _("protocol of a team")
        verbose_name_plural = _("protocols of a team")
        ordering = ["id"]
        indexes = [models.Index(fields=["owner_team", "ended_at"]), open_to_everyone("protocols_open_to_everyone")]

    def __str__(self) -> str:
        return self.name


class ProtocolStep(PartOfContent):
    """Each step has its own version, so that two people change two of them at once."""

    ROOT: ClassVar[str] = "protocol"
    protocol = models.ForeignKey(
        TeamProtocol, on_delete=models.CASCADE, related_name="steps", verbose_name=_("protocol")
    )
    position = models.PositiveIntegerField(default=0)
    title = models.CharField(_("what happens"), max_length=120)
    minutes = models.PositiveSmallIntegerField(_("minutes of the step"))
    prompt = models.CharField(_("what to ask"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("step of a protocol")
        verbose_name_plural = _("steps of a protocol")
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.title


def _place(label: str) -> models.ForeignKey[Membership | None, Membership | None]:
    return models.ForeignKey(
        Membership, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=label
    )


class ProtocolRun(TeamContent):
    """One talk that was led by a protocol, on its own or in a meeting. Its steps are its own: a later change of the
    protocol leaves it as it was. A role is a place in the team, so it may be somebody without a login.
    """

    seed = models.CharField(_("made from"), max_length=20, blank=True)
    protocol = models.ForeignKey(
        TeamProtocol, null=True, blank=True, on_delete=models.SET_NULL, related_name="runs", verbose_name=_("protocol")
    )
    name = models.CharField(_("name"), max_length=80)
    meeting = models.ForeignKey(
        Meeting, null=True, blank=True, on_delete=models.SET_NULL, related_name="protocol_runs",
        verbose_name=_("meeting"),
    )  # fmt: skip
    presents = models.BooleanField(_("somebody brings something"), default=False)
    presenter = _place(_("who brings something"))
    leader = _place(_("who leads"))
    timekeeper = _place(_("who keeps the time"))
    note_taker = _place(_("who takes notes"))
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)

    class Meta:
        verbose_name = _("talk by a protocol")
        verbose_name_plural = _("talks by a protocol")
        ordering = ["id"]
        indexes = [
            models.Index(fields=["owner_team", "ended_at"]),
            open_to_everyone("protocolruns_open_to_everyone"),
        ]

    def __str__(self) -> str:
        return self.name


class RunStep(PartOfContent):
    """`word`: the step of a seeded protocol, read in each reader's language; else `title` and `prompt` say it."""

    ROOT: ClassVar[str] = "run"
    run = models.ForeignKey(ProtocolRun, on_delete=models.CASCADE, related_name="steps", verbose_name=_("talk"))
    position = models.PositiveIntegerField(default=0)
    word = models.CharField(max_length=40, blank=True)
    title = models.CharField(_("what happens"), max_length=120)
    minutes = models.PositiveSmallIntegerField(_("minutes of the step"))
    prompt = models.CharField(_("what to ask"), max_length=300, blank=True)
    said = models.TextField(_("what was said"), blank=True)

    class Meta:
        verbose_name = _("step of a talk")
        verbose_name_plural = _("steps of a talk")
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.title


class RunPlace(models.Model):
    """Where a talk is. It belongs to the moment, like the clock of a huddle: history tells of what was said."""

    ROOT: ClassVar[str] = "run"
    run = models.OneToOneField(ProtocolRun, on_delete=models.CASCADE, related_name="place")
    step = models.ForeignKey(RunStep, null=True, on_delete=models.SET_NULL, related_name="+")
    began_at = models.DateTimeField()

    class Meta:
        verbose_name = _("place in a talk")
        verbose_name_plural = _("places in a talk")

    def __str__(self) -> str:
        return str(self.run)
