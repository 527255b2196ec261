"""`manage.py import_numbers --team 3 --measure 12 --by ana@example.org counts.csv`: look at a file, then put it in."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from aimwell.contexts.measures import services
from aimwell.contexts.measures.models import DataImport, ImportState, Measure, Missing
from aimwell.contexts.measures.queries import ImportView, import_view
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import find_team, visible_to
from aimwell.domain.errors import DomainError, NotFound, Refused, sentence

LANGUAGE = "en"  # that of all commands
REASONS = [reason.value for reason in Missing if reason]


class Command(BaseCommand):
    help = "Look at a file of numbers and say what it would do; --yes puts it in. The same steps as on the page."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="a CSV or XLSX file")
        parser.add_argument("--team", type=int, required=True, help="number of the team, as in its address")
        parser.add_argument("--measure", required=True, help="number or name of the measure")
        parser.add_argument("--by", required=True, metavar="EMAIL", help="the member who puts the numbers in")
        parser.add_argument("--columns", help="what each column is: date,value,... (out leaves one out)")
        parser.add_argument("--missing", action="append", default=[], metavar="WORD=REASON", help=", ".join(REASONS))
        parser.add_argument("--duplicates", choices=("out", "first", "last", "add"), help="for two rows of one day")
        parser.add_argument("--yes", action="store_true", help="put the rows in")

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override(LANGUAGE):
            try:
                self._run(options)
            except DomainError as refusal:
                raise CommandError(sentence(refusal, LANGUAGE)) from None

    def _run(self, options: dict[str, Any]) -> None:
        person = _person(options["by"])
        looked = self._look(person, _measure(person, options), options)
        view = import_view(looked)
        self._tell(view)
        if not options["yes"]:
            services.discard_import(by=person, data_import=looked)
            self.stdout.write("Nothing was put in. Add --yes to put the ready rows in.")
            return
        self._put_in(person, looked)

    def _look(self, person: User, measure: Measure, options: dict[str, Any]) -> DataImport:
        path: Path = options["file"]
        if not path.is_file():
            raise CommandError(f"There is no file {path}. Nothing was put in.")
        mapping, limit = _mapping(options), settings.UPLOAD_LIMIT_BYTES
        if path.stat().st_size > limit:
            raise Refused("too_large", limit=f"{limit // 1024 // 1024}\u00a0MB")
        upload = ContentFile(path.read_bytes(), name=path.name)
        made = services.start_import(by=person, measure=measure, upload=upload)
        looked = services.look(made) if made.state == ImportState.READING else made
        if not mapping:
            return looked
        kept = {**looked.mapping["missing"], **mapping.get("missing", {})}
        return services.choose_columns(by=person, data_import=looked, mapping={**mapping, "missing": kept})

    def _tell(self, view: ImportView) -> None:
        for column in view.columns:
            self.stdout.write(f"  {column.name}: {column.role} ({column.looks})")
        report = view.report
        new, same, replaced = report["new"], report["same"], report["replaced"]
        self.stdout.write(f"{report['rows']} rows: {report['ready']} ready, {report['left_out']} kept aside.")
        self.stdout.write(f"Of these, {new} change something ({replaced} replace a number), {same} are in already.")
        for code in report["codes"]:
            for odd in view.odd(code):
                self.stdout.write(f"  row {odd.row}: {odd.why}")
        if report["problem"]:
            self.stdout.write(sentence(Refused(report["problem"]), view.lang))

    def _put_in(self, person: User, looked: DataImport) -> None:
        done = services.apply_import(by=person, data_import=looked)
        if done.state == ImportState.APPLYING:
            self.stdout.write(f"The worker is putting the rows in. See /imports/{done.pk}/.")
            return
        counts = done.preview["done"]
        self.stdout.write(f"Put in: {counts['new']} rows. Undo within 90 days at /imports/{done.pk}/.")


def _person(email: str) -> User:
    person = User.objects.filter(email__iexact=email, is_active=True).first()
    if person is None:
        raise CommandError(f"Nobody signs in as {email}. Nothing was put in.")
    return person


def _measure(person: User, options: dict[str, Any]) -> Measure:
    team, named = find_team(person, options["team"]), options["measure"]
    own = visible_to(person, Measure).filter(owner_team=team)
    found = list(own.filter(pk=int(named)) if named.isdecimal() and len(named) < 19 else own.filter(name=named))
    if len(found) > 1:
        raise CommandError(f"{len(found)} measures are called {named}. Nothing was put in. Give the number of one.")
    if not found:
        raise NotFound
    return found[0]


def _mapping(options: dict[str, Any]) -> dict[str, Any]:
    """What was said about the file, as `services.choose_columns` takes it."""
    chosen: dict[str, Any] = {}
    if options["columns"]:
        chosen["roles"] = [role.strip() for role in options["columns"].split(",")]
    if options["duplicates"]:
        chosen["duplicates"] = options["duplicates"]
    for pair in options["missing"]:
        word, _equals, reason = pair.rpartition("=")
        if not word or reason not in REASONS:
            raise CommandError(f"--missing {pair}: write WORD=REASON with one of {', '.join(REASONS)}.")
        chosen.setdefault("missing", {})[word] = reason
    return chosen
