"""An organisation's pages: who may open them, what they show, and how it is kept in order."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from aimwell.contexts.orgs.models import Network, NetworkOrg, Org, OrgKind, Participation, TeamKind
from aimwell.contexts.orgs.services import create_network, create_org, create_team, join_network
from aimwell.contexts.people import services
from aimwell.contexts.people.models import (
    ClosedToOutside,
    CoachAssignment,
    Invitation,
    Membership,
    NetworkRole,
    OrgRole,
)
from aimwell.contexts.people.queries import find_look, move_preview, networks_to_join, orgs_held, places_to_move
from aimwell.contexts.people.signin.services import make_account
from aimwell.core.history.models import Event
from aimwell.domain.access.roles import Power, Role
from aimwell.domain.errors import NotAllowed, NotFound, Refused
from aimwell.domain.words.roles import TABLE

LONG_AGO = datetime.date(2026, 1, 5)


def address(name, org, *more):
    return reverse(f"people:{name}", args=[org.pk, *more])


@pytest.fixture
def holder(person, district):
    """`holder("supervisor")`: somebody with this office in the district, or elsewhere."""

    def give(kind, org=None):
        user = person(f"{kind.title()} Person")
        OrgRole.objects.create(org=org or district, user=user, kind=kind)
        return user

    return give


# Who may open it, and what they see


@pytest.mark.parametrize("kind", ["principal", "supervisor", "district_team", "org_admin"])
def test_office_holders_see_the_names_of_teams(kind, holder, placed, school):
    look = find_look(holder(kind), school.pk)
    assert (look.names, list(look.teams)) == (True, [placed])


def test_an_administrator_sees_a_team_by_name_and_no_way_in(admin, page, placed, school):
    text = page(admin, address("org", school)).content.decode()
    assert placed.name in text
    assert reverse("reports:today", args=[placed.pk]) not in text
    assert page(admin, reverse("reports:today", args=[placed.pk])).status_code == 404


def test_a_principal_sees_the_way_in_and_no_page_to_keep_in_order(holder, page, placed, school):
    principal = holder("principal", school)
    text = page(principal, address("org", school)).content.decode()
    assert reverse("reports:today", args=[placed.pk]) in text
    assert address("structure", school) not in text
    for name in ("structure", "org_people", "outsiders", "move_org"):
        assert page(principal, address(name, school)).status_code == 404


def test_an_evaluator_sees_no_names_and_nothing_when_kept_out(admin, holder, page, placed, school):
    evaluator = holder("evaluator")
    assert placed.name not in page(evaluator, address("org", school)).content.decode()
    services.close_to(by=admin, org=school.parent, role="evaluator")
    assert page(evaluator, address("org", school)).status_code == 404


def test_an_organisation_is_not_there_for_others(ana, holder, page, placed, school, district):
    beside = holder("principal", create_org(kind=OrgKind.SCHOOL, name="Otter Creek", parent=district))
    for user in (ana, beside):
        assert page(user, address("org", school)).status_code == 404
    assert page(ana, reverse("people:org", args=[10**9])).status_code == 404
    with pytest.raises(NotFound):
        find_look(ana, 2**62)


@pytest.mark.ac("S3 R-2")
@pytest.mark.ac("S3 R-3")
def test_who_is_in_the_districts_own_team_sees_vacant_slots_below(page, person, placed, school, district):
    dit, user = create_team(name="Marlow improvement", org=district, kind=TeamKind.DIT), person("Dana")
    Membership.objects.create(team=dit, user=user, name="Dana", role="lead")
    Membership.objects.create(team=placed, name="Kim", role="sponsor", started=LONG_AGO, ended=LONG_AGO)
    text = page(user, address("org", school)).content.decode()
    assert "Sponsor: vacant since January 5, 2026" in text
    assert "Lead: vacant since" not in text
    assert [org.name for org in orgs_held(user)] == ["Marlow County"]


def test_the_page_counts_what_is_below_and_names_what_is_above(admin, page, placed, school, district):
    look = find_look(admin, district.pk)
    assert look.counts == {"school": 1, "team": 1}
    assert look.powers == frozenset(Power)
    below = find_look(admin, school.pk)
    assert [(org.name, opens) for org, opens in below.above] == [("Marlow County", True)]
    text = page(admin, address("org", school)).content.decode()
    assert f'<a href="{address("org", district)}">Marlow County</a>' in text


@pytest.mark.ac("S3 R-88")
def test_lists_stand_by_name_alone(admin, district):
    for name in ("Cedar", "Alder", "Birch"):
        org = create_org(kind=OrgKind.SCHOOL, name=name, parent=district)
        for number in range(len(name)):
            create_team(name=f"Team {9 - number}", org=org)
    look = find_look(admin, district.pk)
    assert [org.name for org in look.children] == ["Alder", "Birch", "Cedar"]
    assert [team.name for team in find_look(admin, org.pk).teams] == [f"Team {n}" for n in range(5, 10)]


@pytest.mark.ac("S1 R-74")
@pytest.mark.ac("S3 R-88")
def test_no_list_of_the_api_can_be_put_in_an_order_by_results():
    from aimwell.api.assembly import api

    paths = api.get_openapi_schema()["paths"].values()
    asked = {one["name"] for path in paths for operation in path.values() for one in operation.get("parameters", [])}
    assert {"limit", "offset"} <= asked
    assert asked & {"sort", "sort_by", "order", "order_by", "ordering", "rank", "top"} == set()


def test_the_cost_of_the_page_is_flat(admin, page, district, django_assert_num_queries):
    create_team(name="Team 00", org=create_org(kind=OrgKind.SCHOOL, name="School 00", parent=district))
    create_team(name="Team 00", org=district)
    page(admin, address("org", district))
    with django_assert_num_queries(19):
        page(admin, address("org", district))
    for number in range(1, 45):
        school = create_org(kind=OrgKind.SCHOOL, name=f"School {number:02}", parent=district)
        create_team(name=f"Team {number:02}", org=district)
        create_team(name="Grade 3", org=school)
    with django_assert_num_queries(19):
        answer = page(admin, address("org", district))
    text = answer.content.decode()
    assert ("School 39" in text, "School 40" in text, "Team 39" in text, "Team 40" in text) == (
        True,
        False,
        True,
        False,
    )
    second = page(admin, address("org", district) + "?below=2&teams=2").content.decode()
    assert ("School 40" in second, "Team 44" in second, "Team 39" in second) == (True, True, False)


def test_one_organisation_is_opened_at_once_and_several_are_listed(admin, ana, page, school, district, holder):
    assert page(admin, reverse("people:orgs"))["Location"] == address("org", district)
    other = create_org(kind=OrgKind.DISTRICT, name="Clark")
    OrgRole.objects.create(org=other, user=admin, kind="evaluator")
    text = page(admin, reverse("people:orgs")).content.decode()
    assert text.index("Clark") < text.index("Marlow County")
    assert "You have no office" in page(ana, reverse("people:orgs")).content.decode()


def test_home_and_settings_lead_to_the_organisation(admin, ana, page):
    link = f'href="{reverse("people:orgs")}"'
    for name in ("people:home", "people:settings"):
        assert link in page(admin, reverse(name)).content.decode()
    assert link not in page(ana, reverse("people:settings")).content.decode()


def test_who_runs_the_site_sees_every_tree(site_admin, district, school):
    assert list(orgs_held(site_admin)) == [district]
    assert find_look(site_admin, school.pk).names


# Roles


@pytest.mark.ac("S1 R-74")
@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_page_of_roles_and_the_settings_say_what_this_is_not_for(lang, page, ana):
    for name in ("people:roles", "people:settings"):
        text = page(ana, reverse(name), headers={"accept-language": lang}).content.decode()
        assert TABLE.say("statement", lang) in text
    text = page(ana, reverse("people:roles"), headers={"accept-language": lang}).content.decode()
    assert [TABLE.say(role, lang) in text for role in Role] == [True] * len(Role)


# Structure


@pytest.mark.parametrize("name", ["structure", "org_people", "outsiders", "move_org"])
def test_pages_of_power_ask_who_it_is_once_more(name, admin, page, district):
    admin.set_password("correct horse battery")
    admin.save()
    answer = page(admin, address(name, district))
    assert (answer.status_code, answer["Location"].split("?")[0]) == (302, reverse("account_reauthenticate"))


def test_what_is_made_hangs_below_and_is_told(admin, page, district):
    page(admin, address("make_org", district), {"name": "North", "kind": "segment"})
    north = Org.objects.get(name="North")
    assert (north.parent, north.placements.get().parent) == (district, district)
    page(admin, address("make_team", north), {"name": "Grade 3", "kind": "grade"})
    assert north.teams.get().kind == "grade"
    page(admin, address("rename_org", north), {"name": "Northern schools"})
    page(admin, address("rename_org", north), {"name": "Northern schools "})
    told = Event.objects.filter(org_id=north.pk).order_by("pk").values_list("verb", "before", "after")
    assert list(told) == [
        ("created", {}, {"name": "North", "kind": "segment"}),
        ("renamed", {"name": "North"}, {"name": "Northern schools"}),
    ]


@pytest.mark.ac("S0 R-53")
def test_a_team_that_an_office_makes_is_invited_until_its_first_person_comes(admin, api, page, person, district):
    page(admin, address("make_team", district), {"name": "Grade 3", "kind": "grade"})
    team, says = district.teams.get(), "invited, nobody is in it yet"
    assert says in page(admin, address("org", district)).content.decode()
    assert api(admin, "GET", f"/orgs/{district.pk}/teams").json()["items"][0]["invited"] is True
    until = timezone.now() + datetime.timedelta(days=1)
    for number in range(2):
        one = Invitation.objects.create(team=team, invited_by=admin, expires_at=until)
        services.join_team(by=person(f"Kim {number}"), token=one.token)
    states = Participation.objects.filter(team=team).order_by("pk").values_list("state", "ended")
    assert list(states) == [("invited", timezone.localdate()), ("active", None)]
    assert says not in page(admin, address("org", district)).content.decode()


def test_a_card_for_the_first_person_begins_it_too(admin, district):
    team = services.make_team(by=admin, org=district, name="Grade 3")
    make_account(by=admin, name="Kim", team=team, role="lead")
    assert Participation.objects.get(team=team, ended=None).state == "active"


@pytest.mark.parametrize("name", ["make_org", "make_team", "rename_org", "make_network", "join_network"])
def test_a_form_without_its_words_is_shown_again(name, admin, page, district):
    answer = page(admin, address(name, district), {})
    assert (answer.status_code, 'class="ask"' in answer.content.decode()) == (422, True)


@pytest.mark.ac("S1 R-1")
def test_a_move_is_found_looked_at_and_done(admin, holder, page, school, district):
    north, south = (create_org(kind=OrgKind.SEGMENT, name=name, parent=district) for name in ("North", "South"))
    old, new = holder("supervisor", north), holder("principal", south)
    school = services.move_org(by=admin, org=school, parent=north, on=timezone.localdate())
    url = address("move_org", school)
    found = page(admin, f"{url}?q=sou").content.decode()
    assert (f"?to={south.pk}" in found, "North" in found) == (True, False)
    look = page(admin, f"{url}?to={south.pk}").content.decode()
    assert look.index("Will stand over it") < look.index(new.name) < look.index("Will no longer") < look.index(old.name)
    assert Org.objects.get(pk=school.pk).parent == north
    page(admin, f"{url}?to={south.pk}", {"on": timezone.localdate().isoformat(), "reason": "New segments"})
    assert Org.objects.get(pk=school.pk).parent == south
    event = Event.objects.filter(verb="moved").order_by("-pk").first()
    assert (event.before, event.after["parent"], event.reason) == ({"parent": "North"}, "South", "New segments")
    assert "North" in page(admin, address("structure", school)).content.decode()


def test_a_move_that_does_not_fit_says_why_and_changes_nothing(admin, page, school, district):
    north = create_org(kind=OrgKind.SEGMENT, name="North", parent=district)
    url = address("move_org", school) + f"?to={north.pk}"
    answer = page(admin, url, {"on": (timezone.localdate() + datetime.timedelta(days=1)).isoformat()})
    assert answer.status_code == 422
    assert "A move counts from today or from an earlier day." in answer.content.decode()
    assert page(admin, url, {"on": "soon"}).status_code == 422
    assert Org.objects.get(pk=school.pk).parent == district


@pytest.mark.parametrize("to", ["999999", "top", "x", "9" * 30])
def test_nothing_moves_to_where_one_has_no_office(to, admin, page, school, district):
    answer = page(admin, address("move_org", school) + f"?to={to}", {"on": timezone.localdate().isoformat()})
    assert answer.status_code in {403, 404}
    assert Org.objects.get(pk=school.pk).parent == district


def test_taking_an_organisation_out_needs_the_office_where_it_hangs(person, school, district):
    """The administrator of a school alone does not take it out of its district."""
    user, own = person("Sol"), create_org(kind=OrgKind.DISTRICT, name="Clark")
    for org in (school, own):
        OrgRole.objects.create(org=org, user=user, kind="org_admin")
    with pytest.raises(NotAllowed):
        services.move_org(by=user, org=school, parent=own, on=timezone.localdate())
    assert Org.objects.get(pk=school.pk).parent == district


def test_the_top_is_for_those_who_run_the_site(admin, site_admin, school, district):
    with pytest.raises(NotAllowed):
        services.make_org(by=admin, kind=OrgKind.DISTRICT, name="Mine")
    services.make_org(by=site_admin, kind=OrgKind.DISTRICT, name="Clark")
    services.move_org(by=site_admin, org=school, parent=None, on=timezone.localdate())
    services.move_org(by=site_admin, org=Org.objects.get(pk=school.pk), parent=None, on=timezone.localdate())
    assert Org.objects.get(pk=school.pk).parent is None
    assert Event.objects.filter(verb="moved").count() == 1


def test_the_look_before_a_move_names_networks_that_come_and_go(admin, district, school):
    other = create_org(kind=OrgKind.DISTRICT, name="Clark")
    shared, lost, gained, own = (create_network(name=name) for name in ("Shared", "Lost", "Gained", "Own"))
    for network, org in ((shared, district), (shared, other), (lost, district), (gained, other), (own, school)):
        join_network(network=network, org=org, since=LONG_AGO)
    look = move_preview(school, other)
    assert [one.name for one in look.gained.networks] == ["Gained"]
    assert [one.name for one in look.lost.networks] == ["Lost"]
    assert [one.user for one in look.lost.offices] == [admin]
    assert move_preview(school, None).gained.networks == ()
    assert places_to_move(admin, school, "clark") == []


# Networks


@pytest.fixture
def foreign(person):
    """A network of somebody else's district."""
    network = create_network(name="Bayline")
    join_network(network=network, org=create_org(kind=OrgKind.DISTRICT, name="Clark"), since=LONG_AGO)
    return network


def test_a_network_is_made_joined_and_left(admin, page, district, school):
    page(admin, address("make_network", district), {"name": "Readers"})
    network = Network.objects.get()
    assert list(networks_to_join(admin, school)) == [network]
    page(admin, address("join_network", school), {"network": network.pk, "since": "2026-08-01"})
    page(admin, address("leave_network", district, network.pk), {})
    rows = NetworkOrg.objects.order_by("pk").values_list("org", "since", "until")
    today = timezone.localdate()
    assert list(rows) == [(district.pk, today, today), (school.pk, datetime.date(2026, 8, 1), None)]
    assert page(admin, address("leave_network", district, network.pk), {}).status_code == 404
    verbs = Event.objects.order_by("pk").values_list("verb", "org_id")
    assert list(verbs) == [
        ("network_joined", district.pk),
        ("network_joined", school.pk),
        ("network_left", district.pk),
    ]


def test_nobody_joins_a_network_of_others_by_themselves(admin, page, district, foreign):
    with pytest.raises(Refused) as refusal:
        services.join_network(by=admin, network=foreign, org=district)
    assert refusal.value.code == "network_of_others"
    assert list(networks_to_join(admin, district)) == []
    assert (
        page(admin, address("join_network", district), {"network": foreign.pk, "since": "2026-08-01"}).status_code
        == 422
    )
    NetworkRole.objects.create(network=foreign, user=admin)
    assert list(networks_to_join(admin, district)) == [foreign]
    services.join_network(by=admin, network=foreign, org=district)
    assert list(networks_to_join(admin, district)) == []


def test_a_network_is_not_joined_from_a_day_to_come(admin, site_admin, district, foreign):
    assert list(networks_to_join(site_admin, district)) == [foreign]
    with pytest.raises(Refused) as refusal:
        services.join_network(by=site_admin, network=foreign, org=district, since=datetime.date(2140, 1, 1))
    assert refusal.value.code == "day_later"
    assert not NetworkOrg.objects.filter(org=district).exists()


# People and third parties by their pages


def test_offices_are_given_and_ended_on_the_page(admin, page, person, placed, school):
    paz = person("Paz Principal")
    assert page(admin, address("give_office", school), {"email": "x", "kind": "principal"}).status_code == 422
    nobody = page(admin, address("give_office", school), {"email": "no@example.org", "kind": "principal"})
    assert "Nobody here has the address no@example.org yet." in nobody.content.decode()
    page(admin, address("give_office", school), {"email": paz.email, "kind": "principal"})
    office = OrgRole.objects.get(user=paz)
    text = page(admin, address("org_people", school)).content.decode()
    assert ("Paz Principal" in text, "Imani Admin" in text) == (True, True)  # the latter from above
    page(admin, address("end_office", school, office.pk), {})
    assert page(admin, address("end_office", school, office.pk), {}).status_code == 404
    assert "Before" in page(admin, address("org_people", school)).content.decode()


def test_coaches_and_hub_places_on_the_page(admin, page, person, placed, school):
    paz = person("Paz")
    services.make_network(by=admin, org=school, name="Readers")
    network = Network.objects.get()
    for name, data in (("name_coach", {"team": placed.pk}), ("give_hub_place", {"network": network.pk})):
        assert page(admin, address(name, school), {"email": paz.email}).status_code == 422
        assert page(admin, address(name, school), {"email": paz.email, **data}).status_code == 302
    coaching, place = CoachAssignment.objects.get(), NetworkRole.objects.get()
    page(admin, address("end_coaching", school, coaching.pk), {})
    page(admin, address("end_hub_place", school, place.pk), {})
    assert (CoachAssignment.objects.get().ended, NetworkRole.objects.get().ended) == (timezone.localdate(),) * 2
    assert page(admin, address("end_coaching", school, coaching.pk), {}).status_code == 404


def test_places_in_a_hub_of_others_are_shown_without_a_way_to_end_them(
    admin, site_admin, page, person, foreign, district
):
    join_network(network=foreign, org=district, since=LONG_AGO)
    place = NetworkRole.objects.create(network=foreign, user=person("Noor"))
    site_admin.set_unusable_password()
    site_admin.save()
    for user, may in ((admin, False), (site_admin, True)):
        text = page(user, address("org_people", district)).content.decode()
        assert "Noor" in text
        assert (address("end_hub_place", district, place.pk) in text, "Give a place in a hub" in text) == (may, may)
    NetworkOrg.objects.exclude(org=district).delete()
    text = page(admin, address("org_people", district)).content.decode()
    assert address("end_hub_place", district, place.pk) in text


@pytest.mark.ac("S1 R-75")
def test_the_switch_on_its_page(admin, page, school, district):
    page(admin, address("keep_out", district, "hub"), {"reason": "No agreement"})
    text = page(admin, address("outsiders", school)).content.decode()
    assert "Marlow County keeps them out of all below it." in text
    text = page(admin, address("outsiders", district)).content.decode()
    assert ("No agreement" in text, "Open again" in text) == (True, True)
    page(admin, address("let_in", district, "hub"), {})
    assert ClosedToOutside.objects.get().ended == timezone.localdate()
    assert page(admin, address("keep_out", district, "principal"), {}).status_code == 404
    assert page(admin, address("keep_out", district, "hub"), {"reason": "x" * 301}).status_code == 422


# API


def test_the_tree_by_the_api(api, admin, district, school, placed):
    assert [org["name"] for org in api(admin, "GET", "/orgs").json()["items"]] == ["Marlow County"]
    seen = api(admin, "GET", f"/orgs/{district.pk}").json()
    assert (seen["counts"], seen["parent"], len(seen["powers"])) == ({"school": 1, "team": 1}, None, len(Power))
    made = api(admin, "POST", f"/orgs/{district.pk}/below", {"kind": "segment", "name": "North"}).json()
    assert api(admin, "PATCH", f"/orgs/{made['id']}", {"name": "South"}).json()["name"] == "South"
    look = api(admin, "GET", f"/orgs/{school.pk}/move?to={made['id']}").json()
    assert look == {"gained": {"offices": [], "networks": []}, "lost": {"offices": [], "networks": []}}
    moved = api(admin, "POST", f"/orgs/{school.pk}/move", {"to": made["id"], "on": timezone.localdate()}).json()
    assert moved["parent"] == made["id"]
    placements = api(admin, "GET", f"/orgs/{school.pk}/placements").json()["items"]
    assert [row["parent"] for row in placements] == ["South", "Marlow County"]
    teams = api(admin, "GET", f"/orgs/{school.pk}/teams").json()["items"]
    assert (teams[0]["name"], [slot["role"] for slot in teams[0]["vacant"]]) == (
        placed.name, ["backup", "facilitator", "sponsor", "content_coach"],
    )  # fmt: skip
    api(admin, "POST", f"/orgs/{school.pk}/teams", {"name": "Grade 3"})
    assert api(admin, "GET", f"/orgs/{school.pk}/teams?limit=1&offset=0").json()["count"] == 2
    assert [org["name"] for org in api(admin, "GET", f"/orgs/{district.pk}/below").json()["items"]] == ["South"]
    roles = api(admin, "GET", "/roles").json()
    assert [role["key"] for role in roles] == list(Role)


def test_offices_networks_and_switches_by_the_api(api, admin, person, district, school, placed):
    paz, org = person("Paz"), f"/orgs/{school.pk}"
    office = api(admin, "POST", f"{org}/offices", {"email": paz.email, "kind": "supervisor"}).json()
    assert [row["name"] for row in api(admin, "GET", f"{org}/offices").json()["items"]] == ["Paz"]
    assert api(admin, "POST", f"{org}/offices/{office['id']}/end").json()["ended"] is not None
    assert [row["kind"] for row in api(admin, "GET", f"{org}/offices?ended=true").json()["items"]] == ["supervisor"]
    coach = api(admin, "POST", f"{org}/coaches", {"email": paz.email, "team": placed.pk}).json()
    assert [row["team"] for row in api(admin, "GET", f"{org}/coaches").json()["items"]] == [placed.pk]
    assert api(admin, "POST", f"{org}/coaches/{coach['id']}/end").json()["ended"] is not None
    assert api(admin, "POST", f"{org}/coaches", {"email": paz.email, "team": 10**9}).status_code == 404
    network = api(admin, "POST", f"{org}/networks", {"name": "Readers"}).json()["network"]
    place = api(admin, "POST", f"{org}/hub", {"email": paz.email, "network": network}).json()
    assert [row["network"] for row in api(admin, "GET", f"{org}/hub").json()["items"]] == [network]
    assert api(admin, "POST", f"{org}/hub/{place['id']}/end").json()["ended"] is not None
    joined = api(admin, "POST", f"/orgs/{district.pk}/networks/join", {"network": network})
    assert (joined.status_code, joined.json()["name"]) == (200, "Readers")
    assert api(admin, "POST", f"/orgs/{district.pk}/networks/join", {"network": network}).status_code == 404
    assert api(admin, "POST", f"{org}/networks/{network}/leave").json()["until"] is not None
    assert [row["until"] is None for row in api(admin, "GET", f"{org}/networks").json()["items"]] == [False]
    closed = api(admin, "PUT", f"{org}/outsiders/hub", {"closed": True}).json()
    assert closed[0] == {"role": "hub", "closed": True, "by": ["Lantern Hill"]}
    assert api(admin, "PUT", f"{org}/outsiders/hub", {"closed": False}).json()[0]["closed"] is False
    assert api(admin, "GET", f"{org}/outsiders").json()[1] == {"role": "evaluator", "closed": False, "by": []}
