"""`aimwell make_org "Fern Valley" --by ana@example.org --admin yara@example.org`: an organization at the top."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from aimwell.contexts.orgs.models import OrgKind
from aimwell.contexts.people import services
from aimwell.contexts.people.models import OrgRoleKind, User
from aimwell.domain.errors import DomainError, sentence

LANGUAGE = "en"  # that of all commands


class Command(BaseCommand):
    help = "Make an organization with none above it, and name who looks after it. All else is done on its pages."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="what it is called, such as the name of a district")
        parser.add_argument("--kind", choices=OrgKind.values, default=OrgKind.DISTRICT.value)
        parser.add_argument("--by", required=True, metavar="EMAIL", help="who runs the site and makes it")
        parser.add_argument("--admin", metavar="EMAIL", help="who looks after it; somebody else than --by")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        by = User.objects.filter(email__iexact=options["by"], is_active=True).first()
        if by is None:
            raise CommandError(f"Nobody signs in as {options['by']}. Nothing was made.")
        try:
            org = services.make_org(by=by, kind=OrgKind(options["kind"]), name=options["name"])
            if options["admin"]:
                services.give_office(by=by, org=org, kind=OrgRoleKind.ORG_ADMIN, email=options["admin"])
        except DomainError as refusal:
            raise CommandError(sentence(refusal, LANGUAGE)) from None
        self.stdout.write(f"{org.name} is here: /o/{org.pk}/")
