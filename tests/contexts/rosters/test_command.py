"""The command line door for staff lists: the same steps as the page."""

import io

import pytest
from django.core.management import CommandError, call_command

from aimwell.contexts.people.rosters.models import RosterImport, RosterState
from contexts.rosters.conftest import people

pytestmark = pytest.mark.django_db
ROWS = "name,email,school,role\nAna Ruiz,ana@x.org,Lantern Hill,teacher\nBo Park,,,\n"


@pytest.fixture
def run(admin, district, tmp_path):
    def call(*more, rows=ROWS, by=admin.email, org=district.pk, file="staff.csv"):
        (tmp_path / "staff.csv").write_text(rows)
        said = io.StringIO()
        call_command("import_roster", str(tmp_path / file), f"--org={org}", f"--by={by}", *more, stdout=said)
        return said.getvalue().splitlines()

    return call


def test_it_looks_and_puts_in_only_when_asked(run):
    looked = [
        "CSV: 1 new schools or districts, 1 new people.",
        "2 new, 0 changed, 0 ended, 0 as before.",
        "0 rows about students or families were counted and left.",
        "  list.csv 3 school: No school is named. Add the school where this person works.",
    ]
    assert run() == [*looked, "Nothing was put in. Add --apply to put the list in."]
    assert (people(), RosterImport.objects.get().state) == ({}, RosterState.DISCARDED)
    assert run("--apply")[:4] == looked
    assert people() == {"Ana Ruiz": {("Lantern Hill", "teacher")}}


def test_a_whole_list_needs_a_reason_when_many_end(run):
    run("--apply")
    other = ROWS.replace("Ana Ruiz,ana", "Cy Lee,cy")
    with pytest.raises(CommandError, match=r"1 of 1 people would end, more than 1 in 20\."):
        run("--whole", "--apply", rows=other)
    run("--whole", "--apply", "--reason=Ana retired", rows=other)
    assert set(people()) == {"Cy Lee"}


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"by": "nobody@example.org"}, "Nobody signs in as nobody@example.org. Nothing was put in."),
        ({"file": "absent.csv"}, "There is no file"),
        ({"org": 10**6}, "There is no page here."),
        ({"rows": "a,b\n1,2\n"}, "list.csv has no column called name."),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_goes_in(run, wrong, words):
    with pytest.raises(CommandError, match=words):
        run("--apply", **wrong)
    assert people() == {}


def test_a_file_that_is_too_large_is_not_read(run, settings):
    settings.UPLOAD_LIMIT_BYTES = 10
    with pytest.raises(CommandError, match="This file is larger than"):
        run()
    assert RosterImport.objects.count() == 0
