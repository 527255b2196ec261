"""The made-up world, seeded once for all tests of this folder and taken back at the end."""

import datetime as dt
import io
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction

TODAY = dt.date(2027, 2, 9)


@pytest.fixture(scope="package")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[str]:
    """What the command said. Each test works on top in a transaction of its own."""
    with django_db_blocker.unblock(), transaction.atomic():
        out = io.StringIO()
        call_command("seed_demo", seed=7, today=TODAY, stdout=out)
        yield out.getvalue()
        transaction.set_rollback(True)


@pytest.fixture
def demo(world: str, db: None, settings: Any) -> str:
    settings.DEMO = True
    return world
