"""A roster beside what is in force: new, changed, ended, as before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.rosters import KnownPerson, Person, Place, compared, share_ended, too_many_ended
from aimwell.domain.rosters.records import Changes, GroupRecord, PersonRecord, PlaceChange, Roster, StudentRecord
from aimwell.domain.rosters.students_compared import Group, Seat, groups_compared, seats_compared

REFS = {"s1": "11", "s2": "12", "s3": "new:s3"}
HILL, OTTER = Place("11", "teacher"), Place("12", "teacher")


def roster(*people, mode="bulk", changes=None, held=(), form="OneRoster 1.1"):
    modes = {"users": mode, "orgs": mode, "classes": mode, "enrollments": mode}
    return Roster(form, (), people, (), {}, modes, held=frozenset(held), changes=changes or Changes())


def row(key, name="Ana", email="", orgs=("s1",), number=2):
    return PersonRecord(
        key, email, name, None if orgs is None else tuple(Place(one, "teacher") for one in orgs), number
    )


def known(pk, key="", name="Ana", email="", places=(HILL,)):
    return KnownPerson(pk, Person(key, email, name, tuple(places)))


def compare(found, *there):
    problems = []
    changes = compared(found, known=there, refs=REFS, problems=problems)
    return [(one.action, one.pk, one.after) for one in changes], [(one.code, one.aside) for one in problems]


def test_somebody_unknown_is_new_and_somebody_unlisted_has_left():
    changes, problems = compare(roster(row("u1")), known(7, "u7", "Bo"))
    assert changes == [
        ("new", None, Person("u1", "", "Ana", (HILL,))), ("ended", 7, Person("u7", "", "Bo", ())),
    ]  # fmt: skip
    assert problems == []


def test_a_list_of_changes_ends_only_whom_it_names():
    found = roster(row("u1"), mode="delta", changes=Changes(ended=frozenset({"u8", ""})))
    changes, _ = compare(found, known(7, "u7", "Bo"), known(8, "u8", "Cy"), known(9, "", "Di"))
    assert [(action, pk) for action, pk, _ in changes] == [
        ("new", None),
        ("unchanged", 7),
        ("ended", 8),
        ("unchanged", 9),
    ]


def test_key_goes_before_address_and_address_finds_who_has_no_key_yet():
    there = known(1, "u1", email="old@x.org"), known(2, "", "Bo", "bo@x.org")
    changes, _ = compare(roster(row("u1", email="new@x.org"), row("u2", "Bo", "bo@x.org")), *there)
    assert changes == [
        ("changed", 1, Person("u1", "new@x.org", "Ana", (HILL,))),
        ("changed", 2, Person("u2", "bo@x.org", "Bo", (HILL,))),
    ]  # fmt: skip


def test_a_file_never_empties_an_address_or_a_key():
    changes, _ = compare(roster(row("", email="a@x.org"), form="CSV"), known(1, "u1", email="a@x.org"))
    assert [action for action, *_ in changes] == ["unchanged"]
    assert [action for action, *_ in compare(roster(row("u1")), known(1, "u1", email="a@x.org"))[0]] == ["unchanged"]


def test_somebody_who_comes_back_is_the_same_person():
    changes, _ = compare(roster(row("u1", email="a@x.org")), known(1, "u1", places=()), known(2, "u2", places=()))
    assert changes == [("new", 1, Person("u1", "a@x.org", "Ana", (HILL,)))]


def test_an_address_finds_who_is_here_before_who_left():
    there = known(1, email="a@x.org", places=()), known(2, email="a@x.org")
    assert [pk for _, pk, _ in compare(roster(row("", email="a@x.org")), *there)[0]] == [2]


def test_unknown_schools_are_noted_and_a_row_with_no_other_is_left_out():
    changes, problems = compare(
        roster(row("u1", orgs=("s1", "s9")), row("u2", "Bo", orgs=("s9",))), known(2, "u2", "Bo")
    )
    assert [(action, pk) for action, pk, _ in changes] == [("new", None), ("unchanged", 2)]
    assert problems == [("unknown_org", False), ("unknown_org", True)]


def test_whoever_a_row_with_a_problem_is_about_stays_as_they_are():
    there = known(1, "u1"), known(2, "", "Bo", "bo@x.org"), known(3, "u3", "Cy", places=(HILL, OTTER))
    changes, _ = compare(roster(row("u3", "Cy"), held=("u1", "bo@x.org", "u3")), *there)
    assert [(action, pk) for action, pk, _ in changes] == [("unchanged", 1), ("unchanged", 2), ("unchanged", 3)]


def test_an_address_of_somebody_who_stays_is_not_given_away():
    there = known(1, "u1"), known(2, "u2", "Bo", "bo@x.org")
    changes, problems = compare(roster(row("u1", email="bo@x.org"), held=("u2",)), *there)
    assert [(action, pk) for action, pk, _ in changes] == [("unchanged", 1), ("unchanged", 2)]
    assert problems == [("email_taken", True)]


def test_single_places_come_and_go_by_their_key():
    one, two, free = Place("11", "teacher", "r1"), Place("12", "aide", "r2"), Place("12", "teacher")
    moves = (
        PlaceChange("u1", Place("", "staff", "r1"), True, 2), PlaceChange("u1", Place("s2", "aide", "r3"), False, 3),
        PlaceChange("u2", Place("s2", "aide", "r4"), False, 4), PlaceChange("u9", Place("s1", "aide", "r5"), False, 5),
        PlaceChange("u1", Place("s9", "aide", "r6"), False, 6), PlaceChange("u9", Place("", "staff", "r7"), True, 7),
    )  # fmt: skip
    found = roster(row("u2", "Bo", orgs=None), row("u5", "Kim", orgs=None), mode="delta", changes=Changes(places=moves))
    changes, problems = compare(found, known(1, "u1", places=(one, two, free)), known(3, "u3", "Cy", places=()))
    assert changes == [
        ("changed", 1, Person("u1", "", "Ana", (two, Place("12", "aide", "r3"), free))),
        ("new", None, Person("u2", "", "Bo", (Place("12", "aide", "r4"),))),
    ]  # fmt: skip
    assert problems == [("unknown_user", True), ("unknown_org", True)]


def test_a_file_without_keys_of_places_leaves_those_that_are_there():
    there = known(1, "u1", places=(Place("11", "teacher", "r1"),))
    assert [action for action, *_ in compare(roster(row("u1")), there)[0]] == ["unchanged"]


def test_more_than_one_in_twenty_is_many():
    there = [known(pk, f"u{pk}", f"P{pk:02}") for pk in range(20)]
    found = compared(roster(*(row(f"u{pk}", f"P{pk:02}") for pk in range(1, 20))), known=there, refs=REFS, problems=[])
    assert share_ended(found) == (1, 20)
    assert not too_many_ended(1, 20)
    assert too_many_ended(2, 20)
    assert not too_many_ended(0, 0)


# Students and groups


def with_students(*students, mode="bulk", changes=None, groups=()):
    modes = {"users": mode, "orgs": mode, "classes": mode, "enrollments": mode}
    return Roster("x", (), (), (), {}, modes, students=students, groups=groups, changes=changes or Changes())


def test_groups_and_seats_of_a_whole_list():
    found = with_students(
        StudentRecord("a", "s1", "05", ("g1",)), StudentRecord("b", "", "", ()),
        groups=(GroupRecord("g1", "Math", "s1"), GroupRecord("g2", "Lost", "s9")),
    )  # fmt: skip
    groups = groups_compared(found, known={"g1": Group("Maths", "11"), "g3": Group("Art", "11")}, refs=REFS)
    assert [(action, key) for action, key, *_ in groups] == [("changed", "g1"), ("ended", "g3")]
    seats = seats_compared(found, known={"a": Seat("11", "05", ("g1",)), "c": Seat("", "", ())}, refs=REFS)
    assert [(action, key) for action, key, *_ in seats] == [("unchanged", "a"), ("new", "b"), ("ended", "c")]


def test_seats_of_a_list_of_changes():
    changes = Changes(
        ended=frozenset({"d"}), joined={"a": frozenset({"g2"}), "z": frozenset({"g1"})}, left={"a": frozenset({"g1"})}
    )
    there = {"a": Seat("11", "05", ("g1",)), "b": Seat("11", "", ("g9",)), "d": Seat("", "", ()), "e": Seat("", "", ())}
    seats = seats_compared(
        with_students(StudentRecord("b", "s2", "06", ()), mode="delta", changes=changes), known=there, refs=REFS
    )
    assert [(action, key, after) for action, key, _, after in seats] == [
        ("changed", "a", Seat("11", "05", ("g2",))), ("changed", "b", Seat("12", "06", ("g9",))), ("ended", "d", None),
        ("unchanged", "e", Seat("", "", ())),
    ]  # fmt: skip


# What must hold for every list

KEYS = st.sampled_from(["", "u1", "u2", "u3", "u4", "u5"])
EMAILS = st.sampled_from(["", "a@x.org", "b@x.org", "c@x.org", "d@x.org"])
ORGS = st.sets(st.sampled_from(["s1", "s2"]), min_size=1)


@st.composite
def rosters(draw):
    """People with keys and addresses of their own, as the readers leave them."""
    keys = draw(st.lists(KEYS, max_size=5, unique_by=lambda key: key or object()))
    emails = draw(st.lists(EMAILS, min_size=len(keys), max_size=len(keys), unique_by=lambda email: email or object()))
    people = [
        row(key, draw(st.sampled_from(["Ana", "Bo"])), email, sorted(draw(ORGS)), number)
        for number, (key, email) in enumerate(zip(keys, emails, strict=True), start=2)
        if key or email
    ]
    return people, draw(st.sampled_from(["bulk", "delta"]))


def applied(there, changes):
    """What is in force once these changes are in."""
    people = {one.pk: one.person for one in there}
    fresh = max(people, default=0)
    for change in changes:
        if change.pk is None:
            fresh += 1
        people[fresh if change.pk is None else change.pk] = change.after
    return [KnownPerson(pk, person) for pk, person in sorted(people.items())]


def run(found, there):
    return compared(found, known=there, refs=REFS, problems=[])


@given(first=rosters(), second=rosters())
def test_the_same_list_again_changes_nothing(first, second):
    there = applied([], run(roster(*first[0]), []))
    there = applied(there, run(roster(*second[0], mode=second[1]), there))
    again = run(roster(*second[0], mode=second[1]), there)
    assert {one.action for one in again} <= {"unchanged"}


@given(first=rosters(), second=rosters(), data=st.data())
def test_the_order_of_rows_does_not_matter(first, second, data):
    there = applied([], run(roster(*first[0]), []))
    shuffled = data.draw(st.permutations(second[0]))
    assert run(roster(*shuffled, mode=second[1]), there) == run(roster(*second[0], mode=second[1]), there)


@given(first=rosters(), second=rosters())
def test_befores_are_what_was_in_force(first, second):
    there = applied([], run(roster(*first[0]), []))
    changes = run(roster(*second[0], mode=second[1]), there)
    after = {one.pk: one.person for one in applied(there, changes)}
    back = {**after, **{one.pk: one.before for one in changes if one.pk is not None}}
    fresh = after.keys() - {one.pk for one in there}
    assert {pk: person for pk, person in back.items() if pk not in fresh} == {one.pk: one.person for one in there}


@pytest.mark.parametrize("mode", ["bulk", "delta", "absent"])
def test_nobody_listed_and_nobody_here_is_no_change(mode):
    assert run(roster(mode=mode), []) == []
