"""A plain list of staff: who a row is about, and what it cannot say."""

import pytest

from aimwell.domain.errors import Refused
from aimwell.domain.rosters import Place, read_plain
from aimwell.domain.rosters.plain import plain_key
from domain.rosters.files import told

HILL = "name:lantern hill"


def plain(*rows, heading="name,email,school,role,id", whole=True):
    return read_plain([line.split(",") for line in (heading, *rows)], whole=whole)


def test_rows_of_one_person_become_one_person_with_several_places():
    roster = plain("Ana Ruiz,Ana@x.org,Lantern Hill,teacher,", "Ana Ruiz,ana@x.org,Otter Creek,Principal,")
    (ana,) = roster.people
    assert (ana.key, ana.email, ana.name) == ("", "ana@x.org", "Ana Ruiz")
    assert ana.places == (Place(HILL, "teacher"), Place("name:otter creek", "principal"))
    assert [(one.key, one.name, one.kind) for one in roster.orgs] == [
        (HILL, "Lantern Hill", "school"), ("name:otter creek", "Otter Creek", "school"),
    ]  # fmt: skip
    assert roster.seen == {"rows": 2, "staff": 1}


def test_headings_and_roles_in_spanish_are_understood():
    roster = plain(
        "Ana,a@x.org,Escuela Uno,Maestra", "Bo,b@x.org,Escuela Uno,jardinero", heading="Nombre,Correo,Escuela,Cargo"
    )
    assert [one.places[0].role for one in roster.people] == ["teacher", "staff"]


def test_students_of_a_plain_list_are_counted_and_left():
    roster = plain("Kim Secret,k@x.org,Lantern Hill,student,77")
    assert (roster.people, roster.orgs, roster.seen["students"]) == ((), (), 1)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (",a@x.org,Lantern Hill,,", ("list", 2, "name", "no_name", "")),
        (f"{'A' * 121},a@x.org,Lantern Hill,,", ("list", 2, "name", "long_name", "")),
        ("Ana,a@x.org,-,,", ("list", 2, "school", "no_place", "")),
        (f"Ana,a@x.org,{'s' * 201},,", ("list", 2, "school", "long_name", "")),
        (f"Ana,a@x.org,Hill,,{'7' * 256}", ("list", 2, "id", "no_key", "")),
        ("Ana,nobody,Lantern Hill,,", ("list", 2, "email", "bad_email", "nobody")),
    ],
)
def test_every_problem_of_a_row_is_named(row, problem):
    roster = plain(row)
    assert told(roster) == [problem]
    assert len(roster.people) == (problem[3] == "bad_email")


def test_who_has_neither_id_nor_address_is_known_by_name_and_school():
    roster = plain("Ána  Ruiz,,Lantern Hill,,", "Ana Ruiz,,Otter Creek,,")
    assert [one.key for one in roster.people] == ["ana ruiz@name:lantern hill", "ana ruiz@name:otter creek"]


def test_rows_that_disagree_about_one_person_are_left_out():
    roster = plain("Ana,a@x.org,Lantern Hill,,7", "Bea,a@x.org,Lantern Hill,,7", "Ana,a@x.org,Otter Creek,,7")
    assert roster.people == ()
    assert told(roster) == [("list", 3, "name", "key_twice", "7"), ("list", 4, "name", "key_twice", "7")]
    assert roster.held == {"7", "a@x.org"}


def test_one_address_with_two_ids_goes_to_neither():
    roster = plain("Ana,a@x.org,Lantern Hill,,7", "Ana,a@x.org,Lantern Hill,,8")
    assert [one.code for one in roster.problems] == ["email_twice", "email_twice"]
    assert roster.problems[0].file == "list"


def test_a_list_is_whole_only_where_somebody_says_so():
    assert plain(whole=False).modes == {"users": "delta", "orgs": "delta"}
    assert plain(whole=True).modes == {"users": "bulk", "orgs": "delta"}


def test_a_list_without_schools_or_without_anything_is_refused():
    with pytest.raises(Refused) as caught:
        plain("Ana,a@x.org", heading="name,email")
    assert (caught.value.code, caught.value.data) == ("roster_no_column", {"file": "list.csv", "column": "school"})
    with pytest.raises(Refused):
        read_plain([], whole=True)


def test_names_are_compared_without_case_accents_and_signs():
    assert plain_key("  St. Mary’s  Élementary ") == plain_key("st mary s elementary") == "st mary s elementary"
