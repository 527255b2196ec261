"""Keeping the main thing the main thing: more aims than usual are said, one can rest, and nothing is stopped."""

import pytest
from django.urls import reverse

from aimwell.contexts.orgs.models import OrgKind, Team
from aimwell.contexts.orgs.services import create_org
from aimwell.contexts.people.models import CoachAssignment, OrgRole
from aimwell.contexts.people.services import share
from aimwell.contexts.people.wording.services import choose_aims, cycle_again
from aimwell.contexts.theory.focus.models import AimPause
from aimwell.contexts.theory.focus.queries import aims_of
from aimwell.contexts.theory.focus.services import pause_aim, resume_aim
from aimwell.contexts.theory.models import Aim
from aimwell.contexts.theory.services import close_inquiry, set_aim
from aimwell.domain.access import Rung
from aimwell.domain.errors import NotAllowed, Refused

ADVICE = "2 aims in work; 1 at one time is usual here"


def words(answer):
    return " ".join(answer.content.decode().split())


def aim_page(inquiry):
    return reverse("theory:aim", args=[inquiry.pk])


@pytest.fixture
def both(ana, inquiry, second):
    set_aim(by=ana, inquiry=second, what="read what others wrote", target=20)
    return inquiry, second


@pytest.mark.ac("S2 R-19")
def test_a_second_aim_shows_advice_with_a_way_to_pause_the_first_and_is_never_stopped(page, ana, inquiry, second):
    assert ADVICE not in words(page(ana, aim_page(second)))
    sent = {"what": "read what others wrote", "unit": "percent", "direction": "up", "version": "0"}
    assert page(ana, aim_page(second), sent).status_code == 302  # it is kept, whatever the advice says
    assert Aim.objects.count() == 2
    for one in (inquiry, second):
        told = words(page(ana, aim_page(one)))
        assert ADVICE in told
        assert f'action="{reverse("focus:pause", args=[inquiry.pk])}"' in told
    page(ana, reverse("focus:pause", args=[inquiry.pk]), {"next": aim_page(second)})
    after = words(page(ana, aim_page(second)))
    assert ADVICE not in after
    assert "rests now. All that is written stays" in after
    assert "This aim rests since" in words(page(ana, aim_page(inquiry)))


@pytest.mark.ac("S2 R-19")
def test_the_list_of_efforts_says_the_same_and_names_what_rests(page, ana, team, both):
    listed = f"{reverse('theory:overview', args=[team.pk])}?all"
    assert ADVICE in words(page(ana, listed))
    pause_aim(by=ana, inquiry=both[0], because="One at a time")
    told = words(page(ana, listed))
    assert ADVICE not in told
    assert "These rest:" in told
    page(ana, reverse("focus:resume", args=[both[0].pk]), {})
    assert ADVICE in words(page(ana, listed))


def test_pausing_twice_is_one_pause_and_going_on_ends_it(ana, both):
    first = pause_aim(by=ana, inquiry=both[0])
    assert pause_aim(by=ana, inquiry=both[0], because="again").pk == first.pk
    resume_aim(by=ana, inquiry=both[0])
    resume_aim(by=ana, inquiry=both[0])
    assert AimPause.objects.get().resumed_on is not None
    assert pause_aim(by=ana, inquiry=both[0]).pk != first.pk


def test_what_is_closed_or_says_nothing_is_not_counted(ana, team, both):
    assert len(aims_of(ana, team).active) == 2
    close_inquiry(by=ana, inquiry=both[1], because="Understood")
    assert [one.pk for one in aims_of(ana, team).active] == [both[0].pk]
    Aim.objects.filter(inquiry=both[0]).update(what="", target=None)
    assert aims_of(ana, team).active == ()


@pytest.mark.ac("S2 R-19")
def test_the_organisation_says_how_many(page, api, ana, person, team, both):
    district = create_org(kind=OrgKind.DISTRICT, name="Fern Valley")
    Team.objects.filter(pk=team.pk).update(org=district)
    yara = person("Yara Admin")
    OrgRole.objects.create(org=district, user=yara, kind="org_admin")
    with pytest.raises(Refused, match="aims_most"):
        choose_aims(by=yara, place=district, most=0)
    choose_aims(by=yara, place=district, most=2)
    assert "usual here" not in words(page(ana, aim_page(both[0])))
    told = api(ana, "GET", f"/teams/{team.pk}/aims-at-once").json()
    assert (told["most"], len(told["active"]), told["paused"]) == (2, 2, [])
    cycle_again(by=yara, place=district, key="aims")
    assert ADVICE in words(page(ana, aim_page(both[0])))
    put = api(yara, "PUT", f"/orgs/{district.pk}/cycle-words/aims", {"most": 3}).json()
    assert (put["most_aims"], put["aims_origin"]) == (3, "Fern Valley")
    with pytest.raises(Refused, match="words_of_org"):
        choose_aims(by=ana, place=Team.objects.get(pk=team.pk), most=5)


def test_only_members_see_the_advice_and_let_an_aim_rest(page, api, ana, person, team, both):
    coach = person("Imani Coach")
    CoachAssignment.objects.create(team=team, user=coach)
    share(by=ana, obj=both[0], rung=Rung.COACH)
    assert "usual here" not in words(page(coach, aim_page(both[0])))
    assert page(coach, reverse("focus:pause", args=[both[0].pk]), {}).status_code == 403
    assert api(coach, "GET", f"/teams/{team.pk}/aims-at-once").status_code == 404
    with pytest.raises(NotAllowed):
        pause_aim(by=coach, inquiry=both[0])
    assert api(ana, "POST", f"/inquiries/{both[0].pk}/aim/pause", {"because": "One"}).status_code == 204
    assert api(ana, "POST", f"/inquiries/{both[0].pk}/aim/resume").status_code == 204
    assert AimPause.objects.get().resumed_on is not None
