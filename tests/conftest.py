"""Fixtures that every database and browser test shares. People and teams are made by the product's own services."""

import gc
import json
from collections.abc import Callable
from typing import Any

import hypothesis
import pytest
from django.utils import translation

from aimwell.domain.words.speech import HOUSE, speak
from integration.readers import make_person, make_readers, make_team

WORLDS = "tests/contexts/demo"

# What a machine is busy with is no property of the code; speed is measured in bench/.
hypothesis.settings.register_profile("aimwell", deadline=None)
hypothesis.settings.load_profile("aimwell")


def pytest_configure(config: pytest.Config) -> None:
    from aimwell.config.messages import compile_all

    if not hasattr(config, "workerinput"):  # once, not again in every pytest-xdist worker
        compile_all()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """For `--dist loadgroup`: one worker does a whole file of tests, and a whole folder where that shares a world."""
    for item in items:
        place = item.path.parent if item.path.parent.match(WORLDS) else item.path
        item.add_marker(pytest.mark.xdist_group("/".join(place.parts[-3:])))


def pytest_collection_finish() -> None:
    """What was imported stays to the end: to go through it again and again in search of garbage takes long."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Each table counts its keys from another hundred thousand on.

    So a key in a test is never a count, a percentage or the key of something else by chance, and a page that wrote
    one as a number for people ("100,001") would lead nowhere.
    """
    from django.apps import apps
    from django.db import connection
    from django.db.models import AutoField

    models = sorted(apps.get_models(include_auto_created=True), key=lambda model: model._meta.db_table)
    counted = [model._meta for model in models if isinstance(model._meta.pk, AutoField)]
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        for place, meta in enumerate(counted, start=1):
            if connection.vendor == "sqlite":
                cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [meta.db_table])
                cursor.execute("INSERT INTO sqlite_sequence VALUES (%s, %s)", [meta.db_table, place * 100_000])
            else:
                sequence = "SELECT setval(pg_get_serial_sequence(%s, %s), %s)"
                cursor.execute(sequence, [meta.db_table, meta.pk.column, place * 100_000])


@pytest.fixture(autouse=True)
def _own_language() -> None:
    """A page read in Spanish, or in a team's own words, leaves them behind in the thread."""
    translation.deactivate()
    speak(HOUSE)


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture
def person(db: None) -> Callable[..., Any]:
    """Make a person: `person("Ana")`."""
    return make_person


@pytest.fixture
def ana(person: Callable[..., Any]) -> Any:
    return person("Ana Ruiz")


@pytest.fixture
def stranger(person: Callable[..., Any]) -> Any:
    return person("Sam Stranger")


@pytest.fixture
def team(ana: Any) -> Any:
    """Ana's team of one."""
    return make_team(ana)


@pytest.fixture
def devon(person: Callable[..., Any], ana: Any, team: Any) -> Any:
    """A colleague who joined Ana's team by her link."""
    from aimwell.contexts.people.services import invite, join_team

    user = person("Devon Park")
    join_team(by=user, token=invite(by=ana, team=team).token)
    return user


@pytest.fixture
def enter(client: Any) -> Callable[[Any], None]:
    """How `page` signs somebody in."""
    entered: Callable[[Any], None] = client.force_login
    return entered


@pytest.fixture
def password_just_typed(client: Any) -> Callable[[Any], None]:
    """Signs somebody in as if the password had been typed a moment ago."""
    from allauth.account.internal.flows.login import record_authentication
    from django.http import HttpRequest

    def entered(user: Any) -> None:
        client.force_login(user)
        request = HttpRequest()
        request.session = client.session
        record_authentication(request, user, "password")
        request.session.save()

    return entered


@pytest.fixture
def page(client: Any, enter: Callable[[Any], None]) -> Callable[..., Any]:
    """Sign somebody in and fetch a page: `page(ana, "/t/1/")`."""

    signed_in: list[Any] = [None]

    def fetch(user: Any, url: str, data: dict[str, Any] | None = None, **extra: Any) -> Any:
        if user is not None and user != signed_in[0]:
            enter(user)
            signed_in[0] = user
        return client.get(url, **extra) if data is None else client.post(url, data, **extra)

    return fetch


@pytest.fixture
def api() -> Callable[..., Any]:
    """Call the API with a token: `api(ana, "GET", "/teams/1/measures")`. `body` goes as JSON, `upload` as a file."""
    from django.core.files.uploadedfile import SimpleUploadedFile
    from django.test import Client

    from aimwell.contexts.people.models import TokenScope
    from aimwell.contexts.people.services import make_token

    tokens: dict[Any, str] = {}

    def call(user: Any, method: str, path: str, body: Any = None, *, upload: bytes = b"", scope: str = "write") -> Any:
        if (user, scope) not in tokens:
            tokens[user, scope] = make_token(by=user, name="test", scope=TokenScope(scope))[1]
        client = Client(enforce_csrf_checks=True, headers={"Authorization": f"Bearer {tokens[user, scope]}"})
        if upload:
            return client.post(f"/api/v1{path}", {**(body or {}), "file": SimpleUploadedFile("numbers.csv", upload)})
        kind = {} if body is None else {"data": json.dumps(body, default=str), "content_type": "application/json"}
        return client.generic(method, f"/api/v1{path}", **kind)

    return call


@pytest.fixture
def run_jobs(db: None) -> Callable[[], int]:
    """Do what the worker would do now: `run_jobs()` runs every job that is ready and says how many ran."""
    from aimwell.core.jobs.queries import ready_ids
    from aimwell.core.jobs.services import run

    def work() -> int:
        ran = 0
        while ids := ready_ids():
            ran += sum(run(job_id) is not None for job_id in ids)
        return ran

    return work


@pytest.fixture
def readers(team: Any, ana: Any) -> dict[str, Any]:
    return make_readers(ana, team)
