"""OneRoster 1.1 and 1.2 read: what becomes of each row, and every problem with its place."""

import pytest

from aimwell.domain.errors import Refused
from aimwell.domain.rosters import Here, Place, read_oneroster
from aimwell.domain.rosters.records import PlaceChange
from domain.rosters.files import DISTRICT, SCHOOLS, files_of, manifest, one_roster, read, told

ANA = "u1,,,true,s1,teacher,ana,,Ana,Ruiz,Ana@Example.org,"


def refused(files):
    with pytest.raises(Refused) as caught:
        read(files)
    return caught.value.code, caught.value.data


@pytest.mark.ac("S1 R-75")
def test_staff_become_people_and_students_and_families_only_a_count():
    users = [ANA, "u2,,,true,s1,student,kim,,Kim,Secret,,05", "u3,,,true,s1,parent,p,,Pat,Secret,,"]
    roster = one_roster(orgs=SCHOOLS, users=users)
    assert [(one.key, one.kind, one.parent) for one in roster.orgs] == [
        ("d1", "district", ""), ("s1", "school", "d1"), ("s2", "school", "d1"),
    ]  # fmt: skip
    (ana,) = roster.people
    assert (ana.key, ana.email, ana.name, ana.places) == (
        "u1",
        "ana@example.org",
        "Ana Ruiz",
        (Place("s1", "teacher"),),
    )
    assert roster.seen == {"rows": 3, "students": 1, "family": 1, "ended_rows": 0, "staff": 1}
    assert (roster.form, roster.students, roster.problems) == ("OneRoster 1.1", (), ())
    assert "Secret" not in repr(roster)
    assert "u2" not in repr(roster)


def test_version_two_takes_places_from_roles_and_the_chosen_name():
    users = ["u1,,,true,ana,Ana,Ruiz,ana@example.org,,Anita", "u2,,,true,kim,Kim,Secret,,05,"]
    roles = [
        "r1,,,u1,primary,districtAdministrator,,,d1", "r2,,,u1,secondary,teacher,,,s2",
        "r3,,,u2,primary,student,,,s1", "r4,,,u9,primary,student,,,s1",
    ]  # fmt: skip
    roster = one_roster("1.2", orgs=SCHOOLS, users=users, roles=roles)
    (ana,) = roster.people
    assert ana.name == "Anita Ruiz"
    assert ana.places == (Place("d1", "administrator", "r1"), Place("s2", "teacher", "r2"))
    assert (roster.seen["students"], roster.form) == (1, "OneRoster 1.2")
    assert told(roster) == [("roles", 0, "userSourcedId", "unknown_user", "")]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (",,,true,s1,teacher,a,,A,B,,", ("users", 2, "sourcedId", "no_key", "")),
        (f"{'k' * 256},,,true,s1,teacher,a,,A,B,,", ("users", 2, "sourcedId", "no_key", "")),
        ("u1,sleeping,,true,s1,teacher,a,,A,B,,", ("users", 2, "status", "unknown_status", "")),
        ("u1,,,true,s1,wizard,a,,A,B,,", ("users", 2, "role", "unknown_role", "")),
        ("u1,,,true,,teacher,a,,A,B,,", ("users", 2, "orgSourcedIds", "no_place", "")),
        ("u1,,,true,s1,teacher,a,,,,,", ("users", 2, "givenName", "no_name", "")),
        (f"u1,,,true,s1,teacher,a,,{'A' * 121},B,,", ("users", 2, "givenName", "long_name", "")),
        ("u1,,,true,s1,teacher,a,,A,B,not a mail,", ("users", 2, "email", "bad_email", "not a mail")),
        ("u1,,,true,s1,teacher,a,,A,B,,,beyond", ("users", 2, "", "extra_cells", "")),
    ],
)
def test_every_problem_of_a_person_is_named_with_its_place(row, problem):
    roster = one_roster(orgs=SCHOOLS, users=[row])
    assert told(roster) == [problem]
    assert len(roster.people) == (problem[3] == "bad_email")


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (",,,A,school,,", ("orgs", 3, "sourcedId", "no_key", "")),
        ("o1,odd,,A,school,,", ("orgs", 3, "status", "unknown_status", "odd")),
        ("o1,,,,school,,", ("orgs", 3, "name", "no_name", "")),
        (f"o1,,,{'A' * 201},school,,", ("orgs", 3, "name", "long_name", "A" * 20 + "…")),
        ("o1,,,A,castle,,", ("orgs", 3, "type", "unknown_kind", "castle")),
        ("d1,,,Other,district,,", ("orgs", 3, "sourcedId", "key_twice", "d1")),
        ("o1,,,A,school,,o1", ("orgs", 3, "parentSourcedId", "parent_circle", "o1")),
        ("o1,,,A,school,,gone", ("orgs", 3, "parentSourcedId", "unknown_parent", "gone")),
        ("o1,,,A,school,,,beyond", ("orgs", 3, "", "extra_cells", "")),
    ],
)
def test_every_problem_of_an_organisation_is_named_with_its_place(row, problem):
    assert told(one_roster(orgs=[DISTRICT, row], users=[])) == [problem]


def test_ended_organisations_and_repeated_rows_are_no_problem():
    roster = one_roster(orgs=[*SCHOOLS, SCHOOLS[1], "s3,tobedeleted,,,,,"], users=[ANA, ANA])
    assert [one.key for one in roster.orgs] == ["d1", "s1", "s2"]
    assert (len(roster.people), roster.problems) == (1, ())


def test_circles_of_any_length_are_found_with_all_that_hangs_below():
    roster = one_roster(orgs=["a,,,A,school,,b", "b,,,B,school,,c", "c,,,C,school,,b", "d,,,D,school,,"], users=[])
    assert [one.key for one in roster.orgs] == ["d"]
    assert [one.row for one in roster.problems] == [2, 3, 4]


def test_two_rows_of_one_key_that_differ_are_both_left_out_and_nobody_ends_by_them():
    roster = one_roster(orgs=SCHOOLS, users=[ANA, ANA.replace("Ruiz", "Rios"), ANA.replace("Ruiz", "Roy")])
    assert roster.people == ()
    assert told(roster) == [("users", row, "sourcedId", "key_twice", "u1") for row in (3, 4)]
    assert roster.held == {"u1", "ana@example.org"}


def test_an_address_of_two_people_goes_to_neither():
    users = [ANA, ANA.replace("u1", "u2").replace("Ana,", "Bo,")]
    roster = one_roster(orgs=SCHOOLS, users=users)
    assert told(roster) == [("users", row, "email", "email_twice", "ana@example.org") for row in (2, 3)]
    assert roster.held == {"u1", "u2", "ana@example.org"}


def test_a_disabled_or_ended_user_of_a_whole_list_is_as_one_not_listed():
    roster = one_roster(orgs=SCHOOLS, users=[ANA.replace("true", "FALSE"), "u2,tobedeleted,,,,,,,,,,"])
    assert (roster.people, roster.seen["ended_rows"], roster.changes.ended) == ((), 2, frozenset())


def test_a_list_of_changes_names_who_ended_and_who_is_no_staff_any_more():
    users = ["u1,tobedeleted,,,,,,,,,,", "u2,active,,true,s1,student,k,,Kim,S,,", "u3,active,,true,s1,aide,b,,Bo,P,,"]
    roster = one_roster(modes={"users": "delta"}, orgs=SCHOOLS, users=users)
    assert roster.changes.ended == {"u1", "u2"}
    assert [one.key for one in roster.people] == ["u3"]


def test_changes_of_roles_alone_are_kept_row_by_row():
    roles = [
        "r1,active,,u1,primary,teacher,,,s1", "r2,tobedeleted,,u1,,,,,", "r3,active,,u2,primary,student,,,s1",
        "r4,active,,u1,primary,wizard,,,s1", "r5,active,,,primary,teacher,,,s1", ",active,,u1,primary,teacher,,,s1",
        "r6,odd,,u1,primary,teacher,,,s1", "r7,active,,u1,primary,teacher,,,",
    ]  # fmt: skip
    users = ["u1,active,,true,ana,Ana,Ruiz,,,", "u2,active,,true,kim,Kim,S,not a mail,,"]
    roster = one_roster("1.2", {"users": "delta", "roles": "delta"}, orgs=SCHOOLS, users=users, roles=roles)
    assert roster.changes.places == (
        PlaceChange("u1", Place("s1", "teacher", "r1"), False, 2),
        PlaceChange("u1", Place("", "staff", "r2"), True, 3),
    )
    assert [(one.key, one.places) for one in roster.people] == [("u1", None)]
    assert roster.changes.ended == {"u2"}
    assert told(roster) == [
        ("roles", 5, "role", "unknown_role", ""), ("roles", 6, "userSourcedId", "no_key", ""),
        ("roles", 7, "sourcedId", "no_key", ""), ("roles", 8, "status", "unknown_status", ""),
        ("roles", 9, "orgSourcedId", "no_place", ""),
    ]  # fmt: skip


def test_columns_in_another_order_with_other_letters_and_more_of_them_are_read():
    users = [["Role", "ORGSOURCEDIDS", "ext_x", "familyName", "givenName", "sourcedId"]]
    users.append(["Teacher", " s1 , s2 ", "x", " Ruiz", "Ana ", "u1"])
    files = files_of(orgs=SCHOOLS) | {"users": users}
    files["manifest"].append(["file.users", "bulk"])
    (ana,) = read(files).people
    assert (ana.name, ana.places) == ("Ana Ruiz", (Place("s1", "teacher"), Place("s2", "teacher")))


def test_short_rows_are_filled_and_empty_rows_passed_over():
    roster = one_roster(orgs=SCHOOLS, users=["u1,,,,s1,teacher,,,Ana,Ruiz", "", ",,,,,,,,,,,"])
    assert [one.name for one in roster.people] == ["Ana Ruiz"]


# What refuses the whole set


def test_without_a_manifest_nothing_is_read():
    with pytest.raises(Refused) as caught:
        read_oneroster(lambda name: [], present=["users"])
    assert caught.value.code == "roster_no_manifest"


@pytest.mark.parametrize(
    ("rows", "present", "code", "data"),
    [
        (manifest("2.0"), (), "roster_version", {"value": "2.0"}),
        ([["propertyName", "value"]], (), "roster_version", {"value": "-"}),
        (manifest("1.1", users="some"), (), "roster_manifest", {"property": "file.users", "value": "some"}),
        (manifest("1.1", users="bulk"), (), "roster_no_file", {"file": "users.csv"}),
        (manifest("1.2", users="bulk"), ("users",), "roster_no_file", {"file": "roles.csv"}),
        (
            manifest("1.2", users="delta", roles="bulk"), ("users", "roles"), "roster_mixed",
            {"one": "users.csv", "other": "roles.csv"},
        ),
        (
            manifest("1.1", users="delta", enrollments="bulk"), ("users", "enrollments"), "roster_mixed",
            {"one": "users.csv", "other": "enrollments.csv"},
        ),
    ],
)  # fmt: skip
def test_a_manifest_that_does_not_fit_refuses_the_set(rows, present, code, data):
    assert refused({"manifest": rows} | {name: [] for name in present}) == (code, data)


def test_a_file_without_a_column_it_needs_refuses_the_set():
    files = files_of(orgs=SCHOOLS) | {"users": [["sourcedId", "role"]]}
    files["manifest"].append(["file.users", "bulk"])
    assert refused(files) == ("roster_no_column", {"file": "users.csv", "column": "orgSourcedIds"})


def test_roles_of_version_one_are_no_file_of_it():
    files = files_of(orgs=SCHOOLS, users=[ANA]) | {"roles": [["x"]]}
    files["manifest"].append(["file.roles", "bulk"])
    assert read(files).modes["roles"] == "absent"


def test_progress_counts_rows_in_thousands():
    told_rows: list[int] = []
    users = [ANA.replace("u1", f"u{n}").replace("Ana@", f"a{n}@") for n in range(10_001)]
    files = files_of(orgs=SCHOOLS, users=users)
    assert len(read(files, progress=told_rows.append).people) == 10_001
    assert told_rows == [5000, 5000]


# Students, where they are kept


def digest(key):
    return f"<{key[::-1]}>"


CLASSES = [
    "c1,,Math,s1,t1",
    'c2,,Art,s2,"t1,t9"',
    "c3,tobedeleted,Old,s1,",
    "c4,,Lost,s9,",
    ",,x,s1,",
    "c5,,,s1,",
    "c6,odd,x,s1,",
]
PUPILS = ["u2,,,true,s1,student,kim,,Kim,Secret,,05", "u3,,,true,s7,student,lee,,Lee,Secret,,", ANA]
ENROLLMENTS = [
    "e1,,c1,s1,u2,student", "e2,,c2,s2,u2,student", "e3,,c1,s1,u1,teacher", "e4,,c9,s1,u2,student",
    "e5,,c1,s1,u9,student", "e6,odd,c1,s1,u2,student", "e7,tobedeleted,c1,s1,u3,student",
]  # fmt: skip


def with_students(**modes):
    return one_roster(
        modes=modes, digest=digest, orgs=SCHOOLS, users=PUPILS, academicSessions=["t1,,Fall"], classes=CLASSES,
        enrollments=ENROLLMENTS,
    )  # fmt: skip


def test_a_student_kept_is_a_digest_a_school_a_grade_and_groups():
    roster = with_students()
    assert [(one.digest, one.org, one.grade, one.groups) for one in roster.students] == [
        ("<2u>", "s1", "05", ("c1", "c2")), ("<3u>", "", "", ()),
    ]  # fmt: skip
    assert [(one.key, one.title, one.org) for one in roster.groups] == [("c1", "Math", "s1"), ("c2", "Art", "s2")]
    assert "Secret" not in repr(roster)
    assert told(roster) == [
        ("classes", 3, "termSourcedIds", "unknown_term", "t9"),
        ("classes", 5, "schoolSourcedId", "unknown_org", "s9"), ("classes", 6, "sourcedId", "no_key", ""),
        ("classes", 7, "title", "no_name", ""), ("classes", 8, "status", "unknown_status", "odd"),
        ("enrollments", 5, "classSourcedId", "unknown_class", "c9"),
        ("enrollments", 6, "userSourcedId", "unknown_user", ""), ("enrollments", 7, "status", "unknown_status", ""),
    ]  # fmt: skip


def test_changes_of_enrollments_join_and_leave():
    roster = one_roster(
        modes={"users": "delta", "enrollments": "delta", "classes": "delta"}, digest=digest,
        here=Here(orgs={"s1"}, groups={"c1"}), users=["u9,tobedeleted,,,,,,,,,,"], classes=[],
        enrollments=["e1,active,c1,s1,u2,student", "e2,tobedeleted,c8,s1,u2,student"],
    )  # fmt: skip
    assert roster.changes.joined == {"<2u>": {"c1"}}
    assert roster.changes.left == {"<2u>": {"c8"}}
    assert roster.changes.ended == {"u9", "<9u>"}


def test_files_about_students_are_not_opened_where_none_are_kept():
    files = files_of(orgs=SCHOOLS, users=[ANA], classes=CLASSES, enrollments=ENROLLMENTS) | {"demographics": []}
    opened = []
    read_oneroster(lambda name: opened.append(name) or files[name], present=files.keys())
    assert opened == ["manifest", "orgs", "users"]
    assert read(files).not_read == ("classes", "demographics", "enrollments")
