"""The record of an organization: acts, never the work; for those whose office may check, and nobody else."""

import csv
import datetime
import io
import itertools

import pytest
from django.urls import reverse

from aimwell.contexts.orgs.models import OrgKind
from aimwell.contexts.orgs.services import create_org
from aimwell.contexts.people.models import OrgRole, OrgRoleKind
from aimwell.contexts.people.services import add_member_without_login, share, start_team
from aimwell.contexts.reports.queries import Filters, audit_events, audit_lines, stretch_of
from aimwell.contexts.reports.queries.audit import SUBJECTS, subject_of
from aimwell.contexts.theory.services import change_problem, set_aside, start_inquiry
from aimwell.core.history.models import Event
from aimwell.core.history.services import record
from aimwell.demo.clock import as_if
from aimwell.domain.access import Rung

SECRET = "Only a few students say why."
NOON = datetime.datetime(2026, 9, 1, 12, tzinfo=datetime.UTC)


@pytest.fixture
def district(db):
    return create_org(kind=OrgKind.DISTRICT, name="Fern Valley")


@pytest.fixture
def school(district):
    return create_org(kind=OrgKind.SCHOOL, name="Lantern Hill", parent=district)


@pytest.fixture
def grace(person, district):
    """Keeps the district in order, and stands in none of its teams."""
    user = person("Grace Admin")
    OrgRole.objects.create(org=district, user=user, kind=OrgRoleKind.ORG_ADMIN)
    return user


@pytest.fixture
def work(ana, school):
    """Ana's work, opened to her school, with reasons that are nobody else's business."""
    team = start_team(by=ana, name="Room 12", org=school)
    inquiry = start_inquiry(by=ana, team=team, problem=SECRET)
    change_problem(by=ana, inquiry=inquiry, version=1, problem=f"{SECRET} Now.", for_whom="Secret", how_known="")
    share(by=ana, obj=inquiry, rung=Rung.SCHOOL)
    add_member_without_login(by=ana, team=team, name="Kim")
    return inquiry


def url(org, name="audit"):
    return reverse(f"reports:{name}", args=[org.pk])


def told(org, **asked):
    return [(line.who, line.subject, line.verb, line.kind, line.what, line.where) for line in audit_lines(
        audit_events(org, Filters(**asked))
    )]  # fmt: skip


@pytest.mark.ac("S3 R-87")
def test_the_record_tells_acts_and_never_the_work(page, ana, grace, district, work):
    set_aside(by=ana, thing=start_inquiry(by=ana, team=work.owner_team, problem=SECRET), reason="Secret reason")
    assert told(district) == [
        ("Ana Ruiz", "roles", "joined", "team", "Room 12", "Room 12"),
        ("Ana Ruiz", "sharing", "opened or closed", "inquiry", "", "Room 12"),
        ("Ana Ruiz", "structure", "added", "team", "Room 12", "Room 12"),
    ]
    for address in (url(district), url(district, "audit_csv")):
        answer = page(grace, address)
        text = b"".join(answer).decode()
        assert (answer.status_code, SECRET in text, "Secret" in text) == (200, False, False)
        assert "the school" in text


def test_of_work_that_was_opened_it_says_how_far_and_nothing_else(district, work):
    event = Event.objects.get(verb="shared")
    [line] = audit_lines(audit_events(district, Filters(what="sharing")))
    assert [(fact.label, fact.before, fact.after) for fact in line.facts] == [
        ("Open to", "the team only", "the school")
    ]
    assert (line.id, event.target_label) == (event.pk, f"{SECRET} Now.")


@pytest.mark.ac("S3 R-74")
def test_what_a_team_opened_without_its_name_has_none_here_either(ana, district, work):
    share(by=ana, obj=work, rung=Rung.NETWORK_UNNAMED)
    share(by=ana, obj=work, rung=Rung.TEAM)
    [closed, opened, _school] = audit_lines(audit_events(district, Filters(what="sharing")))
    assert [(line.who, line.where) for line in (closed, opened)] == [("somebody", "")] * 2
    for asked in (Filters(who=ana.pk, what="sharing"), Filters(where=f"team-{work.owner_team_id}", what="sharing")):
        assert audit_events(district, asked).count() == 1
    assert Event.objects.filter(verb="shared").count() == 3


def test_only_an_office_that_may_check_sees_it(page, person, ana, stranger, grace, district, school, work):
    principal = person("Principal")
    OrgRole.objects.create(org=school, user=principal, kind=OrgRoleKind.PRINCIPAL)
    former = person("Former")
    OrgRole.objects.create(org=district, user=former, kind=OrgRoleKind.ORG_ADMIN, ended=datetime.date(2026, 1, 1))
    keeper = person("Keeper")
    OrgRole.objects.create(org=school, user=keeper, kind=OrgRoleKind.ORG_ADMIN)
    found = {
        user.name: [
            page(user, url(org, name)).status_code for org in (district, school) for name in ("audit", "audit_csv")
        ]
        for user in (grace, keeper, ana, stranger, principal, former)
    }
    assert found == {
        "Grace Admin": [200] * 4,
        "Keeper": [404, 404, 200, 200],
        **{name: [404] * 4 for name in ("Ana Ruiz", "Sam Stranger", "Principal", "Former")},
    }


def test_events_of_other_organizations_and_of_none_are_not_there(ana, person, district, school, work):
    other = create_org(kind=OrgKind.DISTRICT, name="Salt Marsh")
    start_team(by=person("Bo Other"), name="Elsewhere", org=other)
    start_team(by=person("Cy Alone"), name="No school")
    record(by=ana, verb="changed", target=other, scope_id=None, org_id=other.pk, after={"name": "x"})
    assert {line[-1] for line in told(district)} == {"Room 12"}
    assert told(other) == [
        ("Ana Ruiz", "structure", "changed", "organization", "Salt Marsh", "Salt Marsh"),
        ("Bo Other", "structure", "added", "team", "Elsewhere", "Elsewhere"),
    ]


def test_every_event_of_an_organization_has_one_subject(db):
    kinds = ("orgs.org", "orgs.team", "people.user", "signin.provider", "rosters.rosterbook", "theory.inquiry")
    verbs = ("created", "joined", "invited", "shared", "roster_put_in", "sign_in_added", "account_made", "moved")
    for number, (kind, verb) in enumerate(itertools.product(kinds, verbs)):
        event = Event(at=NOON, target_type=kind, target_id=1, verb=verb, org_id=1, number=number)
        event.save()
        found = [name for name, rule in SUBJECTS.items() if Event.objects.filter(rule, pk=event.pk).exists()]
        assert found == [subject_of(event)]


def test_values_are_told_in_words(ana, district):
    record(
        by=ana, verb="changed", target=district, scope_id=None, org_id=district.pk,
        before={"kind": "segment", "keeps_students": False, "rows": [1, 2], "name": None},
        after={"kind": "district", "keeps_students": True, "rows": {"a": 1}, "removed": 3, "name": None},
    )  # fmt: skip
    [line] = audit_lines(audit_events(district, Filters()))
    assert [(fact.label, fact.before, fact.after) for fact in line.facts] == [
        ("Keeps students", "no", "yes"), ("Kind", "segment", "district"), ("Removed", "nothing", "3"),
    ]  # fmt: skip


def test_who_what_where_and_when_narrow_it(page, ana, grace, person, district, school, work):
    bo = person("Bo")
    with as_if(NOON):
        team = start_team(by=bo, name="Room 7", org=school)
    team_key, day = f"team-{team.pk}", NOON.date()
    assert told(district, who=bo.pk) == told(district, where=team_key) == told(district, since=day, until=day)
    assert len(told(district, who=bo.pk)) == 1
    assert told(district, what="roles", who=bo.pk) == told(district, what="nothing") == []
    assert told(district, where=f"org-{school.pk}") == []
    assert told(district, where="team-x") == told(district)
    text = page(grace, f"{url(district)}?who={bo.pk}&where={team_key}").content.decode()
    assert text.count('<li id="e') == 1
    assert f'<option value="{team_key}" selected>Room 7</option>' in text
    assert f"audit.csv?who={bo.pk}&amp;where={team_key}" in text


def test_pages_stay_put_while_new_events_come_in(page, ana, grace, district, work):
    for number in range(60):
        record(by=ana, verb="changed", target=district, scope_id=None, org_id=district.pk, after={"name": str(number)})
    first = page(grace, url(district)).content.decode()
    events = list(audit_events(district, Filters()))
    add_member_without_login(by=ana, team=work.owner_team, name="Lee")
    assert f"after={events[49].pk}" in first
    second = page(grace, f"{url(district)}?after={events[49].pk}").content.decode()
    assert [f'id="e{event.pk}"' in second for event in events[49:]] == [False] + [True] * 13
    assert ("Newest" in second, "Older" in second, "Newest" in first) == (True, False, False)
    assert page(grace, f"{url(district)}?after=x").status_code == 200
    assert stretch_of(audit_events(district, Filters()), 10**9, 50).is_first


def test_events_of_one_moment_are_each_on_one_page(ana, district):
    with as_if(NOON):
        for number in range(5):
            record(
                by=ana, verb="changed", target=district, scope_id=None, org_id=district.pk, after={"name": str(number)}
            )
    events, seen, after = audit_events(district, Filters()), [], None
    for _ in range(3):
        stretch = stretch_of(events, after, 2)
        seen, after = [*seen, *(event.pk for event in stretch.events)], stretch.older
    assert (seen, after) == ([event.pk for event in events], None)


def test_the_file_holds_every_line_and_starts_no_formula(page, person, grace, district, school):
    team = start_team(by=person("=cmd|' /C calc'!A0"), name='+Team, "one"', org=school)
    for number in range(510):
        record(
            by=grace, verb="changed", target=district, scope_id=None, org_id=district.pk, after={"name": str(number)}
        )
    answer = page(grace, url(district, "audit_csv"))
    rows = list(csv.reader(io.StringIO(b"".join(answer).decode())))
    assert (answer["Content-Type"], len(rows)) == ("text/csv; charset=utf-8", 512)
    assert rows[0] == ["When", "Who", "About", "Did what", "Kind", "What", "Where", "Before and after"]
    assert rows[-1][1:] == [
        "'=cmd|' /C calc'!A0", "Structure", "added", "team", "'+Team, \"one\"", "'+Team, \"one\"",
        'Name: nothing > +Team, "one"',
    ]  # fmt: skip
    assert team.name == '+Team, "one"'


def test_the_api_gives_the_same_lines(api, ana, grace, district, work):
    answer = api(grace, "GET", f"/orgs/{district.pk}/audit?limit=2").json()
    assert [line["subject"] for line in answer["lines"]] == ["roles", "sharing"]
    rest = api(grace, "GET", f"/orgs/{district.pk}/audit?limit=2&after={answer['older']}").json()
    assert ([line["what"] for line in rest["lines"]], rest["older"]) == (["Room 12"], None)
    [line] = api(grace, "GET", f"/orgs/{district.pk}/audit?what=sharing&who={ana.pk}").json()["lines"]
    assert (line["what"], line["facts"]) == (
        "",
        [{"label": "Open to", "before": "the team only", "after": "the school"}],
    )
    assert api(ana, "GET", f"/orgs/{district.pk}/audit").status_code == 404
    assert api(grace, "GET", f"/orgs/{district.pk}/audit?what=work").status_code == 422
    assert api(ana, "GET", f"/orgs/{district.pk}/audit.csv").status_code == 404
    assert b"".join(api(grace, "GET", f"/orgs/{district.pk}/audit.csv")).count(b"\r\n") == 4


def test_audit_query_count_does_not_grow(page, ana, grace, district, school, work, django_assert_num_queries):
    record(by=ana, verb="changed", target=school, scope_id=None, org_id=school.pk)
    page(grace, url(district))
    with django_assert_num_queries(10):  # session, person, office, organization; events, places; choices
        page(grace, url(district))
    for number in range(8):
        team = start_team(by=ana, name=f"Team {number}", org=school)
        record(by=ana, verb="changed", target=team, scope_id=team.pk, org_id=school.pk)
    with django_assert_num_queries(10):
        page(grace, url(district))
