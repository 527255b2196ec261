"""Where organisations of a file stand in the tree: found, linked or new, and never moved."""

from aimwell.domain.rosters import KnownOrg, placed
from aimwell.domain.rosters.records import OrgRecord

TOP = KnownOrg(1, "district", "Marlow County Schools", "A")
SEGMENT = KnownOrg(2, "segment", "North", "AB")
HILL = KnownOrg(3, "school", "Lantern Hill", "ABC")
TREE = [TOP, SEGMENT, HILL]


def org(key, name, kind="school", parent="", row=2):
    return OrgRecord(key, name, kind, parent, row)


def place(*records, top=TOP, tree=TREE, links=None):
    problems = []
    return placed(records, top=top, tree=tree, links=links or {}, problems=problems), problems


def steps(placing):
    return [(one.key, one.action, one.ref, one.parent) for one in placing.steps]


def test_the_only_district_is_the_organisation_itself_and_schools_are_found_by_name():
    placing, problems = place(
        org("d", "MCPS", "district"), org("s1", "LANTERN HILL", parent="d"), org("s2", "Otter", parent="d")
    )
    assert steps(placing) == [
        ("d", "linked", "1", "1"), ("s1", "linked", "3", "1"), ("s2", "new", "new:s2", "1"),
    ]  # fmt: skip
    assert placing.refs == {"d": "1", "s1": "3", "s2": "new:s2"}
    assert problems == []  # a segment between the two is no contradiction


def test_a_known_key_keeps_its_organisation_whatever_the_file_calls_it():
    placing, _ = place(org("s1", "Renamed"), links={"s1": 3, "old": 99})
    assert (steps(placing), placing.steps[0].name) == ([("s1", "unchanged", "3", "1")], "Lantern Hill")


def test_what_stands_above_is_not_made_and_parts_of_a_school_are_the_school():
    placing, _ = place(org("n", "State", "above"), org("s1", "New", parent="n"), org("m", "Math", "within", "s1"))
    assert placing.refs == {"n": "1", "s1": "new:s1", "m": "new:s1"}
    assert [one.key for one in placing.steps] == ["s1"]


def test_two_districts_below_a_county_are_both_new():
    county = KnownOrg(1, "county", "Marlow", "A")
    placing, _ = place(org("d1", "East", "district"), org("d2", "West", "district"), top=county, tree=[county])
    assert [one.action for one in placing.steps] == ["new", "new"]


def test_a_name_that_stands_twice_links_nothing():
    twin = KnownOrg(4, "school", "Lantern Hill", "AD")
    assert [one.action for one in place(org("s", "Lantern Hill"), tree=[*TREE, twin])[0].steps] == ["new"]
    both = place(org("s", "Lantern Hill"), org("t", "Lantern Hill"))[0]
    assert [one.action for one in both.steps] == ["new", "new"]


def test_a_plain_list_may_name_the_district_office():
    placing, _ = place(org("name:marlow county schools", "Marlow County Schools"))
    assert placing.refs == {"name:marlow county schools": "1"}


def test_another_parent_is_noted_and_nothing_moves():
    placing, problems = place(org("d2", "New district", "segment"), org("s1", "Lantern Hill", parent="d2", row=7))
    assert steps(placing)[1][:3] == ("s1", "linked", "3")
    assert [(one.row, one.code, one.aside) for one in problems] == [(7, "other_parent", False)]
