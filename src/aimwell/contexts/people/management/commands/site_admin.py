"""`aimwell site_admin ana@example.org`: says who runs this site; `--end` takes it back."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from aimwell.contexts.people import services
from aimwell.contexts.people.models import User


class Command(BaseCommand):
    help = "Let a person who can sign in run this site: make organizations, and confirm addresses for sign-in."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", help="the address by which the person signs in")
        parser.add_argument("--end", action="store_true", help="from now on the person runs it no longer")

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(email__iexact=options["email"], is_active=True).first()
        if user is None:
            raise CommandError(f"Nobody signs in as {options['email']}. Sign up first. Nothing was changed.")
        runs = not options["end"]
        if not services.run_site(user=user, runs=runs):
            self.stdout.write("It is so already. Nothing was changed.")
        elif runs:
            self.stdout.write(f"{user.name} runs this site. Next: aimwell make_org NAME --by {user.email}")
        else:
            self.stdout.write(f"{user.name} no longer runs this site.")
