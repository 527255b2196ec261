"""`manage.py seed_demo --seed 7`: the made-up world of the demo, the same each time for the same seed and day."""

from __future__ import annotations

import datetime as dt
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from aimwell.demo.build.world import build_world, clear_world, made_with
from aimwell.demo.queries import world_in_words


class Command(BaseCommand):
    help = "Make the invented network of the demo. A second run changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--seed", type=int, default=7, help="the same seed gives the same numbers")
        parser.add_argument(
            "--today", type=dt.date.fromisoformat, help="the day on which the story stands (YYYY-MM-DD)"
        )
        parser.add_argument("--reset", action="store_true", help="take the invented world away first and make it anew")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["reset"]:
            clear_world()
        here = made_with()
        if here is not None:
            self.stdout.write(
                f"The demo world is already here (seed {here['seed']}, {here['today']}). Nothing changed."
            )
            if here["seed"] != options["seed"]:
                self.stdout.write("For another seed, add --reset: it takes this world away and makes a new one.")
            return
        build_world(seed=options["seed"], today=options["today"] or timezone.localdate())
        self.stdout.write(f"Made the demo world with seed {options['seed']}. All of it is invented:")
        for line in world_in_words():
            self.stdout.write(f"  {line}")
