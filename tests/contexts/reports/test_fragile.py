"""A team that may welcome support: what it reads first, who else does, and who never does (S3 R-36)."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from aimwell.contexts.cycles.services import draft_cycle
from aimwell.contexts.meetings.models import Meeting
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.orgs.services import create_team
from aimwell.contexts.people.models import CoachAssignment, Membership, OrgRole, TeamRole
from aimwell.contexts.reports.participation.queries import may_welcome_support, own_causes
from aimwell.contexts.reports.participation.services import step_out
from aimwell.contexts.theory.services import start_inquiry
from aimwell.domain.rhythm.fragile import Cause

TODAY = timezone.localdate
CAUSES = [
    "The last 3 planned meetings did not take place.",
    "1 person works in the team now.",
    "The place of sponsor is open.",
    "Nothing was written about a cycle for 18 weeks.",
]


def words(response):
    return " ".join(response.content.decode().split())


def meet(team, weeks, status, why=""):
    day = TODAY() - datetime.timedelta(weeks=weeks)
    return Meeting.objects.create(owner_team=team, on=day, status=status, why=why, minutes=40)


@pytest.fixture
def solo(readers, team, ana, devon):
    """A local improvement team, begun half a year ago, with one person left and its meetings called off."""
    Membership.objects.filter(team=team).exclude(user=ana).delete()
    Team.objects.filter(pk=team.pk).update(kind="lit", created_at=timezone.now() - datetime.timedelta(days=130))
    meet(team, 8, "held")
    for weeks in (4, 3, 1):
        meet(team, weeks, "cancelled", "absence")
    meet(team, 2, "cancelled", "holiday")
    team.refresh_from_db()
    return team


@pytest.fixture
def district(person, solo):
    one = person("Dana District")
    OrgRole.objects.create(org=solo.org.parent or solo.org, user=one, kind="district_team")
    return one


@pytest.mark.ac("S3 R-36")
def test_the_solo_team_reads_the_causes_and_those_who_may_help_read_the_same(page, readers, ana, solo, district):
    own = words(page(ana, reverse("participation:taking_part", args=[solo.pk])))
    for who in (readers["coach"], district):
        told = words(page(who, reverse("participation:support")))
        assert "Teams that may welcome some support" in told
        for cause in CAUSES:
            assert cause in told
            assert cause in own
        assert "Find a time that is there anyway" in told
    assert "Find a time that is there anyway" in own


@pytest.mark.ac("S3 R-36")
def test_the_line_of_command_reads_none_of_it_unless_it_sponsors_the_team(page, readers, solo):
    head = readers["principal"]
    assert "may welcome some support" not in words(page(head, reverse("participation:support")))
    Membership.objects.create(team=solo, user=head, name=head.name, role=TeamRole.SPONSOR)
    told = words(page(head, reverse("participation:support")))
    assert CAUSES[0] in told
    assert CAUSES[2] not in told


@pytest.mark.ac("S3 R-36")
def test_the_team_reads_it_first_and_a_pause_or_the_calendar_says_nothing(readers, ana, solo):
    Meeting.objects.filter(status="cancelled", on__lt=TODAY() - datetime.timedelta(weeks=3, days=1)).delete()
    own = own_causes(ana, solo, "en").causes
    [other] = may_welcome_support(readers["coach"], "en", TODAY())
    assert Cause.MEETINGS in own
    assert Cause.MEETINGS not in other.causes
    step_out(by=ana, team=solo)
    assert own_causes(ana, solo, "en").causes == ()
    assert may_welcome_support(readers["coach"], "en", TODAY()) == []


def test_a_new_team_and_a_meeting_that_took_place_call_for_nothing(readers, ana, solo):
    meet(solo, 0.5, "shortened")
    assert Cause.MEETINGS not in own_causes(ana, solo, "en").causes
    draft_cycle(by=ana, inquiry=start_inquiry(by=ana, team=solo, problem="Few say why."), try_what="Talk cards")
    assert Cause.CYCLES not in own_causes(ana, solo, "en").causes
    Team.objects.filter(pk=solo.pk).update(created_at=timezone.now() - datetime.timedelta(days=20))
    assert own_causes(ana, solo, "en").causes == ()


@pytest.mark.ac("S3 R-36")
def test_the_api_says_the_same_to_the_same_people(api, readers, ana, solo):
    [told] = api(readers["coach"], "GET", "/support").json()["may_welcome_support"]
    own = api(ana, "GET", f"/teams/{solo.pk}/taking-part").json()["may_help"]
    assert told["reasons"] == own
    assert [one["cause"] for one in own] == ["meetings", "members", "sponsor", "cycles"]
    assert api(readers["principal"], "GET", "/support").json()["may_welcome_support"] == []


def test_many_teams_come_by_name_at_the_cost_of_one(page, district, solo, django_assert_num_queries):
    url = reverse("participation:support")
    page(district, url)
    with django_assert_num_queries(COST):
        page(district, url)
    for name in ("Room 3", "Alder"):
        create_team(name=name, org=solo.org)
    Team.objects.update(created_at=timezone.now() - datetime.timedelta(days=200))
    with django_assert_num_queries(COST):
        found = page(district, url).context["fragile"]
    assert [one.team.name for one in found] == sorted(one.team.name for one in found)
    assert len(found) >= 3


COST = 13


def test_a_coach_of_nobody_costs_nothing_more(stranger):
    assert may_welcome_support(stranger, "en", TODAY()) == []
    assert CoachAssignment.objects.filter(user=stranger).count() == 0
