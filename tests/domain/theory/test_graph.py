"""Links, paths, outline, loose ends and strength."""
# ruff: noqa: E501  one case, one line

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.errors import Refused
from aimwell.domain.theory.findings import Finding, Loose, check
from aimwell.domain.theory.graph import Link, Part, PartKind, Theory, below, check_link, may_link, path_to_aim
from aimwell.domain.theory.outline import outline
from aimwell.domain.theory.strength import Trial, quarters, strengths
from domain.theory.theories import ROOM_12, theories

K = PartKind
ALLOWED = {(K.AIM, K.PRIMARY), (K.PRIMARY, K.SECONDARY), (K.PRIMARY, K.IDEA), (K.SECONDARY, K.IDEA)}


@pytest.mark.ac("S1 R-17")
@pytest.mark.parametrize("upper", list(K))
@pytest.mark.parametrize("lower", list(K))
def test_may_link_by_kind(upper: PartKind, lower: PartKind) -> None:
    theory = Theory((Part("x", upper, "x"), Part("y", lower, "y")))
    assert may_link(theory, "x", "y") == ((upper, lower) in ALLOWED)


@pytest.mark.parametrize(
    ("parent", "child", "code"),
    [("a", "a", "loop"), ("s3", "p2", "loop"), ("i3", "a", "loop"), ("a", "p1", "already_linked"), ("a", "i1", "wrong_link"),
     ("a", "nobody", "wrong_link")],
)  # fmt: skip
def test_check_link_says_why_not(parent: str, child: str, code: str) -> None:
    with pytest.raises(Refused) as caught:
        check_link(ROOM_12, parent, child)
    assert caught.value.code == code


@given(theories())
def test_no_part_is_below_itself(theory: Theory) -> None:
    for part in theory.parts:
        assert all(part.id not in below(theory, child) for child in theory.children(part.id))


@given(theories())
def test_paths_up_and_down_agree(theory: Theory) -> None:
    for one in theory.parts:
        for other in theory.parts:
            assert (other.id in below(theory, one.id)) == (one.id in path_to_aim(theory, other.id))


def test_path_to_aim_takes_every_parent() -> None:
    assert path_to_aim(ROOM_12, "i3") == {"i3", "s3", "p2", "p3", "a"}


@given(theories())
def test_outline_lists_every_part_once_and_deeper_than_its_parent(theory: Theory) -> None:
    rows = outline(theory)
    assert sorted(row.part.id for row in rows) == sorted(part.id for part in theory.parts)
    level = {row.part.id: row.level for row in rows}
    for row in rows:
        assert row.level == (level[row.under] + 1 if row.under else 0)
        assert {row.under, *row.also} - {""} == set(theory.parents(row.part.id))


def test_outline_of_the_mockup() -> None:
    rows = outline(ROOM_12)
    assert [row.part.id for row in rows] == [
        "a",
        "p1",
        "s1",
        "i1",
        "i2",
        "s2",
        "p2",
        "s3",
        "i3",
        "i4",
        "s4",
        "i5",
        "i6",
        "p3",
        "s5",
        "i7",
        "s6",
        "i8",
    ]
    also = {row.part.id: row.also for row in rows if row.also}
    assert also == {"s3": ("p3",), "i7": ("s6",)}


@pytest.mark.ac("S1 R-17")
def test_two_loose_ends_of_the_mockup() -> None:
    assert check(ROOM_12) == (Finding(Loose.DEAD_END, "s2"), Finding(Loose.NO_MEASURE, "s5"))


@pytest.mark.ac("S1 R-17")
def test_idea_without_a_way_to_the_aim_is_an_orphan() -> None:
    aim, primary, idea = Part("a", K.AIM, "aim", True), Part("p", K.PRIMARY, "p", True), Part("i", K.IDEA, "idea")
    assert check(Theory((aim, primary, idea), (Link("a", "p"),))) == (
        Finding(Loose.DEAD_END, "p"),
        Finding(Loose.ORPHAN, "i"),
    )
    assert check(Theory((aim, primary, idea), (Link("a", "p"), Link("p", "i")))) == ()


def test_without_an_aim_a_primary_driver_is_the_top() -> None:
    theory = Theory(
        (Part("p", K.PRIMARY, "p", True), Part("i", K.IDEA, "i"), Part("j", K.IDEA, "j")), (Link("p", "i"),)
    )
    assert check(theory) == (Finding(Loose.NO_AIM), Finding(Loose.ORPHAN, "j"))


def test_abandoned_parts_are_no_loose_ends_and_hold_nothing_up() -> None:
    parts = (Part("a", K.AIM, "a", True), Part("p", K.PRIMARY, "p", True), Part("i", K.IDEA, "i", abandoned=True))
    assert check(Theory(parts, (Link("a", "p"), Link("p", "i")))) == (Finding(Loose.DEAD_END, "p"),)


@given(theories())
def test_every_orphan_is_found_exactly_when_no_aim_is_above_it(theory: Theory) -> None:
    if theory.of_kind(K.AIM):
        found = {finding.part for finding in check(theory) if finding.kind is Loose.ORPHAN}
        expected = {
            part.id
            for part in theory.parts
            if not part.abandoned
            and not any(theory.by_id[above].kind is K.AIM for above in path_to_aim(theory, part.id))
        }
        assert found == expected


@pytest.mark.parametrize(
    ("trials", "expected"),
    [
        ([], 0),
        ([Trial("Room 12", False)], 1),
        ([Trial("Room 12", False), Trial("Room 9", False)], 1),
        ([Trial("Room 12", True)], 2),
        ([Trial("Room 12", True), Trial(" room  12", True)], 2),
        ([Trial("Room 12", True), Trial("Room 9", True), Trial("Room 14", False)], 3),
        ([Trial(f"Room {n}", True) for n in range(7)], 4),
    ],
)
def test_quarters_by_the_printed_rule(trials: list[Trial], expected: int) -> None:
    assert quarters(trials) == expected


def test_a_part_is_as_full_as_its_best_live_idea() -> None:
    trials = {"i3": [Trial("Room 12", True)], "i4": [Trial(f"R{n}", True) for n in range(3)], "i1": [Trial("", False)]}
    found = strengths(ROOM_12, trials)
    assert (found["s3"], found["p2"], found["p3"], found["p1"], found["s4"]) == (2, 2, 2, 1, 0)
    assert found["i4"] == 4
    assert "a" not in found


@given(theories(), st.integers(0, 5))
def test_strength_never_falls_on_the_way_up(theory: Theory, rooms: int) -> None:
    trials = {part.id: [Trial(f"Room {n}", True) for n in range(rooms)] for part in theory.of_kind(K.IDEA)}
    found = strengths(theory, trials)
    for part in theory.parts:
        for parent in theory.parents(part.id):
            if parent in found and not part.abandoned:
                assert found[parent] >= found[part.id]
