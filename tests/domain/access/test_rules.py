"""The ladder: opening wider never closes anything, and only members ever change team work."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.access import Permission, Relation, Rung, allowed, masked, may_view, rungs_visible

relations = st.frozensets(st.sampled_from(list(Relation)))
rungs = st.sampled_from(list(Rung))
permissions = st.sampled_from(list(Permission))

EXPECTED_VIEW = {
    Relation.MEMBER: {Rung.TEAM, Rung.SCHOOL, Rung.COACH, Rung.NETWORK_UNNAMED, Rung.NETWORK, Rung.PUBLIC},
    Relation.SCHOOL: {Rung.SCHOOL, Rung.COACH, Rung.NETWORK_UNNAMED, Rung.NETWORK, Rung.PUBLIC},
    Relation.COACH: {Rung.COACH, Rung.NETWORK_UNNAMED, Rung.NETWORK, Rung.PUBLIC},
    Relation.NETWORK: {Rung.NETWORK_UNNAMED, Rung.NETWORK, Rung.PUBLIC},
    Relation.OTHER: {Rung.PUBLIC},
}


@pytest.mark.parametrize("relation", list(Relation))
def test_rungs_visible_matches_the_printed_ladder(relation: Relation) -> None:
    assert rungs_visible(relation) == EXPECTED_VIEW[relation]


@given(relations, permissions, rungs, rungs)
def test_ladder_is_monotone(held: frozenset[Relation], permission: Permission, one: Rung, two: Rung) -> None:
    lower, upper = sorted((one, two))
    if allowed(held, permission, lower):
        assert allowed(held, permission, upper)


@given(relations, relations, permissions, rungs)
def test_one_more_relation_never_takes_anything_away(
    some: frozenset[Relation], more: frozenset[Relation], permission: Permission, rung: Rung
) -> None:
    if allowed(some, permission, rung):
        assert allowed(some | more, permission, rung)


@given(relations, rungs)
def test_single_check_and_filter_agree(held: frozenset[Relation], rung: Rung) -> None:
    by_filter = any(rung in rungs_visible(relation) for relation in held | {Relation.OTHER})
    assert may_view(held, rung) == by_filter


@pytest.mark.ac("S3 R-4")
@given(relations, rungs)
def test_only_members_edit_share_and_invite(held: frozenset[Relation], rung: Rung) -> None:
    for permission in (Permission.EDIT, Permission.SHARE, Permission.INVITE):
        assert allowed(held, permission, rung) == (Relation.MEMBER in held)


@given(relations, rungs)
def test_whoever_may_do_something_may_look(held: frozenset[Relation], rung: Rung) -> None:
    if any(allowed(held, permission, rung) for permission in Permission):
        assert may_view(held, rung)


def test_masked_is_the_network_on_the_unnamed_rung_alone() -> None:
    masked_pairs = {
        (held, rung)
        for size in (0, 1, 2)
        for pair in combinations(Relation, size)
        for rung in Rung
        if masked(held := frozenset(pair), rung)
    }
    assert masked_pairs == {
        (frozenset({Relation.NETWORK}), Rung.NETWORK_UNNAMED),
        (frozenset({Relation.NETWORK, Relation.OTHER}), Rung.NETWORK_UNNAMED),
    }


def test_a_network_cannot_comment_on_a_team_it_cannot_name() -> None:
    network = frozenset({Relation.NETWORK})
    assert not allowed(network, Permission.COMMENT, Rung.NETWORK_UNNAMED)
    assert allowed(network, Permission.COMMENT, Rung.NETWORK)


@given(rungs)
def test_rung_key_round_trips(rung: Rung) -> None:
    assert Rung.of(rung.key) is rung


def test_rung_of_refuses_an_unknown_key() -> None:
    with pytest.raises(ValueError, match="no such rung: district"):
        Rung.of("district")
