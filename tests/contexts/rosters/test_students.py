"""Students: without a trace unless an organisation keeps them, and then only what measures need."""

import logging

import pytest

from aimwell.contexts.people.rosters import services
from aimwell.contexts.people.rosters.models import (
    RosterState,
    StagedRow,
    StudentGroup,
    StudentSeat,
)
from aimwell.core.history.models import Event
from contexts.rosters.conftest import ANA, BO, KIM, in_force, standard, stored_files, traces

pytestmark = pytest.mark.django_db


WORDS = ("Kimberly", "Zyxwv", "kimsecret", "k-4711", "kimberly@x.org")


@pytest.mark.ac("S1 R-75")
@pytest.mark.parametrize("keep", [False, True])
def test_no_name_and_no_id_of_a_student_is_left_anywhere(put, admin, district, keep, caplog, tmp_path):
    services.keep_students(by=admin, org=district, keep=keep)
    bad = [
        KIM.replace("student", "studnet"),
        KIM.replace(",true,", ",true,,,").replace("k-4711", "k-4711x"),
        f"{KIM},beyond",
    ]
    lines = {"classes": ["c1,,Math,s1,"], "enrollments": ["e1,,c1,s1,k-4711,student", "e2,,c9,s1,k-4711,student"]}
    with caplog.at_level(logging.DEBUG):
        found = put(**standard(users=[ANA, BO, KIM, *bad], **lines), apply=True)
        put(text="name,email,school,role\nKimberly Zyxwv,kimberly@x.org,Lantern Hill,student\n")
    assert found.state == RosterState.APPLIED
    assert StudentSeat.objects.count() == int(keep)
    assert traces(*WORDS) == set()
    assert stored_files() == []
    assert [path for path in tmp_path.rglob("*") if path.is_file() and "sqlite" not in path.name] == []
    assert [word for word in WORDS if word in caplog.text] == []


def test_what_is_kept_of_a_student_is_what_measures_need(put, admin, district):
    services.keep_students(by=admin, org=district, keep=True)
    lines = {"classes": ["c1,,Math,s1,"], "enrollments": ["e1,,c1,s1,k-4711,student"]}
    found = put(**standard(**lines), apply=True)
    (seat,) = StudentSeat.objects.all()
    assert (seat.org.name, seat.grade, seat.groups, len(seat.digest)) == ("Lantern Hill", "05", ["c1"], 64)
    assert StudentGroup.objects.get().title == "Math"
    again = put(**standard(**lines))
    assert again.report["counts"]["student"] == {"unchanged": 1}
    services.undo_list(by=admin, roster_import=found)
    assert (StudentSeat.objects.count(), StudentGroup.objects.count()) == (0, 0)


def test_turning_students_off_removes_them_at_once(put, admin, district):
    services.keep_students(by=admin, org=district, keep=True)
    put(**standard(), apply=True)
    waiting = put(**standard(users=[ANA, BO, KIM, KIM.replace("k-4711", "k-2")]))
    assert StagedRow.objects.filter(kind="student").count() == 2
    services.keep_students(by=admin, org=district, keep=False)
    services.keep_students(by=admin, org=district, keep=False)
    assert StudentSeat.objects.count() == 0
    assert StagedRow.objects.filter(kind="student").count() == 0
    assert [event.after for event in Event.objects.filter(verb="roster_students_off")] == [
        {"keeps_students": False, "removed": 1}
    ]
    waiting.refresh_from_db()
    assert (waiting.state, waiting.report["counts"]["student"]) == (RosterState.READY, {})


def test_students_who_move_and_leave_are_followed_and_brought_back(put, admin, district):
    services.keep_students(by=admin, org=district, keep=True)
    put(**standard(users=[ANA, KIM, KIM.replace("k-4711", "k-2")]), apply=True)
    before = in_force()
    second = put(**standard(users=[ANA, KIM.replace(",s1,", ",s2,")]), apply=True)
    assert [seat.org.name for seat in StudentSeat.objects.all()] == ["Otter Creek"]
    services.undo_list(by=admin, roster_import=second)
    after = in_force()
    assert after["seats"] == before["seats"]
