"""Every address for every role of the table on every rung of the ladder. What is expected is read from the table."""

import pytest
from django.conf import settings
from django.test import Client

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.measures.models import DataImport, Measure
from aimwell.contexts.meetings.models import Meeting
from aimwell.contexts.people.models import PartOfContent, TeamContent
from aimwell.contexts.people.queries import teams_of
from aimwell.contexts.theory.models import Inquiry
from aimwell.core.jobs.models import Job
from aimwell.core.jobs.queries import find_job
from aimwell.domain.access import Permission, Rung
from aimwell.domain.access.roles import Role
from aimwell.domain.errors import NotFound
from integration.holders import FIRST_OF_THEIR_KIND, GONE, ONLY_POST, answers, make_holders, may
from integration.matrix import MATRIX
from integration.page_world import make_page_world, post_of, url_of
from integration.stored import stored
from integration.workspace import LABELS

pytestmark = pytest.mark.django_db

APPS = ("signin", "orgs", "people", "theory", "measures", "cycles", "history", "rosters", *LABELS)
OF_A_RUNG = {"read", "shared"}
ENDS = (Rung.TEAM, Rung.PUBLIC)
CLOSED_KINDS = {"team", "members", "read", "shared", "write", "lead", "held", "office"}


@pytest.fixture(autouse=True)
def _own_files():
    """The files of the world stay where they were made."""


@pytest.fixture(scope="module")
def world(kept):
    return make_page_world(kept.ana, kept.team)


@pytest.fixture(scope="module")
def holders(kept, world):
    return make_holders(kept.team)


@pytest.fixture(scope="module")
def clients(holders):
    def signed_in(user):
        client = Client()
        client.force_login(user)
        return client.cookies[settings.SESSION_COOKIE_NAME].value

    return {role: signed_in(user) for role, user in holders.items()}


@pytest.fixture
def ask(client, clients):
    """The status of an answer to the holder of a role; each request comes with nothing but its session."""

    def fetch(role, url, data=None):
        client.cookies.clear()
        client.cookies[settings.SESSION_COOKIE_NAME] = clients[role]
        return (client.get(url) if data is None else client.post(url, data)).status_code

    return fetch


def open_to(rung):
    for model in (Inquiry, Measure, Cycle, DataImport, Meeting):
        model.objects.update(rung=int(rung))


@pytest.mark.ac("S3 R-4")
@pytest.mark.ac("S1 R-75")
@pytest.mark.parametrize("name", [name for name, row in MATRIX.items() if row.kind in CLOSED_KINDS])
def test_every_address_answers_every_role_on_every_rung_as_the_table_says(name, world, ask):
    row = MATRIX[name]
    url = url_of(name, row, world)
    for rung in Rung if row.kind in OF_A_RUNG else ENDS:
        open_to(rung)
        for role in Role if rung in ENDS else FIRST_OF_THEIR_KIND:
            assert ask(role, url) in answers(row.kind, role, rung) | ONLY_POST, (role, rung.name)


@pytest.mark.ac("S3 R-87")
@pytest.mark.parametrize("name", [name for name, row in MATRIX.items() if row.kind in ("write", "members", "lead")])
def test_no_role_outside_the_team_writes_however_far_the_work_is_open(name, world, ask):
    row = MATRIX[name]
    url, outside = url_of(name, row, world), [role for role in Role if not may(role, Permission.EDIT)]
    assert set(outside) >= {Role.SPONSOR, Role.SUPERVISOR, Role.HUB, Role.ORG_ADMIN, Role.SITE_ADMIN}
    open_to(Rung.TEAM)
    before = stored(*APPS)
    # What a tool holds is as open as its inquiry, whose own addresses walk every rung.
    for rung in ENDS if name.partition(":")[0] in LABELS else Rung:
        open_to(rung)
        for role in outside:
            assert ask(role, url, post_of(row, world)) in GONE | ONLY_POST, (role, rung.name)
    open_to(Rung.TEAM)
    assert stored(*APPS) == before


def test_every_kind_of_team_work_stands_in_the_walk(world):
    """A new model of team work comes with an address of its own; these parts show on the page of their whole only."""
    walked = {type(thing) for thing in world.values()}
    roots = {model for model in _below(TeamContent) if not model._meta.abstract}
    assert roots - walked == set()
    parts = {model for model in _below(PartOfContent) if not model._meta.abstract}
    assert {model.__name__ for model in parts - walked} == {
        "Aim", "AimEdition", "Amendment", "Attendance", "Calibration", "Coding", "CoherenceAnswer", "Connection",
        "EntryRule", "FourPoints", "IdeaFacts", "Link", "OldForm", "OwnReading", "RatingRound", "Series", "Thought",
    }  # fmt: skip


def _below(model):
    for below in model.__subclasses__():
        yield below
        yield from _below(below)


def test_a_job_is_seen_by_whoever_asked_and_by_the_team_it_is_for(holders, world):
    job = Job.objects.create(kind="measures.apply", scope_id=world["team"].pk, requested_by=holders[Role.COACH].pk)
    for role, user in holders.items():
        scopes = list(teams_of(user).values_list("pk", flat=True))
        if may(role, Permission.EDIT) or role == Role.COACH:
            assert find_job(user, job.pk, scopes=scopes) == job, role
        else:
            with pytest.raises(NotFound):
                find_job(user, job.pk, scopes=scopes)
