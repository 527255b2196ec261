"""Coverage and foci on the table of the source (S3 11.3), and what holds of any network."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimwell.domain.networks import PARTS, NetworkAim, Work, coverage, foci, missing
from aimwell.domain.words.networks import joined, missing_words, say

DRIVERS = [1, 2, 3, 4, 5, 6, 7]
A, B, C, D, E, F, G, H = range(101, 109)
PLACES = [A, B, C, D, E, F, G, H]
LOCAL = {A: 4, B: 7, C: 3, D: 0, E: 2, F: 3, G: 0, H: 2}
ON = {A: {3, 1}, B: {5}, C: {3, 1}, D: {6, 5}, E: {2, 5}, F: {1}, G: {6}, H: {4}}


def network():
    """The local teams of each district on its drivers; where there is none, its district team."""
    for place in PLACES:
        local = LOCAL[place] > 0
        for number in range(LOCAL[place] or 1):
            yield Work(place * 100 + number, place, frozenset(ON[place]), cycles=1 if local else 0, local=local)


@pytest.mark.ac("S3 R-18")
def test_six_of_seven_drivers_have_a_team():
    found = coverage(DRIVERS, PLACES, network())
    assert (found.addressed, found.untouched, found.quiet) == ((1, 2, 3, 4, 5, 6), (7,), ())
    assert say("addressed", "en", done=len(found.addressed), n=7) == "6 of 7 secondary drivers addressed"


def test_each_driver_has_its_members_teams_and_cycles():
    rows = coverage(DRIVERS, PLACES, network()).rows
    assert [(row.driver, row.places, row.local, row.wide, row.cycles) for row in rows] == [
        (1, (A, C, F), 10, 0, 10),
        (2, (E,), 2, 0, 2),
        (3, (A, C), 7, 0, 7),
        (4, (H,), 2, 0, 2),
        (5, (B, D, E), 9, 1, 9),
        (6, (D, G), 0, 2, 0),
        (7, (), 0, 0, 0),
    ]


def test_members_without_a_team_are_there():
    found = coverage(DRIVERS, PLACES, (work for work in network() if work.place not in (D, G)))
    assert found.quiet == (D, G)
    assert found.untouched == (6, 7)


@pytest.mark.ac("S3 R-19")
def test_talk_is_a_cluster_and_who_stays_is_on_its_own():
    found = foci(DRIVERS, PLACES, network())
    assert [(one.driver, one.places) for one in found.clusters] == [(1, (A, C, F)), (5, (B, D, E))]
    assert [(one.driver, one.places) for one in found.pairs] == [(3, (A, C)), (6, (D, G))]
    assert [(one.place, one.drivers, one.beside) for one in found.alone] == [(G, (6,), (D,)), (H, (4,), ())]


def test_work_outside_the_drivers_stands_on_its_own():
    found = foci([1], [A, B], [Work(1, A, frozenset({1})), Work(2, B)])
    assert [(one.place, one.drivers) for one in found.alone] == [(A, (1,)), (B, ())]


def test_a_team_without_a_name_counts_and_is_nowhere():
    works = [Work(1, A, frozenset({1})), Work(2, None, frozenset({1, 2}), cycles=3)]
    found = coverage([1, 2], [A, B], works)
    assert [(row.places, row.teams, row.unnamed, row.cycles) for row in found.rows] == [((A,), 2, 1, 3), ((), 1, 1, 3)]
    assert found.quiet == (B,)
    assert [one.place for one in foci([1, 2], [A, B], works).alone] == [A]


def test_two_efforts_of_one_team_are_one_team():
    row = coverage([1], [A], [Work(1, A, frozenset({1}), 2), Work(1, A, frozenset({1}), 1)]).rows[0]
    assert (row.teams, row.cycles) == (1, 3)


WORKS = st.lists(
    st.builds(
        Work,
        team=st.integers(1, 9),
        place=st.sampled_from([*PLACES, None]),
        drivers=st.frozensets(st.sampled_from(DRIVERS)),
        cycles=st.integers(0, 5),
        local=st.booleans(),
    )
)


@given(WORKS)
def test_each_driver_is_addressed_or_not(works):
    found = coverage(DRIVERS, PLACES, works)
    assert sorted(found.addressed + found.untouched) == DRIVERS
    assert set(found.untouched) == set(DRIVERS) - {driver for work in works for driver in work.drivers}


@given(WORKS, st.randoms())
def test_the_order_of_work_tells_nothing(works, chance):
    mixed = works[:]
    chance.shuffle(mixed)
    assert coverage(DRIVERS, PLACES, mixed) == coverage(DRIVERS, PLACES, works)
    assert foci(DRIVERS, PLACES, mixed) == foci(DRIVERS, PLACES, works)


@given(WORKS)
def test_each_place_with_work_is_in_a_cluster_or_on_its_own(works):
    found = foci(DRIVERS, PLACES, works)
    together = {place for group in found.clusters for place in group.places}
    alone = {one.place for one in found.alone}
    assert together & alone == set()
    assert together | alone == {work.place for work in works} - {None}


@given(WORKS, st.integers(1, 9), st.sampled_from(PLACES), st.sampled_from(DRIVERS))
def test_one_more_team_takes_no_driver_away(works, team, place, driver):
    before = coverage(DRIVERS, PLACES, works)
    after = coverage(DRIVERS, PLACES, [*works, Work(team, place, frozenset({driver}))])
    assert set(before.addressed) <= set(after.addressed)
    assert driver in after.addressed


BROAD = NetworkAim(
    what="Math achievement accelerates",
    who="African American and Latinx students",
    where="Grades 4 to 8",
    measure="State math test",
)


def test_a_broad_aim_says_what_is_missing():
    assert missing(BROAD) == ("how_much", "by_when", "baseline")
    assert missing_words(missing(BROAD), "en") == "how much: missing; by when: missing; baseline: missing"
    assert missing_words(missing(BROAD), "es") == "cuánto: falta; para cuándo: falta; punto de partida: falta"


def test_a_whole_aim_misses_nothing_and_an_empty_one_everything():
    whole = NetworkAim("a", "b", "c", "d", datetime.date(2028, 6, 9), "e", "f")
    assert missing(whole) == ()
    assert missing(NetworkAim()) == PARTS


def test_names_are_joined_as_one_says_them():
    assert joined(["Alder", "Cedar", "Fern Valley"], "en") == "Alder, Cedar and Fern Valley"
    assert joined(["Alder", "Cedar"], "es") == "Alder y Cedar"
    assert (joined(["Alder"], "en"), joined([], "en")) == ("Alder", "")
