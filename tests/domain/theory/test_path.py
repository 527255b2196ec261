"""The path as data: printed, arranged, stored and read again."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from aimwell.domain.errors import Refused
from aimwell.domain.theory.path import KEYS, LONGEST_NAME, Kind, Wish, arranged, path_of, printed

NAMES = st.dictionaries(st.sampled_from(["en", "es"]), st.text("abcñ é", max_size=LONGEST_NAME), max_size=2)


@pytest.mark.ac("S1 R-9")
def test_nine_steps_each_with_a_name_and_a_meaning():
    path = printed(Kind.NINE)
    assert [stop.name("en") for stop in path.stops] == [
        "Needs assessment", "Causal analysis", "Research calibration", "Improvement aim",
        "Driver diagram and change idea", "Change idea prediction", "Measurable outcomes", "Coherence check",
        "PDSA cycle",
    ]  # fmt: skip
    for lang in ("en", "es"):
        assert len({stop.gloss(lang) for stop in path.stops}) == 9
    assert [stop.name("es") for stop in printed(Kind.SHORT).stops] == ["Problema", "Causas", "Meta", "Impulsores"]


@pytest.mark.ac("S1 R-9")
def test_renamed_reordered_and_left_out():
    path = arranged("nine", [Wish("aim", 2), Wish("causes", 1, {"en": "  Root   cause hunt "}), Wish("pdsa", 2)])
    assert [stop.name("en") for stop in path.stops] == ["Root cause hunt", "Improvement aim", "PDSA cycle"]
    assert path.stops[0].name("es") == "Análisis de causas"
    assert len(path.left_out) == 6
    assert not path.as_printed
    assert path_of(path.stored()) == path


def test_a_printed_name_is_no_name_of_its_own():
    wishes = [Wish(key, place, {"en": name}) for place, (key, name) in enumerate([("problem", "Problem"), ("aim", "")])]
    assert [dict(stop.names) for stop in arranged("short", wishes).stops] == [{}, {}]


@pytest.mark.parametrize(
    ("kind", "wishes", "code"),
    [
        ("long", [], "unknown_choice"),
        ("short", [Wish("pdsa", 1)], "unknown_choice"),
        ("nine", [], "path_empty"),
        ("nine", [Wish("aim", 1), Wish("aim", 2)], "path_step_twice"),
        ("nine", [Wish("aim", 1, {"en": "x" * 61})], "path_name_long"),
        ("nine", [Wish("aim", 1, {"en": "causal ANALYSIS"}), Wish("causes", 2)], "path_name_twice"),
    ],
)
def test_what_cannot_be_a_path_is_refused(kind, wishes, code):
    with pytest.raises(Refused, match=code):
        arranged(kind, wishes)


@given(st.sampled_from(list(Kind)), st.data())
def test_what_is_arranged_is_read_back_as_it_was(kind, data):
    keys = data.draw(st.lists(st.sampled_from(KEYS[kind]), min_size=1, unique=True))
    wishes = [Wish(key, data.draw(st.integers(1, 99)), data.draw(NAMES)) for key in keys]
    own = [" ".join(name.split()).casefold() for wish in wishes for name in wish.names.values()]
    assume(len(set(own)) == len(own) and not any(len(name) > LONGEST_NAME for name in own))
    path = arranged(kind, wishes)
    assert path_of(path.stored()) == path
    assert {stop.key for stop in (*path.stops, *path.left_out)} == set(KEYS[kind])


def test_nothing_stored_and_steps_of_another_time():
    assert path_of({}) == printed(Kind.SHORT)
    assert path_of({"kind": "nine", "stops": [["gone", {}]]}) == printed(Kind.NINE)
    assert [stop.key for stop in path_of({"kind": "nine", "stops": [["gone", {}], ["aim", {}]]}).stops] == ["aim"]
