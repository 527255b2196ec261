"""What somebody tries who means no good: every refusal changes nothing and tells nothing."""

import re

import pytest
from django.conf import settings
from django.db.models.signals import pre_save
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse
from django.utils.html import escape

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.measures.models import DataImport, Measure
from aimwell.contexts.meetings.models import Meeting
from aimwell.contexts.people.models import Invitation, Membership, TeamContent, User
from aimwell.contexts.people.services import invite, join_team, leave_team, share, start_team
from aimwell.contexts.theory.models import Cause, Inquiry
from aimwell.domain.access import Rung
from integration.matrix import MATRIX
from integration.page_world import make_page_world, post_of, url_of
from integration.stored import stored
from integration.workspace import LABELS

pytestmark = pytest.mark.django_db

APPS = ("signin", "orgs", "people", "theory", "measures", "cycles", "history", "rosters", *LABELS)
NOT_THERE = "987654321"
CLOSED = [name for name, row in MATRIX.items() if row.kind in ("team", "members", "lead", "read", "write", "office")]
POSTED = [name for name, row in MATRIX.items() if row.kind in ("members", "lead", "write", "office")]
MADE_OF_KEYS = {"team_id", "inquiry_id", "pk", "org_id", "event_id", "membership_id", "token_id", "domain_id"}
ROOTS = (Inquiry, Measure, Cycle, DataImport, Meeting)
FORGED = {
    "rung": "5", "owner_team": NOT_THERE, "owner_team_id": NOT_THERE, "created_by": NOT_THERE,
    "ended_at": "2001-01-01 00:00", "is_site_admin": "1", "is_active": "", "user": NOT_THERE, "scope_id": NOT_THERE,
}  # fmt: skip


@pytest.fixture(autouse=True)
def _own_files():
    """The files of the world stay where they were made."""


@pytest.fixture(scope="module")
def world(kept):
    return make_page_world(kept.ana, kept.team)


@pytest.fixture
def as_(client):
    """A client signed in as somebody, with nothing else in its session."""

    def sign_in(user):
        client.cookies.clear()
        client.force_login(user)
        return client

    return sign_in


def unknown(name, world):
    """The same address with keys that belong to nothing."""
    row = MATRIX[name]
    values = {param: getattr(world[key], "pk", world[key]) for param, key in row.params.items()}
    nothing = {param: NOT_THERE if param in MADE_OF_KEYS else value for param, value in values.items()}
    return reverse(name, kwargs=nothing) + re.sub(r"{\w+}", str(NOT_THERE), row.query)


def said(answer, url):
    """What an answer tells, without its own address and the changing token of its forms."""
    text = answer.content.decode(errors="replace").replace(url, "").replace(escape(url), "")
    text = re.sub(r'(csrfmiddlewaretoken" value|csrf-token" content)="\w+"', "", text)
    return answer.status_code, answer.headers.get("Location", "").split("?")[0], text


@pytest.mark.parametrize("name", CLOSED)
def test_a_guessed_id_tells_no_more_than_one_that_is_not_there(name, world, kept, as_):
    real, nothing = url_of(name, MATRIX[name], world), unknown(name, world)
    before = stored(*APPS)
    for who in ("stranger", "other district"):
        client = as_(kept.readers[who])
        assert said(client.get(real), real) == said(client.get(nothing), nothing)
        data = post_of(MATRIX[name], world)
        assert said(client.post(real, data), real) == said(client.post(nothing, data), nothing)
    assert stored(*APPS) == before


OF_A_WORD = {
    "vocabulary:team_word", "launch:step", "launch:agenda", "launch:ask",
    "protocols:protocol", "protocols:lead", "protocols:copy",
}  # fmt: skip
"""The other part of the address names no thing."""


@pytest.mark.parametrize("name", [name for name in POSTED if len(MATRIX[name].params) > 1 and name not in OF_A_WORD])
def test_a_key_of_ones_own_opens_no_thing_of_others(name, world, kept, as_):
    """The address mixes a team or organisation of the reader's own with something of Ana's."""
    stranger, row = kept.readers["stranger"], MATRIX[name]
    mine = {"team_id": start_team(by=stranger, name="Mine").pk}
    values = {param: getattr(world[key], "pk", world[key]) for param, key in row.params.items()}
    url = reverse(name, kwargs={**values, **{param: key for param, key in mine.items() if param in values}})
    before, client = stored(*APPS), as_(stranger)
    assert client.get(url).status_code in {404, 405}
    assert client.post(url, post_of(row, world)).status_code in {404, 405}
    assert stored(*APPS) == before


@pytest.mark.parametrize("name", POSTED)
def test_fields_that_no_form_has_change_nothing(name, world, kept, as_):
    """Mass assignment: who owns a thing, how far it is open and who somebody is are in no form."""
    team, kept_fields = world["team"], ("owner_team", "rung", "created_by")
    was = {model: dict(_by_key(model, kept_fields)) for model in _all_content()}
    people = list(User.objects.order_by("pk").values("pk", "is_site_admin", "is_active", "email"))
    client = as_(kept.ana)
    client.post(url_of(name, MATRIX[name], world), {**FORGED, **post_of(MATRIX[name], world)})
    for model, rows in was.items():
        now = dict(_by_key(model, kept_fields))
        assert {key: now[key] for key in rows} == rows
        assert {(owner, rung) for key, (owner, rung, _) in now.items() if key not in rows} <= {(team.pk, 0)}
        assert not model._default_manager.filter(ended_at__year=2001).exists()
    assert list(User.objects.filter(pk__in=[one["pk"] for one in people]).order_by("pk").values(*people[0])) == people


def _all_content():
    todo, found = [TeamContent], []
    while todo:
        for below in todo.pop().__subclasses__():
            todo.append(below)
            found += [] if below._meta.abstract else [below]
    return found


def _by_key(model, names):
    return ((row[0], row[1:]) for row in model._default_manager.values_list("pk", *names))


def joined(user, ana):
    team = join_team(by=user, token=invite(by=ana, team=ana.memberships.get().team).token)
    return team.memberships.get(user=user)


@pytest.mark.ac("S3 R-87")
@pytest.mark.parametrize("name", [name for name in POSTED if MATRIX[name].kind != "office"])
def test_a_page_that_was_open_when_somebody_left_changes_nothing(name, world, kept, as_, person):
    """The tab still shows the form; the place in the team has ended."""
    devon, row = person("Devon"), MATRIX[name]
    place = joined(devon, kept.ana)
    client, url = as_(devon), url_of(name, row, world)
    client.get(url)
    leave_team(by=devon, membership=place)
    before = stored(*APPS)
    assert client.post(url, post_of(row, world)).status_code in {403, 404, 405}
    assert stored(*APPS) == before


def test_a_place_that_ends_while_a_request_runs_is_whole_or_nothing(world, kept, as_, person):
    """One request sees one standing; the next one sees the new one."""
    devon = person("Devon")
    place = joined(devon, kept.ana)
    url = reverse("theory:cause", args=[world["cause"].pk])

    def end(sender, instance, **_more):
        Membership.objects.filter(pk=place.pk).update(ended="2026-09-01")

    pre_save.connect(end, sender=Cause)
    try:
        client = as_(devon)
        first = client.post(url, {"text": "One", "status": "assumed", "version": world["cause"].version})
    finally:
        pre_save.disconnect(end, sender=Cause)
    kept_text = Cause.objects.get(pk=world["cause"].pk).text
    assert (first.status_code, kept_text) == (302, "One")
    before = stored(*APPS)
    assert (
        client.post(url, {"text": "Two", "status": "assumed", "version": world["cause"].version + 1}).status_code == 404
    )
    assert stored(*APPS) == before


@pytest.mark.parametrize("name", [*POSTED, "people:team_new", "people:settings", "people:tokens"])
def test_a_post_from_another_site_is_refused(name, world, kept):
    client = Client(enforce_csrf_checks=True)
    client.force_login(kept.ana)
    before = stored(*APPS)
    answer = client.post(url_of(name, MATRIX[name], world), post_of(MATRIX[name], world))
    assert answer.status_code == 403
    assert stored(*APPS) == before


CHECKED_ELSEWHERE = ("api-1", "saml_acs", "saml_finish_acs", "saml_sls", "digest:stop")
"""The API checks sessions itself (tests/contexts/people/test_api.py); SAML answers and links in a digest are signed."""


def test_no_other_address_does_without_the_token_of_forms():
    found = {
        name
        for name, pattern in _patterns(get_resolver().url_patterns)
        if getattr(pattern.callback, "csrf_exempt", False) and not name.startswith(("api", *CHECKED_ELSEWHERE))
    }
    assert found == set()


def _patterns(patterns, space=""):
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name}", pattern
        else:
            inside = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _patterns(pattern.url_patterns, inside)


EVIL = "https://evil.example/"


@pytest.mark.parametrize("target", [EVIL, "//evil.example/", "/\\evil.example/", "https:evil.example", "javascript:1"])
def test_no_address_sends_anybody_to_another_site(target, world, kept, as_):
    client = as_(kept.ana)
    for name, row in MATRIX.items():
        if row.kind == "office":
            continue
        url = url_of(name, row, world)
        joined = f"{url}{'&' if '?' in url else '?'}next={target}"
        sent = {"next": target, "language": "en", "theme": "dark", **post_of(row, world)}
        for answer in (client.get(joined), client.post(joined, sent, headers={"Referer": EVIL})):
            onward = answer.headers.get("Location", "")
            assert onward.startswith("/") or not onward, name
            assert not onward.startswith(("//", "/\\")), name


RUNGS_NOBODY_HAS = ("6", "-1", "5", "owner", "PUBLIC", "public ", "everyone", "", "public'--")


@pytest.mark.ac("S1 R-73")
@pytest.mark.parametrize("kind", ["theory", "measure", "cycle"])
def test_a_forged_rung_opens_nothing(kind, world, kept, as_):
    thing = {"theory": world["inquiry"], "measure": world["measure"], "cycle": world["cycle"]}[kind]
    url, before = f"/share/{kind}/{thing.pk}/", stored(*APPS)
    for rung in RUNGS_NOBODY_HAS:
        assert as_(kept.ana).post(url, {"to": rung, "version": thing.version}).status_code == 404, rung
    for who, user in kept.readers.items():
        if who not in ("member", "nobody signed in"):
            assert as_(user).post(url, {"to": "public", "version": thing.version}).status_code in {403, 404}, who
    assert stored(*APPS) == before


@pytest.mark.parametrize("rung", [-1, 6, 99])
def test_a_rung_outside_the_ladder_is_no_rung(rung):
    with pytest.raises(ValueError, match=str(rung)):
        Rung(rung)


def test_a_link_kept_from_when_work_was_open_shows_nothing_any_more(world, kept, as_):
    """Pages, pictures and files alike."""
    names = [name for name, row in MATRIX.items() if row.kind == "read" and "measure" in row.params.values()]
    urls = [url_of(name, MATRIX[name], world) for name in names]
    measure = share(by=kept.ana, obj=Measure.objects.get(pk=world["measure"].pk), rung=Rung.SCHOOL)
    client = as_(kept.readers["colleague"])
    assert {client.get(url).status_code for url in urls} == {200}
    share(by=kept.ana, obj=measure, rung=Rung.TEAM)
    assert {client.get(url).status_code for url in urls} == {404}


@pytest.mark.parametrize("stale", [{"used_at": "2026-01-01T00:00Z"}, {"expires_at": "2026-01-01T00:00Z"}])
def test_an_old_invitation_opens_nothing_and_names_no_team(stale, world, kept, as_):
    link = invite(by=kept.ana, team=world["team"])
    Invitation.objects.filter(pk=link.pk).update(**stale)
    before, url = stored(*APPS), reverse("people:join", args=[link.token])
    client = as_(kept.readers["stranger"])
    for answer in (client.get(url), client.post(url)):
        assert world["team"].name not in answer.content.decode()
        assert answer.status_code in {404, 410, 422}
    assert stored(*APPS) == before


def test_somebody_without_a_session_reads_no_word_of_the_team(world, client):
    for name in CLOSED:
        answer = client.get(url_of(name, MATRIX[name], world))
        assert answer.status_code in {302, 403, 404, 405}, name
        assert world["team"].name not in answer.content.decode(), name
    assert settings.LOGIN_URL == "account_login"
