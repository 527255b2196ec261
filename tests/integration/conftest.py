"""A world made once for a file of tests: each test works on top of it, in a transaction of its own."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import transaction

from integration.readers import make_person, make_readers, make_team


@pytest.fixture(scope="module")
def kept(django_db_setup: None, django_db_blocker: Any) -> Iterator[SimpleNamespace]:
    """Ana, her team, and readers who stand to it in every way. Whatever a module adds to it goes with it."""
    with django_db_blocker.unblock(), transaction.atomic():
        ana = make_person()
        team = make_team(ana)
        yield SimpleNamespace(ana=ana, team=team, readers=make_readers(ana, team))
        transaction.set_rollback(True)
