"""Old forms on their way in, and which cycle came of which form (S1 L1144, R-88)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.people.models import PartOfContent, TeamContent, open_to_everyone
from aimwell.contexts.theory.models import Inquiry


class FormState(models.TextChoices):
    LOOKED = "looked", pgettext_lazy("old forms", "to look at")
    IN = "in", pgettext_lazy("old forms", "brought in")
    BACK = "back", pgettext_lazy("old forms", "taken back")


class FormImport(TeamContent):
    """Files of one sitting: looked at first, all or nothing, and reversible.

    `forms` holds the text of each form and what was chosen for it; the files themselves are not kept. `unread` names
    the files that could not be read, with the reason. Without an inquiry its cycles have no aim yet.
    """

    inquiry = models.ForeignKey(
        Inquiry, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("effort")
    )
    file_names = models.JSONField(_("files"), default=list)
    forms = models.JSONField(default=list)
    unread = models.JSONField(default=list)
    state = models.CharField(max_length=6, choices=FormState.choices, default=FormState.LOOKED)

    class Meta:
        verbose_name = _("old forms from files")
        verbose_name_plural = _("old forms from files")
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["owner_team", "ended_at", "-id"]),
            open_to_everyone("form_imports_open_to_everyone"),
        ]

    def __str__(self) -> str:
        return ", ".join(self.file_names)[:80]


class OldForm(PartOfContent):
    """The form that a cycle came from. Its days are those of the work; `created_at` is the day it was entered.

    `kept_version` and `note_count` tell whether anybody has worked on the cycle since.
    """

    ROOT: ClassVar[str] = "cycle"
    cycle = models.OneToOneField(Cycle, on_delete=models.CASCADE, related_name="old_form")
    form_import = models.ForeignKey(FormImport, on_delete=models.CASCADE, related_name="brought")
    file_name = models.CharField(_("file"), max_length=200)
    digest = models.CharField(max_length=64)
    began_on = models.DateField(_("day it began"), null=True, blank=True)
    ended_on = models.DateField(_("day it ended"), null=True, blank=True)
    days_guessed = models.BooleanField(_("whether the days are a guess"), default=False)
    note_count = models.PositiveIntegerField(default=0)
    kept_version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("old form of a cycle")
        verbose_name_plural = _("old forms of cycles")
        ordering = ["id"]
        indexes = [models.Index(fields=["digest"])]

    def __str__(self) -> str:
        return self.file_name[:80]
