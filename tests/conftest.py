"""Fixtures that every database and browser test shares. People and teams are made by the product's own services."""

import os

os.environ.setdefault("AIMWELL_TEST", "1")

import uuid
from collections.abc import Callable
from typing import Any

import pytest


def pytest_configure(config: pytest.Config) -> None:
    from aimwell.config.messages import compile_all

    compile_all()


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture
def person(db: None) -> Callable[..., Any]:
    """Make a person: `person("Ana")`."""
    from aimwell.contexts.people.models import User

    def make(name: str = "Ana Ruiz", password: str = "correct horse battery") -> User:
        email = f"{name.split()[0].lower()}-{uuid.uuid4().hex[:8]}@example.org"
        return User.objects.create_user(email=email, name=name, password=password)

    return make


@pytest.fixture
def ana(person: Callable[..., Any]) -> Any:
    return person("Ana Ruiz")


@pytest.fixture
def stranger(person: Callable[..., Any]) -> Any:
    return person("Sam Stranger")


@pytest.fixture
def team(ana: Any) -> Any:
    """Ana's team of one."""
    from aimwell.contexts.people.services import start_team

    return start_team(by=ana, name="Room 12 and friends", about="grade 5 math")


@pytest.fixture
def devon(person: Callable[..., Any], ana: Any, team: Any) -> Any:
    """A colleague who joined Ana's team by her link."""
    from aimwell.contexts.people.services import invite, join_team

    user = person("Devon Park")
    join_team(by=user, token=invite(by=ana, team=team).token)
    return user


@pytest.fixture
def page(client: Any) -> Callable[..., Any]:
    """Sign somebody in and fetch a page: `page(ana, "/t/1/")`."""

    def fetch(user: Any, url: str, data: dict[str, Any] | None = None, **extra: Any) -> Any:
        if user is not None:
            client.force_login(user)
        return client.get(url, **extra) if data is None else client.post(url, data, **extra)

    return fetch
