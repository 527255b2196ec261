"""Slots of a team, changes of a place, and a lead from outside the school."""

import datetime

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from aimwell.contexts.orgs.models import OrgKind, TeamKind
from aimwell.contexts.orgs.services import create_org, create_team
from aimwell.contexts.people import services
from aimwell.contexts.people.models import CoachAssignment, Membership, OrgRole, TeamRole
from aimwell.contexts.people.queries import coaches_of, functions_of, members_of, slots_of, works_elsewhere
from aimwell.contexts.theory.models import Inquiry
from aimwell.contexts.theory.services import start_inquiry
from aimwell.core.history.models import Event
from aimwell.domain.errors import NotAllowed, Refused

EARLIER = datetime.date(2026, 9, 1)


def slots(team):
    """Role by role: the names of the holders, or the day since which it is vacant."""
    return {slot.role: [one.name for one in slot.holders] or slot.vacant_since for slot in slots_of([team])[team.pk]}


def place_of(team, user):
    return team.memberships.get(user=user, ended=None)


def sit(team, name, role=TeamRole.MEMBER, **more):
    return Membership.objects.create(team=team, name=name, role=role, started=EARLIER, **more)


@pytest.mark.ac("S3 R-3")
def test_every_slot_has_a_holder_or_a_day(team):
    began = timezone.localdate(team.created_at)
    sit(team, "Old sponsor", TeamRole.SPONSOR, ended=datetime.date(2026, 10, 5))
    sit(team, "Older sponsor", TeamRole.SPONSOR, ended=datetime.date(2026, 9, 20))
    sit(team, "Bo", TeamRole.BACKUP)
    sit(team, "Al", TeamRole.BACKUP)
    assert slots(team) == {
        "lead": ["Ana Ruiz"],
        "backup": ["Al", "Bo"],
        "facilitator": began,
        "sponsor": datetime.date(2026, 10, 5),
        "content_coach": began,
    }


def test_slots_of_many_teams_cost_two_queries(team, django_assert_num_queries):
    teams = [team, *(create_team(name=f"Team {number}") for number in range(4))]
    with django_assert_num_queries(2):
        assert set(slots_of(teams)) == {one.pk for one in teams}


@pytest.mark.ac("S3 R-8")
def test_a_lead_who_leaves_leaves_the_work_and_a_vacant_slot(ana, devon, team):
    inquiry = start_inquiry(by=ana, team=team, problem="Few say why.")
    services.leave_team(by=devon, membership=place_of(team, ana))
    assert Inquiry.objects.get(pk=inquiry.pk).owner_team == team
    assert slots(team)["lead"] == timezone.localdate()
    services.change_place(by=devon, place=place_of(team, devon), role=TeamRole.LEAD, on_call=False)
    assert slots(team)["lead"] == ["Devon Park"]


@pytest.mark.ac("S3 R-8")
def test_a_role_that_lasted_ends_with_its_day(ana, team):
    old = sit(team, "Kim", TeamRole.FACILITATOR)
    new = services.change_place(by=ana, place=old, role=TeamRole.MEMBER, on_call=False)
    assert (new.pk != old.pk, new.name, new.started) == (True, "Kim", timezone.localdate())
    assert Membership.objects.get(pk=old.pk).ended == timezone.localdate()
    assert slots(team)["facilitator"] == timezone.localdate()
    event = Event.objects.get(verb="place_changed")
    assert (event.before, event.after["role"]) == ({"role": "facilitator", "on_call": False, "covers": []}, "member")


def test_a_role_chosen_today_is_put_right_in_place(ana, devon, team):
    place = place_of(team, devon)
    assert services.change_place(by=ana, place=place, role=TeamRole.BACKUP, on_call=False).pk == place.pk
    assert team.memberships.filter(user=devon).count() == 1


@pytest.mark.ac("S3 R-6")
def test_core_and_on_call(ana, team):
    place = sit(team, "Kim")
    same = services.change_place(by=ana, place=place, role=TeamRole.MEMBER, on_call=True)
    assert (same.pk, same.on_call, same.started) == (place.pk, True, EARLIER)
    assert services.change_place(by=ana, place=same, role=TeamRole.MEMBER, on_call=True) is same
    assert Event.objects.filter(verb="place_changed").count() == 1


def test_only_members_change_a_place(ana, team, stranger):
    place = place_of(team, ana)
    with pytest.raises(NotAllowed):
        services.change_place(by=stranger, place=place, role=TeamRole.MEMBER, on_call=True)
    with pytest.raises(NotAllowed):
        services.change_team(by=stranger, team=team, name="Mine", about="", kind=TeamKind.TEAM)
    assert Membership.objects.get(pk=place.pk).role == TeamRole.LEAD


def test_the_last_person_inside_does_not_become_sponsor_or_leave(ana, team, person):
    sit(team, "Paz", TeamRole.SPONSOR, user=person("Paz"))
    place = place_of(team, ana)
    for act in (
        lambda: services.change_place(by=ana, place=place, role=TeamRole.SPONSOR, on_call=False),
        lambda: services.leave_team(by=ana, membership=place),
    ):
        with pytest.raises(Refused) as refusal:
            act()
        assert refusal.value.code == "last_member"
    services.leave_team(by=ana, membership=team.memberships.get(name="Paz"))
    assert [one.name for one in team.memberships.filter(ended=None)] == ["Ana Ruiz"]


# A lead from outside the school


@pytest.fixture
def elsewhere(person, placed, district):
    """Somebody of the team whose only other place is in the district's office."""
    user = person("Lee Leader")
    OrgRole.objects.create(org=district, user=user, kind="district_team")
    return sit(placed, "Lee Leader", user=user)


@pytest.mark.ac("S3 R-5")
def test_a_lead_from_elsewhere_asks_for_a_reason_which_is_kept(ana, elsewhere):
    with pytest.raises(Refused) as refusal:
        services.change_place(by=ana, place=elsewhere, role=TeamRole.LEAD, on_call=False, reason="  ")
    assert (refusal.value.code, refusal.value.data) == ("lead_from_elsewhere", {"name": "Lee Leader"})
    assert Membership.objects.get(pk=elsewhere.pk).role == TeamRole.MEMBER
    services.change_place(by=ana, place=elsewhere, role=TeamRole.LEAD, on_call=False, reason="Nobody here has time.")
    assert Event.objects.get(verb="place_changed").reason == "Nobody here has time."


@pytest.mark.ac("S3 R-5")
def test_what_counts_as_elsewhere(person, placed, school, district):
    def told(name, **more):
        return works_elsewhere(sit(placed, name, user=person(name), **more))

    assert not works_elsewhere(sit(placed, "Paper"))
    assert not told("New")
    here, there, coach = (sit(placed, name, user=person(name)) for name in ("Here", "There", "Coach"))
    sit(create_team(name="Beside", org=school), "Here", user=here.user)
    sit(create_team(name="Far", org=create_org(kind=OrgKind.SCHOOL, name="Far")), "There", user=there.user)
    sit(create_team(name="Free"), "Here", user=here.user)
    CoachAssignment.objects.create(team=placed, user=coach.user)
    assert [works_elsewhere(place) for place in (here, there, coach)] == [False, True, True]
    placed.org = district
    placed.save()
    there.refresh_from_db()
    assert not works_elsewhere(there)


# Kinds of teams


@pytest.mark.ac("S3 R-2")
def test_a_district_team_works_without_any_team_below(ana, admin, district):
    team = services.make_team(by=admin, org=district, name="Marlow improvement", kind=TeamKind.DIT)
    sit(team, "Ana Ruiz", TeamRole.LEAD, user=ana)
    inquiry = start_inquiry(by=ana, team=team, problem="Few say why.")
    assert (team.kind, team.org, inquiry.owner_team) == ("dit", district, team)
    assert slots(team)["lead"] == ["Ana Ruiz"]


def test_a_team_changes_name_and_kind(ana, team):
    services.change_team(by=ana, team=team, name=" Room 14 ", about="grade 5 math", kind=TeamKind.GRADE)
    assert (team.name, team.kind) == ("Room 14", "grade")
    event = Event.objects.get(verb="changed")
    assert (event.before, event.after) == (
        {"name": "Room 12 and friends", "kind": "team"},
        {"name": "Room 14", "kind": "grade"},
    )
    services.change_team(by=ana, team=team, name="Room 14", about="grade 5 math", kind=TeamKind.GRADE)
    assert Event.objects.filter(verb="changed").count() == 1


def test_no_team_of_an_organisation_makes_itself_the_districts_own(ana, team, district):
    services.change_team(by=ana, team=team, name="Free", about="", kind=TeamKind.DIT)
    services.change_team(by=ana, team=team, name="Free", about="", kind=TeamKind.PLC)
    team.org = district
    team.save()
    with pytest.raises(Refused) as refusal:
        services.change_team(by=ana, team=team, name="Free", about="", kind=TeamKind.DIT)
    assert refusal.value.code == "kind_by_office"
    team.refresh_from_db()
    assert team.kind == "plc"


# What a district team covers


@pytest.fixture
def of_district(team):
    """Ana's team as the improvement team of a district, with Kim, who has two parts in it."""
    team.kind = TeamKind.DIT
    team.save()
    sit(team, "Kim", covers=["research", "school_link"])
    return team


@pytest.mark.ac("S3 R-7")
def test_who_covers_what_in_a_district_team(of_district, ana, person):
    CoachAssignment.objects.create(team=of_district, user=person("Cody Coach"))
    sit(of_district, "Bo", covers=["research", "hub_coach"])
    sit(of_district, "Old", covers=["cabinet"], ended=EARLIER)
    members, coaches = list(members_of(of_district)), list(coaches_of(of_district))
    assert {one.kind: one.names for one in functions_of(of_district, members, coaches)} == {
        "cabinet": (),
        "supervisor": (),
        "content": (),
        "research": ("Bo", "Kim"),
        "school_link": ("Kim",),
        "hub_coach": ("Bo", "Cody Coach"),
    }
    of_district.kind = TeamKind.LIT
    assert functions_of(of_district, members, coaches) == ()


@pytest.mark.ac("S3 R-7")
def test_what_a_person_covers_is_kept_in_order_and_moves_with_a_new_role(ana, of_district):
    place = of_district.memberships.get(name="Kim")
    told = {"by": ana, "on_call": False}
    done = services.change_place(
        **told, place=place, role=TeamRole.MEMBER, covers=["school_link", "cabinet", "cabinet"]
    )
    assert (done.pk, done.covers) == (place.pk, ["cabinet", "school_link"])
    new = services.change_place(**told, place=done, role=TeamRole.BACKUP)
    assert (new.pk != place.pk, new.covers) == (True, ["cabinet", "school_link"])
    event = Event.objects.filter(verb="place_changed").order_by("pk").first()
    assert (event.before["covers"], event.after["covers"]) == (["research", "school_link"], ["cabinet", "school_link"])
    assert services.change_place(**told, place=new, role=TeamRole.BACKUP, covers=new.covers) is new


# Pages


@pytest.mark.ac("S3 R-3")
def test_the_people_page_shows_slots_and_vacancies(page, ana, team):
    with time_machine.travel(datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)):
        sit(team, "Kim", TeamRole.SPONSOR, ended=datetime.date(2026, 10, 5))
        sit(team, "Al", TeamRole.BACKUP, on_call=True)
        text = page(ana, reverse("people:members", args=[team.pk])).content.decode()
    assert "<dt>Sponsor</dt><dd>vacant since October 5, 2026</dd>" in text
    assert '<dt>Backup</dt><dd>Al <span class="quiet">on call</span></dd>' in text


@pytest.mark.ac("S3 R-7")
def test_the_people_page_of_a_district_team_says_what_nobody_covers(page, ana, of_district):
    text = page(ana, reverse("people:members", args=[of_district.pk])).content.decode()
    assert "<dt>Research or data</dt><dd>Kim</dd>" in text
    assert "<dt>Hub coach</dt><dd>not covered</dd>" in text
    told = "A district team counts on at least one leader from the cabinet."
    assert f'<dt>Cabinet</dt><dd>not covered <span class="quiet">{told}</span></dd>' in text
    of_district.kind = TeamKind.LIT
    of_district.save()
    assert "Who covers what" not in page(ana, reverse("people:members", args=[of_district.pk])).content.decode()


@pytest.mark.ac("S3 R-7")
def test_what_a_person_covers_is_set_on_the_page_of_the_place(page, ana, of_district):
    place = of_district.memberships.get(name="Kim")
    url = reverse("people:place", args=[of_district.pk, place.pk])
    assert page(ana, url).content.decode().count("checked") == 2
    assert page(ana, url, {"role": "member", "covers": ["weather"]}).status_code == 422
    assert page(ana, url, {"role": "member", "covers": ["cabinet", "content"]}).status_code == 302
    place.refresh_from_db()
    assert place.covers == ["cabinet", "content"]
    page(ana, url, {"role": "member"})
    place.refresh_from_db()
    assert place.covers == []


@pytest.mark.ac("S3 R-7")
def test_the_place_in_another_team_keeps_what_it_covers_unasked(page, ana, team):
    place = sit(team, "Kim", covers=["cabinet"])
    url = reverse("people:place", args=[team.pk, place.pk])
    assert "Covers for the district" not in page(ana, url).content.decode()
    page(ana, url, {"role": "member", "on_call": "on"})
    place.refresh_from_db()
    assert (place.on_call, place.covers) == (True, ["cabinet"])


@pytest.mark.ac("S3 R-5")
def test_the_page_of_a_place_asks_once_and_goes_on_with_a_reason(page, ana, elsewhere, placed):
    url = reverse("people:place", args=[placed.pk, elsewhere.pk])
    assert "Lee Leader works elsewhere" in page(ana, url).content.decode()
    answer = page(ana, url, {"role": "lead"})
    assert answer.status_code == 422
    assert "You can go on with one line on why." in answer.content.decode()
    answer = page(ana, url, {"role": "lead", "reason": "Until June"})
    assert (answer.status_code, answer["Location"]) == (302, reverse("people:members", args=[placed.pk]))


def test_who_becomes_a_sponsor_goes_home(page, ana, devon, team):
    url = reverse("people:place", args=[team.pk, place_of(team, ana).pk])
    assert page(ana, url, {"role": "sponsor"})["Location"] == reverse("people:home")


def test_the_page_of_the_team_changes_it(page, ana, team):
    url = reverse("people:change_team", args=[team.pk])
    assert page(ana, url).status_code == 200
    assert page(ana, url, {"name": "", "kind": "plc"}).status_code == 422
    page(ana, url, {"name": "Room 14", "kind": "plc"})
    team.refresh_from_db()
    assert (team.name, team.kind, team.about) == ("Room 14", "plc", "")


# API


def test_slots_and_places_by_the_api(api, ana, team, elsewhere, placed):
    told = {slot["role"]: slot["holders"] for slot in api(ana, "GET", f"/teams/{team.pk}/slots").json()}
    assert told["lead"] == ["Ana Ruiz"]
    address = f"/members/{elsewhere.pk}"
    refused = api(ana, "PATCH", address, {"role": "lead"})
    assert (refused.status_code, refused.json()["code"]) == (422, "lead_from_elsewhere")
    assert api(ana, "PATCH", address, {"on_call": True}).json()["on_call"] is True
    done = api(ana, "PATCH", address, {"role": "lead", "reason": "Until June"}).json()
    assert (done["role"], done["on_call"], done["id"] != elsewhere.pk) == ("lead", True, True)
    assert api(ana, "PATCH", address, {"role": "lead"}).status_code == 404
    changed = api(ana, "PATCH", f"/teams/{team.pk}", {"kind": "plc"}).json()
    assert (changed["name"], changed["kind"]) == ("Room 12 and friends", "plc")


@pytest.mark.ac("S3 R-7")
def test_what_a_person_covers_by_the_api(api, ana, of_district):
    address = f"/members/{of_district.memberships.get(name='Kim').pk}"
    assert api(ana, "PATCH", address, {"on_call": True}).json()["covers"] == ["research", "school_link"]
    assert api(ana, "PATCH", address, {"covers": ["cabinet"]}).json()["covers"] == ["cabinet"]
    assert api(ana, "PATCH", address, {"covers": ["weather"]}).status_code == 422
    people = api(ana, "GET", f"/teams/{of_district.pk}/members").json()
    people = people if isinstance(people, list) else people["items"]
    assert {one["name"]: one["covers"] for one in people} == {"Ana Ruiz": [], "Kim": ["cabinet"]}
