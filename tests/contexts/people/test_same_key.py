"""Two posts with one key at the same moment: one thing is made, and both are told of it."""

import threading
import uuid

import pytest
from django.db import connection, connections

from aimwell.contexts.measures.models import Measure
from aimwell.contexts.measures.services import create_measure
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import start_team


@pytest.mark.django_db(transaction=True)
def test_create_content_with_the_same_key_at_once_makes_one():
    ana = User.objects.create_user(email="ana@example.org", name="Ana")
    team, key = start_team(by=ana, name="Room 12"), uuid.uuid4()
    ready, made = threading.Barrier(2), []

    def post() -> None:
        ready.wait()
        made.append(create_measure(by=ana, team=team, name="Explains", key=key).pk)
        connections.close_all()

    threads = [threading.Thread(target=post) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Measure.objects.count() == 1
    assert made == [Measure.objects.get().pk] * 2
    assert connection.is_usable()
