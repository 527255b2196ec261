"""`manage.py import_roster FILE --org 3 --by ana@example.org`: look at a staff list, then put it in with --apply."""

from __future__ import annotations

import io
import zipfile
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from aimwell.adapters.oneroster import too_large
from aimwell.contexts.people.models import User
from aimwell.contexts.people.rosters import queries, services
from aimwell.contexts.people.rosters.access import find_org
from aimwell.contexts.people.rosters.models import RosterImport, RosterState
from aimwell.domain.errors import DomainError, sentence

LANGUAGE = "en"  # that of all commands


class Command(BaseCommand):
    help = "Look at a staff list (OneRoster zip or folder, or CSV) and say what it would change; --apply puts it in."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="a zip or a folder of OneRoster CSV files, or one CSV file")
        parser.add_argument("--org", type=int, required=True, help="number of the organization, as in its address")
        parser.add_argument("--by", required=True, metavar="EMAIL", help="the administrator who puts the list in")
        parser.add_argument("--whole", action="store_true", help="a CSV file names everybody; the others have left")
        parser.add_argument("--apply", action="store_true", help="put the list in")
        parser.add_argument("--reason", default="", help="why more than 5 %% of the people end at once")

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override(LANGUAGE):
            try:
                self._run(options)
            except DomainError as refusal:
                raise CommandError(sentence(refusal, LANGUAGE)) from None

    def _run(self, options: dict[str, Any]) -> None:
        person = User.objects.filter(email__iexact=options["by"], is_active=True).first()
        if person is None:
            raise CommandError(f"Nobody signs in as {options['by']}. Nothing was put in.")
        org = find_org(person, options["org"])
        upload = upload_of_path(options["file"])
        made = services.start_list(by=person, org=org, upload=upload, whole=options["whole"])
        found = services.read_list(roster_import=made)
        if found.state == RosterState.REFUSED:
            raise CommandError(queries.list_view(found, lang=LANGUAGE).why_refused)
        self._tell(found)
        if not options["apply"]:
            services.discard_list(by=person, roster_import=found)
            self.stdout.write("Nothing was put in. Add --apply to put the list in.")
            return
        services.apply_list(by=person, roster_import=found, reason=options["reason"])
        self.stdout.write(f"The list goes in. See /o/{org.pk}/roster/{found.pk}/, where it can be taken back.")

    def _tell(self, found: RosterImport) -> None:
        view = queries.list_view(found, lang=LANGUAGE)
        sums, people = view.counts, view.people.get("new", 0)
        self.stdout.write(f"{found.form}: {view.orgs_new} new schools or districts, {people} new people.")
        words = {"new": "new", "changed": "changed", "ended": "ended", "unchanged": "as before"}
        self.stdout.write(", ".join(f"{sums[name]} {word}" for name, word in words.items()) + ".")
        self.stdout.write(f"{view.not_kept} rows about students or families were counted and left.")
        if view.not_read:
            self.stdout.write(f"Not opened: {', '.join(view.not_read)}.")
        for one in queries.problem_views(found.problems.all(), lang=LANGUAGE):
            where = " ".join(str(part) for part in (one.file, one.row or "", one.column) if part)
            self.stdout.write(f"  {where}: {one.why}")


def upload_of_path(path: Path) -> ContentFile[bytes]:
    """The file, or a folder as a zip in memory."""
    if path.is_dir():
        return ContentFile(_zipped(path), name=f"{path.name}.zip")
    if not path.is_file():
        raise CommandError(f"There is no file {path}. Nothing was put in.")
    if path.stat().st_size > settings.UPLOAD_LIMIT_BYTES:
        raise too_large(settings.UPLOAD_LIMIT_BYTES)
    return ContentFile(path.read_bytes(), name=path.name)


def _zipped(folder: Path) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.glob("*.csv")):
            if path.is_file() and not path.is_symlink():
                archive.write(path, path.name)
    return packed.getvalue()
