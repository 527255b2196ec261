"""Who works where, as lists of staff say it; each list looked at first, all or nothing, and reversible."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from aimwell.contexts.orgs.models import Org
from aimwell.contexts.people.models import Dated, User


class RosterBook(models.Model):
    """The staff list of one organisation and all below it. `version` counts what went in and what was taken back."""

    org = models.OneToOneField(Org, on_delete=models.CASCADE, related_name="roster_book")
    keeps_students = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.org)


class RosterState(models.TextChoices):
    READING = "reading", _("being read")
    READY = "ready", _("ready to look at")
    REFUSED = "refused", _("could not be read")
    APPLYING = "applying", _("going in")
    APPLIED = "applied", _("in")
    UNDONE = "undone", _("taken back")
    DISCARDED = "discarded", _("let go")


class RosterImport(models.Model):
    """One list on its way in. `base_version` and `base_tree` say what it was compared with.

    `report` holds counts by kind and action, rows by what became of them, and files that were not read; `refusal` the
    code and the facts of a list that could not be read.
    """

    book = models.ForeignKey(RosterBook, on_delete=models.CASCADE, related_name="imports")
    started_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    file_name = models.CharField(max_length=200)
    stored_as = models.CharField(max_length=200, blank=True)
    whole = models.BooleanField(default=False)
    state = models.CharField(max_length=9, choices=RosterState.choices, default=RosterState.READING)
    form = models.CharField(max_length=20, blank=True)
    report = models.JSONField(default=dict)
    refusal = models.JSONField(default=dict)
    base_version = models.PositiveIntegerField(default=0)
    base_tree = models.CharField(max_length=60, blank=True)
    reason = models.TextField(blank=True)
    job_id = models.BigIntegerField(null=True)
    client_key = models.UUIDField(null=True, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    applied_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.file_name


class RowKind(models.TextChoices):
    ORG = "org", _("organization")
    PERSON = "person", _("person")
    GROUP = "group", _("class")
    STUDENT = "student", _("student")


class RowAction(models.TextChoices):
    NEW = "new", _("new")
    LINKED = "linked", _("found by name")
    CHANGED = "changed", _("changed")
    ENDED = "ended", _("ended")
    UNCHANGED = "unchanged", _("as before")


class StagedRow(models.Model):
    """One change that a list would make, as compared. `target` is the primary key of what is there already.

    `before` and `after` are JSON; places name organisations by primary key, or "new:" and the key of the file.
    """

    roster_import = models.ForeignKey(RosterImport, on_delete=models.CASCADE, related_name="rows")
    kind = models.CharField(max_length=7, choices=RowKind.choices)
    action = models.CharField(max_length=9, choices=RowAction.choices)
    key = models.CharField(max_length=255)
    label = models.CharField(max_length=200, blank=True)
    target = models.BigIntegerField(null=True)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["roster_import", "kind", "action"])]


class StagedProblem(models.Model):
    """One row that was left out, or a note on one that was taken (`aside` False). Nothing in it is about a student."""

    roster_import = models.ForeignKey(RosterImport, on_delete=models.CASCADE, related_name="problems")
    file = models.CharField(max_length=20)
    row = models.PositiveIntegerField()
    column = models.CharField(max_length=40, blank=True)
    code = models.CharField(max_length=30)
    value = models.CharField(max_length=80, blank=True)
    aside = models.BooleanField(default=True)

    class Meta:
        ordering = ["id"]


class RosterOrg(models.Model):
    """What lists call an organisation. `created`: it was made by `made_by`, not found."""

    book = models.ForeignKey(RosterBook, on_delete=models.CASCADE, related_name="orgs")
    key = models.CharField(max_length=255)
    org = models.ForeignKey(Org, on_delete=models.CASCADE, related_name="roster_names")
    created = models.BooleanField(default=False)
    made_by = models.ForeignKey(RosterImport, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["book", "key"], name="one_org_per_book_and_key")]


class StaffPerson(models.Model):
    """Somebody on a staff list. Without an open place they have left. It is no account and opens nothing."""

    book = models.ForeignKey(RosterBook, on_delete=models.CASCADE, related_name="people")
    key = models.CharField(max_length=255, blank=True)
    email = models.CharField(max_length=254, blank=True)
    name = models.CharField(max_length=120)
    made_by = models.ForeignKey(RosterImport, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["name", "id"]
        indexes = [models.Index(fields=["email"])]
        constraints = [
            models.UniqueConstraint(
                fields=["book", "key"], condition=models.Q(key__gt=""), name="one_person_per_book_and_key"
            )
        ]

    def __str__(self) -> str:
        return self.name


class StaffRole(models.TextChoices):
    """Names as in `domain.rosters.STAFF_ROLES`."""

    TEACHER = "teacher", _("teacher")
    AIDE = "aide", _("aide")
    ADMINISTRATOR = "administrator", _("administrator")
    PRINCIPAL = "principal", _("principal")
    COUNSELOR = "counselor", _("counselor")
    PROCTOR = "proctor", _("proctor")
    STAFF = "staff", _("staff")


class StaffPlace(Dated):
    """Where somebody works and as what. `key` is the name of the place in the list, where it has one."""

    person = models.ForeignKey(StaffPerson, on_delete=models.CASCADE, related_name="places")
    org = models.ForeignKey(Org, on_delete=models.PROTECT, related_name="staff_places")
    role = models.CharField(max_length=13, choices=StaffRole.choices)
    key = models.CharField(max_length=255, blank=True)
    made_by = models.ForeignKey(RosterImport, on_delete=models.PROTECT, related_name="+")
    ended_by = models.ForeignKey(RosterImport, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["org", "role", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "org", "role", "key"], condition=models.Q(ended=None), name="one_open_staff_place"
            ),
            models.CheckConstraint(
                condition=models.Q(ended=None, ended_by=None) | models.Q(ended__isnull=False),
                name="staff_place_ended_by_needs_ended",
            ),
        ]


class StudentGroup(models.Model):
    """A class whose students a measure may count together. Only where an organisation keeps students."""

    book = models.ForeignKey(RosterBook, on_delete=models.CASCADE, related_name="groups")
    key = models.CharField(max_length=255)
    title = models.CharField(max_length=200)
    org = models.ForeignKey(Org, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["book", "key"], name="one_group_per_book_and_key")]


class StudentSeat(models.Model):
    """All that is kept of a student, where an organisation keeps students: no name, no readable id.

    `digest` is a keyed hash of the id in the list; `groups` holds keys of groups. Who leaves is deleted.
    """

    book = models.ForeignKey(RosterBook, on_delete=models.CASCADE, related_name="seats")
    digest = models.CharField(max_length=64)
    org = models.ForeignKey(Org, null=True, on_delete=models.PROTECT, related_name="+")
    grade = models.CharField(max_length=20, blank=True)
    groups = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["book", "digest"], name="one_seat_per_book_and_digest")]
