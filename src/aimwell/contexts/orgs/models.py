"""Who is where: organisations as a tree, networks across it, teams in it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


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
        constraints = [models.UniqueConstraint(fields=["network", "org"], name="one_row_per_network_and_org")]


class TeamKind(models.TextChoices):
    TEAM = "team", _("team")
    DIT = "dit", _("district improvement team")
    LIT = "lit", _("local improvement team")
    GRADE = "grade", _("grade team")
    DEPARTMENT = "department", _("department")
    PLC = "plc", _("professional learning community")


class Team(models.Model):
    """The unit that owns work. A team needs no organisation (S2 R-56)."""

    kind = models.CharField(max_length=12, choices=TeamKind.choices, default=TeamKind.TEAM)
    name = models.CharField(max_length=120)
    about = models.CharField(max_length=200, blank=True)
    org = models.ForeignKey(Org, null=True, blank=True, on_delete=models.PROTECT, related_name="teams")
    synthetic = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("team")
        verbose_name_plural = _("teams")
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name
