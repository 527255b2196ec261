"""Offices: who gives and ends them, and that keeping order gives no look at a team's work."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from aimwell.contexts.measures.models import Measure
from aimwell.contexts.orgs.models import OrgKind
from aimwell.contexts.orgs.services import create_network, create_org, join_network
from aimwell.contexts.people import services
from aimwell.contexts.people.models import ClosedToOutside, CoachAssignment, Membership, NetworkRole, OrgRole
from aimwell.contexts.people.offices import find_org, may_in, orgs_with, require_power
from aimwell.contexts.people.queries import may, relations, visible_to
from aimwell.core.history.models import Event
from aimwell.domain.access import Permission, Relation, Rung
from aimwell.domain.access.roles import Power
from aimwell.domain.errors import NotAllowed, NotFound, Refused


@pytest.fixture
def paz(person):
    return person("Paz Principal")


def opened(team, rung=Rung.NETWORK):
    return Measure.objects.create(owner_team=team, rung=int(rung), name="Explains")


# Who may keep what in order


def test_an_administrator_looks_after_all_below_and_nothing_beside(admin, district, school, person):
    other = create_org(kind=OrgKind.DISTRICT, name="Clark")
    for power in Power:
        assert [may_in(admin, power, org) for org in (district, school, other)] == [True, True, False]
    assert list(orgs_with(admin, Power.PEOPLE)) == [district]
    assert find_org(admin, school.pk, Power.PEOPLE) == school


def test_who_runs_the_site_looks_after_every_tree(site_admin, district, school):
    assert may_in(site_admin, Power.AUDIT, school)
    assert list(orgs_with(site_admin, Power.AUDIT)) == [district]


@pytest.mark.parametrize("kind", ["principal", "supervisor", "district_team", "evaluator"])
def test_an_office_that_reads_has_no_power(kind, person, school):
    user = person("Reader")
    OrgRole.objects.create(org=school, user=user, kind=kind)
    assert {may_in(user, power, school) for power in Power} == {False}
    with pytest.raises(NotFound):
        find_org(user, school.pk, Power.PEOPLE)
    with pytest.raises(NotAllowed):
        require_power(by=user, power=Power.PEOPLE, org=school)


def test_nobody_signed_in_looks_after_nothing(school):
    assert not may_in(AnonymousUser(), Power.PEOPLE, school)
    assert not orgs_with(AnonymousUser(), Power.PEOPLE).exists()
    with pytest.raises(NotFound):
        find_org(AnonymousUser(), 10**9, Power.PEOPLE)


def test_an_office_that_ended_gives_nothing(admin, school):
    OrgRole.objects.filter(user=admin).update(ended=timezone.localdate())
    assert not may_in(admin, Power.PEOPLE, school)


@pytest.mark.ac("S1 R-73")
def test_keeping_order_gives_no_look_at_work(admin, site_admin, placed):
    for user in (admin, site_admin):
        assert relations(user, placed) == {Relation.OTHER}
        for rung in Rung:
            measure = opened(placed, rung)
            assert may(user, Permission.VIEW, measure) == (rung == Rung.PUBLIC)
            assert visible_to(user, Measure).filter(pk=measure.pk).exists() == (rung == Rung.PUBLIC)


# Giving and ending


def test_an_office_is_given_once_and_told(admin, school, paz):
    office = services.give_office(by=admin, org=school, kind="principal", email=paz.email.upper())
    again = services.give_office(by=admin, org=school, kind="principal", email=paz.email)
    assert office == again
    event = Event.objects.get(verb="office_given")
    assert (event.org_id, event.actor_id, event.target_label) == (school.pk, admin.pk, "Paz Principal")
    assert event.after == {"kind": "principal"}


def test_an_office_ends_with_its_day_and_stays_in_the_history(admin, school, paz, placed):
    office = services.give_office(by=admin, org=school, kind="principal", email=paz.email)
    assert Relation.SCHOOL in relations(paz, placed)
    services.end_office(by=admin, office=office)
    assert relations(paz, placed) == {Relation.OTHER}
    assert OrgRole.objects.get(pk=office.pk).ended == timezone.localdate()
    assert Event.objects.get(verb="office_ended").before == {"kind": "principal"}


def test_only_who_looks_after_people_gives_an_office(paz, school, stranger):
    with pytest.raises(NotAllowed):
        services.give_office(by=stranger, org=school, kind="principal", email=paz.email)
    assert not OrgRole.objects.filter(user=paz).exists()


@pytest.mark.parametrize("kind", ["principal", "supervisor", "org_admin"])
def test_nobody_gives_an_office_to_themselves(kind, admin, school):
    with pytest.raises(Refused) as refusal:
        services.give_office(by=admin, org=school, kind=kind, email=admin.email)
    assert refusal.value.code == "own_office"
    assert OrgRole.objects.filter(user=admin).count() == 1


def test_an_address_nobody_has_asks_for_an_invitation(admin, school, paz):
    paz.is_active = False
    paz.save()
    for email in ("nobody@example.org", paz.email):
        with pytest.raises(Refused) as refusal:
            services.give_office(by=admin, org=school, kind="principal", email=email)
        assert (refusal.value.code, refusal.value.data) == ("nobody_with_address", {"email": email})


def test_the_last_administrator_stays(admin, district, school, paz, site_admin):
    office = OrgRole.objects.get(user=admin)
    with pytest.raises(Refused) as refusal:
        services.end_office(by=admin, office=office)
    assert refusal.value.code == "last_admin"
    assert OrgRole.objects.get(pk=office.pk).ended is None
    below = services.give_office(by=admin, org=school, kind="org_admin", email=paz.email)
    with pytest.raises(Refused):  # an administrator below does not look after what is above
        services.end_office(by=admin, office=office)
    services.end_office(by=admin, office=below)
    services.end_office(by=site_admin, office=office)
    assert not OrgRole.objects.filter(ended=None).exists()


def test_a_coach_is_named_for_a_team_which_sees_it(admin, placed, paz):
    coaching = services.name_coach(by=admin, team=placed, email=paz.email)
    assert services.name_coach(by=admin, team=placed, email=paz.email) == coaching
    assert relations(paz, placed) == {Relation.COACH, Relation.OTHER}
    assert Event.objects.get(verb="coach_named").scope_id == placed.pk
    services.end_coaching(by=admin, coaching=coaching)
    assert relations(paz, placed) == {Relation.OTHER}
    assert Event.objects.get(verb="coach_ended").target_label == "Paz Principal"


def test_a_team_without_a_school_has_no_administrator(admin, team, paz):
    with pytest.raises(NotAllowed):
        services.name_coach(by=admin, team=team, email=paz.email)
    assert not CoachAssignment.objects.exists()


def test_a_place_in_a_hub_is_given_by_who_looks_after_the_whole_network(admin, district, paz, site_admin):
    network = create_network(name="Bayline")
    with pytest.raises(Refused):  # an empty one is the site's
        services.give_hub_place(by=admin, network=network, email=paz.email)
    join_network(network=network, org=district, since=timezone.localdate())
    place = services.give_hub_place(by=admin, network=network, email=paz.email)
    assert services.give_hub_place(by=admin, network=network, email=paz.email) == place
    join_network(network=network, org=create_org(kind=OrgKind.DISTRICT, name="Clark"), since=timezone.localdate())
    with pytest.raises(Refused) as refusal:
        services.end_hub_place(by=admin, place=place)
    assert refusal.value.code == "network_of_others"
    assert NetworkRole.objects.get(pk=place.pk).ended is None
    services.end_hub_place(by=site_admin, place=place)
    assert NetworkRole.objects.get(pk=place.pk).ended == timezone.localdate()
    assert [event.org_id for event in Event.objects.filter(verb__startswith="hub_")] == [district.pk] * 2


# The switch for third parties


@pytest.fixture
def hub(person, district):
    network, user = create_network(name="Bayline"), person("Hugo Hub")
    join_network(network=network, org=district, since=timezone.localdate())
    NetworkRole.objects.create(network=network, user=user)
    return user


@pytest.mark.ac("S1 R-75")
def test_a_hub_that_is_kept_out_reads_nothing_at_once(admin, district, placed, hub, page, api):
    measure = opened(placed)
    addresses = [f"/t/{placed.pk}/", f"/measures/{measure.pk}/", f"/measures/{measure.pk}/numbers/"]

    def reads():
        pages = sum(page(hub, address).status_code == 200 for address in addresses)
        return pages, visible_to(hub, Measure).count(), api(hub, "GET", f"/measures/{measure.pk}").status_code

    assert reads() == (3, 1, 200)
    services.close_to(by=admin, org=district, role="hub", reason="No agreement yet")
    services.close_to(by=admin, org=district, role="hub")
    assert reads() == (0, 0, 404)
    services.open_to(by=admin, org=district, role="hub", reason="Signed")
    services.open_to(by=admin, org=district, role="hub")
    assert reads() == (3, 1, 200)
    told = Event.objects.filter(org_id=district.pk).order_by("pk").values_list("verb", "reason")
    assert list(told) == [("closed_to", "No agreement yet"), ("opened_to", "Signed")]
    assert ClosedToOutside.objects.get().ended == timezone.localdate()


@pytest.mark.ac("S1 R-75")
def test_a_school_keeps_a_hub_out_by_itself(admin, district, school, placed, hub):
    opened(placed)
    other = create_org(kind=OrgKind.SCHOOL, name="Otter Creek", parent=district)
    services.close_to(by=admin, org=other, role="hub")
    assert visible_to(hub, Measure).count() == 1
    services.close_to(by=admin, org=school, role="hub")
    assert visible_to(hub, Measure).count() == 0
    services.open_to(by=admin, org=district, role="hub")  # what the school closed stays closed
    assert visible_to(hub, Measure).count() == 0


def test_only_who_has_the_power_closes_and_opens(stranger, district):
    for act in (services.close_to, services.open_to):
        with pytest.raises(NotAllowed):
            act(by=stranger, org=district, role="hub")
    assert not ClosedToOutside.objects.exists()


# The sponsor


@pytest.mark.ac("S3 R-3")
@pytest.mark.ac("S3 R-4")
def test_a_sponsor_reads_what_the_school_reads_and_edits_nothing(ana, team, paz, page, api):
    Membership.objects.create(team=team, user=paz, name="Paz", role="sponsor")
    draft, shown = opened(team, Rung.TEAM), opened(team, Rung.SCHOOL)
    assert list(visible_to(paz, Measure)) == [shown]
    assert page(paz, f"/measures/{draft.pk}/").status_code == 404
    assert api(paz, "GET", f"/measures/{draft.pk}").status_code == 404
    assert api(paz, "PATCH", f"/measures/{shown.pk}", {"version": 1, "name": "Mine"}).status_code == 403
    assert page(paz, f"/measures/{shown.pk}/edit/", {"name": "Mine"}).status_code in {403, 404}
    assert Measure.objects.get(pk=shown.pk).name == "Explains"
