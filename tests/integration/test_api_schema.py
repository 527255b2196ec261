"""The API against its own description: no undocumented status, no answer that does not fit, nothing broken."""

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from aimwell.config.wsgi import application
from aimwell.contexts.people.models import OrgRole
from aimwell.contexts.people.services import make_token
from integration.api_world import make_world, word_before

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    unsupported_method,
]
REFERS = {"measure": "measures", "idea": "parts", "parent": "parts", "bone": "bones", "cause": "causes"}
schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
OPERATIONS = [found.ok() for found in schema.get_all_operations()]


@pytest.fixture
def one_connection():
    """The whole walk happens in the transaction of the test, as with Django's own test client."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


def place(case, world):
    """Real numbers in the address, so that most requests reach something, and real links in the body."""
    meant = None
    for name in case.path_parameters or {}:
        meant = world[word_before(case.operation.path, name)]
        case.path_parameters[name] = meant.pk
    if isinstance(case.body, dict):
        for name, kind in REFERS.items():
            if isinstance(case.body.get(name), int):
                case.body[name] = world[kind].pk
        if isinstance(case.body.get("version"), int) and case.body["version"] % 4:
            case.body["version"] = getattr(meant, "version", 1)


def walk(operation, world, token, mode, times):
    """Each request finds the world as it was made."""

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(
        max_examples=times, deadline=None, derandomize=True, database=None, phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    def ask(case):
        place(case, world)
        with transaction.atomic():
            case.call_and_validate(checks=CHECKS, headers={"Authorization": f"Bearer {token}"})
            transaction.set_rollback(True)

    ask()


@pytest.mark.parametrize(
    "tag",
    [
        "people",
        "theory",
        "measures",
        "cycles",
        "meetings",
        "reports",
        "staff lists",
        "sign-in",
        "taking part",
        "handing on",
    ],
)
def test_every_operation_keeps_its_description(tag, ana, team, one_connection):
    world, token = make_world(ana, team), make_token(by=ana, name="walk", scope="write")[1]
    OrgRole.objects.create(org=world["orgs"], user=ana, kind="org_admin")
    told = {}
    for operation in OPERATIONS:
        if tag in operation.tags:
            try:
                walk(operation, world, token, GenerationMode.POSITIVE, 8)
                if operation.body:
                    walk(operation, world, token, GenerationMode.NEGATIVE, 4)
            except BaseException as found:
                told[operation.label] = repr(found)
    assert told == {}, "\n\n".join(f"{label}: {words}" for label, words in told.items())


def test_the_walk_notices_a_broken_operation(ana, team, one_connection, monkeypatch):
    def broken(**_fields):
        raise ZeroDivisionError

    monkeypatch.setattr("aimwell.contexts.measures.services.create_measure", broken)
    [operation] = [one for one in OPERATIONS if one.label == "POST /api/v1/teams/{team_id}/measures"]
    token = make_token(by=ana, name="walk", scope="write")[1]
    with pytest.raises(BaseException, match="Server error"):
        walk(operation, {"teams": team}, token, GenerationMode.POSITIVE, 2)
