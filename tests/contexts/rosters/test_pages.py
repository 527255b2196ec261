"""The pages of staff lists: from the file to the list that is in and back, for those who look after them only."""

import csv
import datetime
import io

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from aimwell.contexts.orgs.models import OrgKind
from aimwell.contexts.orgs.services import create_org
from aimwell.contexts.people.models import OrgRole
from aimwell.contexts.people.rosters import services
from aimwell.contexts.people.rosters.models import RosterBook, RosterImport, RosterState
from contexts.rosters.conftest import ANA, KIM, in_force, plain_upload, standard, upload_of
from domain.rosters.files import SCHOOLS, files_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def at(district):
    return lambda *parts: f"/o/{district.pk}/roster/" + "".join(f"{part}/" for part in parts)


def text(answer):
    return " ".join(answer.content.decode().split())


def queries(act):
    with CaptureQueriesContext(
        connection,
    ) as caught:
        answer = act()
    return answer, len(caught)


def test_from_the_file_to_the_list_and_back(page, admin, at, run_jobs):
    assert "No list has come in yet." in text(page(admin, at()))
    sent = page(admin, at(), {"file": upload_of(files_of(**standard())), "key": ""})
    found = RosterImport.objects.get()
    assert sent.url == at(found.pk)
    waiting = page(admin, sent.url)
    assert (waiting["Refresh"], "Nothing is saved yet." in text(waiting)) == ("3", True)
    run_jobs()
    looked = text(page(admin, sent.url))
    assert "2 new schools or districts. 2 new people. 0 of 0 people here now would end." in looked
    assert "1 row about a student or a family was counted and left." in looked
    assert "Lantern Hill (teacher)" in looked
    assert "below Marlow County" in looked
    page(admin, at(found.pk, "put-in"), {})
    assert "The list is in" in text(page(admin, at(found.pk)))
    assert "roster.zip" in text(page(admin, at()))
    page(admin, at(found.pk, "undo"), {})
    assert "The list is taken back" in text(page(admin, at(found.pk)))


def test_each_part_of_the_comparison_has_its_page(page, admin, at, put):
    put(**standard(), apply=True)
    users = [ANA.replace("Ruiz", "Rios"), "u7,,,true,s9,teacher,x,,Yan,Lee,,", "u8,,,true,s1,teacher,x,,Zoe,Vo,nomail,"]
    found = put(orgs=SCHOOLS, users=users)
    assert "Zoe Vo" in text(page(admin, at(found.pk) + "?show=new"))
    changed = text(page(admin, at(found.pk) + "?show=changed"))
    assert "Ana Rios" in changed
    assert "was Ana Ruiz" in changed
    assert "Bo Park" in text(page(admin, at(found.pk) + "?show=ended"))
    assert "Lantern Hill" in text(page(admin, at(found.pk) + "?show=unchanged"))
    problems = text(page(admin, at(found.pk) + "?show=problems"))
    assert "users.csv, row 3" in problems
    assert "Left out. No such school is in the list or here." in problems
    assert "A note. This is no e-mail address." in problems
    assert "Why do so many people leave at once?" in problems
    assert "users.csv, row 3" not in text(page(admin, at(found.pk) + "?show=nonsense"))


def test_a_reason_is_asked_for_and_taken(page, admin, at, put):
    put(**standard(), apply=True)
    found = put(orgs=SCHOOLS, users=[ANA])
    page(admin, at(found.pk, "put-in"), {})
    assert "more than 1 in 20. Nothing was changed." in text(page(admin, at(found.pk)))
    page(admin, at(found.pk, "put-in"), {"reason": "Bo <b>retired</b>"})
    assert "Reason given: Bo &lt;b&gt;retired&lt;/b&gt;" in text(page(admin, at(found.pk)))


def test_who_came_second_is_told(page, admin, at, put):
    mine = put(**standard())
    put(orgs=SCHOOLS, users=[ANA], apply=True)
    shown = text(page(admin, at(mine.pk)))
    assert "Another list went in or out after this one was read." in shown
    assert "Put the list in" not in shown
    page(admin, at(mine.pk, "put-in"), {})
    assert "Choose the file again to see what it would change now." in text(page(admin, at(mine.pk)))


def test_what_cannot_be_taken_back_says_why(page, admin, at, put):
    first = put(**standard(), apply=True)
    put(orgs=SCHOOLS, users=[ANA], apply=True, reason="x")
    page(admin, at(first.pk, "undo"), {})
    assert "A later list went in: roster.zip." in text(page(admin, at(first.pk)))


def test_a_list_let_go_and_one_that_could_not_be_read(page, admin, at, put):
    found = put(**standard())
    page(admin, at(found.pk, "discard"), {})
    assert "was let go" in text(page(admin, at(found.pk)))
    page(admin, at(put(**standard(), apply=True).pk, "discard"), {})
    assert "This list is not at the point where that can be done." in text(page(admin, at()))
    bad = put(text="a,b\n1,2\n")
    assert "list.csv has no column called name." in text(page(admin, at(bad.pk)))


def test_a_missing_or_too_large_file_is_said_at_the_field(page, admin, at, settings):
    answer = page(admin, at(), {})
    assert (answer.status_code, "Choose a file first." in text(answer)) == (422, True)
    settings.UPLOAD_LIMIT_BYTES = 3
    answer = page(admin, at(), {"file": plain_upload("name,school\n")})
    assert (answer.status_code, "This file is larger than" in text(answer)) == (422, True)
    assert RosterImport.objects.count() == 0


def test_students_are_turned_on_and_off_with_what_it_means(page, admin, at, district):
    assert "Students are not kept here." in text(page(admin, at()))
    page(admin, at("students"), {"keep": "yes"})
    assert RosterBook.objects.get(org=district).keeps_students is True
    assert "Everything kept of students is removed at once and for good." in text(page(admin, at()))
    page(admin, at("students"), {"keep": "no"})
    assert RosterBook.objects.get(org=district).keeps_students is False


def test_students_are_counted_and_never_listed(page, admin, at, put, district):
    services.keep_students(by=admin, org=district, keep=True)
    found = put(**standard(classes=["c1,,Math,s1,"], enrollments=["e1,,c1,s1,k-4711,student"]))
    shown = text(page(admin, at(found.pk) + "?show=new"))
    assert "Students without names: 1 new, 0 changed, 0 ended." in shown
    assert "Math" in shown
    assert [word for word in ("Kimberly", "k-4711") if word in shown] == []


def test_the_file_of_problems_runs_no_formula(page, admin, at, put):
    found = put(orgs=[*SCHOOLS, "s3,,,=1+1,=cmd,,"], users=["u1,,,true,s9,teacher,x,,Ana,Ruiz,,"])
    answer = page(admin, at(found.pk) + "problems.csv")
    lines = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode())))
    assert [line[:6] for line in lines] == [
        ["file", "row", "column", "value", "code", "left_out"],
        ["orgs.csv", "5", "type", "'=cmd", "unknown_kind", "yes"],
        ["users.csv", "2", "orgSourcedIds", "s9", "unknown_org", "yes"],
    ]
    assert lines[2][6].startswith("No such school is in the list or here.")


def test_a_page_asks_as_often_for_many_lines_as_for_few(page, admin, at, put):
    few = put(**standard())
    users = [ANA.replace("u1", f"u{n}").replace("ana@", f"a{n}@") for n in range(60)]
    many = put(orgs=SCHOOLS, users=users)
    page(admin, at())
    counts = [queries(lambda one=one: page(admin, at(one.pk) + "?show=new"))[1] for one in (few, many)]
    assert counts == [9, 9]
    for _ in range(3):
        put(**standard())
    assert queries(lambda: page(admin, at()))[1] == 7


def test_the_lists_of_another_organisation_are_not_there(page, person, admin, at, put, stranger, client):
    found = put(**standard(), apply=True)
    waiting = put(orgs=SCHOOLS, users=[ANA, KIM])
    other = create_org(kind=OrgKind.DISTRICT, name="Elsewhere")
    before = in_force()
    neighbour = person("Neighbour")
    OrgRole.objects.create(org=other, user=neighbour, kind="org_admin")
    paths = [at(), at(found.pk), at(found.pk) + "problems.csv", f"/o/{other.pk}/roster/{found.pk}/"]
    for user in (stranger, neighbour):
        assert [page(user, path).status_code for path in paths] == [404] * 4
        posts = [at("students"), at(waiting.pk, "put-in"), at(found.pk, "undo"), at(waiting.pk, "discard"), at()]
        assert [page(user, path, {"keep": "yes"}).status_code for path in posts] == [404] * 5
    client.logout()
    assert page(None, at()).status_code == 302
    assert in_force() == before
    waiting.refresh_from_db()
    assert (waiting.state, RosterImport.objects.count()) == (RosterState.READY, 2)


def test_whoever_acts_on_a_list_shows_again_that_it_is_them(page, admin, at, put, client):
    found, before = put(**standard()), in_force()
    assert page(admin, at()).status_code == 200
    with time_machine.travel(datetime.datetime.now(datetime.UTC) + datetime.timedelta(minutes=16)):
        for path in (at(found.pk, "put-in"), at(found.pk, "undo"), at(found.pk, "discard"), at("students"), at()):
            assert page(admin, path, {}).url.startswith("/account/reauthenticate/")
        found.refresh_from_db()
        assert (found.state, in_force()) == (RosterState.READY, before)
        assert page(admin, at(found.pk)).status_code == 200
        asked = page(admin, at(found.pk, "put-in"), {}).url
        assert client.post(asked, {"password": "correct horse battery"})["Location"] == at(found.pk)
    found.refresh_from_db()
    assert found.state == RosterState.APPLIED


def test_an_invented_administrator_has_nothing_to_show_and_is_let_in(admin, at, put, client):
    found = put(**standard())
    admin.set_unusable_password()
    admin.save()
    client.force_login(admin)
    assert client.post(at(found.pk, "put-in"))["Location"] == at(found.pk)
    found.refresh_from_db()
    assert found.state == RosterState.APPLIED


def test_the_pages_speak_spanish(page, admin, at, put):
    found = put(orgs=SCHOOLS, users=["u1,,,true,s9,teacher,x,,Ana,Ruiz,,"])
    shown = text(page(admin, at(found.pk) + "?show=problems", headers={"accept-language": "es"}))
    assert "Esa escuela no está en la lista ni aquí." in shown
    assert "2 escuelas o distritos nuevos." in shown
