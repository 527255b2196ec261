"""What of a work each reader gets: generated from the tables, with the lines that no change may cross."""

import itertools

import pytest

from aimwell.domain.access import Relation, Rung, masked, may_view
from aimwell.domain.access.eyes import FARTHEST, GOES_TO, OWN, STANDS, Detail, Eyes, Reader
from aimwell.domain.words.sharing import TABLE

EVERY = [Eyes(frozenset({relation}), rung) for relation, rung in itertools.product(Relation, Rung)]


@pytest.mark.ac("S3 R-74")
@pytest.mark.parametrize("eyes", EVERY, ids=str)
def test_a_detail_is_seen_only_by_whoever_reads_the_work_with_its_name(eyes):
    (relation,) = eyes.relations
    named = may_view(eyes.relations, eyes.rung) and not masked(eyes.relations, eyes.rung)
    open_to_all = eyes.rung == Rung.PUBLIC
    for detail in Detail:
        expected = (named and relation in GOES_TO[detail]) or (open_to_all and Relation.OTHER in GOES_TO[detail])
        assert eyes.sees(detail) == expected


@pytest.mark.ac("S1 R-73")
@pytest.mark.parametrize("eyes", EVERY, ids=str)
def test_single_rooms_and_groups_stay_with_the_team_on_every_rung(eyes):
    member = eyes.relations == {Relation.MEMBER}
    assert eyes.sees(Detail.ROOMS) is member
    assert eyes.sees(Detail.GROUPS) is member


@pytest.mark.ac("S3 R-74")
def test_the_public_gets_no_people_no_places_no_notes():
    anyone = Eyes(frozenset({Relation.OTHER}), Rung.PUBLIC)
    assert {detail for detail in Detail if anyone.sees(detail)} == {Detail.TEAM}
    unnamed = Eyes(frozenset({Relation.NETWORK}), Rung.NETWORK_UNNAMED)
    assert (unnamed.may_read, unnamed.masked) == (True, True)
    assert not any(unnamed.sees(detail) for detail in Detail)


def test_a_higher_rung_never_hides_more():
    for relation, detail in itertools.product(Relation, Detail):
        seen = [Eyes(frozenset({relation}), rung).sees(detail) for rung in Rung]
        assert seen == sorted(seen), (relation, detail)


def test_members_see_everything_and_standing_nearer_counts():
    assert all(OWN.sees(detail) for detail in Detail)
    both = Eyes(frozenset({Relation.SCHOOL, Relation.NETWORK}), Rung.NETWORK)
    assert both.sees(Detail.NOTES)
    assert not Eyes(frozenset({Relation.NETWORK}), Rung.NETWORK).sees(Detail.NOTES)


@pytest.mark.ac("S0 R-86")
def test_nobody_outside_reads_what_is_new():
    assert not any(Eyes(frozenset({STANDS[reader]}), Rung.TEAM).may_read for reader in Reader)


def test_every_reader_rung_and_detail_has_its_words():
    assert set(STANDS) == set(Reader)
    assert set(FARTHEST) == set(Rung)
    assert {f"reader.{one}" for one in Reader} <= set(TABLE.entries)
    for start in ("rung", "now", "do"):
        assert {f"{start}.{rung.key}" for rung in Rung} <= set(TABLE.entries)
    assert {f"hidden.{one}" for one in Detail if one != Detail.TEAM} <= set(TABLE.entries)


def test_whoever_comes_in_last_could_not_read_the_rung_below():
    for rung in list(Rung)[1:]:
        stands = frozenset({STANDS[FARTHEST[rung]]})
        below = Eyes(stands, Rung(rung - 1))
        assert Eyes(stands, rung).may_read
        assert not below.may_read or below.masked
