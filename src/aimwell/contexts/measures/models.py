"""What a team counts, and the counts. A measure knows nothing of the theory; theory, cycles and plans point at it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from django.db import models
from django.utils.functional import lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.people.models import PartOfContent, TeamContent, open_to_everyone
from aimwell.domain.words.spc import TABLE as SPC

_in_words: Callable[[str], Any] = lazy(lambda key: SPC.say(key, get_language() or "en"), str)
"""The name of a chart or a rule set, in the reader's language."""


class MeasureKind(models.TextChoices):
    OUTCOME = "outcome", _("outcome")
    DRIVER = "driver", _("driver")
    PROCESS = "process", _("process")
    BALANCING = "balancing", _("balancing")
    STUDENT_EXPERIENCE = "student_experience", _("student experience")
    ADULT_PRACTICE = "adult_practice", _("adult practice")


class Direction(models.TextChoices):
    UP = "up", _("up is good")
    DOWN = "down", _("down is good")
    NEITHER = "neither", _("neither way")


class Unit(models.TextChoices):
    PERCENT = "percent", _("per cent")
    COUNT = "count", _("a count")
    NUMBER = "number", _("a number with a unit")


class Period(models.TextChoices):
    DAY = "day", _("by day")
    WEEK = "week", _("by week")
    MONTH = "month", _("by month")


class Chart(models.TextChoices):
    """Names as in `domain.spc.kinds`."""

    RUN = "run", _in_words("chart.run")
    I = "i", _in_words("chart.i")  # noqa: E741
    IP = "ip", _in_words("chart.ip")
    MR = "mr", _in_words("chart.mr")
    XBAR = "xbar", _in_words("chart.xbar")
    S = "s", _in_words("chart.s")
    P = "p", _in_words("chart.p")
    PP = "pp", _in_words("chart.pp")
    C = "c", _in_words("chart.c")
    U = "u", _in_words("chart.u")
    UP = "up", _in_words("chart.up")
    G = "g", _in_words("chart.g")
    T = "t", _in_words("chart.t")


class Rules(models.TextChoices):
    """Names as in `domain.spc.rulesets`."""

    ANHOEJ = "anhoej", _in_words("rules.anhoej")
    IMPROVEMENT = "improvement", _in_words("rules.improvement")
    WESTERN_ELECTRIC = "western_electric", _in_words("rules.western_electric")
    NELSON = "nelson", _in_words("rules.nelson")
    MAKING_DATA_COUNT = "making_data_count", _in_words("rules.making_data_count")


class LineFrom(models.TextChoices):
    OWN = "own", _("its own numbers")
    LAST_YEAR = "last_year", _("the same time last year")
    GIVEN = "given", _("set by hand")


class Measure(TeamContent):
    """What a team counts. How its chart is made (`CHART_SETTINGS`, `baseline_until`) belongs to it, so that every view
    agrees; `baseline_until` is the last day of the baseline of the first phase.

    `per_session`: counts of weeks and months stand over their school days. `line_from`: where the line in the middle
    comes from; `line_value` and `line_source` belong to one that is set by hand, on the scale that the chart shows.
    """

    CHART_SETTINGS: ClassVar = ("chart", "rules", "per_session", "line_from", "line_value", "line_source")

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=MeasureKind.choices, default=MeasureKind.PROCESS)
    definition = models.TextField(blank=True)
    direction = models.CharField(max_length=8, choices=Direction.choices, default=Direction.UP)
    unit = models.CharField(max_length=8, choices=Unit.choices, default=Unit.PERCENT)
    unit_name = models.CharField(max_length=40, blank=True)
    period = models.CharField(max_length=6, choices=Period.choices, default=Period.WEEK)
    collector = models.CharField(max_length=120, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    target = models.FloatField(null=True, blank=True)
    target_by = models.DateField(null=True, blank=True)
    chart = models.CharField(_("chart"), max_length=5, choices=Chart.choices, default=Chart.RUN)
    rules = models.CharField(_("rules"), max_length=20, choices=Rules.choices, default=Rules.ANHOEJ)
    baseline_until = models.DateField(_("last day of the baseline"), null=True, blank=True)
    per_session = models.BooleanField(_("per school day"), default=False)
    line_from = models.CharField(_("middle line from"), max_length=9, choices=LineFrom.choices, default=LineFrom.OWN)
    line_value = models.FloatField(_("middle line set by hand"), null=True, blank=True)
    line_source = models.CharField(_("source of the middle line"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("measure")
        verbose_name_plural = _("measures")
        ordering = ["name", "id"]
        indexes = [models.Index(fields=["owner_team", "ended_at"]), open_to_everyone("measures_open_to_everyone")]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(line_from="given") | models.Q(line_value__isnull=False, line_source__gt=""),
                name="a_line_set_by_hand_has_a_value_and_a_source",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Series(PartOfContent):
    """One line of a measure: a room, a school, a group. A measure with one line has one series with an empty name."""

    ROOT: ClassVar[str] = "measure"
    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="series")
    name = models.CharField(max_length=120, blank=True)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("line")
        verbose_name_plural = _("lines")
        ordering = ["position", "name", "id"]
        constraints = [models.UniqueConstraint(fields=["measure", "name"], name="one_series_per_measure_and_name")]

    def __str__(self) -> str:
        return self.name or self.measure.name


class ImportState(models.TextChoices):
    READING = "reading", _("being read")
    READY = "ready", _("ready to look at")
    REFUSED = "refused", _("could not be read")
    APPLYING = "applying", _("going in")
    APPLIED = "applied", _("in")
    UNDONE = "undone", _("taken back")


class DataImport(TeamContent):
    """A file or a paste on its way in: looked at first, all or nothing, and reversible."""

    ROOT: ClassVar[str] = ""
    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="imports")
    file_name = models.CharField(max_length=200, blank=True)
    stored_as = models.CharField(max_length=200)
    state = models.CharField(max_length=8, choices=ImportState.choices, default=ImportState.READING)
    mapping = models.JSONField(default=dict)
    preview = models.JSONField(default=dict)
    applied_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("numbers from a file")
        verbose_name_plural = _("numbers from files")
        ordering = ["-id"]
        indexes = [open_to_everyone("imports_open_to_everyone")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(undone_at=None) | models.Q(applied_at__isnull=False),
                name="undone_only_after_applied",
            )
        ]

    def __str__(self) -> str:
        return self.file_name or str(_("pasted numbers"))


class Missing(models.TextChoices):
    NOT_MISSING = "", _("not missing")
    NOT_SUBMITTED = "not_submitted", _("not sent in")
    NOT_COLLECTED = "not_collected", _("not collected")
    NO_SCHOOL = "no_school", _("no school")


class Observation(models.Model):
    """One value of one series on one date. `value` is numerator / denominator * 100 for a share, exact and unrounded.

    Replaced and taken-back rows stay, with `ended_at`; only one row per series and date is in force.
    """

    ROOT: ClassVar[str] = "series__measure"
    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="observations")
    observed_on = models.DateField()
    value = models.FloatField(null=True)
    numerator = models.FloatField(null=True)
    denominator = models.FloatField(null=True)
    missing = models.CharField(max_length=14, choices=Missing.choices, default=Missing.NOT_MISSING, blank=True)
    note = models.CharField(max_length=200, blank=True)
    data_import = models.ForeignKey(DataImport, null=True, on_delete=models.SET_NULL, related_name="observations")
    replaced_by = models.ForeignKey(DataImport, null=True, on_delete=models.SET_NULL, related_name="replaced")
    replaces = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="+", db_index=False)
    client_key = models.UUIDField(null=True, blank=True, unique=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("count")
        verbose_name_plural = _("counts")
        ordering = ["observed_on", "id"]
        indexes = [
            models.Index(
                fields=["replaces"], condition=models.Q(replaces__isnull=False), name="values_that_replace_another"
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "observed_on"],
                condition=models.Q(ended_at=None),
                name="one_value_per_series_and_date",
            ),
            models.CheckConstraint(
                condition=models.Q(value=None, missing__gt="") | models.Q(value__isnull=False, missing=""),
                name="a_value_or_a_reason_for_none",
            ),
            models.CheckConstraint(
                condition=models.Q(denominator=None) | models.Q(denominator__gt=0, numerator__isnull=False),
                name="a_denominator_is_positive_and_has_a_numerator",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series} {self.observed_on}"


class AnnotationKind(models.TextChoices):
    CYCLE = "cycle", _("cycle")
    EVENT = "event", _("event")
    PHASE = "phase", _("new phase")
    BREAK = "break", _("no school")
    LEFT_OUT = "left_out", _("left out")
    NO_PHASE = "no_phase", _("no new phase")


class Annotation(PartOfContent):
    """Something on a chart's time line: a cycle, an event, a break, or a phase with its human reason.

    A phase may have `evidence` (why the team believes its reason) and `baseline_until`, the last day of its baseline.
    `left_out`: values of these days stay on the chart, but out of line, limits and rules. `no_phase`: the team looked
    at a proposed phase that begins here, and made none.
    """

    ROOT: ClassVar[str] = "measure"
    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="annotations")
    kind = models.CharField(max_length=8, choices=AnnotationKind.choices)
    label = models.CharField(max_length=120)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    source_id = models.BigIntegerField(null=True, blank=True)
    evidence = models.TextField(_("how we know"), blank=True)
    baseline_until = models.DateField(_("last day of the baseline"), null=True, blank=True)

    class Meta:
        verbose_name = _("mark on the chart")
        verbose_name_plural = _("marks on the chart")
        ordering = ["starts_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on=None) | models.Q(ends_on__gte=models.F("starts_on")),
                name="annotation_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return self.label
