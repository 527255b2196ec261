"""`aimwell drop_history --before 2020-01-01`: drop old events for good; what stays can still be proved."""

import datetime as dt
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from aimwell.core.history.retention import drop_before


class Command(BaseCommand):
    help = "Drop events of the history that are older than a day, for good. The rest can still be proved."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--before", type=dt.date.fromisoformat, required=True, metavar="YYYY-MM-DD", help="the first day that stays"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        first = timezone.make_aware(dt.datetime.combine(options["before"], dt.time()))
        self.stdout.write(f"{drop_before(first)} events dropped.")
