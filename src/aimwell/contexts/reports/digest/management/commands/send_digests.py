"""`manage.py send_digests`: put aside the digests whose time has come, as the worker does by itself every minute."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from aimwell.contexts.reports.digest import services
from aimwell.contexts.reports.digest.queries import due, letter_of


class Command(BaseCommand):
    help = "Put aside the digests whose time has come; the worker sends them. It looks by itself at every sweep."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="say how many would go, and send none")

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        if not options["dry_run"]:
            count = services.put_aside_due(now=now)
            self.stdout.write(f"{count} digests are ready for the worker.")
            return
        waiting = [choice for choice in due(now) if services.may_go(choice, now)]
        count = sum(letter_of(choice, now) is not None for choice in waiting)
        self.stdout.write(f"{count} digests would go now. None was sent.")
