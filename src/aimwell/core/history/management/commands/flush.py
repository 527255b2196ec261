"""Django's `flush` empties the database. Here it first opens the guard that keeps the history."""

from typing import Any

from django.core.management.commands import flush

from aimwell.core.history.retention import let_everything_go


class Command(flush.Command):
    def handle(self, **options: Any) -> None:
        let_everything_go()
        super().handle(**options)
