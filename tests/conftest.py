"""Fixtures that every database and browser test shares. People and teams are made by the product's own services."""

import json
import uuid
from collections.abc import Callable
from typing import Any

import hypothesis
import pytest
from django.utils import translation

# What a machine is busy with is no property of the code; speed is measured in bench/.
hypothesis.settings.register_profile("aimwell", deadline=None)
hypothesis.settings.load_profile("aimwell")


def pytest_configure(config: pytest.Config) -> None:
    from aimwell.config.messages import compile_all

    if not hasattr(config, "workerinput"):  # once, not again in every pytest-xdist worker
        compile_all()


@pytest.fixture(autouse=True)
def _own_language() -> None:
    """A page read in Spanish leaves its language behind in the thread."""
    translation.deactivate()


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

    signed_in: list[Any] = [None]

    def fetch(user: Any, url: str, data: dict[str, Any] | None = None, **extra: Any) -> Any:
        if user is not None and user != signed_in[0]:
            client.force_login(user)
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
def readers(person: Callable[..., Any], team: Any, ana: Any) -> dict[str, Any]:
    """One reader for every way to stand to Ana's team, and some that only seem to stand close."""
    import datetime

    from django.contrib.auth.models import AnonymousUser

    from aimwell.contexts.orgs.models import OrgKind
    from aimwell.contexts.orgs.services import create_network, create_org, create_team, join_network
    from aimwell.contexts.people.models import CoachAssignment, Membership, NetworkRole, OrgRole, OrgRoleKind

    district = create_org(kind=OrgKind.DISTRICT, name="Fern Valley")
    school = create_org(kind=OrgKind.SCHOOL, name="Lantern Hill", parent=district)
    other_school = create_org(kind=OrgKind.SCHOOL, name="Otter Creek", parent=district)
    far = create_org(kind=OrgKind.DISTRICT, name="Salt Marsh")
    outside = create_org(kind=OrgKind.DISTRICT, name="Outside")
    network = create_network(name="Bayline")
    for org in (district, far):
        join_network(network=network, org=org, since=datetime.date(2026, 8, 1))
    team.org = school
    team.save(update_fields=["org"])

    def in_team(name, org, ended=None):
        user = person(name)
        Membership.objects.create(team=create_team(name=f"Team of {name}", org=org), user=user, name=name, ended=ended)
        return user

    found = {
        "member": ana,
        "former member": person("Former"),
        "colleague": in_team("Colleague", school),
        "former colleague": in_team("Excolleague", school, ended=datetime.date(2026, 9, 1)),
        "next school": in_team("Nextdoor", other_school),
        "other district in the network": in_team("Faraway", far),
        "other district": in_team("Outsider", outside),
        "principal": person("Principal"),
        "district leader": person("Leader"),
        "coach": person("Coach"),
        "hub": person("Hub"),
        "stranger": person("Stranger"),
        "nobody signed in": AnonymousUser(),
    }
    Membership.objects.create(team=team, user=found["former member"], name="Former", ended=datetime.date(2026, 9, 1))
    OrgRole.objects.create(org=school, user=found["principal"], kind=OrgRoleKind.SPONSOR)
    OrgRole.objects.create(org=district, user=found["district leader"], kind=OrgRoleKind.LEADER)
    CoachAssignment.objects.create(team=team, user=found["coach"])
    NetworkRole.objects.create(network=network, user=found["hub"])
    return found
