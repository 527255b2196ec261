"""Why do we think so? Predictions that are written before anybody sees the data (S4 R-23)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.measures.models import Measure
from aimwell.contexts.people.models import PartOfContent
from aimwell.contexts.theory.models import Cause, Inquiry


class BoardState(models.TextChoices):
    WRITING = "writing", _("everyone writes")
    SHARED = "shared", _("predictions side by side")
    CLOSED = "closed", _("data open")


class Board(PartOfContent):
    """One question. Its data stay covered until the round is closed."""

    ROOT: ClassVar[str] = "inquiry"
    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="boards")
    question = models.CharField(_("the question"), max_length=300)
    state = models.CharField(_("how far it is"), max_length=8, choices=BoardState.choices, default=BoardState.WRITING)
    measure = models.ForeignKey(
        Measure, null=True, blank=True, on_delete=models.SET_NULL, related_name="boards", verbose_name=_("measure")
    )

    class Meta:
        verbose_name = _("prediction board")
        verbose_name_plural = _("prediction boards")
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.question[:80]

    def get_absolute_url(self) -> str:
        return reverse("predicting:board", args=[self.pk])


class TestKind(models.TextChoices):
    CUT = "cut", _("a table by one group")
    PAIR = "pair", _("a table by two groups together")
    INTERVIEWS = "interviews", _("interviews")
    LOOK = "look", _("something we go and see")


class Blames(models.TextChoices):
    STUDENTS = "students", _("students")
    FAMILIES = "families", _("families")
    ADULTS = "adults", _("adults here")
    NOBODY = "nobody", _("nobody: how things are set up")


class Result(models.TextChoices):
    SUPPORTED = "supported", _("supported")
    NOT_SUPPORTED = "not_supported", _("not supported")
    CANNOT_TELL = "cannot_tell", _("cannot tell")


class Prediction(PartOfContent):
    """What somebody thinks, and the data that would test it. Its author is told only where they sign."""

    ROOT: ClassVar[str] = "board__inquiry"
    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="predictions", verbose_name=_("board"))
    text = models.TextField(_("what we will find"))
    test_kind = models.CharField(_("kind of data"), max_length=12, choices=TestKind.choices, default=TestKind.CUT)
    test = models.CharField(_("the data that would test it"), max_length=300)
    signed = models.BooleanField(_("signed"), default=False)
    blames = models.CharField(_("whose doing it would be"), max_length=10, choices=Blames.choices, blank=True)
    result = models.CharField(_("what the data say"), max_length=14, choices=Result.choices, blank=True)
    note = models.TextField(_("what we saw"), blank=True)
    by_cut = models.CharField(_("the table it was read from"), max_length=200, blank=True)
    became = models.ForeignKey(
        Cause, null=True, blank=True, on_delete=models.SET_NULL, related_name="predictions", verbose_name=_("cause")
    )

    class Meta:
        verbose_name = _("prediction")
        verbose_name_plural = _("predictions")
        ordering = ["id"]

    def __str__(self) -> str:
        """Without its words until the round is closed: a history line must not break the silence."""
        return self.text[:80] if self.result else str(_("prediction"))

    def get_absolute_url(self) -> str:
        return f"{reverse('predicting:board', args=[self.board_id])}#prediction-{self.pk}"


class Finding(PartOfContent):
    """What the data showed and nobody had predicted."""

    ROOT: ClassVar[str] = "board__inquiry"
    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="findings", verbose_name=_("board"))
    text = models.TextField(_("what the data show"))
    by_cut = models.CharField(_("the table it was read from"), max_length=200, blank=True)
    became = models.ForeignKey(
        Cause, null=True, blank=True, on_delete=models.SET_NULL, related_name="findings", verbose_name=_("cause")
    )

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text[:80]

    def get_absolute_url(self) -> str:
        return f"{reverse('predicting:board', args=[self.board_id])}#finding-{self.pk}"


class CountSheet(PartOfContent):
    """The data behind a board: sums by combinations of groups, never a row of one student. See `count_tables`.

    `numbers` names what is summed; `count` and `whole` are places in it, `used` those of the attributes that cut.
    """

    ROOT: ClassVar[str] = "board__inquiry"
    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="sheets", verbose_name=_("board"))
    name = models.CharField(_("where the counts come from"), max_length=200, blank=True)
    attributes = models.JSONField(_("groups"), default=list)
    numbers = models.JSONField(_("columns with numbers"), default=list)
    rows = models.JSONField(_("counts"), default=list)
    skipped = models.PositiveIntegerField(_("rows without a number"), default=0)
    left_out = models.JSONField(_("columns left out"), default=list)
    count = models.PositiveSmallIntegerField(_("what is counted"), default=0)
    whole = models.PositiveSmallIntegerField(_("out of how many"), null=True, blank=True)
    used = models.JSONField(_("groups in use"), default=list)
    lost = models.BooleanField(_("what is counted is what is missing"), default=False)
    times = models.PositiveIntegerField(_("how often one student is counted"), default=1)

    class Meta:
        verbose_name = _("table of counts")
        verbose_name_plural = _("tables of counts")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name[:80] or str(_("table of counts"))

    def get_absolute_url(self) -> str:
        return reverse("predicting:board", args=[self.board_id])
