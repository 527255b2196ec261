"""Who is where: organisations as a tree, networks across it, teams in it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class OrgKind(models.TextChoices):
    COUNTY = "county", _("county")
    DISTRICT = "district", _("district")
    SEGMENT = "segment", _("segment")
    SCHOOL = "school", _("school")


class Org(models.Model):
    """A county, district, segment or school. `parent` is the truth; `path` is derived; a subtree shares its start."""

    kind = models.CharField(max_length=10, choices=OrgKind.choices)
    name = models.CharField(max_length=200)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    path = models.CharField(max_length=200, unique=True)

    class Meta:
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class OrgPlacement(models.Model):
    """Where an organisation hung in the tree, and when. The open row agrees with `Org.parent`."""

    org = models.ForeignKey(Org, on_delete=models.CASCADE, related_name="placements")
    parent = models.ForeignKey(Org, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    started = models.DateField()
    ended = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-started", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["org"], condition=models.Q(ended=None), name="one_open_placement_per_org")
        ]


class Network(models.Model):
    name = models.CharField(max_length=200)
    aim = models.TextField(blank=True)
    orgs = models.ManyToManyField(Org, through="NetworkOrg", related_name="networks")

    class Meta:
        verbose_name = _("network")
        verbose_name_plural = _("networks")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class NetworkOrg(models.Model):
    network = models.ForeignKey(Network, on_delete=models.CASCADE)
    org = models.ForeignKey(Org, on_delete=models.PROTECT)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["network", "org"], condition=models.Q(until=None), name="one_open_row_per_network_and_org"
            )
        ]


class TeamKind(models.TextChoices):
    TEAM = "team", _("team")
    DIT = "dit", _("district improvement team")
    LIT = "lit", _("local improvement team")
    GRADE = "grade", _("grade team")
    DEPARTMENT = "department", _("department")
    PLC = "plc", _("professional learning community")


class SmallGroupRule(models.TextChoices):
    """Which groups of students stay hidden outside the team; names as in `domain.equity.presets`."""

    USUAL = "usual", _("under 10")
    DELAWARE = "delaware", _("under 16, or a share near 0 or 100")
    REPORTING_20 = "reporting_20", _("under 20")
    LARGEST = "largest", _("under 30")


class Method(models.TextChoices):
    """How much a team writes down (S4 R-60)."""

    STRUCTURED = "structured", pgettext_lazy("method", "structured")
    LIGHT = "light", pgettext_lazy("method", "light")


class Team(models.Model):
    """The unit that owns work. A team needs no organisation (S2 R-56).

    `words`, `method` and `steps` are derived: what holds here of the choices in the organisations above, or of the
    team's own where it belongs to none. `orgs.wording.renew` keeps them.
    """

    kind = models.CharField(max_length=12, choices=TeamKind.choices, default=TeamKind.TEAM)
    name = models.CharField(max_length=120)
    about = models.CharField(max_length=200, blank=True)
    org = models.ForeignKey(Org, null=True, blank=True, on_delete=models.PROTECT, related_name="teams")
    synthetic = models.BooleanField(default=False)
    small_groups = models.CharField(
        _("small groups that stay hidden"),
        max_length=20,
        choices=SmallGroupRule.choices,
        default=SmallGroupRule.USUAL,
    )
    words = models.JSONField(default=dict, editable=False)
    method = models.CharField(
        _("method"), max_length=10, choices=Method.choices, default=Method.STRUCTURED, editable=False
    )
    steps = models.JSONField(default=dict, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("team")
        verbose_name_plural = _("teams")
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name


class Taking(models.TextChoices):
    INVITED = "invited", _("invited")
    ACTIVE = "active", _("active")
    PAUSED = "paused", _("paused")
    LEFT = "left", _("left")


class Participation(models.Model):
    """Whether a team takes part just now; a team without a row is active. Pausing is normal and carries no penalty."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="participations")
    state = models.CharField(max_length=8, choices=Taking.choices)
    started = models.DateField()
    ended = models.DateField(null=True, blank=True)
    expected_return = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-started", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["team"], condition=models.Q(ended=None), name="one_open_participation_per_team"
            )
        ]


class Chosen(models.Model):
    """A choice of an organisation for itself and all below it, or of a team that belongs to none; dated, never lost."""

    org = models.ForeignKey(Org, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    started = models.DateTimeField()
    ended = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True


class LocalWord(Chosen):
    """What a key term is called here. `forms`: by language, for one, for many and, in Spanish, the gender.

    Three keys speak of cycles as a whole: "stages" as `domain.pdsa.stages.LocalCycle.stored` gives it, "decisions" as
    `domain.pdsa.offered.hide` does, and "rounds" as `domain.pdsa.rounds.usual_to_keep`.
    """

    key = models.CharField(max_length=20)
    forms = models.JSONField()

    class Meta:
        ordering = ["-started", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(org=None) ^ models.Q(team=None), name="a_word_of_an_org_or_of_a_team"
            ),
            models.UniqueConstraint(
                fields=["org", "key"], condition=models.Q(ended=None), name="one_open_word_per_org_and_key"
            ),
            models.UniqueConstraint(
                fields=["team", "key"], condition=models.Q(ended=None), name="one_open_word_per_team_and_key"
            ),
        ]


class MethodChoice(Chosen):
    method = models.CharField(max_length=10, choices=Method.choices)

    class Meta:
        ordering = ["-started", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(org=None) ^ models.Q(team=None), name="a_method_of_an_org_or_of_a_team"
            ),
            models.UniqueConstraint(fields=["org"], condition=models.Q(ended=None), name="one_open_method_per_org"),
            models.UniqueConstraint(fields=["team"], condition=models.Q(ended=None), name="one_open_method_per_team"),
        ]


class PathChoice(Chosen):
    """Which steps lead through an effort here (S1 R-9). `steps`: as `domain.theory.path.Path.stored` gives them."""

    steps = models.JSONField()

    class Meta:
        ordering = ["-started", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(org=None) ^ models.Q(team=None), name="a_path_of_an_org_or_of_a_team"
            ),
            models.UniqueConstraint(fields=["org"], condition=models.Q(ended=None), name="one_open_path_per_org"),
            models.UniqueConstraint(fields=["team"], condition=models.Q(ended=None), name="one_open_path_per_team"),
        ]


class SpanKind(models.TextChoices):
    NO_SCHOOL = "no_school", pgettext_lazy("calendar", "no school")
    TESTING = "testing", pgettext_lazy("calendar", "testing")
    LOW = "low", pgettext_lazy("calendar", "little room")
    HIGH = "high", pgettext_lazy("calendar", "more room")
    DISRUPTION = "disruption", pgettext_lazy("calendar", "school does not run as planned")


class CalendarSpan(models.Model):
    """Days that are unlike others, both ends included: of an organisation and all below it, or of one team.

    A row that ended was taken back; it stays for the record.
    """

    org = models.ForeignKey(Org, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(_("kind of days"), max_length=10, choices=SpanKind.choices)
    name = models.CharField(_("what they are called"), max_length=120, blank=True)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    ended_at = models.DateTimeField(null=True, blank=True)
    client_key = models.UUIDField(null=True, blank=True, unique=True, editable=False)

    class Meta:
        verbose_name = _("days in the calendar")
        verbose_name_plural = _("days in the calendar")
        ordering = ["starts_on", "id"]
        indexes = [models.Index(fields=["team", "ends_on"]), models.Index(fields=["org", "ends_on"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(org=None) ^ models.Q(team=None), name="a_span_of_an_org_or_of_a_team"
            ),
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="a_span_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.get_kind_display()
