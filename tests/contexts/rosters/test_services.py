"""Lists of staff through the services: compared, put in, taken back, and refused."""

import datetime

import pytest
from django.utils import timezone

from aimwell.contexts.orgs.models import Org, OrgKind
from aimwell.contexts.orgs.services import create_org, create_team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.rosters import services
from aimwell.contexts.people.rosters.models import (
    RosterImport,
    RosterState,
    StaffPerson,
)
from aimwell.core.history.models import Event
from aimwell.domain.errors import NotAllowed, Refused
from contexts.rosters.conftest import (
    ANA,
    in_force,
    people,
    plain_upload,
    standard,
)
from domain.rosters.files import SCHOOLS

pytestmark = pytest.mark.django_db


def test_a_list_is_compared_first_and_then_put_in(put, admin, district):
    before = in_force()
    found = put(**standard())
    assert (found.state, found.form) == (RosterState.READY, "OneRoster 1.1")
    assert found.report["counts"] == {
        "org": {"linked": 1, "new": 2}, "person": {"new": 2}, "group": {}, "student": {},
    }  # fmt: skip
    assert found.report["seen"] == {"rows": 3, "staff": 2, "students": 1, "family": 0, "ended_rows": 0}
    assert in_force() == before
    services.apply_list(by=admin, roster_import=found)
    assert people() == {
        "Ana Ruiz": {("Lantern Hill", "teacher")},
        "Bo Park": {("Lantern Hill", "aide"), ("Otter Creek", "aide")},
    }
    assert list(Org.objects.filter(parent=district).order_by("name").values_list("name", "kind")) == [
        ("Lantern Hill", "school"), ("Otter Creek", "school"),
    ]  # fmt: skip
    event = Event.objects.get(verb="roster_put_in")
    assert (event.org_id, event.after) == (district.pk, {"import": found.pk, "new": 2})


def test_staff_of_a_list_get_no_account(put, admin):
    accounts = User.objects.count()
    put(**standard(), apply=True)
    assert User.objects.count() == accounts


def test_the_same_list_again_has_nothing_to_put_in(put, admin):
    put(**standard(), apply=True)
    again = put(**standard())
    assert again.report["counts"] == {
        "org": {"unchanged": 3}, "person": {"unchanged": 2}, "group": {}, "student": {},
    }  # fmt: skip
    with pytest.raises(Refused) as caught:
        services.apply_list(by=admin, roster_import=again)
    assert caught.value.code == "nothing_to_import"


def test_taking_back_restores_everything_exactly(put, admin):
    put(**standard(), apply=True)
    before = in_force()
    users = [
        ANA.replace("Ruiz", "Rios").replace("ana@", "a.rios@").replace(",s1,", ",s2,"),
        "u3,,,true,s3,teacher,c,,Cy,Lee,,",
    ]
    second = put(orgs=[*SCHOOLS, "s3,,,New School,school,,d1"], users=users, apply=True, reason="a small test")
    assert people() == {"Ana Rios": {("Otter Creek", "teacher")}, "Cy Lee": {("New School", "teacher")}}
    undone = services.undo_list(by=admin, roster_import=second)
    assert in_force() == before
    assert undone.state == RosterState.UNDONE
    assert services.undo_list(by=admin, roster_import=second).state == RosterState.UNDONE
    assert Event.objects.filter(verb="roster_taken_back").count() == 1


def test_lists_are_taken_back_last_first(put, admin):
    empty = in_force()
    first = put(**standard(), apply=True)
    second = put(orgs=SCHOOLS, users=[ANA], apply=True, reason="Bo moved away")
    with pytest.raises(Refused) as caught:
        services.undo_list(by=admin, roster_import=first)
    assert (caught.value.code, caught.value.data) == ("roster_later", {"file": "roster.zip"})
    services.undo_list(by=admin, roster_import=second)
    services.undo_list(by=admin, roster_import=first)
    assert in_force() == empty


def test_a_school_that_others_built_on_is_not_taken_away(put, admin):
    found = put(**standard(), apply=True)
    before = in_force()
    create_team(name="Room 12", org=Org.objects.get(name="Lantern Hill"))
    with pytest.raises(Refused) as caught:
        services.undo_list(by=admin, roster_import=found)
    assert (caught.value.code, caught.value.data) == ("roster_org_in_use", {"org": "Lantern Hill"})
    assert in_force() == before


def test_after_ninety_days_a_list_stays(put, admin):
    found = put(**standard(), apply=True)
    RosterImport.objects.filter(pk=found.pk).update(applied_at=timezone.now() - datetime.timedelta(days=91))
    with pytest.raises(Refused) as caught:
        services.undo_list(by=admin, roster_import=found)
    assert (caught.value.code, caught.value.data) == ("roster_undo_days", {"days": 90})


def test_lines_of_lists_are_kept_as_long_as_they_can_be_taken_back(put, admin):
    applied, waiting = put(**standard(), apply=True), put(**standard())
    long_ago = timezone.now() - datetime.timedelta(days=91)
    RosterImport.objects.filter(pk=applied.pk).update(applied_at=long_ago)
    RosterImport.objects.filter(pk=waiting.pk).update(created_at=long_ago)
    recent = put(**standard(), apply=False)
    assert [one.rows.count() for one in (applied, waiting, recent)] == [0, 0, 5]
    assert [one.state for one in RosterImport.objects.order_by("pk")] == ["applied", "discarded", "ready"]
    assert set(people()) == {"Ana Ruiz", "Bo Park"}


def test_more_than_one_in_twenty_ends_only_with_a_reason(put, admin):
    put(**standard(), apply=True)
    before = in_force()
    cut = put(orgs=SCHOOLS, users=[ANA])
    assert (cut.report["ended"], cut.report["current"]) == (1, 2)
    with pytest.raises(Refused) as caught:
        services.apply_list(by=admin, roster_import=cut, reason="  ")
    assert (caught.value.code, caught.value.data) == ("roster_many_ended", {"ended": 1, "current": 2})
    assert in_force() == before
    services.apply_list(by=admin, roster_import=cut, reason="Bo retired")
    assert people() == {"Ana Ruiz": {("Lantern Hill", "teacher")}}
    assert Event.objects.filter(verb="roster_put_in").first().reason == "Bo retired"


def test_two_administrators_at_once_one_wins_and_the_other_is_told(put, admin):
    mine, theirs = put(**standard()), put(orgs=SCHOOLS, users=[ANA])
    services.apply_list(by=admin, roster_import=theirs)
    before = in_force()
    with pytest.raises(Refused) as caught:
        services.apply_list(by=admin, roster_import=mine)
    assert caught.value.code == "roster_moved_on"
    assert in_force() == before


def test_a_school_made_by_hand_meanwhile_asks_for_another_look(put, admin, district):
    mine = put(**standard())
    create_org(kind=OrgKind.SCHOOL, name="Lantern Hill", parent=district)
    with pytest.raises(Refused) as caught:
        services.apply_list(by=admin, roster_import=mine)
    assert caught.value.code == "roster_moved_on"
    again = put(**standard())
    assert again.report["counts"]["org"] == {"linked": 2, "new": 1}


def test_a_list_that_stops_half_way_leaves_nothing(put, admin, monkeypatch):
    found = put(**standard())
    before = in_force()

    def stop(*args, **more):
        raise RuntimeError

    monkeypatch.setattr(services.applying, "record", stop)
    with pytest.raises(RuntimeError):
        services.apply_list(by=admin, roster_import=found)
    assert in_force() == before
    found.refresh_from_db()
    assert found.state == RosterState.READY


def test_pressing_twice_puts_in_once(put, admin):
    found = put(**standard())
    services.apply_list(by=admin, roster_import=found)
    after = in_force()
    assert services.apply_list(by=admin, roster_import=found).state == RosterState.APPLIED
    assert in_force() == after


def test_a_list_let_go_cannot_go_in(put, admin):
    found = put(**standard())
    assert services.discard_list(by=admin, roster_import=found).state == RosterState.DISCARDED
    assert services.discard_list(by=admin, roster_import=found).state == RosterState.DISCARDED
    assert (found.rows.count(), found.problems.count()) == (0, 0)
    with pytest.raises(Refused) as caught:
        services.apply_list(by=admin, roster_import=found)
    assert caught.value.code == "roster_not_ready"
    applied = put(**standard(), apply=True)
    with pytest.raises(Refused):
        services.discard_list(by=admin, roster_import=applied)


def test_a_list_of_changes_adds_and_ends_single_people(put, admin):
    put(**standard(), apply=True)
    modes = {"orgs": "absent", "users": "delta"}
    users = ["u1,tobedeleted,,,,,,,,,,", "u3,active,,true,s2,teacher,c,,Cy,Lee,,"]
    put(users=users, modes=modes, apply=True, reason="one of two left")
    assert set(people()) == {"Bo Park", "Cy Lee"}


def test_somebody_who_comes_back_is_the_same_person(put, admin):
    put(**standard(), apply=True)
    bo = StaffPerson.objects.get(name="Bo Park").pk
    put(orgs=SCHOOLS, users=[ANA], apply=True, reason="for now")
    put(**standard(), apply=True)
    assert StaffPerson.objects.get(name="Bo Park").pk == bo
    assert people()["Bo Park"] == {("Lantern Hill", "aide"), ("Otter Creek", "aide")}


def test_a_plain_list_and_a_roster_meet_by_name_and_address(put, admin):
    put(text="name,email,school,role\nAna Ruiz,ana@x.org,Lantern Hill,teacher\n", apply=True)
    ana = StaffPerson.objects.get().pk
    found = put(**standard(), apply=True)
    assert found.report["counts"]["org"] == {"linked": 2, "new": 1}
    assert found.report["counts"]["person"] == {"changed": 1, "new": 1}
    assert (StaffPerson.objects.get(pk=ana).key, Org.objects.filter(name="Lantern Hill").count()) == ("u1", 1)


def test_a_plain_list_ends_people_only_where_it_names_everybody(put, admin):
    put(**standard(), apply=True)
    rows = "name,email,school,role\nAna Ruiz,ana@x.org,Lantern Hill,teacher\n"
    assert put(text=rows).report["counts"]["person"] == {"unchanged": 2}
    assert put(text=rows, whole=True).report["counts"]["person"] == {"unchanged": 1, "ended": 1}


def test_version_two_from_file_to_places(put, admin):
    users = ["u1,,,true,ana,Ana,Ruiz,ana@x.org,,", "u2,,,true,kim,Kim,Secret,,05,"]
    roles = ["r1,,,u1,primary,principal,,,s1", "r2,,,u1,secondary,teacher,,,s2", "r3,,,u2,primary,student,,,s1"]
    put(version="1.2", orgs=SCHOOLS, users=users, roles=roles, apply=True)
    assert people() == {"Ana Ruiz": {("Lantern Hill", "principal"), ("Otter Creek", "teacher")}}
    modes = {"orgs": "absent", "users": "delta", "roles": "delta"}
    nameless = put(version="1.2", modes=modes, users=[], roles=["r2,tobedeleted,,,,,,,"])
    assert [(one.file, one.row, one.column, one.code) for one in nameless.problems.all()] == [
        ("roles", 2, "userSourcedId", "no_key")
    ]
    put(version="1.2", modes=modes, users=[], roles=["r2,tobedeleted,,u1,,teacher,,,s2"], apply=True)
    assert people() == {"Ana Ruiz": {("Lantern Hill", "principal")}}


def test_nobody_else_may_do_any_of_it(put, stranger, district, admin):
    found = put(**standard())
    before = in_force()
    for act in (
        lambda: services.start_list(by=stranger, org=district, upload=plain_upload("x")),
        lambda: services.apply_list(by=stranger, roster_import=found),
        lambda: services.put_in(by=stranger, roster_import=found),
        lambda: services.undo_list(by=stranger, roster_import=found),
        lambda: services.discard_list(by=stranger, roster_import=found),
        lambda: services.keep_students(by=stranger, org=district, keep=True),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert in_force() == before
    found.refresh_from_db()
    assert found.state == RosterState.READY
