"""Who hears of a quiet team or an open place, and who never does."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from aimwell.contexts.orgs.models import Participation
from aimwell.contexts.people.models import ClosedToOutside, Membership, OutsideRole, TeamRole
from aimwell.contexts.people.services import leave_team
from aimwell.contexts.reports.handover.queries import notes_of
from aimwell.contexts.reports.participation.queries import long_gaps_of, state_of, support_of
from aimwell.contexts.reports.participation.services import agree_to_hub, resume, step_out
from aimwell.contexts.theory.services import start_inquiry
from aimwell.core.history.models import Event


def after(number):
    return timezone.localdate() + datetime.timedelta(days=number)


def hears(readers, who, number):
    return [one.team.name for one in support_of(readers[who], after(number)).welcome_a_call]


@pytest.fixture
def at_work(ana, team, inquiry):
    """The last thing done is of today."""
    return team


@pytest.mark.ac("S0 R-55")
@pytest.mark.parametrize(("number", "days"), [(59, 0), (60, 60), (119, 119), (181, 181)])
def test_the_lead_reads_a_line_from_the_sixtieth_day_on(ana, at_work, number, days):
    assert notes_of(ana, at_work, after(number)).quiet_days == days


@pytest.mark.ac("S0 R-55")
def test_other_members_read_it_where_nobody_leads(ana, devon, at_work):
    assert notes_of(devon, at_work, after(90)).quiet_days == 0
    Membership.objects.filter(user=ana).update(role=TeamRole.MEMBER)
    assert notes_of(devon, at_work, after(90)).quiet_days == 90


@pytest.mark.ac("S0 R-55")
@pytest.mark.parametrize(("number", "hears_it"), [(59, False), (60, False), (119, False), (120, True), (181, True)])
def test_the_coach_hears_of_it_from_the_120th_day_on(readers, at_work, number, hears_it):
    assert hears(readers, "coach", number) == ([at_work.name] if hears_it else [])


@pytest.mark.ac("S0 R-55")
@pytest.mark.parametrize(("number", "hears_it"), [(120, False), (179, False), (180, True), (181, True)])
def test_the_hub_hears_of_it_from_the_180th_day_on_where_the_team_agreed(readers, ana, at_work, number, hears_it):
    assert hears(readers, "hub", number) == []
    agree_to_hub(by=ana, team=at_work, agreed=True)
    assert hears(readers, "hub", number) == ([at_work.name] if hears_it else [])
    agree_to_hub(by=ana, team=at_work, agreed=False)
    assert hears(readers, "hub", number) == []


def test_agreeing_twice_is_one_word(ana, team):
    assert (agree_to_hub(by=ana, team=team, agreed=True), agree_to_hub(by=ana, team=team, agreed=True)) == (True, True)
    assert Event.objects.filter(verb="hub_told").count() == 1


def test_a_hub_that_is_kept_out_hears_nothing(readers, ana, at_work):
    agree_to_hub(by=ana, team=at_work, agreed=True)
    ClosedToOutside.objects.create(org=at_work.org.parent, role=OutsideRole.HUB)
    assert hears(readers, "hub", 400) == []


@pytest.mark.ac("S0 R-55")
def test_it_never_goes_up_or_sideways(readers, ana, at_work):
    agree_to_hub(by=ana, team=at_work, agreed=True)
    others = set(readers) - {"coach", "hub"}
    assert {who: hears(readers, who, 400) for who in others} == {who: [] for who in others}


@pytest.mark.ac("S0 R-55")
def test_a_team_on_a_pause_gives_no_signal_and_counts_anew_from_its_return(readers, ana, at_work):
    step_out(by=ana, team=at_work)
    assert (hears(readers, "coach", 400), notes_of(ana, at_work, after(400)).quiet_days) == ([], 0)
    resume(by=ana, team=at_work)
    Participation.objects.update(started=after(200), ended=after(250))
    assert notes_of(ana, at_work, after(309)).quiet_days == 0
    assert notes_of(ana, at_work, after(310)).quiet_days == 60


@pytest.mark.ac("S0 R-55")
def test_the_historical_count_includes_the_pause_that_gave_no_signal(page, ana, at_work):
    step_out(by=ana, team=at_work)
    assert (long_gaps_of(at_work, after(179)), long_gaps_of(at_work, after(181))) == (0, 1)
    at_work.created_at -= datetime.timedelta(days=200)
    at_work.save(update_fields=["created_at"])
    assert (
        "pauses included: 1 time" in page(ana, reverse("participation:taking_part", args=[at_work.pk])).content.decode()
    )


def test_a_pause_is_no_work(ana, team):
    before = state_of(ana, team).quiet
    start_inquiry(by=ana, team=team)
    step_out(by=ana, team=team)
    assert state_of(ana, team).quiet.last == before.last


@pytest.mark.ac("S0 R-46")
def test_a_place_of_lead_without_a_holder_is_shown_the_same_day(page, readers, ana, devon, team):
    leave_team(by=devon, membership=Membership.objects.get(user=ana, team=team))
    today = timezone.localdate()
    for who in ("coach", "principal"):
        assert [one.no_lead_since for one in support_of(readers[who], today).without_lead if one.team == team] == [
            today
        ]
        assert notes_of(readers[who], team, today).no_lead_since == today
        assert "The place of lead is open since" in page(readers[who], f"/t/{team.pk}/").content.decode()
    for who in ("hub", "colleague", "district leader"):
        assert notes_of(readers[who], team, today).no_lead_since is None
    assert notes_of(devon, team, today).no_lead_since == today


@pytest.mark.ac("S0 R-55")
def test_a_principal_sees_who_takes_part_and_no_word_of_quiet(page, readers, at_work):
    text = page(readers["principal"], reverse("participation:support")).content.decode()
    assert at_work.name in text
    assert "Teams that may welcome a call" not in text


def test_a_reader_with_nothing_to_help_is_told_so(page, stranger):
    assert "Nothing asks for you just now." in page(stranger, reverse("participation:support")).content.decode()


@pytest.mark.parametrize(("who", "helps"), [("coach", True), ("hub", True), ("principal", True), ("colleague", False)])
def test_who_helps_from_outside_finds_the_way_from_home(page, readers, who, helps):
    text = page(readers[who], reverse("people:home") + "?all=1").content.decode()
    assert (reverse("participation:support") in text) is helps


def test_support_takes_the_same_queries_however_many_teams(page, readers, team, django_assert_num_queries):
    from aimwell.contexts.orgs.services import create_team

    page(readers["principal"], reverse("participation:support"))
    with django_assert_num_queries(SUPPORT):
        page(readers["principal"], reverse("participation:support"))
    for number in range(5):
        create_team(name=f"Team {number}", org=team.org)
    with django_assert_num_queries(SUPPORT):
        page(readers["principal"], reverse("participation:support"))


SUPPORT = 8  # session, person, coached teams, own places, district teams, networks of the hub, schools led, their teams
