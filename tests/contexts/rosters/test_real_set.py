"""A OneRoster 1.1 set that nobody made for Aimwell, as it is (and a made-up twin where it is absent): what goes in,
what is not kept, and why each other row cannot go in."""

import io
from pathlib import Path

import pytest
from django.core.management import call_command

from aimwell.contexts.orgs.models import Org
from aimwell.contexts.people.rosters import services
from aimwell.contexts.people.rosters.management.commands.import_roster import upload_of_path
from aimwell.contexts.people.rosters.models import RosterState, StaffPerson, StudentGroup, StudentSeat
from contexts.rosters.conftest import traces

pytestmark = pytest.mark.django_db

REAL = Path(__file__).resolve().parents[4] / "shared/real/oneroster-v1p1-base"
TWIN = {
    "manifest": "propertyName,value\noneroster.version,1.1\nfile.orgs,bulk\nfile.users,bulk\nfile.classes,bulk\n"
    "file.academicSessions,bulk\nfile.enrollments,bulk\nfile.demographics,bulk\nfile.results,absent",
    "orgs": "sourcedId,status,name,type,parentSourcedId,ext_x\n7,active,School 1,school,8,\n8,,School 2,school,,\n",
    "users": "sourcedId,enabledUser,status,orgSourcedIds,role,givenName,familyName,ext_x\n"
    "p1,TRUE,,7,student,Aaa,Bbb,x\np2,TRUE,,8,student,Ccc,Ddd,\n",
    "academicSessions": "sourcedId,status,title",
    "classes": "sourcedId,status,title,grade,schoolSourcedId,termSourcedIds\n"
    "g1,active,Class 1,2,7,1\ng2,,Class 2,,7,1\ng3,,Class 3,,8,1\n",
    "enrollments": "sourcedId,classSourcedId,userSourcedId,role,status\n"
    "e1,g1,p1,student,active\ne2,g2,p1,student,\ne3,g3,p2,student,active\n",
    "demographics": "userSourcedId,birthdate\n",
}


@pytest.fixture
def folder(tmp_path):
    if REAL.exists():
        return REAL
    made = tmp_path / "set"
    made.mkdir()
    for name, text in TWIN.items():
        (made / f"{name}.csv").write_text(text)
    return made


@pytest.fixture
def read(admin, district, folder):
    made = services.start_list(by=admin, org=district, upload=upload_of_path(folder))
    return services.read_list(roster_import=made)


def test_schools_go_in_and_students_leave_no_trace(read, admin, district, folder):
    assert read.state == RosterState.READY
    assert read.report["counts"] == {"org": {"new": 2}, "person": {}, "group": {}, "student": {}}
    assert read.report["seen"] == {"rows": 2, "staff": 0, "students": 2, "family": 0, "ended_rows": 0}
    assert read.report["not_read"] == ["academicSessions", "classes", "demographics", "enrollments"]
    assert list(read.problems.all()) == []
    services.apply_list(by=admin, roster_import=read)
    second = Org.objects.get(name="School 2")
    assert (second.parent, Org.objects.get(name="School 1").parent) == (district, second)
    assert (StaffPerson.objects.count(), StudentSeat.objects.count()) == (0, 0)
    names = ("ionut", "padurariu", "Aaa", "Bbb", "Ccc", "Ddd")
    assert traces(*names) == set()


def test_with_students_kept_each_class_without_its_term_is_noted_by_row(admin, district, folder):
    services.keep_students(by=admin, org=district, keep=True)
    read = services.read_list(roster_import=services.start_list(by=admin, org=district, upload=upload_of_path(folder)))
    assert read.report["counts"] == {"org": {"new": 2}, "person": {}, "group": {"new": 3}, "student": {"new": 2}}
    told = [(one.file, one.row, one.column, one.value, one.code, one.aside) for one in read.problems.all()]
    assert told == [("classes", row, "termSourcedIds", "1", "unknown_term", False) for row in (2, 3, 4)]
    services.apply_list(by=admin, roster_import=read)
    seats = StudentSeat.objects.values_list("org__name", "groups")
    classes = dict(StudentGroup.objects.values_list("key", "title"))
    assert sorted((org, len(groups)) for org, groups in seats) == [("School 1", 2), ("School 2", 1)]
    assert len(classes) == 3


def test_the_command_says_the_same_and_puts_in_only_when_asked(admin, district, folder):
    def run(*more):
        said = io.StringIO()
        call_command("import_roster", str(folder), f"--org={district.pk}", f"--by={admin.email}", *more, stdout=said)
        return said.getvalue().splitlines()

    looked = [
        "OneRoster 1.1: 2 new schools or districts, 0 new people.",
        "2 new, 0 changed, 0 ended, 0 as before.",
        "2 rows about students or families were counted and left.",
        "Not opened: academicSessions.csv, classes.csv, demographics.csv, enrollments.csv.",
    ]
    assert run() == [*looked, "Nothing was put in. Add --apply to put the list in."]
    assert Org.objects.count() == 1
    assert run("--apply")[:4] == looked
    assert Org.objects.count() == 3
